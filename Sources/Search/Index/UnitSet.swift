/// A set of numbers, one bit each.
struct UnitSet {
    private var words: [UInt64]
    /// No word before it has a bit.
    private var low: Int
    /// No word from here on has one.
    private var high = 0

    /// - Parameter limit: what the numbers are below.
    init(_ limit: Int) {
        words = [UInt64](repeating: 0, count: limit / 64 + 1)
        low = words.count
    }

    @inline(__always)
    mutating func insert(_ number: UInt32) {
        let word = Int(number >> 6)
        words[word] |= 1 << UInt64(number & 63)
        low = min(low, word)
        high = max(high, word + 1)
    }

    /// - Parameter numbers: ascending.
    mutating func insert(_ numbers: [UInt32]) {
        guard let first = numbers.first, let last = numbers.last else { return }
        low = min(low, Int(first >> 6))
        high = max(high, Int(last >> 6) + 1)
        words.withUnsafeMutableBufferPointer { words in
            for number in numbers { words[Int(number >> 6)] |= 1 << UInt64(number & 63) }
        }
    }

    /// The numbers, ascending; the set is empty then.
    mutating func takeMembers(to members: inout [UInt32]) {
        members.removeAll(keepingCapacity: true)
        guard low < high else { return }
        for index in low..<high where words[index] != 0 {
            for bit in BitMembers(words[index]) { members.append(UInt32(index * 64) + bit) }
            words[index] = 0
        }
        low = words.count
        high = 0
    }
}
