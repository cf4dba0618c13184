/// Words and names by number, each kept once: open addressing over one arena of bytes.
struct WordTable {
    private(set) var count = 0
    private var arena: [UInt8] = []
    private var starts: [UInt32] = [0]
    /// Number of a word plus one; 0 is free.
    ///
    /// A power of two long.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)

    subscript(word: Int) -> ArraySlice<UInt8> {
        arena[Int(starts[word])..<Int(starts[word + 1])]
    }

    /// The number of the word made of `text[range]` and the bytes of `suffix`.
    mutating func number(_ text: [UInt8], _ range: Range<Int>, suffix: [UInt8] = []) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for at in range { hash = (hash ^ UInt64(text[at])) &* 0x0000_0100_0000_01B3 }
        for byte in suffix { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash ^= hash >> 29
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            if equals(Int(slots[slot]) - 1, text, range, suffix) { return Int(slots[slot]) - 1 }
            slot = (slot + 1) & mask
        }
        arena += text[range]
        arena += suffix
        starts.append(UInt32(arena.count))
        count += 1
        slots[slot] = UInt32(count)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    /// All numbers, by the words' bytes.
    func sorted() -> [Int] {
        (0..<count).sorted { self[$0].lexicographicallyPrecedes(self[$1]) }
    }

    private func equals(_ word: Int, _ text: [UInt8], _ range: Range<Int>, _ suffix: [UInt8])
        -> Bool
    {
        let start = Int(starts[word])
        guard Int(starts[word + 1]) - start == range.count + suffix.count else { return false }
        for offset in 0..<range.count where arena[start + offset] != text[range.lowerBound + offset]
        {
            return false
        }
        for offset in 0..<suffix.count where arena[start + range.count + offset] != suffix[offset] {
            return false
        }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for word in 0..<count {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in self[word] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            hash ^= hash >> 29
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(word + 1)
        }
    }
}
