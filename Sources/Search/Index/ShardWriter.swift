import Text

/// Cuts the stream of keys and postings into files of about one size.
///
/// Pairs that begin with the same Han character share it: `腾讯云` means 腾讯 and 腾云. Where a file ends
/// depends on its content and on the next key, not on how many files came before. So an edited
/// article changes the shards of its own terms only, and writing the same keys from the start of
/// any shard gives the same shards; `ShardUpdate` relies on it.
struct ShardWriter {
    /// The first key of a file, and the file's name.
    struct Shard: Equatable {
        var first: [UInt8]
        var name: String
    }

    /// Every shard that was written or kept, in the keys' order.
    private(set) var shards: [Shard] = []
    private let target: Int
    private let write: (IndexFile) throws -> Void
    private var first: [UInt8] = []
    private var keys: [UInt8] = []
    private var postings: [UInt8] = []
    /// First character of the pairs that `keys` ends with; 0 when it ends with another key.
    private var open: UInt32 = 0

    /// - Parameters:
    ///   - target: bytes of keys and postings in a shard of usual size.
    ///   - write: called with every finished file.
    init(target: Int, write: @escaping (IndexFile) throws -> Void) {
        self.target = target
        self.write = write
    }

    /// Whether the next key begins a shard.
    var isAtStart: Bool { keys.isEmpty }

    mutating func add(_ key: [UInt8], _ posting: ArraySlice<UInt8>) throws {
        if endsShard(before: key, posting) { try cut() }
        if keys.isEmpty { first = key } else { keys.append(0x20) }
        keys += key
        open = 0
        try append(posting)
    }

    /// Adds a pair of Han characters.
    mutating func add(_ pair: UInt64, _ posting: ArraySlice<UInt8>) throws {
        if endsShard(before: pair, posting) { try cut() }
        let one = TermKey.first(pair)
        if keys.isEmpty {
            first = IndexKey.han(one, TermKey.second(pair))
            UTF8Scalars.append(one, to: &keys)
        } else if open != one {
            keys.append(0x20)
            UTF8Scalars.append(one, to: &keys)
        }
        UTF8Scalars.append(TermKey.second(pair), to: &keys)
        open = one
        try append(posting)
    }

    /// Adds a key as a shard has it.
    mutating func add(_ entry: ShardEntry) throws {
        if let pair = entry.pair {
            try add(pair, entry.posting)
        } else {
            try add(entry.key, entry.posting)
        }
    }

    /// Whether the shard that is being made ends where this would come next.
    func endsShard(before entry: ShardEntry) -> Bool {
        entry.pair.map { endsShard(before: $0, entry.posting) }
            ?? endsShard(before: entry.key, entry.posting)
    }

    /// Keeps a shard of the previous index; the current one must be finished.
    mutating func keep(_ shard: Shard) {
        shards.append(shard)
    }

    mutating func cut() throws {
        guard !keys.isEmpty else { return }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(keys.count + postings.count + 8)
        bytes.append(0x5B)
        JSONText.append(utf8: keys, to: &bytes)
        bytes.append(0x2C)
        // Digits need no escapes.
        bytes.append(0x22)
        bytes += postings
        bytes.append(0x22)
        bytes += [0x5D, 0x0A]
        let file = IndexFile(bytes)
        shards.append(Shard(first: first, name: file.name))
        try write(file)
        keys.removeAll(keepingCapacity: true)
        postings.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ posting: ArraySlice<UInt8>) throws {
        posting.withUnsafeBufferPointer { postings.append(contentsOf: $0) }
        if posting.count > target { try cut() }
    }

    private func endsShard(before key: [UInt8], _ posting: ArraySlice<UInt8>) -> Bool {
        endsShard(
            key.count + posting.count + 2, hash: key.reduce(0) { $0 &* 31 &+ UInt64($1) })
    }

    private func endsShard(before pair: UInt64, _ posting: ArraySlice<UInt8>) -> Bool {
        endsShard(posting.count + 5, hash: pair)
    }

    private func endsShard(_ added: Int, hash: UInt64) -> Bool {
        let size = keys.count + postings.count
        let mixed = (hash ^ hash >> 18) &* 0x9E37_79B9_7F4A_7C15
        let mayEnd = size >= target - target / 8 && mixed >> 58 == 0
        return size > 0 && (mayEnd || size + added > target + target / 8 || added > target)
    }
}

/// A key of a shard with its posting, in their written form.
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

    /// The entries of a shard's file, in the order of the keys; `nil` if it is not a shard.
    static func read(_ file: [UInt8], _ limits: Posting.Limits) -> [ShardEntry]? {
        guard let items = JSONValue.parsed(file)?.items, items.count == 2,
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

/// How large the files of an index are made.
///
/// Small shards make a query cheap, many files make a site unwieldy: an index of tens of thousands
/// of pages has up to 2,900 files, with those for reading from disk.
enum IndexSize {
    /// Bytes of keys and postings in a shard of usual size.
    ///
    /// The size moves in steps, so that hardly any edit changes it: a new size means that all
    /// shards are cut again.
    ///
    /// - Parameters:
    ///   - postings: how many passages and titles all terms have, each term counted by itself.
    ///   - blocks: files of documents.
    static func shard(postings: Int, blocks: Int) -> Int {
        let size = postings * 11 / 4
        let scripts = min(size, IndexScripts.largestIndex) * 5 / 3 / IndexScripts.size
        let shards = max(1000, 2_900 - blocks - scripts)
        let exact = min(24_000, max(8_000, size / shards))
        return exact - exact % 500
    }

    /// The same, of an index that is being made.
    static func shard(of occurrences: OccurrenceLists, blocks: Int) throws -> Int {
        let least = shard(postings: occurrences.least, blocks: blocks)
        let most = shard(postings: occurrences.most, blocks: blocks)
        // Very small and very large ones are not counted twice.
        return least == most ? least : shard(postings: try occurrences.postings(), blocks: blocks)
    }
}
