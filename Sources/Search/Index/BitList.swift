/// How ascending lists are written in bits.
///
/// A gap is divided by a power of two near 0.69 times the mean gap, which is best for places taken
/// at random (Rice; Gallager and Van Voorhis 1975): the quotient as ones and a zero, the rest in
/// plain bits. A list never needs more bits than three for each number and one for each possible
/// number.
enum BitList {
    /// Bits of the rest: the length of ⌊limit × 2 ÷ (3 × count)⌋ in bits, less one.
    static func lowBits(count: Int, below limit: Int) -> UInt32 {
        guard count > 0 else { return 0 }
        let mean = limit * 2 / (count * 3)
        return mean > 1 ? UInt32(Int.bitWidth - 1 - mean.leadingZeroBitCount) : 0
    }

    /// No list takes more.
    static func mostBits(count: Int, below limit: Int) -> Int {
        let low = Int(lowBits(count: count, below: limit))
        return count * (low + 1) + limit >> low
    }
}
