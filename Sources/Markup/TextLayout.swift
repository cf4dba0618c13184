import Text

/// Lays the words of a document out as plain text, and remembers where each event's words went.
///
/// Blocks are separated by a blank line, list items and table rows by a line end, cells by a tab.
/// Both kinds of line break in a paragraph become a line end. Addresses, image descriptions and raw
/// HTML are not text; footnotes come at the end, without their marks.
struct TextLayout {
    private(set) var text = PlainText()
    /// Offset in the text at which each event's words begin; of an event without words, its
    /// position.
    private(set) var offsets: [Int32] = []

    /// Cells of one row are separated by a tab, all other blocks by an empty line: a reader of the
    /// text alone can tell a line end inside a block from the end of a block.
    private enum Gap { case none, tab, blank }

    init(_ document: MarkdownDocument) {
        // Two bytes part one block from the next.
        text.utf8.reserveCapacity(document.arena.count + 2 * document.events.count)
        offsets.reserveCapacity(document.events.count)
        text.blocks.reserveCapacity(document.events.count / 4)
        var gap = Gap.none
        var imageDepth = 0
        // The one that is open.
        var block: (kind: PlainText.Block.Kind, start: Int, source: Int)?
        var linkStarts: [Int] = []
        var links: [PlainText.Link?] = []

        let hidden = HiddenText(document)

        for (index, event) in document.events.enumerated() {
            if event.phase != .leave, event.node.holdsInlines || event.node == .codeBlock,
                Self.hasWords(document, at: index)
            {
                separate(gap)
                gap = .none
            }
            offsets.append(Int32(truncatingIfNeeded: text.utf8.count))
            switch (event.node, event.phase) {
            case (.text, _):
                if imageDepth == 0, !hidden.contains(index) {
                    text.utf8 += document.bytes(event.payload)
                }
            case (.softBreak, _), (.lineBreak, _):
                if imageDepth == 0, !hidden.contains(index) { text.utf8.append(0x0A) }
            case (.htmlInline, _):
                // The words on both sides of a line break are not one word.
                if imageDepth == 0, RawHTMLTag.isBreak(document.bytes(event.payload)) {
                    text.utf8.append(0x0A)
                }
            case (.code, _):
                guard imageDepth == 0, !hidden.contains(index) else { break }
                let start = text.utf8.count
                text.utf8 += document.bytes(event.payload)
                if text.utf8.count > start { text.code.append(start..<text.utf8.count) }
            case (.image, .enter): imageDepth += 1
            case (.image, .leave): imageDepth -= 1
            case (.link, .enter), (.wikilink, .enter):
                linkStarts.append(text.utf8.count)
                links.append(
                    PlainText.Link(
                        range: 0..<0, target: document.string(event.payload),
                        isWikilink: event.node == .wikilink))
            case (.link, .leave), (.wikilink, .leave):
                if let start = linkStarts.popLast(), case var link?? = links.popLast(),
                    text.utf8.count > start
                {
                    link.range = start..<text.utf8.count
                    text.links.append(link)
                }
            case (.paragraph, .enter), (.heading, .enter), (.tableCell, .enter):
                let kind: PlainText.Block.Kind =
                    switch event.node {
                    case .heading: .heading(level: UInt8(clamping: event.value))
                    case .tableCell: .tableCell
                    default: .paragraph
                    }
                block = (kind, text.utf8.count, Int(event.source.lowerBound))
            case (.paragraph, .leave), (.heading, .leave), (.tableCell, .leave):
                if let (kind, start, source) = block { add(kind, from: start, source) }
                block = nil
                gap = event.node == .tableCell ? .tab : .blank
            case (.tableRow, .leave): gap = .blank
            case (.codeBlock, _):
                let start = text.utf8.count
                var words = document.bytes(event.payload)
                while words.last == 0x0A { words.removeLast() }
                text.utf8 += words
                add(.code, from: start, Int(event.source.lowerBound))
                gap = .blank
            default: break
            }
        }
        if !text.utf8.isEmpty { text.utf8.append(0x0A) }
    }

    /// Whether a block shows anything at all; a cell always takes its place.
    private static func hasWords(_ document: MarkdownDocument, at block: Int) -> Bool {
        let node = document.events[block].node
        guard node == .paragraph || node == .heading else { return true }
        var imageDepth = 0
        for event in document.events[(block + 1)...] {
            switch event.node {
            case node where event.phase == .leave: return false
            case .image: imageDepth += event.phase == .enter ? 1 : -1
            case .text, .code:
                if imageDepth == 0 { return true }
            default: break
            }
        }
        return false
    }

    private mutating func separate(_ gap: Gap) {
        guard !text.utf8.isEmpty else { return }
        switch gap {
        case .none: break
        case .tab: text.utf8.append(0x09)
        case .blank:
            text.utf8.append(0x0A)
            text.utf8.append(0x0A)
        }
    }

    /// Adds the block that ends here; a block without words is none.
    private mutating func add(_ kind: PlainText.Block.Kind, from start: Int, _ source: Int) {
        guard start < text.utf8.count else { return }
        text.blocks.append(
            PlainText.Block(kind: kind, range: start..<text.utf8.count, source: source))
    }
}

extension MarkdownDocument {
    /// The words as a reader sees them.
    ///
    /// The text ends with a line end unless it is empty.
    public func plainText() -> PlainText {
        let text = TextLayout(self).text
        return PlainText(
            utf8: text.utf8.fitted(), blocks: text.blocks.fitted(), links: text.links.fitted(),
            code: text.code.fitted())
    }
}
