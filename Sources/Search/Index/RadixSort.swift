/// Stable sort of numbers by their upper 36 bits, least significant digits first.
enum RadixSort {
    /// Sorts `pairs` by the bits from 28 up; `spare` is room of the same size, its content is lost.
    ///
    /// The order of equal keys stays: units come in ascending order already.
    static func sort(_ pairs: inout [UInt64], spare: inout [UInt64]) {
        for shift in [UInt64(28), 40, 52] {
            pass(pairs, into: &spare, shift: shift)
            swap(&pairs, &spare)
        }
    }

    private static func pass(_ source: [UInt64], into target: inout [UInt64], shift: UInt64) {
        var places = [Int](repeating: 0, count: 4096)
        for pair in source { places[Int(truncatingIfNeeded: pair >> shift & 0xFFF)] &+= 1 }
        var sum = 0
        for digit in 0..<4096 {
            let count = places[digit]
            places[digit] = sum
            sum += count
        }
        for pair in source {
            let digit = Int(truncatingIfNeeded: pair >> shift & 0xFFF)
            target[places[digit]] = pair
            places[digit] &+= 1
        }
    }
}
