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
    /// The bytes that the events' ranges point to.
    let arena: [UInt8]

    /// Reads any bytes: there is no Markdown that is not a document.
    ///
    /// Bytes that are no UTF-8 and NUL become U+FFFD.
    public init(_ source: [UInt8]) {
        self = MarkdownReader.read(source)
    }

    public init(_ source: String) {
        self.init(Array(source.utf8))
    }

    init(source: [UInt8], events: [Event], arena: [UInt8], notes: [MarkdownNote]) {
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

    /// Whether two documents say the same, wherever it stands in their sources.
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
