import Text

/// Writes a document as Markdown in one style, so that a file says the same however it came in.
///
/// `#` headings, `-` lists, `*` and `**`, fenced code, `---` breaks, `\` for hard breaks, links
/// inline, footnotes at the end, no wrapping of lines, and a backslash only where one is needed.
/// What it writes is read again and compared: it has the same events as the document, or it is the
/// source itself.
public enum CanonicalMarkdown {
    /// The document in our style.
    ///
    /// Blocks that cannot be written so that they read the same are kept as
    /// in the source; if even that fails, the source is returned as it is.
    public static func write(_ document: MarkdownDocument) -> [UInt8] {
        faithful(document) ?? blockwise(document)
    }

    /// The document in our style, for publishing: never the source of a text that has comments.
    public static func published(_ document: MarkdownDocument) -> [UInt8] {
        if let plain = faithful(document) { return plain }
        let hasComments = ["%%", "<!--"].contains {
            ByteSearch.contains(Array($0.utf8), in: document.source)
        }
        guard hasComments else { return blockwise(document) }
        return finished(
            CanonicalWriter.write(document, events: document.events.indices, .cautious), document)
    }

    /// Our style, if it reads the same; what was written by us before need not be read again.
    private static func faithful(_ document: MarkdownDocument) -> [UInt8]? {
        let plain = styled(document)
        return inner(plain) == inner(document.source) || isSame(plain, document) ? plain : nil
    }

    private static func blockwise(_ document: MarkdownDocument) -> [UInt8] {
        let blocks = self.blocks(of: document)
        let blockwise = join(document, blocks, blocks.map { written($0, of: document) })
        return isSame(blockwise, document) ? blockwise : document.source
    }

    /// Whether our style alone can say all of a document, without help from the source.
    public static func roundTrips(_ document: MarkdownDocument) -> Bool {
        isSame(styled(document), document)
    }

    /// The document in our style, not compared with anything.
    static func styled(_ document: MarkdownDocument) -> [UInt8] {
        finished(CanonicalWriter.write(document, events: document.events.indices, []), document)
    }

    /// Without the line ends around it, which say nothing: front matter leaves some in front.
    private static func inner(_ markdown: [UInt8]) -> ArraySlice<UInt8> {
        let start = markdown.firstIndex { $0 != 0x0A } ?? markdown.count
        let end = markdown.lastIndex { $0 != 0x0A } ?? start - 1
        return markdown[start..<end + 1]
    }

    private static func isSame(_ markdown: [UInt8], _ document: MarkdownDocument) -> Bool {
        read(markdown, like: document).hasSameEvents(as: document)
    }

    /// Callouts are read in texts of the archive only.
    private static func read(_ markdown: [UInt8], like document: MarkdownDocument)
        -> MarkdownDocument
    {
        document.hasCallouts ? MarkdownDocument(note: markdown) : MarkdownDocument(markdown)
    }

