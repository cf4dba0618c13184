/// The lines under an article that say who made it: `via: …`, `作者：…`, `译者：…`, `校对：…`.
///
/// They are read from the last line upwards. One labelled line may be a line of the article; two or
/// more are a colophon, and so is one below a thematic break.
enum Colophon {
    private static let most = 12

    static func read(_ draft: inout ArticleDraft) {
        let text = draft.textIndices
        let definitions = text.count { LinkDefinition(draft.lines[$0].text) != nil }
        var rows: [(line: Int, rule: String, byline: Byline?)] = []
        for i in text.reversed().prefix(most + definitions) {
            guard !draft.fenced[i] else { break }
            let line = VisibleLine(draft.lines[i].text)
            if LineShape(line.text).letters == 0, line.images == 0 { continue }
            if LinkDefinition(draft.lines[i].text) != nil { continue }
            if let label = BylineLabel.opening(line.text), LineShape(line.text).letters <= 160 {
                // An editor alone makes no byline.
                let byline = Byline(line)
                guard byline != nil || label == .editor || label == .originalTitle else { break }
                rows.append((i, "byline", byline))
            } else if let rule = FooterRules.rule(for: line, title: draft.title) {
                rows.append((i, rule, nil))
            } else {
                break
            }
        }
        let labelled = rows.count { $0.rule == "byline" }
        guard let top = rows.last?.line, labelled > 0, rows.count < text.count else { return }
        guard labelled >= 2 || breakLine(above: top, draft) != nil else { return }
        for row in rows.reversed() {
            if let byline = row.byline {
                BylineFields.take(byline, line: row.line, into: &draft)
            }
            if let attribution = Attribution(VisibleLine(draft.lines[row.line].text)),
                let outlet = attribution.outlet
            {
                draft.clue(.firstPublished, outlet, attribution.evidence, line: row.line)
            }
            draft.drop(row.line, rule: row.rule)
        }
        dropBreak(above: top, &draft)
    }

    private static func dropBreak(above top: Int, _ draft: inout ArticleDraft) {
        if let line = breakLine(above: top, draft) { draft.drop(line, rule: "colophon") }
    }

    /// A thematic break with nothing but blank lines between it and `top`.
    private static func breakLine(above top: Int, _ draft: ArticleDraft) -> Int? {
        var i = top - 1
        while i >= 0 {
            let text = draft.lines[i].text
            if ThematicBreak.matches(text), !draft.fenced[i] {
                // Directly under words it would be the line of a heading.
                let isHeading = i > 0 && !LineShape(draft.lines[i - 1].text).isBlank
                return isHeading && text.trimmed.hasPrefix("-") ? nil : i
            }
            guard LineShape(text).isBlank || !draft.isKept[i] else { return nil }
            i -= 1
        }
        return nil
    }
}

/// A line of three or more `-`, `*` or `_`.
enum ThematicBreak {
    static func matches(_ line: String) -> Bool {
        let bytes = line.utf8.filter { $0 > 0x20 }
        guard bytes.count >= 3, let mark = bytes.first, "-*_".utf8.contains(mark) else {
            return false
        }
        return bytes.allSatisfy { $0 == mark }
    }
}
