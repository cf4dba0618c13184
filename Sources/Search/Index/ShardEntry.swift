import Text

/// A key of a shard with its posting, as they are written.
struct ShardEntry {
    var key: [UInt8]
    /// The key when it is two Han characters.
    var pair: UInt64?
    var posting: ArraySlice<UInt8>

    init(key: [UInt8], posting: ArraySlice<UInt8>) {
        self.key = key
        self.posting = posting
        if IndexKey.isPair(key) {
            let (first, length) = UTF8Scalars.decode(key, at: 0)
            pair = TermKey.han(first, UTF8Scalars.decode(key, at: length).scalar)
        }
    }

    /// The entries of a shard's file, in the keys' order; `nil` when it is none.
    static func read(_ file: [UInt8], _ limits: Posting.Limits) -> [ShardEntry]? {
        guard let items = JSONTreeReader.read(file)?.items, items.count == 2,
            let keys = items[0].text, let postings = items[1].text
        else { return nil }
        var entries: [ShardEntry] = []
        var input = BitReader(postings)
        for key in IndexKey.expanded(keys) {
            let start = input.digit
            guard Posting(&input, limits, isPair: IndexKey.isPair(key)) != nil else { return nil }
            entries.append(ShardEntry(key: key, posting: postings[start..<input.digit]))
        }
        return input.digit == postings.count ? entries : nil
    }
}
