import Text

/// Repairs emphasis that was meant but is none under CommonMark's flanking rules, as clippers write
/// it around Chinese: `**Q：**為什麼`, `**「引」**的`, `** 過**去`.
///
/// 1. In every block with running text, the runs of `*` that the parser left as text are found,
///    with those that it took for emphasis, since a run that cannot close often opens another in
///    the wrong place.
/// 2. Runs are paired as a writer would have meant them; what could be a multiplication or a
///    footnote mark stays.
/// 3. A pair that CommonMark does not recognize is rewritten so that it does: marks at its edges
///    move out
///    (`**Q**：為什麼`), else it becomes `<strong>…</strong>`.
/// 4. The result is read again: its words must be the same, without the asterisks, or nothing is
///    changed.
public enum IntendedEmphasis {
    /// The Markdown with such emphasis repaired, and how many pairs were.
    ///
    /// No word is changed, nor moved.
    public static func repair(_ markdown: [UInt8]) -> (markdown: [UInt8], repairs: Int) {
        guard let found = repaired(MarkdownDocument(literal: markdown)) else {
            return (markdown, 0)
        }
        return (found.source.bytes, found.repairs)
    }

    /// `nil` if there is nothing to repair.
    static func repaired(
        _ document: MarkdownDocument
    ) -> (source: EditedSource, document: MarkdownDocument, repairs: Int)? {
        guard mayHaveRepairs(document) else { return nil }
        let pairs = EmphasisRuns.blocks(of: document).flatMap {
            EmphasisPairing.pairs($0, document.source)
        }
        guard !pairs.isEmpty else { return nil }
        for prefersTags in [false, true] {
            var edits: [SourceEdit] = []
            var repairs = 0
            for pair in pairs {
                let found = self.edits(for: pair, in: document.source, prefersTags: prefersTags)
                edits += found
                if !found.isEmpty { repairs += 1 }
            }
            guard repairs > 0, let edited = EditedSource(document.source, edits) else { continue }
            let again = MarkdownDocument(literal: edited.bytes)
            if hasSameWords(document, again) { return (edited, again, repairs) }
        }
        return nil
    }

    /// Whether asterisks are left in the words, or strong emphasis is inside strong emphasis.
    ///
    /// Most documents have neither, so this quick look saves the search for pairs.
    private static func mayHaveRepairs(_ document: MarkdownDocument) -> Bool {
        let star = UInt8(ascii: "*")
        guard ByteWord.firstIndex(of: star, in: document.source[...]) != nil else { return false }
        if ByteWord.firstIndex(of: star, in: document.arena[...]) != nil { return true }
        var depth = 0
        for event in document.events where event.node == .strong {
            depth += event.phase == .enter ? 1 : -1
            if depth > 1 { return true }
        }
        return false
    }

    private static func edits(
        for pair: EmphasisPair, in source: [UInt8], prefersTags: Bool
    ) -> [SourceEdit] {
        let opener = pair.open..<pair.open + pair.length
        let closer = pair.close..<pair.close + pair.length
        let isValid =
            Flanking.opens(opener, in: source) && Flanking.closes(closer, in: source)
        if isValid { return [] }
        if !prefersTags,
            let inner = movedOut(opener.upperBound..<closer.lowerBound, pair, in: source)
        {
            let marks = Array(source[opener])
            return [
                SourceEdit(opener, []),
                SourceEdit(inner.lowerBound..<inner.lowerBound, marks),
                SourceEdit(inner.upperBound..<inner.upperBound, marks),
                SourceEdit(closer, []),
            ]
        }
        let tags: (String, String) =
            switch pair.length {
            case 1: ("<em>", "</em>")
            case 2: ("<strong>", "</strong>")
            default: ("<em><strong>", "</strong></em>")
            }
        return [
            SourceEdit(opener, Array(tags.0.utf8)),
            SourceEdit(closer, Array(tags.1.utf8)),
        ]
    }

    /// The part of a pair's content that is left when the marks at its edges move out, as far as
    /// they must; `nil` when it is still not recognized, or when that would split a pair of
    /// brackets or
    /// quotes apart.
    private static func movedOut(
        _ content: Range<Int>, _ pair: EmphasisPair, in source: [UInt8]
    ) -> Range<Int>? {
        var inner = content
        var brackets: [UInt32] = []
        while let (scalar, length) = edge(source, at: inner.lowerBound, before: inner.upperBound),
            scalar == 0x20 || scalar == "\u{3000}" || EdgeMark.closing(for: scalar) != nil
        {
            // An opening mark moves out only together with its partner at the other end.
            if EdgeMark.closing(for: scalar) != nil {
                guard endsWithPartner(of: scalar, inner, in: source) else { break }
                if Flanking.wouldOpen(at: inner.lowerBound, after: pair.open, in: source),
                    Flanking.wouldClose(
                        at: inner.upperBound, before: pair.close + pair.length, in: source)
                {
                    break
                }
                brackets.append(scalar)
            }
            inner = inner.lowerBound + length..<inner.upperBound
        }
        while let (scalar, length) = UTF8Scalars.decode(source, before: inner.upperBound),
            inner.upperBound - length >= inner.lowerBound
        {
            let isBracket = brackets.contains { EdgeMark.closing(for: $0) == scalar }
            guard scalar == 0x20 || scalar == "\u{3000}" || EdgeMark.isStop(scalar) || isBracket
            else {
                break
            }
            inner = inner.lowerBound..<inner.upperBound - length
            if isBracket { brackets.removeAll { EdgeMark.closing(for: $0) == scalar } }
        }
        guard !inner.isEmpty, brackets.isEmpty, EdgeMark.isBalanced(source[inner]) else {
            return nil
        }
        // As they will be: the marks directly around what is left.
        let before = inner.lowerBound > content.lowerBound ? inner.lowerBound : pair.open
        let after =
            inner.upperBound < content.upperBound ? inner.upperBound : pair.close + pair.length
        guard
            Flanking.wouldOpen(at: inner.lowerBound, after: before, in: source),
            Flanking.wouldClose(at: inner.upperBound, before: after, in: source)
        else { return nil }
        return inner
    }

    private static func edge(_ source: [UInt8], at offset: Int, before end: Int) -> (UInt32, Int)? {
        guard offset < end else { return nil }
        let (scalar, length) = UTF8Scalars.decode(source, at: offset)
        return (scalar, length)
    }

    /// Whether the partner of an opening mark is at the other end of a content, at most before
    /// stops.
    private static func endsWithPartner(of mark: UInt32, _ content: Range<Int>, in source: [UInt8])
        -> Bool
    {
        var end = content.upperBound
        while let (scalar, length) = UTF8Scalars.decode(source, before: end),
            end > content.lowerBound
        {
            if EdgeMark.closing(for: mark) == scalar { return true }
            guard scalar == 0x20 || EdgeMark.isStop(scalar) else { return false }
            end -= length
        }
        return false
    }

    /// Whether a repaired document has the words of the first, without asterisks and white space,
    /// in order, and fewer asterisks.
    private static func hasSameWords(_ before: MarkdownDocument, _ after: MarkdownDocument) -> Bool
    {
        func words(_ text: [UInt8]) -> [UInt8] {
            text.filter { $0 != UInt8(ascii: "*") && $0 > 0x20 }
        }
        func stars(_ text: [UInt8]) -> Int { text.count { $0 == UInt8(ascii: "*") } }
        let (a, b) = (before.plainText().utf8, after.plainText().utf8)
        return words(a) == words(b) && stars(b) <= stars(a)
    }
}
