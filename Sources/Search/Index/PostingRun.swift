/// The postings of one stretch of units, sorted by term: a byte stream of
/// `term − term before, count of units`, and for every unit
/// `(unit − unit before) × 64 + frequent × 32 + several × 16 + follower`, all as LEB128. Where a term
/// has several followers in a unit, a set of 16 bits comes after it.
///
/// The archive is indexed in such runs and merged once, so that memory holds the compressed
/// postings
/// and one run's buffer. (Sort-based inversion: Manning, Raghavan, Schütze, Introduction to
/// Information Retrieval, 4.2.)
struct PostingRun {
    /// This often in one unit, a term counts as frequent there.
    static let frequent = 3

    private(set) var bytes: [UInt8] = []

    /// - Parameter pairs: `term << 28 | (unit − firstUnit) << 4 | follower`, sorted by the upper 60
    ///   bits; repeated as often as the term occurs.
    init(sorted pairs: [UInt64], firstUnit: Int) {
        bytes.reserveCapacity(pairs.count)
        var at = 0
        var previousTerm: UInt64 = 0
        while at < pairs.count {
            let term = pairs[at] >> 28
            var end = at
            var units = 0
            var last = UInt64.max
            while end < pairs.count, pairs[end] >> 28 == term {
                if pairs[end] >> 4 != last {
                    units += 1
                    last = pairs[end] >> 4
                }
                end += 1
            }
            append(term &- previousTerm)
            append(UInt64(units))
            previousTerm = term
            var previous = 0
            while at < end {
                let unit = pairs[at] >> 4
                var followers: UInt64 = 0
                var next = at
                while next < end, pairs[next] >> 4 == unit {
                    followers |= 1 << (pairs[next] & 15)
                    next += 1
                }
                let number = firstUnit + Int(unit & 0xFF_FFFF)
                let isOne = followers & (followers - 1) == 0
                append(
                    UInt64(number - previous) << 6 | (next - at >= Self.frequent ? 32 : 0)
                        | (isOne ? UInt64(followers.trailingZeroBitCount) : 16))
                if !isOne { append(followers) }
                previous = number
                at = next
            }
        }
    }

    @inline(__always)
    private mutating func append(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}
