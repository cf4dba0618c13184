/// One step of a walk through a Markdown document.
///
/// A document is a flat sequence of events in which every `enter` has its `leave`, properly nested,
/// so that nothing that reads it needs recursion. An event holds no words of its own: its ranges
/// point into the document's arena (`MarkdownDocument.bytes(_:)`) and into the source.
public struct Event: Sendable, Equatable {
    public enum Node: UInt8, Sendable {
        // Blocks that hold blocks.
        case document, blockQuote, bulletList, orderedList, item, task, footnoteDefinition
        case table, tableRow
        // Blocks that hold inlines.
        case paragraph, heading, tableCell
        // Blocks without children.
        case codeBlock, htmlBlock, thematicBreak
        // Inlines that hold inlines.
        case emphasis, strong, strikethrough, link, wikilink, image
        // Inlines without children.
        case text, softBreak, lineBreak, code, htmlInline, footnoteReference
    }

    public enum Phase: UInt8, Sendable {
        case enter, leave
        /// A node without children: entered and left at once.
        case leaf
    }

    /// Of a table's column, in `value` of its cells.
    public enum Alignment: Int32, Sendable {
        case none, left, center, right
    }

    public var node: Node
    public var phase: Phase
    /// Lists: the list is tight.
    ///
    /// Tasks: the box is ticked. Table rows and cells: of the header.
    public var flag: Bool
    /// Headings: the level.
    ///
    /// Ordered lists: the first number. Cells: an `Alignment`.
    /// Footnotes and references to them: the number shown.
    public var value: Int32
    /// Footnotes: how many references there are.
    ///
    /// References: the how manieth to its footnote, from 1.
    public var count: Int32
    /// Bytes of the arena.
    ///
    /// Text, code and raw HTML: the words. Links, images: the address.
    /// Wikilinks: the target. Footnotes and references: the label. Quotes: the kind of a callout.
    public var payload: Range<Int32>
    /// Bytes of the arena.
    ///
    /// Links and images: the title. Code blocks: the info string. Callouts: `-`, `+` or nothing.
    public var extra: Range<Int32>
    /// Bytes of the source; empty when unknown, never wrong.
    ///
    /// Of containers, the parser's own bounds.
    public var source: Range<Int32>

    public init(
        _ node: Node, _ phase: Phase, flag: Bool = false, value: Int32 = 0, count: Int32 = 0,
        payload: Range<Int32> = 0..<0, extra: Range<Int32> = 0..<0, source: Range<Int32> = 0..<0
    ) {
        self.node = node
        self.phase = phase
        self.flag = flag
        self.value = value
        self.count = count
        self.payload = payload
        self.extra = extra
        self.source = source
    }
}

extension Event.Node {
    /// Paragraphs, headings and cells: what holds running text.
    public var holdsInlines: Bool {
        switch self {
        case .paragraph, .heading, .tableCell: true
        default: false
        }
    }

    public var isInline: Bool {
        switch self {
        case .emphasis, .strong, .strikethrough, .link, .wikilink, .image, .text, .softBreak,
            .lineBreak, .code, .htmlInline, .footnoteReference:
            true
        default: false
        }
    }
}
