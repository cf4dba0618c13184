import Text

/// An inline element to be put around a range of the plain text when a document is written as HTML:
/// a sentence, a claim's mark, a mention.
///
/// Ranges may overlap and cross the document's own elements; the writer splits a wrap where it must
/// and writes `InlineTag.reopen` for every part after the first. Of two wraps at one place the one
/// of lower `level` is outside.
public struct InlineWrap: Sendable, Equatable {
    /// Bytes of `PlainText.utf8`.
    public var range: Range<Int>
    public var level: Int
    /// Of the `InlineTags` that are given with the wraps.
    public var tag: Int
    /// Written between the tag's `open` and `openEnd`.
    public var id: PlaceID?

    public init(range: Range<Int>, level: Int, tag: Int, id: PlaceID? = nil) {
        self.range = range
        self.level = level
        self.tag = tag
        self.id = id
    }
}

/// The tags of an inline element: `InlineTags` holds them for all wraps that are written alike.
public struct InlineTag: Sendable {
    /// `<mark class="claim">`, or the part before a wrap's id.
    var open: String
    /// After the id of a wrap that has one.
    var openEnd: String
    /// The whole opening tag without what may occur only once in a page, such as an id.
    var reopen: String
    /// `</span>`.
    var close: String
    /// Used instead where the text is inside a link of the source: a link cannot hold a link.
    var openInLink: String?
    var closeInLink: String
    /// Written once, after the last part, unless that is inside a link.
    var after: String

    /// - Parameter closeInLink: `close` when it is `nil`.
    public init(
        open: String, openEnd: String = "", reopen: String, close: String,
        openInLink: String? = nil, closeInLink: String? = nil, after: String = ""
    ) {
        self.open = open
        self.openEnd = openEnd
        self.reopen = reopen
        self.close = close
        self.openInLink = openInLink
        self.closeInLink = closeInLink ?? close
        self.after = after
    }
}

/// The tags that a document's wraps name: those of all documents, then those of this one.
///
/// All are one run of bytes: no reference is counted when one is written.
public struct InlineTags: Sendable {
    enum Part { case open, openEnd, reopen, close, openInLink, closeInLink, after }

    /// Where the parts of a tag end, in the order of `Part`.
    private struct Ends {
        var start: Int32
        var open: Int32
        var openEnd: Int32
        var reopen: Int32
        var close: Int32
        var openInLink: Int32
        var closeInLink: Int32
        var after: Int32
        var isLink: Bool

        func range(of part: Part) -> Range<Int32> {
            switch part {
            case .open: start..<open
            case .openEnd: open..<openEnd
            case .reopen: openEnd..<reopen
            case .close: reopen..<close
            case .openInLink: close..<openInLink
            case .closeInLink: openInLink..<closeInLink
            case .after: closeInLink..<after
            }
        }
    }

    private struct Pool {
        var bytes: [UInt8] = []
        var tags: [Ends] = []

        mutating func add(_ tag: InlineTag) {
            let start = Int32(bytes.count)
            func end(_ words: String) -> Int32 {
                bytes += words.utf8
                return Int32(bytes.count)
            }
            tags.append(
                Ends(
                    start: start, open: end(tag.open), openEnd: end(tag.openEnd),
                    reopen: end(tag.reopen), close: end(tag.close),
                    openInLink: end(tag.openInLink ?? ""), closeInLink: end(tag.closeInLink),
                    after: end(tag.after), isLink: tag.openInLink != nil))
        }

        func append(_ part: Part, of tag: Int, to out: inout [UInt8]) {
            let range = tags[tag].range(of: part)
            guard !range.isEmpty else { return }
            bytes.withUnsafeBufferPointer { bytes in
                out.append(
                    contentsOf: UnsafeBufferPointer(
                        rebasing: bytes[Int(range.lowerBound)..<Int(range.upperBound)]))
            }
        }
    }

    private let shared: Pool
    private var own = Pool()

    public init(_ shared: [InlineTag] = []) {
        var pool = Pool()
        for tag in shared { pool.add(tag) }
        self.shared = pool
    }

    /// - Returns: what `InlineWrap.tag` names it by.
    public mutating func add(_ tag: InlineTag) -> Int {
        own.add(tag)
        return shared.tags.count + own.tags.count - 1
    }

    func isLink(_ tag: Int) -> Bool {
        let number = tag - shared.tags.count
        return number < 0 ? shared.tags[tag].isLink : own.tags[number].isLink
    }

    func append(_ part: Part, of tag: Int, to out: inout [UInt8]) {
        let number = tag - shared.tags.count
        if number < 0 {
            shared.append(part, of: tag, to: &out)
        } else {
            own.append(part, of: number, to: &out)
        }
    }
}

/// For every inline element of a document: the plain text it covers and whether it contains a
/// link.
///
/// Needed only where wraps are woven in.
struct InlineSpans {
    private var ends: [Int: (end: Int, holdsLink: Bool)] = [:]

    /// `leads`: whether the link or wikilink at an index is written as a link.
    init(_ document: MarkdownDocument, offsets: [Int32], leads: (Int) -> Bool) {
        var open: [(index: Int, holdsLink: Bool)] = []
        for (index, event) in document.events.enumerated() where event.node.isInline {
            switch event.phase {
            case .enter:
                let isLink = event.node == .link || event.node == .wikilink
                open.append((index, isLink && leads(index)))
            case .leave:
                guard let top = open.popLast() else { continue }
                ends[top.index] = (Int(offsets[index]), top.holdsLink)
                if top.holdsLink, !open.isEmpty { open[open.count - 1].holdsLink = true }
            case .leaf:
                guard !open.isEmpty else { continue }
                let isAnchor =
                    event.node == .htmlInline
                    && RawHTMLTag(document.bytes(event.payload))?.name == [UInt8(ascii: "a")]
                if event.node == .footnoteReference || isAnchor {
                    open[open.count - 1].holdsLink = true
                }
            }
        }
    }

    /// Of the element that the event at `index` enters.
    func span(at index: Int, from start: Int) -> (range: Range<Int>, holdsLink: Bool) {
        guard let found = ends[index], found.end >= start else { return (start..<start, true) }
        return (start..<found.end, found.holdsLink)
    }
}
