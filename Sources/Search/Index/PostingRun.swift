/// The postings of one stretch of units, sorted by term: a byte stream of
/// `term − term before, count of units`, and for every unit
/// `(unit − unit before) × 256 + frequent × 128 + several × 64 + place`, all as LEB128.
///
/// Where a term has several places in a unit, a set of 64 bits comes after it.
///
/// The archive is indexed in such runs and merged once, so that memory holds the compressed
/// postings and one run's buffer. (Sort-based inversion: Manning, Raghavan, Schütze, Introduction
/// to Information Retrieval, 4.2.)
struct PostingRun {
    let bytes: [UInt8]
    /// How many units all terms have, each term counted by itself.
    let postings: Int

    /// - Parameter pairs: `term << 28 | (unit − firstUnit) << 6 | place`, sorted by the upper 36
    ///   bits and units; repeated as often as the term occurs.
    init(sorted pairs: [UInt64], firstUnit: Int) {
        var postings = 0
        bytes = pairs.withUnsafeBufferPointer { pairs in
            // At most this much is written for each: a term, a count, a unit and its places.
            let room = [UInt8](unsafeUninitializedCapacity: pairs.count * 32) { buffer, count in
                var output = Output(bytes: buffer)
                postings = Self.write(pairs, firstUnit, &output)
                count = output.count
            }
            // A copy without the room that was not used.
            return room.withUnsafeBufferPointer { Array($0) }
        }
        self.postings = postings
    }

    private struct Output {
        let bytes: UnsafeMutableBufferPointer<UInt8>
        var count = 0

        @inline(__always)
        mutating func append(_ number: UInt64) {
            var rest = number
            while rest >= 0x80 {
                bytes[count] = UInt8(truncatingIfNeeded: rest) | 0x80
                count &+= 1
                rest >>= 7
            }
            bytes[count] = UInt8(truncatingIfNeeded: rest)
            count &+= 1
        }
    }

    /// - Returns: how many units all terms have.
    private static func write(
        _ pairs: UnsafeBufferPointer<UInt64>, _ firstUnit: Int, _ output: inout Output
    ) -> Int {
        var postings = 0
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
            output.append(term &- previousTerm)
            output.append(UInt64(units))
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
                output.append(
                    UInt64(number - previous) << 8 | (next - at >= Posting.often ? 128 : 0)
                        | (isOne ? UInt64(places.trailingZeroBitCount) : 64))
                if !isOne { output.append(places) }
                previous = number
                at = next
            }
        }
        return postings
    }
}
