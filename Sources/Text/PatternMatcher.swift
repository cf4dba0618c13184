/// Finds all of many patterns at every place of a text, in one walk.
///
/// Patterns are whole words: one that begins or ends with an ASCII letter or digit matches only
/// where no such byte goes on. So in a run of letters and digits only the first begins a match.
///
/// 1. A pattern is filed under the key of its beginning (`PatternKey`): its first word, or its
///    first two scalars. `PlaceBlock` makes the keys of some hundred places of the text.
/// 2. `KeyTable` drops the places whose key no pattern has: first by a bitmap that the processor
///    keeps near, then by the table itself.
/// 3. Patterns with one key are stored side by side in ascending order, with the eight bytes that
///    follow
///    the key at hand. The last that is not greater than the text is found by binary search; a
///    pattern that the text begins with is that one or one of its prefixes. (If `q` begins the text
///    and `q ≤ p ≤ text`, then `p` begins with `q`.) Each knows its longest proper prefix.
///
/// There are no nodes and no pointers: flat arrays, built by one sort, a few dozen bytes for a
/// pattern. Doing one step for many places after another is how column stores probe their hash
/// tables (Boncz, Zukowski, Nes: MonetDB/X100, 2005).
public struct PatternMatcher: Sendable {
    /// One pattern at one place.
    public struct Match: Sendable, Equatable {
        /// Bytes of the text.
        public var range: Range<Int>
        /// Index in the array given to `init`; of equal patterns the first.
        public var pattern: Int
    }

    /// A pattern that is longer than its key.
    struct Entry: Sendable {
        /// The eight bytes after the key, the first one highest; zeros beyond the end.
        var tail: UInt64
        /// Where the pattern begins in `bytes`, and its length.
        var start: UInt32
        var count: UInt32
        /// Index in the caller's array.
        var pattern: UInt32
        /// The entry that is the longest proper prefix.
        var prefix: UInt32
    }

    static let none = UInt32.max

    /// By key, then by bytes.
    var entries: [Entry] = []
    /// The patterns of the entries, one after another.
    var bytes: [UInt8] = []
    var keys = KeyTable([])
    var beginnings = Beginnings()

    /// Every pattern at every place, by start, longest first.
    ///
    /// - Parameter text: valid UTF-8, less than 4 GB.
    public func matches(in text: [UInt8]) -> [Match] {
        var matches: [Match] = []
        var block = PlaceBlock()
        var at = 0
        while at < text.count {
            at = block.fill(text, from: at, beginnings)
            keys.keepPossible(&block)
            keys.keepKnown(&block)
            for place in block.places[..<block.count] {
                add(keys[place.slot], Start(place, text), text, &matches)
            }
        }
        return matches
    }

    /// A place of the text whose key some pattern has.
    private struct Start {
        /// Bytes of the text: where the key begins and ends.
        var start: Int
        var end: Int
        /// The eight bytes after the key.
        var tail: UInt64

        @inline(__always)
        init(_ place: PlaceBlock.Place, _ text: [UInt8]) {
            start = Int(place.start)
            end = start + PatternKey.length(place.key)
            tail = PatternKey.eightBytes(text, at: end)
        }
    }

    @inline(__always)
    private func add(
        _ group: KeyTable.Group, _ place: Start, _ text: [UInt8], _ matches: inout [Match]
    ) {
        if group.continuations & PatternKey.continuation(place.tail) != 0 {
            addLonger(group, place, text, &matches)
        }
        if group.pattern != Self.none, !PatternKey.isInWord(text, place.end) {
            matches.append(Match(range: place.start..<place.end, pattern: Int(group.pattern)))
        }
    }

    private func addLonger(
        _ group: KeyTable.Group, _ place: Start, _ text: [UInt8], _ matches: inout [Match]
    ) {
        var low = Int(group.first)
        var high = low + Int(group.count)
        while low < high {
            let middle = (low + high) / 2
            if isGreater(entries[middle], place, text) { high = middle } else { low = middle + 1 }
        }
        guard low > Int(group.first) else { return }
        var next = UInt32(low - 1)
        while next != Self.none {
            let entry = entries[Int(next)]
            let end = place.start + Int(entry.count)
            if begins(text, place, with: entry), !PatternKey.isInWord(text, end) {
                matches.append(Match(range: place.start..<end, pattern: Int(entry.pattern)))
            }
            next = entry.prefix
        }
    }

    private func isGreater(_ entry: Entry, _ place: Start, _ text: [UInt8]) -> Bool {
        if entry.tail != place.tail { return entry.tail > place.tail }
        var at = place.end + PatternKey.longest
        let end = place.start + Int(entry.count)
        while at < end {
            guard at < text.count else { return true }
            let byte = bytes[Int(entry.start) + at - place.start]
            if byte != text[at] { return byte > text[at] }
            at += 1
        }
        return false
    }

    private func begins(_ text: [UInt8], _ place: Start, with entry: Entry) -> Bool {
        let end = place.start + Int(entry.count)
        guard end <= text.count else { return false }
        let rest = end - place.end
        if rest < PatternKey.longest {
            return (entry.tail ^ place.tail) >> UInt64(64 - 8 * rest) == 0
        }
        guard entry.tail == place.tail else { return false }
        for at in place.end + PatternKey.longest..<end
        where text[at] != bytes[Int(entry.start) + at - place.start] {
            return false
        }
        return true
    }
}

extension PatternMatcher {
    /// - Parameter patterns: valid UTF-8; empty ones are left out, equal ones count once.
    public init(_ patterns: [[UInt8]]) {
        var groups: [(key: UInt64, group: KeyTable.Group)] = []
        // A prefix sorts before the patterns that begin with it, with only such patterns between:
        // a stack of
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
