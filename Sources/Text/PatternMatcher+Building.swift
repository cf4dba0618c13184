extension PatternMatcher {
    /// - Parameter patterns: valid UTF-8; empty ones are left out, equal ones count once.
    public init(_ patterns: [[UInt8]]) {
        var groups: [(key: UInt64, group: KeyTable.Group)] = []
        // A prefix stands before what begins with it, with only such patterns between: a stack of
        // open prefixes is enough.
        var open: [(entry: UInt32, pattern: [UInt8])] = []
        for (key, id) in Self.order(patterns) {
            let pattern = patterns[id]
            if groups.last?.key != key {
                groups.append((key, KeyTable.Group(first: UInt32(entries.count))))
                beginnings.insert(pattern, key: key)
                open = []
            }
            let group = groups.count - 1
            let keyEnd = PatternKey.length(key)
            if pattern.count == keyEnd {
                if groups[group].group.pattern == Self.none {
                    groups[group].group.pattern = UInt32(id)
                }
                continue
            }
            while let prefix = open.last, !pattern.starts(with: prefix.pattern) {
                open.removeLast()
            }
            if let prefix = open.last, prefix.pattern.count == pattern.count { continue }
            let entry = Entry(
                tail: PatternKey.eightBytes(pattern, at: keyEnd), start: UInt32(bytes.count),
                count: UInt32(pattern.count), pattern: UInt32(id),
                prefix: open.last?.entry ?? Self.none)
            groups[group].group.count += 1
            groups[group].group.continuations |=
                pattern.count < keyEnd + 3 ? .max : PatternKey.continuation(entry.tail)
            open.append((UInt32(entries.count), pattern))
            entries.append(entry)
            bytes += pattern
        }
        keys = KeyTable(groups)
    }

    /// Indices of the patterns by key, then by bytes, then as they come.
    private static func order(_ patterns: [[UInt8]]) -> [(key: UInt64, id: Int)] {
        patterns.indices.filter { !patterns[$0].isEmpty }
            .map { (key: PatternKey.key(of: patterns[$0]), id: $0) }
            .sorted {
                if $0.key != $1.key { return $0.key < $1.key }
                let (a, b) = (patterns[$0.id], patterns[$1.id])
                return a == b ? $0.id < $1.id : a.lexicographicallyPrecedes(b)
            }
    }
}
