/// Files by the first key that each holds, ascending.
struct ShardList {
    private var keys: [ArraySlice<UInt8>] = []
    private var names: [String] = []

    init() {}

    /// `nil` when there are not as many names as keys.
    init?(_ keys: JSONTree?, _ names: JSONTree?) {
        guard let keys = keys?.text else { return nil }
        self.keys = keys.split(separator: 0x20)
        self.names = Self.names(names)
        guard self.keys.count == self.names.count else { return nil }
    }

    mutating func append(_ other: ShardList) {
        keys += other.keys
        names += other.names
    }

    /// The last file that begins at or before the key, and for a range those after it that begin
    /// with it.
    func names(_ key: [UInt8], isRange: Bool) -> [String] {
        guard !keys.isEmpty else { return [] }
        let start = max(0, keys.partitioningIndex { key.lexicographicallyPrecedes($0) } - 1)
        var end = start + 1
        if isRange { while end < keys.count, keys[end].starts(with: key) { end += 1 } }
        return Array(names[start..<end])
    }

    static func names(_ written: JSONTree?) -> [String] {
        FileNames.read(written?.text ?? [])
    }
}
