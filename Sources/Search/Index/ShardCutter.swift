import Text

/// Cuts the stream of keys and postings into files of about one size.
///
/// Where a file ends depends on its keys, not on how many went before, so that an edited article
/// changes the shards of its own terms and leaves the others alone.
struct ShardCutter {
    /// The key and the file's name of every shard, in the keys' order.
    private(set) var shards: [(first: [UInt8], name: String)] = []
    private(set) var files: [IndexFile] = []
    private let target: Int
    private var first: [UInt8] = []
    private var keys: [UInt8] = []
    private var postings: [UInt8] = []

    /// - Parameter target: bytes of keys and postings in a shard of usual size.
    init(target: Int) {
        self.target = target
    }

    mutating func add(_ key: [UInt8], _ posting: [UInt8]) {
        let size = keys.count + postings.count
        let added = key.count + posting.count + 2
        let mayEnd = size >= target / 2 && ContentHash.of(key) & 15 == 0
        if size > 0, mayEnd || size + added > target * 2 || added > target { cut() }
        if keys.isEmpty {
            first = key
        } else {
            keys.append(0x20)
            postings.append(0x20)
        }
        keys += key
        postings += posting
        if added > target { cut() }
    }

    mutating func cut() {
        guard !keys.isEmpty else { return }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(keys.count + postings.count + 8)
        bytes.append(0x5B)
        JSONText.append(utf8: keys, to: &bytes)
        bytes.append(0x2C)
        JSONText.append(utf8: postings, to: &bytes)
        bytes += [0x5D, 0x0A]
        let file = IndexFile(bytes)
        shards.append((first, file.name))
        files.append(file)
        keys.removeAll(keepingCapacity: true)
        postings.removeAll(keepingCapacity: true)
    }
}
