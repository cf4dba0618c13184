/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers everywhere for one seed.
struct RandomNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Uniform in `0..<count`.
    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    mutating func one<Element>(of elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    /// A rank in `0..<count`; the k-th comes about as often as 1/k (Zipf's law).
    mutating func rank(_ count: Int) -> Int {
        // count to the power of a uniform number of twenty bits.
        var value = 1.0
        var power = Double(count).squareRoot()
        var bits = next()
        for _ in 0..<20 {
            if bits & 1 == 1 { value *= power }
            power = power.squareRoot()
            bits >>= 1
        }
        return min(count, Int(value)) - 1
    }
}
