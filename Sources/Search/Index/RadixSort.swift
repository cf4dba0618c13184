/// Stable sort of numbers by their upper 36 bits, least significant digits first.
///
/// Nine bits at a time: so many places to write to stay in the processor's nearest cache.
enum RadixSort {
    private static let bits = 9
    private static let digits = 1 << bits

    /// Sorts `pairs` by the bits from 28 up; `spare` is room of the same size, its content is lost.
    ///
    /// The order of equal keys stays: units come in ascending order already.
    static func sort(_ pairs: inout [UInt64], spare: inout [UInt64]) {
        // An even number of passes: the last one writes into `pairs`.
        pairs.withUnsafeMutableBufferPointer { pairs in
            spare.withUnsafeMutableBufferPointer { spare in
                for pass in stride(from: UInt64(28), to: 64, by: 2 * bits) {
                    move(UnsafeBufferPointer(pairs), to: spare, shift: pass)
                    move(UnsafeBufferPointer(spare), to: pairs, shift: pass + UInt64(bits))
                }
            }
        }
    }

    private static func move(
        _ source: UnsafeBufferPointer<UInt64>, to target: UnsafeMutableBufferPointer<UInt64>,
        shift: UInt64
    ) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: digits) { places in
            places.initialize(repeating: 0)
            let mask = UInt64(digits - 1)
            for pair in source { places[Int(truncatingIfNeeded: pair >> shift & mask)] &+= 1 }
            var sum = 0
            for digit in 0..<digits {
                let count = places[digit]
                places[digit] = sum
                sum &+= count
            }
            for pair in source {
                let digit = Int(truncatingIfNeeded: pair >> shift & mask)
                target[places[digit]] = pair
                places[digit] &+= 1
            }
        }
    }
}
