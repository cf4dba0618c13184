/// A set of unit numbers, one bit each.
struct UnitSet {
    private var words: [UInt64]

    /// - Parameter units: how many there are at most.
    init(_ units: Int) {
        words = [UInt64](repeating: 0, count: units / 64 + 1)
    }

    mutating func insert(_ units: [UInt32]) {
        for unit in units { words[Int(unit >> 6)] |= 1 << UInt64(unit & 63) }
    }

    mutating func removeAll() {
        for index in words.indices { words[index] = 0 }
    }

    /// Ascending.
    var members: [UInt32] {
        var members: [UInt32] = []
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                members.append(UInt32(index * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return members
    }
}
