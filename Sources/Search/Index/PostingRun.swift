/// The postings of one stretch of units, sorted by term: a byte stream of
/// `term − term before, count of units, (unit − unit before) × 2 + frequent …`, all as LEB128.
///
/// The archive is indexed in such runs and merged once, so that memory holds the compressed
/// postings
/// and one run's buffer. (Sort-based inversion: Manning, Raghavan, Schütze, Introduction to
/// Information Retrieval, 4.2.)
struct PostingRun {
    /// This often in one unit, a term counts as frequent there.
    static let frequent = 3

    private(set) var bytes: [UInt8] = []

    /// - Parameter pairs: `term << 28 | unit − firstUnit`, sorted; repeated as often as the term
    ///   occurs.
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
                if pairs[end] != last {
                    units += 1
                    last = pairs[end]
                }
                end += 1
            }
            append(term &- previousTerm)
            append(UInt64(units))
            previousTerm = term
            var previous = 0
            while at < end {
                let pair = pairs[at]
                var next = at + 1
                while next < end, pairs[next] == pair { next += 1 }
                let unit = firstUnit + Int(pair & 0xFFF_FFFF)
                append(UInt64((unit - previous) << 1 | (next - at >= Self.frequent ? 1 : 0)))
                previous = unit
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
