import Text

/// A Markdown text as it was read.
///
/// Start here.
///
/// 1. `MarkdownDocument(source)` reads GitHub Flavored Markdown with footnotes and `[[wikilinks]]`
///    (cmark-gfm; see `CMarkTree`), from any number of threads at once.
/// 2. `events` is the text as a flat sequence; `plainText()` is its words.
/// 3. `HTMLWriter` and `CanonicalMarkdown` write it again.
public struct MarkdownDocument: Sendable {
    /// UTF-8 as given, or repaired when it was not valid.
    ///
    /// Ranges of events are offsets into it.
    public let source: [UInt8]
    public let events: [Event]
    /// What is not shown as it is written, by offset.
    public let notes: [MarkdownNote]
    /// The article's title, if `titled` was given one.
    public let title: ArticleTitle?
    /// The bytes that the events' ranges point to.
    let arena: [UInt8]

    /// Reads any bytes: there is no Markdown that is not a document.
    ///
    /// Bytes that are not UTF-8, and NUL, become U+FFFD. Markup that was meant and that GFM does
    /// not recognize is read as it was meant: emphasis around Chinese punctuation, the end of a
    /// bare address before Chinese text, bars in the code of a table.
    public init(_ source: [UInt8]) {
        self = MarkdownReader.read(source)
    }

    /// Reads a text of the archive's editors, which may use what Obsidian adds to Markdown:
    /// comments, highlights, callouts, anchors, embedded pictures (`VaultSyntax`).
    public init(note source: [UInt8]) {
        self = MarkdownReader.readNote(source)
    }

    /// The text exactly as GFM reads it.
    init(literal source: [UInt8]) {
        self = MarkdownReader.literal(source)
    }

    public init(_ source: String) {
        self.init(Array(source.utf8))
    }

    init(
        source: [UInt8], events: [Event], arena: [UInt8], notes: [MarkdownNote],
        title: ArticleTitle? = nil
    ) {
        self.title = title
        self.source = source
        self.events = events
        self.arena = arena
        self.notes = notes
    }

    /// The bytes of an event's `payload` or `extra`.
    public func bytes(_ range: Range<Int32>) -> ArraySlice<UInt8> {
        arena[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    public func string(_ range: Range<Int32>) -> String {
        String(decoding: bytes(range), as: UTF8.self)
    }

    /// Without the comments of HTML, which are on no page and not meant to be published with the
    /// Markdown either.
    var withoutHTMLComments: MarkdownDocument {
        let open = Array("<!--".utf8)
        let isComment = { (event: Event) in
            event.node == .htmlInline && bytes(event.payload).starts(with: open)
        }
        guard
            events.contains(where: {
                isComment($0)
                    || $0.node == .htmlBlock && bytes($0.payload).firstRange(of: open) != nil
            })
        else { return self }
        var arena = arena
        var kept: [Event] = []
        kept.reserveCapacity(events.count)
        for var event in events where !isComment(event) {
            if event.node == .htmlBlock {
                var rest = bytes(event.payload)
                let start = Int32(arena.count)
                while let comment = rest.firstRange(of: open) {
                    arena += rest[..<comment.lowerBound]
                    rest = rest[comment.upperBound...]
                    let end = rest.firstRange(of: Array("-->".utf8))?.upperBound ?? rest.endIndex
                    rest = rest[end...]
                }
                arena += rest
                event.payload = start..<Int32(arena.count)
                if arena[Int(start)...].allSatisfy({ $0 <= 0x20 }) { continue }
            }
            kept.append(event)
        }
        return MarkdownDocument(source: source, events: kept, arena: arena, notes: notes)
    }

    /// Whether two documents have the same content, ignoring positions in their sources.
    public func hasSameEvents(as other: MarkdownDocument) -> Bool {
        guard events.count == other.events.count else { return false }
        for (a, b) in zip(events, other.events) {
            guard
                a.node == b.node, a.phase == b.phase, a.flag == b.flag, a.value == b.value,
                a.count == b.count, bytes(a.payload) == other.bytes(b.payload),
                bytes(a.extra) == other.bytes(b.extra)
            else { return false }
        }
        return true
    }
}

extension MarkdownDocument {
    /// The document with words for wikilinks that were written without: `[[lin]]` is shown as the
    /// name of its target.
    ///
    /// - Parameter name: the words for a target, without its `#…`; `nil` leaves the target itself.
    public func naming(_ name: (_ target: String) -> String?) -> MarkdownDocument {
        guard events.contains(where: { $0.node == .wikilink }) else { return self }
        var events = events
        var arena = arena
        for index in events.indices.dropLast() where events[index].node == .wikilink {
            let words = events[index + 1]
            guard events[index].phase == .enter, words.node == .text,
                words.payload == events[index].payload
            else { continue }
            let target = String(
                decoding: arena[index: words.payload].prefix { $0 != 0x23 }, as: UTF8.self)
            // `[[#heading]]` leads to the same text.
            let heading = String(
                decoding: arena[index: words.payload].drop { $0 == 0x23 || $0 == 0x5E },
                as: UTF8.self)
            guard let name = target.isEmpty ? heading : name(target), !name.isEmpty else {
                continue
            }
            let start = Int32(arena.count)
            arena += name.utf8
            events[index + 1].payload = start..<Int32(arena.count)
        }
        return MarkdownDocument(
            source: source, events: events, arena: arena, notes: notes, title: title)
    }
}

extension [UInt8] {
    fileprivate subscript(index range: Range<Int32>) -> ArraySlice<UInt8> {
        self[Int(range.lowerBound)..<Int(range.upperBound)]
    }
}

/// What a user should know about how a Markdown text was read: something in it is not shown as
/// written.
public struct MarkdownNote: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// A table whose short rows would be filled up with this many cells; shown as text.
        case tableShownAsText(cells: Int)
        /// Quotes or lists inside one another deeper than this; shown at this depth.
        case nestingCut(depth: Int)
        /// A footnote that nothing refers to; not shown.
        case unusedFootnote(label: String)
        /// A comment `%%` without an end; the rest of the text is not shown.
        case unclosedComment
        /// An element of raw HTML without an end; its tag is shown as text.
        case unclosedElement(name: String)
    }

