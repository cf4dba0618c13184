/// Validity of UTF-8 (Unicode 16, table 3-7: no overlong forms, no surrogates, at most U+10FFFF).
enum UTF8Validity {
    /// Offset of the first byte that is not part of valid UTF-8.
    static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        var i = 0
        while i < bytes.count {
            if bytes[i] < 0x80 {
                i += 1
            } else if let length = sequenceLength(bytes, at: i) {
                i += length
            } else {
                return i
            }
        }
        return nil
    }

    /// Valid sequences of more than one byte, invalid bytes, and the offset of the first of these.
    static func count(_ bytes: [UInt8]) -> (sequences: Int, broken: Int, first: Int) {
        var sequences = 0
        var broken = 0
        var first = 0
        var i = 0
        while i < bytes.count {
            if bytes[i] < 0x80 {
                i += 1
            } else if let length = sequenceLength(bytes, at: i) {
                sequences += 1
                i += length
            } else {
                if broken == 0 { first = i }
                broken += 1
                i += 1
            }
        }
        return (sequences, broken, first)
    }

    private static func sequenceLength(_ bytes: [UInt8], at i: Int) -> Int? {
        let a = bytes[i]
        let length = a >= 0xF0 ? 4 : a >= 0xE0 ? 3 : 2
        guard a >= 0xC2, a <= 0xF4, i + length <= bytes.count else { return nil }
        let second: ClosedRange<UInt8> =
            switch a {
            case 0xE0: 0xA0...0xBF
            case 0xED: 0x80...0x9F
            case 0xF0: 0x90...0xBF
            case 0xF4: 0x80...0x8F
            default: 0x80...0xBF
            }
        guard second.contains(bytes[i + 1]) else { return nil }
        for k in 2..<max(length, 2) where bytes[i + k] & 0xC0 != 0x80 { return nil }
        return length
    }
}
