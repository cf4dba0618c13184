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