    public var kind: Kind
    /// Byte offset in the Markdown source.
    public var offset: Int

    public init(_ kind: Kind, offset: Int) {
        self.kind = kind
        self.offset = offset
    }

    public var id: String {
        switch kind {
        case .tableShownAsText: "table-too-sparse"
        case .nestingCut: "nesting-too-deep"
        case .unusedFootnote: "unused-footnote"
        case .unclosedComment: "unclosed-comment"
        case .unclosedElement: "unclosed-html"
        }
    }

    public var message: String {
        switch kind {
        case .tableShownAsText(let cells):
            "a table with \(cells) cells, nearly all of them empty, is shown as text"
        case .nestingCut(let depth):
            "quotes or lists are nested deeper than \(depth); what is deeper is shown at that depth"
        case .unusedFootnote(let label):
            "nothing refers to the footnote [^\(label)], so it is not shown"
        case .unclosedComment:
            "the comment that begins here has no end, so the rest of the text is not shown"
        case .unclosedElement(let name):
            "the element <\(name)> has no end, so its tag is shown as text"
        }
    }

    public var help: String {
        switch kind {
        case .tableShownAsText: "give every row as many cells as the head of the table has"
        case .nestingCut: "use fewer levels of > or -"
        case .unusedFootnote(let label):
            "write [^\(label)] where the footnote belongs, or remove it"
        case .unclosedComment: "end the comment with %%, or write \\%% for the characters"
        case .unclosedElement(let name):
            "close it with </\(name)>, or put the words in a code block"
        }
    }

    /// The note as a warning about `file`.
    ///
    /// `firstLine` and `source` are where the Markdown begins
    /// in the file (1-based line, after the front matter) and the Markdown itself.
    public func diagnostic(file: String, firstLine: Int, source: [UInt8]) -> Diagnostic {
        var line = firstLine
        var start = 0
        for (index, byte) in source.prefix(offset).enumerated() where byte == 0x0A {
            line += 1
            start = index + 1
        }
        let end = source[start...].firstIndex(of: 0x0A) ?? source.endIndex
        let place = Diagnostic.Place(
            file: file, line: line, column: offset - start + 1,
            excerpt: String(decoding: source[start..<end].prefix(400), as: UTF8.self))
        return Diagnostic(.warning, id, at: place, message, help: help)
    }
}
