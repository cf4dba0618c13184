/// Finds many patterns in one walk over a text.
///
/// Built once from byte strings, it gives for each place the longest pattern that begins there
/// (`firstMatch`) and, when the caller refuses it, the next shorter one (`shorter`). It does not
/// decide
/// what may overlap.
///
/// How: a place is a candidate only if its first two scalars begin some pattern; a bitmap that
/// fits the
/// cache says no for nearly all. For the rest, patterns are kept sorted, grouped by their first two
/// scalars, and each knows its longest proper prefix that is a pattern too. The last pattern of the
/// group that is not greater than the text at the place is found by binary search; every pattern
/// that
/// the text begins with is that one or one of its chain of prefixes, longest first. (If `q` begins
/// the
/// text and `q ≤ p ≤ text`, then `p` begins with `q`.) So there are no nodes and no pointers: six
/// flat
/// arrays, built by one sort.
public struct PatternMatcher: Sendable {
    /// One pattern at one place.
    public struct Match: Sendable, Equatable {
        /// Bytes of the text.
        public var range: Range<Int>
        /// Index in the array given to `init`; of equal patterns the first.
        public var pattern: Int
        /// Rank in sorted order, for `shorter`.
        fileprivate var rank: UInt32
    }

    private static let none = UInt32.max

    /// A pattern that begins with an ASCII letter or digit is tried only where no such byte stands
    /// before.
    private let wordStartsOnly: Bool
    /// All patterns in ascending order, one behind the other, and where each begins.
    private var bytes: [UInt8] = []
    private var starts: [UInt32] = [0]
    /// By rank: index in the caller's array, and rank of the longest proper prefix.
    private var ids: [UInt32] = []
    private var prefixes: [UInt32] = []
    /// Open addressing by first two scalars: key, first and last rank.
    private var keys: [UInt64] = []
    private var groups: [(first: UInt32, last: UInt32)] = []
    private var shift: UInt64 = 0
    /// One bit for each hashed key.
    private var filter: [UInt64] = []
    private var filterShift: UInt64 = 0
    /// Patterns of one scalar: rank by scalar.
    private var singles: [UInt32: UInt32] = [:]
    /// By scalar of the basic plane: 0 no pattern, 1 only longer ones, 2 also one of this scalar
    /// alone.
    private var heads = [UInt8](repeating: 0, count: 0x10000)
    private var headsBeyond = false

    /// - Parameters:
    ///   - patterns: valid UTF-8; empty ones are left out, equal ones count once.
    ///   - wordStartsOnly: patterns that begin with an ASCII letter or digit match only where no
    ///   ASCII
    ///     letter or digit stands before.
    public init(_ patterns: [[UInt8]], wordStartsOnly: Bool = false) {
        self.wordStartsOnly = wordStartsOnly
        sort(patterns)
        link()
        group()
    }

    /// The longest pattern at the first place at or behind `from` where one begins; `nil`: none
    /// left.
    public func firstMatch(in text: [UInt8], from: Int) -> Match? {
        var at = from
        let count = text.count
        while at < count {
            let byte = text[at]
            if byte < 0x80 {
                let isInWord =
                    wordStartsOnly && Self.isWord(byte) && at > 0 && Self.isWord(text[at - 1])
                if !isInWord, heads[Int(byte)] != 0,
                    let match = match(in: text, at: at, UInt32(byte), 1)
                {
                    return match
                }
                at += 1
                if wordStartsOnly, Self.isWord(byte) {
                    while at < count, Self.isWord(text[at]) { at += 1 }
                }
                continue
            }
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            if scalar < 0x10000 ? heads[Int(scalar)] != 0 : headsBeyond,
                let match = match(in: text, at: at, scalar, length)
            {
                return match
            }
            at += length
        }
        return nil
    }

    /// The next shorter pattern at the same place.
    public func shorter(_ match: Match) -> Match? {
        self.match(rank: prefixes[Int(match.rank)], at: match.range.lowerBound)
    }

    private func match(rank: UInt32, at start: Int) -> Match? {
        guard rank != Self.none else { return nil }
        let length = Int(starts[Int(rank) + 1] - starts[Int(rank)])
        return Match(range: start..<start + length, pattern: Int(ids[Int(rank)]), rank: rank)
    }

    private func match(in text: [UInt8], at start: Int, _ first: UInt32, _ length: Int) -> Match? {
        if start + length < text.count {
            let second = UTF8Scalars.decode(text, at: start + length).scalar
            let key = UInt64(first) << 32 | UInt64(second)
            if passes(key), let group = find(key) {
                var rank = predecessor(of: text, at: start, in: group)
                while let candidate = rank, candidate != Self.none {
                    if begins(text, at: start, with: candidate) {
                        return match(rank: candidate, at: start)
                    }
                    rank = prefixes[Int(candidate)]
                }
            }
        }
        guard first >= 0x10000 || heads[Int(first)] == 2, let rank = singles[first] else {
            return nil
        }
        return match(rank: rank, at: start)
    }

