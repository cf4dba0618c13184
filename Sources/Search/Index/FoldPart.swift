import Text

/// The pairs of the fold table that this index needs, in bits: those whose target occurs in it, and
/// which a client cannot know by itself.
///
/// A number, how many; for each pair a number, its source less the one before, less one; a bit, 1
/// when the target is lower than the one before; four bits, how long the distance plus one is in
/// bits, less one; the distance plus one without its highest bit. From 15 on, the length is told as
/// 15 and 18 bits follow, the distance itself.
enum FoldPart {
    /// - Parameter occurs: whether a folded scalar is in the index.
    static func write(where occurs: (UInt32) -> Bool) -> [UInt8] {
        let pairs = Folding.pairs.filter { !isKnown($0.source) && occurs($0.target) }
        var output = BitWriter()
        output.append(UInt32(pairs.count))
        var source: UInt32 = 0
        var target: UInt32 = 0
        for pair in pairs {
            output.append(pair.source - source)
            let isLower = pair.target < target
            let distance = isLower ? target - pair.target : pair.target - target
            let length = UInt32(31 - (distance + 1).leadingZeroBitCount)
            output.append(isLower ? 1 : 0, bits: 1)
            output.append(min(length, 15), bits: 4)
            if length < 15 {
                output.append(distance + 1, bits: length)
            } else {
                output.append(distance, bits: 18)
            }
            source = pair.source + 1
            target = pair.target
        }
        output.close()
        return output.bytes
    }

    /// Blocks of which every scalar folds as its compatibility form does (NFKC, when that is one
    /// scalar) and then its lower-case letter: radicals, compatibility ideographs, half and full
    /// width, Latin and Cyrillic letters.
    static func isKnown(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x80..<0x250, 0x400..<0x530, 0x2E80..<0x2FE0, 0xF900..<0xFB00, 0xFF01..<0xFFEF,
            0x2F800..<0x2FA20:
            true
        default: false
        }
    }
}
