/// The postings of one stretch of units, sorted by term: a byte stream of
/// `term − term before, count of units`, and for every unit
/// `(unit − unit before) × 256 + frequent × 128 + several × 64 + place`, all as LEB128.
///
/// Where a
/// term has
/// several places in a unit, a set of 64 bits comes after it.
///
/// The archive is indexed in such runs and merged once, so that memory holds the compressed
/// postings and one run's buffer. (Sort-based inversion: Manning, Raghavan, Schütze, Introduction
/// to
/// Information Retrieval, 4.2.)
struct PostingRun {
    private(set) var bytes: [UInt8] = []
    /// How many units all terms have, each term counted by itself.
    private(set) var postings = 0

    /// - Parameter pairs: `term << 28 | (unit − firstUnit) << 6 | place`, sorted by the upper 36
    ///   bits and
    ///   units; repeated as often as the term occurs.
    init(sorted pairs: [UInt64], firstUnit: Int) {
        bytes.reserveCapacity(pairs.count * 3 / 2)
        var at = 0
        var previousTerm: UInt64 = 0
        while at < pairs.count {
            let term = pairs[at] >> 28
            var end = at
            var units = 0
            var last = UInt64.max
            while end < pairs.count, pairs[end] >> 28 == term {
                if pairs[end] >> 6 != last {
                    units += 1
                    last = pairs[end] >> 6
                }
                end += 1
            }
            append(term &- previousTerm)
            append(UInt64(units))
            postings += units
            previousTerm = term
            var previous = 0
            while at < end {
                let unit = pairs[at] >> 6
                var places: UInt64 = 0
                var next = at
                while next < end, pairs[next] >> 6 == unit {
                    places |= 1 << (pairs[next] & 63)
                    next += 1
                }
                let number = firstUnit + Int(unit & 0x3F_FFFF)
                let isOne = places & (places - 1) == 0
                append(
                    UInt64(number - previous) << 8 | (next - at >= Posting.often ? 128 : 0)
                        | (isOne ? UInt64(places.trailingZeroBitCount) : 64))
                if !isOne { append(places) }
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
