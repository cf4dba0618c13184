import Text

/// Cuts the stream of keys and postings into files of about one size.
///
/// Pairs that begin with the same Han character share it: `腾讯云` stands for 腾讯 and 腾云. Where a file
/// ends depends on what it holds and on the key after it, not on how many went before, so that an
/// edited article changes the shards of its own terms and leaves the others alone: whoever feeds
/// the same keys from the start of any shard gets the same shards (`ShardPatch` does).
struct ShardCutter {
    /// A key that stands first in a file, and the file's name.
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
    ///   - write: takes every file as it is cut.
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

    /// Takes a shard that stands, when the one before has been cut.
    mutating func keep(_ shard: Shard) {
        shards.append(shard)
    }

    mutating func cut() throws {
        guard !keys.isEmpty else { return }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(keys.count + postings.count + 8)
        bytes.append(0x5B)
        JSONBytes.append(keys, to: &bytes)
        bytes.append(0x2C)
        JSONBytes.append(digits: postings, to: &bytes)
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
