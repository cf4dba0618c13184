/// Finds one byte string in many texts.
///
/// Horspool's algorithm (1980): the byte of the text under the needle's end says how far the needle
/// may move, for a quote of thirty Han characters about ten characters at a time. For one look at
/// one text, `ByteSearch.end` needs no preparation.
public struct ByteSearch: Sendable {
    private let needle: [UInt8]
    /// By byte: distance from its last place in the needle, the end left out, to the end.
    private var shifts: [Int]

    public init(_ needle: [UInt8]) {
        self.needle = needle
        shifts = [Int](repeating: max(1, needle.count), count: 256)
        for (index, byte) in needle.dropLast().enumerated() {
            shifts[Int(byte)] = needle.count - 1 - index
        }
    }

    /// The first offset at or after `from` at which the needle begins, if it ends at or before
    /// `end`; `nil` for an empty needle.
    ///
    /// In valid UTF-8 the offset is always on a scalar's bound.
    public func first(in text: [UInt8], from: Int, to end: Int) -> Int? {
        guard let tail = needle.last else { return nil }
        let last = needle.count - 1
        var at = from
        while at + last < end {
            let byte = text[at + last]
            if byte == tail {
                var matched = 0
                while matched < last, text[at + matched] == needle[matched] { matched += 1 }
                if matched == last { return at }
            }
            at += shifts[Int(byte)]
        }
        return nil
    }

    /// The offset after the first occurrence of a needle that begins at or after `start`, at most
    /// `limit` bytes after it; `start` for an empty needle.
    public static func end(
        of needle: [UInt8], in text: [UInt8], from start: Int = 0, limit: Int = .max
    ) -> Int? {
        guard let first = needle.first else { return start }
        guard text.count - start >= needle.count else { return nil }
        let last = min(text.count - needle.count, limit == .max ? Int.max : start + limit)
        return text.withUnsafeBufferPointer { text in
            needle.withUnsafeBufferPointer { needle in
                var at = start
                while at <= last {
                    if text[at] == first {
                        var matched = 1
                        while matched < needle.count, text[at + matched] == needle[matched] {
                            matched += 1
                        }
                        if matched == needle.count { return at + matched }
                    }
                    at += 1
                }
                return nil
            }
        }
    }

    public static func contains(_ needle: [UInt8], in text: [UInt8]) -> Bool {
        end(of: needle, in: text) != nil
    }
}
