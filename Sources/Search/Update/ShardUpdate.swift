/// Updates the shards of a previous index: those with a changed key are written again, the others
/// are kept.
///
/// The result equals that of writing all keys from the beginning. Where a shard ends depends on its
/// content and on the next key. So a changed key affects its own shard and, if it is the first one
/// there, the shard before; and rewriting stops at the first old cut that is reached again.
struct ShardUpdate {
    private let old: [ShardWriter.Shard]
    private let changes: [PostingChange]
    private let limits: Posting.Limits
    private let read: (String) throws -> [UInt8]?
    private var next = 0

    /// - Parameters:
    ///   - old: the previous shards.
    ///   - changes: keys whose postings change, ascending.
    ///   - read: a file of the previous index, by name.
    init(
        _ old: [ShardWriter.Shard], _ changes: [PostingChange], _ limits: Posting.Limits,
        read: @escaping (String) throws -> [UInt8]?
    ) {
        self.old = old
        self.changes = changes
        self.limits = limits
        self.read = read
    }

    /// How many shards hold changed keys.
    var touched: Int {
        var touched = 0
        var last = -1
        for change in changes {
            let shard = max(
                0, old.partitioningIndex { change.key.lexicographicallyPrecedes($0.first) } - 1)
            if shard != last { touched += 1 }
            last = shard
        }
        return touched
    }

    /// - Parameters:
    ///   - cutter: gets all shards, old and new.
    ///   - rewrite: returns the new posting of a key from the old one (`nil`: a new key); `nil` if
    ///     the key is removed.
    /// - Returns: whether it could be done; `false` when a file is not what it should be.
    mutating func run(
        into cutter: inout ShardWriter,
        rewrite: (PostingChange, ArraySlice<UInt8>?) throws -> [UInt8]?
    ) throws -> Bool {
        for shard in old.indices {
            if cutter.isAtStart, !isTouched(shard) {
                cutter.keep(old[shard])
                continue
            }
            guard let file = try read(old[shard].name),
                let entries = ShardEntry.read(file, limits), let first = entries.first
            else { return false }
            if !isTouched(shard), cutter.endsShard(before: first) {
                try cutter.cut()
                cutter.keep(old[shard])
                continue
            }
            for entry in entries {
                try insert(before: entry.key, into: &cutter, rewrite: rewrite)
                guard next < changes.count, changes[next].key == entry.key else {
                    try cutter.add(entry)
                    continue
                }
                if let posting = try rewrite(changes[next], entry.posting) {
                    try cutter.add(ShardEntry(key: entry.key, posting: posting[...]))
                }
                next += 1
            }
            let end = shard + 1 < old.count ? old[shard + 1].first : nil
            try insert(before: end, into: &cutter, rewrite: rewrite)
        }
        try insert(before: nil, into: &cutter, rewrite: rewrite)
        try cutter.cut()
        return true
    }

    /// Whether a key of the shard changes, or the first key of the next one, which determines where
    /// it ends.
    private func isTouched(_ shard: Int) -> Bool {
        guard next < changes.count else { return false }
        guard shard + 1 < old.count else { return true }
        return !old[shard + 1].first.lexicographicallyPrecedes(changes[next].key)
    }

    /// Adds new keys up to a key; `nil`: all.
    private mutating func insert(
        before key: [UInt8]?, into cutter: inout ShardWriter,
        rewrite: (PostingChange, ArraySlice<UInt8>?) throws -> [UInt8]?
    ) throws {
        while next < changes.count,
            key.map({ changes[next].key.lexicographicallyPrecedes($0) }) ?? true
        {
            if let posting = try rewrite(changes[next], nil) {
                try cutter.add(ShardEntry(key: changes[next].key, posting: posting[...]))
            }
            next += 1
        }
    }
}
