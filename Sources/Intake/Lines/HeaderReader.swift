import Archive

/// Reads the lines above an article's first paragraph: its title, byline, tags, address.
struct HeaderReader {
    let kind: SourceKind
    /// The title from the front matter, or the line that a compilation was split at.
    let knownTitle: String?
    /// The source's front matter already names the title: its body has no byline to look for.
    let isCurated: Bool

    func read(_ draft: inout ArticleDraft) {
        readTitle(&draft)
        readLines(&draft)
    }

    // MARK: - Title

    private func readTitle(_ draft: inout ArticleDraft) {
        if let knownTitle {
            draft.title = knownTitle
            return
        }
        if kind == .markdown, let found = heading(draft) {
            take(found.words, lines: found.lines, as: "heading", in: &draft)
            return
        }
        guard
            let first = draft.textIndices.first(where: { i in
                !draft.fenced[i] && isWords(draft.lines[i].text)
                    && Hashtags.of(draft.lines[i].text) == nil
                    && Byline(VisibleLine(draft.lines[i].text)) == nil
            })
        else { return }
        let line = VisibleLine(draft.lines[first].text)
        guard Self.canBeTitle(line), hasMore(after: first, than: line, in: draft),
            !isWrapped(first, in: draft)
        else { return }
        take(line.text, lines: [first], as: "first line", in: &draft)
    }

    /// A heading above all running text that no other heading outranks.
    private func heading(_ draft: ArticleDraft) -> (words: String, lines: [Int])? {
        var seen = 0
        var previous: Int?
        for i in draft.lines.indices where draft.isKept[i] && !draft.fenced[i] {
            let text = draft.lines[i].text
            if let heading = ATXHeading(text), LineShape(VisibleLine(text).text).letters > 0 {
                guard heading.level == 1 || isOnlyOfLevel(heading.level, from: i, in: draft) else {
                    return nil
                }
                return (VisibleLine(text).text, [i])
            }
            if let before = previous, before == i - 1, let level = SetextUnderline.level(of: text),
                level == 1 || isOnlyOfLevel(level, from: i, in: draft),
                isWords(draft.lines[before].text),
                !draft.lines[before].text.hasPrefix(">"), !draft.lines[before].text.hasPrefix("- ")
            {
                return (VisibleLine(draft.lines[before].text).text, [before, i])
            }
            let shape = LineShape(text)
            if shape.isBlank { continue }
            seen += 1
            previous = i
            let isByline = Byline(VisibleLine(text)) != nil
            if !isByline, seen > 8 || shape.letters >= 60 && shape.endsSentence { return nil }
        }
        return nil
    }

    private func isOnlyOfLevel(_ level: Int, from start: Int, in draft: ArticleDraft) -> Bool {
        var count = 0
        for i in draft.lines.indices where !draft.fenced[i] {
            if let other = ATXHeading(draft.lines[i].text) {
                if other.level < level { return false }
                if other.level == level { count += 1 }
            } else if i > 0, let other = SetextUnderline.level(of: draft.lines[i].text),
                isWords(draft.lines[i - 1].text)
            {
                if other < level { return false }
                if other == level { count += 1 }
            }
        }
        return count == 1
    }

    /// A running line: words, and no list, quote, table, image or raw HTML.
    private func isWords(_ text: String) -> Bool {
        let line = VisibleLine(text)
        guard LineShape(line.text).letters > 0, line.images == 0 else { return false }
        guard kind == .markdown else { return true }
        let start = text.trimmed
        return ![">", "- ", "* ", "+ ", "|", "<", "{{", "[^", "$$"].contains(where: start.hasPrefix)
    }

    /// Short, and no sentence: it may ask or exclaim.
    static func canBeTitle(_ line: VisibleLine) -> Bool {
        let shape = LineShape(line.text)
        guard shape.letters >= 2, shape.scalars <= 120, shape.han <= 60 else { return false }
        guard let last = shape.lastInside else { return false }
        if last == "." { return line.text.hasSuffix("...") }
        return !"。；;，,：:、".unicodeScalars.contains(last)
    }

    private func hasMore(after i: Int, than line: VisibleLine, in draft: ArticleDraft) -> Bool {
        let own = LineShape(line.text).letters
        let rest = draft.textIndices.filter { $0 > i }
        return rest.contains { LineShape(draft.lines[$0].text).letters > own * 3 / 2 }
            || rest.count > 3
    }

