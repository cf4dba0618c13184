import Text

/// The words of a document as a reader sees them, in UTF-8, with the structure that later stages
/// need.
///
/// It is what `text.txt` holds: offsets of mentions, quotes and sentences are offsets into `utf8`.
public struct PlainText: Sendable {
    /// A run of text that belongs together: a paragraph, a heading, a list item's paragraph, a
    /// table cell, a code block.
    ///
    /// Nothing is matched across two blocks.
    public struct Block: Sendable, Equatable {
        public enum Kind: Sendable, Equatable {
            case paragraph
            case heading(level: UInt8)
            case tableCell
            case code
        }
        public let kind: Kind
        @usableFromInline let place: ShortRange
        @usableFromInline let begin: Int32

        /// Bytes of `utf8`.
        @inlinable public var range: Range<Int> { place.range }
        /// Byte offset in the Markdown source at which the block begins.
        @inlinable public var source: Int { Int(begin) }

        public init(kind: Kind, range: Range<Int>, source: Int) {
            self.kind = kind
            place = ShortRange(range)
            begin = Int32(source)
        }
    }

    /// A stretch of text inside a link, or written as `[[target]]` or `[[target|words]]`.
    public struct Link: Sendable, Equatable {
        /// Bytes of `utf8`.
        public var range: Range<Int>
        /// The address as written, or the wikilink's target.
        public var target: String
        public var isWikilink: Bool

        public init(range: Range<Int>, target: String, isWikilink: Bool) {
            self.range = range
            self.target = target
            self.isWikilink = isWikilink
        }
    }

    public var utf8: [UInt8]
    public var blocks: [Block]
    public var links: [Link]
    /// Inline code and inline raw HTML text inside blocks, ascending: text, but nothing is matched
    /// in it.
    public var code: [Range<Int>]

    public init(
        utf8: [UInt8] = [], blocks: [Block] = [], links: [Link] = [], code: [Range<Int>] = []
    ) {
        self.utf8 = utf8
        self.blocks = blocks
        self.links = links
        self.code = code
    }
}

/// Which events of a document are between `<script>` and `</script>` and the like inside a
/// paragraph: code, not words.
///
/// They are shown nowhere. Without the closing tag nothing is hidden.
struct HiddenText {
    private var indices: Set<Int> = []

    /// Nothing is hidden.
    init() {}

    init(_ document: MarkdownDocument) {
        var open: (name: [UInt8], index: Int)?
        for (index, event) in document.events.enumerated() {
            if event.node == .htmlInline {
                let bytes = document.bytes(event.payload)
                guard let tag = RawHTMLTag(bytes) else { continue }
                if let start = open {
                    if tag.isClosing, tag.name == start.name {
                        indices.formUnion(start.index + 1..<index)
                        open = nil
                    }
                } else if !tag.isClosing, RawHTMLAllowList.hidden.contains(tag.name) {
                    open = (tag.name, index)
                }
            } else if event.node.holdsInlines {
                open = nil
            }
        }
    }

    func contains(_ index: Int) -> Bool {
        !indices.isEmpty && indices.contains(index)
    }
}
