/// A set of numbers, one bit each.
struct UnitSet {
    private var words: [UInt64]

    /// - Parameter limit: what the numbers are below.
    init(_ limit: Int) {
        words = [UInt64](repeating: 0, count: limit / 64 + 1)
    }

    mutating func insert(_ numbers: [UInt32]) {
        for number in numbers { words[Int(number >> 6)] |= 1 << UInt64(number & 63) }
    }

    /// The numbers, ascending; the set is empty then.
    mutating func takeMembers() -> [UInt32] {
        var members: [UInt32] = []
        for (index, word) in words.enumerated() where word != 0 {
            var rest = word
            while rest != 0 {
                members.append(UInt32(index * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
            words[index] = 0
        }
        return members
    }
}