    /// The last rank of the group whose pattern is not greater than the text at `start`.
    private func predecessor(
        of text: [UInt8], at start: Int, in group: (first: UInt32, last: UInt32)
    ) -> UInt32? {
        var low = group.first
        var high = group.last + 1
        while low < high {
            let middle = (low + high) / 2
            if isGreater(middle, than: text, at: start) { high = middle } else { low = middle + 1 }
        }
        return low == group.first ? nil : low - 1
    }

    private func isGreater(_ rank: UInt32, than text: [UInt8], at start: Int) -> Bool {
        var from = Int(starts[Int(rank)])
        let end = Int(starts[Int(rank) + 1])
        var at = start
        while from < end {
            guard at < text.count else { return true }
            if bytes[from] != text[at] { return bytes[from] > text[at] }
            from += 1
            at += 1
        }
        return false
    }

    private func begins(_ text: [UInt8], at start: Int, with rank: UInt32) -> Bool {
        let from = Int(starts[Int(rank)])
        let length = Int(starts[Int(rank) + 1]) - from
        guard start + length <= text.count else { return false }
        for at in 0..<length where bytes[from + at] != text[start + at] { return false }
        return true
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte < 0x80 && ScalarClass.ascii(byte) == .word
    }
}

extension PatternMatcher {
    private mutating func sort(_ patterns: [[UInt8]]) {
        let order = patterns.indices.filter { !patterns[$0].isEmpty }.sorted {
            let (a, b) = (patterns[$0], patterns[$1])
            return a == b ? $0 < $1 : a.lexicographicallyPrecedes(b)
        }
        for id in order {
            if let last = ids.last, patterns[Int(last)] == patterns[id] { continue }
            ids.append(UInt32(id))
            bytes += patterns[id]
            starts.append(UInt32(bytes.count))
        }
    }

    /// A prefix of a pattern sorts before it, with only patterns that begin with it between: a
    /// stack
    /// of open prefixes is enough.
    private mutating func link() {
        var open: [UInt32] = []
        for rank in ids.indices {
            let text = Array(bytes[Int(starts[rank])..<Int(starts[rank + 1])])
            while let top = open.last, !begins(text, at: 0, with: top) { open.removeLast() }
            prefixes.append(open.last ?? Self.none)
            open.append(UInt32(rank))
        }
    }

    private mutating func group() {
        var found: [(key: UInt64, first: UInt32, last: UInt32)] = []
        for rank in ids.indices {
            let start = Int(starts[rank])
            let (first, length) = UTF8Scalars.decode(bytes, at: start)
            let isSingle = start + length == Int(starts[rank + 1])
            if first < 0x10000 {
                heads[Int(first)] = max(heads[Int(first)], isSingle ? 2 : 1)
            } else {
                headsBeyond = true
            }
            if isSingle {
                singles[first] = UInt32(rank)
                continue
            }
            let key =
                UInt64(first) << 32 | UInt64(UTF8Scalars.decode(bytes, at: start + length).scalar)
            if let last = found.last, last.key == key {
                found[found.count - 1].last = UInt32(rank)
            } else {
                found.append((key, UInt32(rank), UInt32(rank)))
            }
        }
        let size = Self.power(atLeast: 2 * found.count)
        shift = UInt64(64 - size.trailingZeroBitCount)
        keys = [UInt64](repeating: .max, count: size)
        groups = [(first: UInt32, last: UInt32)](repeating: (0, 0), count: size)
        let bits = max(1 << 12, Self.power(atLeast: 16 * found.count))
        filterShift = UInt64(64 - bits.trailingZeroBitCount)
        filter = [UInt64](repeating: 0, count: bits / 64)
        for group in found {
            var slot = Int(Self.hash(group.key) >> shift)
            while keys[slot] != .max { slot = (slot + 1) & (size - 1) }
            keys[slot] = group.key
            groups[slot] = (group.first, group.last)
            let bit = Int(Self.hash(group.key) >> filterShift)
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }

    private func passes(_ key: UInt64) -> Bool {
        let bit = Int(Self.hash(key) >> filterShift)
        return filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    private func find(_ key: UInt64) -> (first: UInt32, last: UInt32)? {
        var slot = Int(Self.hash(key) >> shift)
        while keys[slot] != .max {
            if keys[slot] == key { return groups[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return nil
    }

    /// Fibonacci hashing of both scalars; the high bits are the good ones.
    private static func hash(_ key: UInt64) -> UInt64 {
        (key ^ (key >> 32) &* 0x9E37_79B1) &* 0x9E37_79B9_7F4A_7C15
    }

    private static func power(atLeast count: Int) -> Int {
        var size = 2
        while size < count { size *= 2 }
        return size
    }
}
