import Archive

/// Removes the footer of an article: what follows its last paragraph.
///
/// Lines are read from the last one upwards as long as a rule of `FooterRules` matches; with an end
/// mark near the end, every line below it is tried. Lines that match no rule stay.
struct FooterReader {
    let kind: SourceKind

    func read(_ draft: inout ArticleDraft) {
        dropRelated(&draft)
        Colophon.read(&draft)
        let text = draft.textIndices
        let letters = text.map { LineShape(VisibleLine(draft.lines[$0].text).text).letters }
        let mark = endMark(draft, text, letters)
        var top: Int?
        var checked = 0
        for (position, i) in text.enumerated().reversed() {
            checked += 1
            guard checked <= 60 else { break }
            let line = VisibleLine(draft.lines[i].text)
            if draft.fenced[i] { break }
            if line.isImageOnly || letters[position] == 0 { continue }
            if kind == .markdown, LinkDefinition(draft.lines[i].text) != nil { continue }
            let isBelowMark = mark.map { i > $0 } ?? false
            if readLine(i, line, &draft) {
                top = i
            } else if !isBelowMark {
                break
            }
        }
        if let top { dropImages(below: min(top, mark ?? top), &draft) }
        readClosingOutlet(&draft, inCompilation: false)
    }

    /// The bracket that closes the last paragraph, when it names a publisher.
    func readClosingOutlet(_ draft: inout ArticleDraft, inCompilation: Bool) {
        guard let last = draft.textIndices.last, !draft.fenced[last],
            let closing = ClosingOutlet(draft.lines[last].text),
            inCompilation || SiteName.matches(closing.name)
        else { return }
        draft.clue(.closingBracket, closing.name, "bracket at the end", line: last)
        draft.drop(closing.words, of: draft.lines[last].number, rule: "closing-outlet")
        if LineShape(closing.rest).isBlank {
            draft.isKept[last] = false
        } else {
            draft.lines[last].text = closing.rest
        }
    }

    private func readLine(_ i: Int, _ line: VisibleLine, _ draft: inout ArticleDraft) -> Bool {
        if let tags = Hashtags.of(draft.lines[i].text) {
            draft.tags += tags.filter { !draft.tags.contains($0) }
            draft.note("tags", "hashtags", line: i)
            draft.drop(i, rule: "hashtags")
            return true
        }
        guard let rule = FooterRules.rule(for: line, title: draft.title) else { return false }
        if let attribution = Attribution(line), let outlet = attribution.outlet {
            draft.clue(.firstPublished, outlet, attribution.evidence, line: i)
        }
        if rule == "link-to-itself" {
            if let byline = Byline(VisibleLine.wordsOnly(line)) {
                for account in byline.accounts {
                    draft.clue(.account, account, "account in the footer", line: i)
                }
            }
            if let link = line.links.last, draft.url == nil, WebAddress.host(of: link.url) != nil {
                draft.url = link.url
                draft.note("url", "link to the article itself", line: i)
            }
        }
        draft.drop(i, rule: rule)
        return true
    }

    /// The last end mark that has little below it.
    private func endMark(_ draft: ArticleDraft, _ text: [Int], _ letters: [Int]) -> Int? {
        let total = letters.reduce(0, +)
        var below = 0
        for (position, i) in text.enumerated().reversed().prefix(40) {
            if !draft.fenced[i], EndMark.matches(VisibleLine(draft.lines[i].text).text) {
                return below * 5 <= total * 2 ? i : nil
            }
            below += letters[position]
        }
        return nil
    }

    /// "Related articles" and what follows, when nothing but short lines and links follows.
    private func dropRelated(_ draft: inout ArticleDraft) {
        let text = draft.textIndices
        for (position, i) in text.enumerated().reversed().prefix(40) {
            let line = VisibleLine(draft.lines[i].text)
            guard !draft.fenced[i], FooterRules.opensRelated(line) else { continue }
            let after = text[(position + 1)...]
            let isList = after.allSatisfy { k in
                let line = VisibleLine(draft.lines[k].text)
                return LineShape(line.text).letters <= 60 && !LineShape(line.text).endsSentence
                    || !line.links.isEmpty
            }
            guard isList, position * 2 >= text.count else { return }
            for k in text[position...] { draft.drop(k, rule: "related-articles") }
            return
        }
    }

    private func dropImages(below top: Int, _ draft: inout ArticleDraft) {
        for i in draft.lines.indices where i > top && draft.isKept[i] {
            if VisibleLine(draft.lines[i].text).isImageOnly { draft.drop(i, rule: "footer-image") }
        }
    }
}
