/// Plain substring search in UTF-8.
///
/// Horspool's algorithm (1980): the byte of the text under the needle's end says how far the needle
/// may move, for a quote of thirty Han characters about ten characters at a time.
struct ByteSearch {
    private let needle: [UInt8]
    /// By byte: distance from its last place in the needle, the end left out, to the end.
    private var shifts: [Int]

    init(_ needle: [UInt8]) {
        self.needle = needle
        shifts = [Int](repeating: max(1, needle.count), count: 256)
        for (index, byte) in needle.dropLast().enumerated() {
            shifts[Int(byte)] = needle.count - 1 - index
        }
    }

    /// The first place at or behind `from` where the needle stands and ends at or before `end`;
    /// `nil` for an empty needle too.
    ///
    /// In valid UTF-8 a place is always on a scalar's bound.
    func first(in text: [UInt8], from: Int, to end: Int) -> Int? {
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
}
