/// Plain substring search in UTF-8.
enum ByteSearch {
    /// The first place at or behind `from` where `needle` stands and ends at or before `end`; `nil` for
    /// an empty needle too. In valid UTF-8 a place is always on a scalar's bound.
    static func first(_ needle: [UInt8], in text: [UInt8], from: Int, to end: Int) -> Int? {
        guard let head = needle.first, let tail = needle.last else { return nil }
        let last = needle.count - 1
        var at = from
        while at + last < end {
            if text[at] == head, text[at + last] == tail {
                var matched = 1
                while matched < last, text[at + matched] == needle[matched] { matched += 1 }
                if matched >= last { return at }
            }
            at += 1
        }
        return nil
    }
}
