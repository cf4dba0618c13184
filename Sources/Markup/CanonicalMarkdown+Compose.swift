extension CanonicalMarkdown {
    /// What `compose` wrote.
    public struct Composition: Sendable {
        public var markdown: [UInt8]
        /// `markdown` as it is read again.
        public var document: MarkdownDocument
        /// How many blocks are not read again as they were built, though their words are.
        public var unfaithful: Int
    }

    /// Writes a document that has no source: what it writes is read again as the same events.
    ///
    /// Emphasis that Markdown's rules would not see, as around Chinese punctuation (`**「引」**的`),
    /// is written
    /// as `<strong>` and `<em>`. A block that no style can say is written as it comes, and counted.
    public static func compose(_ document: MarkdownDocument) -> Composition {
        let plain = styled(document)
        let again = MarkdownDocument(plain)
        if again.hasSameEvents(as: document) {
            return Composition(markdown: plain, document: again, unfaithful: 0)
        }
        let blocks = self.blocks(of: document)
        var unfaithful = 0
        let written = blocks.map { block in
            if let markdown = faithful(block, of: document) { return markdown }
            let tagged = document.withTags(in: block)
            let shift = tagged.events.count - document.events.count
            let range = block.lowerBound..<(block.upperBound + shift)
            if let markdown = faithful(range, of: tagged) { return markdown }
            unfaithful += 1
            return CanonicalWriter.write(tagged, events: range, .cautious)
        }
        let markdown = join(document, blocks, written)
        return Composition(
            markdown: markdown, document: MarkdownDocument(markdown), unfaithful: unfaithful)
    }

    private static func faithful(_ block: Range<Int>, of document: MarkdownDocument) -> [UInt8]? {
        let styles: [CanonicalWriter.Style] = [
            [], .underscores, .cautious, [.underscores, .cautious],
        ]
        for style in styles {
            let markdown = CanonicalWriter.write(document, events: block, style)
            if isSameBlock(markdown, block, of: document) { return markdown }
        }
        return nil
    }
}

extension MarkdownDocument {
    /// The document with the emphasis in one block that does not stand by CommonMark's rules as
    /// inline HTML.
    fileprivate func withTags(in block: Range<Int>) -> MarkdownDocument {
        var arena = self.arena
        func stored(_ tag: String) -> Range<Int32> {
            let start = Int32(arena.count)
            arena += tag.utf8
            return start..<Int32(arena.count)
        }
        var events: [Event] = []
        events.reserveCapacity(self.events.count)
        for (index, event) in self.events.enumerated() {
            let isMark =
                event.node == .strong || event.node == .emphasis || event.node == .strikethrough
            guard block.contains(index), isMark else {
                events.append(event)
                continue
            }
            let name = event.node == .strong ? "strong" : event.node == .emphasis ? "em" : "del"
            let tag = event.phase == .enter ? "<\(name)>" : "</\(name)>"
            events.append(Event(.htmlInline, .leaf, payload: stored(tag)))
        }
        return MarkdownDocument(source: [], events: events, arena: arena, notes: [])
    }
}