    /// The events of each block that is directly in the document.
    static func blocks(of document: MarkdownDocument) -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        var depth = 0
        var start = 0
        for (index, event) in document.events.enumerated() {
            switch event.phase {
            case .enter:
                if depth == 1 { start = index }
                depth += 1
            case .leave:
                depth -= 1
                if depth == 1 { blocks.append(start..<index + 1) }
            case .leaf:
                if depth == 1 { blocks.append(index..<index + 1) }
            }
        }
        return blocks
    }

    /// One block in the first style that reads the same, else its source.
    private static func written(_ block: Range<Int>, of document: MarkdownDocument) -> [UInt8] {
        let styles: [CanonicalWriter.Style] = [
            [], .underscores, .cautious, [.underscores, .cautious],
        ]
        for style in styles {
            let markdown = CanonicalWriter.write(document, events: block, style)
            if isSameBlock(markdown, block, of: document) { return markdown }
        }
        let place = document.events[block.lowerBound].source
        guard !place.isEmpty else {
            return CanonicalWriter.write(document, events: block, .cautious)
        }
        var start = Int(place.lowerBound)
        while start > 0, document.source[start - 1] != 0x0A, document.source[start - 1] != 0x0D {
            start -= 1
        }
        var slice = document.source[start..<Int(place.upperBound)]
        while let last = slice.last, last == 0x0A || last == 0x0D { slice.removeLast() }
        return Array(slice)
    }

    /// Whether Markdown of one block reads as that block, the document's footnotes at hand.
    static func isSameBlock(
        _ markdown: [UInt8], _ block: Range<Int>, of document: MarkdownDocument
    ) -> Bool {
        let labels = document.events.filter { $0.node == .footnoteDefinition && $0.phase == .enter }
            .map { document.string($0.payload) }
        let isNote = document.events[block.lowerBound].node == .footnoteDefinition
        var text =
            isNote
            ? Array("[^\(document.string(document.events[block.lowerBound].payload))]\n\n".utf8)
            : []
        text += markdown
        let own = isNote ? document.string(document.events[block.lowerBound].payload) : nil
        for label in labels where label != own { text += "\n\n[^\(label)]: x".utf8 }
        let again = read(text, like: document)
        var start = 1
        if isNote { start = (again.events.firstIndex { $0.node == .footnoteDefinition }) ?? 1 }
        guard start + block.count < again.events.count else { return false }
        for (offset, index) in block.enumerated() {
            var a = document.events[index]
            var b = again.events[start + offset]
            guard
                document.bytes(a.payload) == again.bytes(b.payload),
                document.bytes(a.extra) == again.bytes(b.extra)
            else { return false }
            for path in [\Event.payload, \.extra, \.source] {
                a[keyPath: path] = 0..<0
                b[keyPath: path] = 0..<0
            }
            // Numbers of footnotes depend on the rest of the document.
            if a.node == .footnoteReference || a.node == .footnoteDefinition {
                (a.value, a.count, b.value, b.count) = (0, 0, 0, 0)
            }
            guard a == b else { return false }
        }
        let next = again.events[start + block.count]
        return isNote || next.node == .footnoteDefinition || next.node == .document
    }

    static func join(
        _ document: MarkdownDocument, _ ranges: [Range<Int>], _ blocks: [[UInt8]]
    ) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(document.source.count + document.source.count / 16 + 64)
        var starred = false
        var previous: Event.Node?
        for (range, block) in zip(ranges, blocks) {
            let node = document.events[range.lowerBound].node
            if !out.isEmpty { out += [0x0A, 0x0A] }
            // Two lists in a row are one list unless their markers differ.
            let isList = node == .bulletList || node == .orderedList
            starred = isList && previous == node && !starred
            out +=
                starred
                ? CanonicalWriter.withOtherMarker(block, ordered: node == .orderedList) : block
            previous = node
        }
        return finished(out, document)
    }

    /// With what has no events, and the last line's end.
    private static func finished(
        _ blocks: consuming [UInt8], _ document: MarkdownDocument
    ) -> [UInt8] {
        var out = blocks
        for note in document.notes {
            guard case .unusedFootnote = note.kind else { continue }
            if !out.isEmpty { out += [0x0A, 0x0A] }
            out += unusedFootnote(at: note.offset, in: document.source)
        }
        if !out.isEmpty { out.append(0x0A) }
        return out
    }

    /// A footnote that nothing refers to has no events, but its words are not ours to drop: its
    /// lines as they are, up to the next line that does not belong to it.
    private static func unusedFootnote(at offset: Int, in source: [UInt8]) -> [UInt8] {
        var end = offset
        var line = offset
        while line < source.count {
            let stop = source[line...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.count
            let isBlank = source[line..<stop].allSatisfy { $0 == 0x20 || $0 == 0x09 }
            let isIndented = source[line..<stop].starts(with: "    ".utf8) || source[line] == 0x09
            if line > offset, !isBlank, !isIndented { break }
            if !isBlank { end = stop }
            line = stop + 1
        }
        return Array(source[offset..<end])
    }
}

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
    /// The document with the emphasis in one block that CommonMark's rules do not recognize as
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