    /// The line is the first of a paragraph that was wrapped by hand.
    private func isWrapped(_ i: Int, in draft: ArticleDraft) -> Bool {
        let texts = draft.lines.map(\.text)
        guard i + 1 < texts.count, !LineShape(texts[i + 1]).isBlank,
            SetextUnderline.level(of: texts[i + 1]) == nil,
            ParagraphBreaks.layout(of: texts) == .wrapped
        else { return false }
        let longest = texts.map { LineShape($0).scalars }.max() ?? 0
        return LineShape(texts[i]).scalars * 10 >= longest * 7
    }

    private func take(_ words: String, lines: [Int], as what: String, in draft: inout ArticleDraft)
    {
        let parts = TitleWords(words)
        draft.title = parts.title
        draft.note("title", what, line: lines[0])
        for site in parts.sites {
            draft.clue(
                SiteName.isPlatform(site) ? .platform : .titleSuffix, site, "after the title",
                line: lines[0])
        }
        for link in VisibleLine(draft.lines[lines[0]].text).links
        where WebAddress.host(of: link.url) != nil {
            draft.url = draft.url ?? link.url
            draft.note("url", "link of the title", line: lines[0])
        }
        for i in lines { draft.drop(i, rule: "title") }
    }

    // MARK: - Lines under the title

    private func readLines(_ draft: inout ArticleDraft) {
        var seen = 0
        var sentences = 0
        for i in draft.lines.indices where draft.isKept[i] && !draft.fenced[i] {
            let text = draft.lines[i].text
            let line = VisibleLine(text)
            if line.isBlank || line.isImageOnly { continue }
            seen += 1
            if seen > 16 { return }
            // After a first sentence only what is certain: a motto may come before the byline.
            if sentences == 0 || Byline(line)?.opensWithLabel == true || Attribution(line) != nil,
                readLine(i, text, line, &draft)
            {
                continue
            }
            let shape = LineShape(line.text)
            if shape.letters >= 30, shape.endsSentence { sentences += 1 }
            if shape.letters >= 150 || sentences > 2 { return }
        }
    }

    /// Whether the line was about the article and is out of it now.
    private func readLine(
        _ i: Int, _ text: String, _ line: VisibleLine, _ draft: inout ArticleDraft
    ) -> Bool {
        if let tags = Hashtags.of(text) {
            draft.tags += tags.filter { !draft.tags.contains($0) }
            draft.note("tags", "hashtags", line: i)
            draft.drop(i, rule: "hashtags")
            return true
        }
        if let title = draft.title, Letters.of(TitleWords(line.text).title) == Letters.of(title) {
            draft.drop(i, rule: "repeated-title")
            if i + 1 < draft.lines.count, SetextUnderline.level(of: draft.lines[i + 1].text) != nil
            {
                draft.drop(i + 1, rule: "repeated-title")
            }
            return true
        }
        guard !isCurated else { return false }
        if text.hasPrefix("#"), ATXHeading(text) != nil { return false }
        if let attribution = Attribution(line), let outlet = attribution.outlet,
            !LineShape(line.text).endsSentence
                || LineShape(line.text).letters <= 40
        {
            draft.clue(.firstPublished, outlet, attribution.evidence, line: i)
            draft.drop(i, rule: "first-published")
            return true
        }
        if let byline = Byline(line) {
            BylineFields.take(byline, line: i, into: &draft)
            draft.drop(
                i,
                rule: byline.counts > 0 && byline.date == nil && byline.authors.isEmpty
                    ? "read-count" : "byline")
            return true
        }
        if let rule = FooterRules.rule(for: line, title: nil), rule != "end-mark" {
            draft.drop(i, rule: rule)
            return true
        }
        return false
    }
}

/// Copies the fields of a byline into a draft.
enum BylineFields {
    static func take(_ byline: Byline, line i: Int, into draft: inout ArticleDraft) {
        draft.add(authors: byline.authors, "byline", line: i)
        draft.translators += byline.translators.filter { !draft.translators.contains($0) }
        for source in byline.sources { draft.clue(.label, source, "label of the byline", line: i) }
        for account in byline.accounts {
            draft.clue(.account, account, "account in the byline", line: i)
        }
        for name in byline.names {
            if SiteName.matches(name) {
                draft.clue(
                    SiteName.isPlatform(name) ? .platform : .bylineName, name, "byline", line: i)
            } else if byline.authors.isEmpty {
                draft.add(authors: [name], "byline", line: i)
            }
        }
        if let date = byline.date, draft.date == nil {
            draft.date = date
            draft.note("date", "byline", line: i)
        } else if byline.hasRelativeDate, draft.date == nil {
            draft.note("date", "none: the date in the byline is relative", line: i)
        }
        if let url = byline.url, draft.url == nil {
            draft.url = url
            draft.note("url", "byline", line: i)
        }
    }
}
