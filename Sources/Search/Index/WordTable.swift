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

    /// The number of a word, a range of a text.
    mutating func number(_ text: [UInt8], _ range: Range<Int>) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: Self.hash(text[range])) & mask
        while slots[slot] != 0 {
            let word = Int(slots[slot]) - 1
            if self[word].elementsEqual(text[range]) { return word }
            slot = (slot + 1) & mask
        }
        arena += text[range]
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

    private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash ^ hash >> 29
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for word in 0..<count {
            var slot = Int(truncatingIfNeeded: Self.hash(self[word])) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(word + 1)
        }
    }
}
