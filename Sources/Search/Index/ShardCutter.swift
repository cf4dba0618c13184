import Text

/// Cuts the stream of keys and postings into files of about one size.
///
/// Pairs that begin with the same Han character share it: `腾讯云` stands for 腾讯 and 腾云. Where a file
/// ends
/// depends on its keys, not on how many went before, so that an edited article changes the shards
/// of
/// its own terms and leaves the others alone.
struct ShardCutter {
    /// The key and the file's name of every shard, in the keys' order.
    private(set) var shards: [(first: [UInt8], name: String)] = []
    private(set) var files: [IndexFile] = []
    private let target: Int
    private var first: [UInt8] = []
    private var keys: [UInt8] = []
    private var postings: [UInt8] = []
    /// First character of the pairs that `keys` ends with; 0 when it ends with another key.
    private var open: UInt32 = 0

    /// - Parameter target: bytes of keys and postings in a shard of usual size.
    init(target: Int) {
        self.target = target
    }

    mutating func add(_ key: [UInt8], _ posting: [UInt8]) {
        makeRoom(key.count + posting.count + 2, hash: key.reduce(0) { $0 &* 31 &+ UInt64($1) })
        if keys.isEmpty { first = key } else { keys.append(0x20) }
        keys += key
        open = 0
        append(posting)
    }

    /// Adds a pair of Han characters.
    mutating func add(_ pair: UInt64, _ posting: [UInt8]) {
        makeRoom(posting.count + 5, hash: pair)
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
        append(posting)
    }

    mutating func cut() {
        guard !keys.isEmpty else { return }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(keys.count + postings.count + 8)
        bytes.append(0x5B)
        JSONBytes.append(keys, to: &bytes)
        bytes.append(0x2C)
        JSONBytes.append(postings, to: &bytes)
        bytes += [0x5D, 0x0A]
        let file = IndexFile(bytes)
        shards.append((first, file.name))
        files.append(file)
        keys.removeAll(keepingCapacity: true)
        postings.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ posting: [UInt8]) {
        postings += posting
        if posting.count > target { cut() }
    }

    private mutating func makeRoom(_ added: Int, hash: UInt64) {
        let size = keys.count + postings.count
        let mixed = (hash ^ hash >> 18) &* 0x9E37_79B9_7F4A_7C15
        let mayEnd = size >= target - target / 8 && mixed >> 58 == 0
        if size > 0, mayEnd || size + added > target + target / 8 || added > target { cut() }
    }
}
