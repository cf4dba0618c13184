/// The postings of one stretch of units, sorted by term: a byte stream of
/// `term − term before, count of units`, and for every unit
/// `(unit − unit before) × 2 + several, first place`, and where the term stands there several times,
/// `count − 2, place − place before …`, all as LEB128.
///
/// The archive is indexed in such runs and merged once, so that memory holds the compressed
/// postings and one run's buffer. (Sort-based inversion: Manning, Raghavan, Schütze, Introduction to
/// Information Retrieval, 4.2.)
struct PostingRun {
    private(set) var bytes: [UInt8] = []

    /// - Parameter pairs: `term << 28 | (unit − firstUnit) << 14 | place`, sorted by the upper 36 bits,
    ///   units and places of a term in the order of the text; repeated as often as the term occurs.
    init(sorted pairs: [UInt64], firstUnit: Int) {
        bytes.reserveCapacity(pairs.count * 2)
        var at = 0
        var previousTerm: UInt64 = 0
        while at < pairs.count {
            let term = pairs[at] >> 28
            var end = at
            var units = 0
            var last = UInt64.max
            while end < pairs.count, pairs[end] >> 28 == term {
                if pairs[end] >> 14 != last {
                    units += 1
                    last = pairs[end] >> 14
                }
                end += 1
            }
            append(term &- previousTerm)
            append(UInt64(units))
            previousTerm = term
            var previous = 0
            while at < end {
                let unit = pairs[at] >> 14
                var next = at + 1
                while next < end, pairs[next] >> 14 == unit { next += 1 }
                let number = firstUnit + Int(unit & 0x3FFF)
                append(UInt64(number - previous) << 1 | (next - at > 1 ? 1 : 0))
                previous = number
                append(pairs[at] & 0x3FFF)
                if next - at > 1 { append(UInt64(next - at - 2)) }
                for other in at + 1..<max(at + 1, next) {
                    append((pairs[other] &- pairs[other - 1]) & 0x3FFF)
                }
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
