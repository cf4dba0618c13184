/// The patterns of each key: open addressing, with a bitmap in front that rules most keys out.
struct KeyTable: Sendable {
    /// The patterns that have one key.
    struct Group: Sendable {
        /// The pattern that is the key and no more.
        var pattern = PatternMatcher.none
        /// Longer ones: their first entry, and how many there are.
        var first: UInt32
        var count: UInt32 = 0
        /// Their `PatternKey.continuation`s.
        var continuations: UInt64 = 0
    }

    private struct Slot {
        /// 0: free.
        var key: UInt64 = 0
        var group = Group(first: 0)
    }

    /// Bits of the bitmap at most: 512 kB, which leaves room in a second cache of 1 MB.
    private static let mostBits = 1 << 22

    private var slots: [Slot]
    private let slotShift: UInt64
    private var bits: [UInt64]
    private let bitShift: UInt64

    /// - Parameter groups: each key once, none 0.
    init(_ groups: [(key: UInt64, group: Group)]) {
        let size = Self.power(atLeast: 2 * groups.count)
        slotShift = UInt64(64 - size.trailingZeroBitCount)
        slots = [Slot](repeating: Slot(), count: size)
        let width = min(Self.mostBits, Self.power(atLeast: 16 * groups.count))
        bitShift = UInt64(64 - width.trailingZeroBitCount)
        bits = [UInt64](repeating: 0, count: width / 64)
        for (key, group) in groups {
            let hash = Self.hash(key)
            var slot = Int(hash >> slotShift)
            while slots[slot].key != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Slot(key: key, group: group)
            let bit = Int(hash >> bitShift)
            bits[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }

    subscript(slot: UInt32) -> Group { slots[Int(slot)].group }

    /// Keeps the places whose key the bitmap knows; one in twenty of them is not in the table.
    func keepPossible(_ block: inout PlaceBlock) {
        var kept = 0
        for index in 0..<block.count {
            let place = block.places[index]
            let bit = Int(truncatingIfNeeded: Self.hash(place.key) &>> bitShift)
            block.places[kept] = place
            kept &+= Int(truncatingIfNeeded: bits[bit >> 6] &>> UInt64(bit & 63) & 1)
        }
        block.count = kept
    }

    /// Keeps the places whose key is in the table, and notes where.
    func keepKnown(_ block: inout PlaceBlock) {
        var kept = 0
        for index in 0..<block.count {
            var place = block.places[index]
            var slot = Int(truncatingIfNeeded: Self.hash(place.key) &>> slotShift)
            var key = slots[slot].key
            while key != place.key, key != 0 {
                slot = (slot &+ 1) & (slots.count &- 1)
                key = slots[slot].key
            }
            place.slot = UInt32(truncatingIfNeeded: slot)
            block.places[kept] = place
            kept &+= key == 0 ? 0 : 1
        }
        block.count = kept
    }

    /// Multiplicative hashing; the high bits are the good ones.
    @inline(__always)
    private static func hash(_ key: UInt64) -> UInt64 {
        let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
        return (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
    }

    private static func power(atLeast count: Int) -> Int {
        var size = 64
        while size < count { size *= 2 }
        return size
    }
}
