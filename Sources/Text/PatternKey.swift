/// What a pattern is filed under, and what is looked up at each place of a text.
///
/// A key holds the bytes or scalars themselves, so equal keys are equal beginnings:
/// - where a run of ASCII letters and digits begins: the run, or its first eight bytes;
/// - elsewhere: two scalars, or one where no other follows; the highest bit is set.
enum PatternKey {
    /// Bytes of a word that are in its key.
    static let longest = 8

    static func isWord(_ byte: UInt8) -> Bool {
        byte < 0x80 && ((byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10)
    }

    /// Whether a word goes on at an offset after the first byte.
    @inline(__always)
    static func isInWord(_ text: [UInt8], _ at: Int) -> Bool {
        at < text.count && isWord(text[at]) && isWord(text[at - 1])
    }

    /// `second` is 0 for a scalar alone.
    static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
        1 << 63 | UInt64(first) << 32 | UInt64(second)
    }

    /// The scalar of a key of one scalar.
    static func scalarAlone(_ key: UInt64) -> UInt32? {
        key >> 63 == 1 && key & 0xFFFF_FFFF == 0 ? UInt32(key >> 32 & 0x1F_FFFF) : nil
    }

    /// The key of the word that begins at `at`, which is moved after the word.
    @inline(__always)
    static func word(_ text: [UInt8], _ at: inout Int) -> UInt64 {
        let bytes = eightBytes(text, at: at)
        let count = wordBytes(bytes)
        at &+= count
        if count == longest { while at < text.count, isWord(text[at]) { at &+= 1 } }
        return bytes >> UInt64(64 - 8 * count)
    }

    /// The key of a whole pattern, which is not empty.
    static func key(of pattern: [UInt8]) -> UInt64 {
        var at = 0
        if isWord(pattern[0]) { return word(pattern, &at) }
        let (first, length) = UTF8Scalars.decode(pattern, at: 0)
        return pair(
            first, length < pattern.count ? UTF8Scalars.decode(pattern, at: length).scalar : 0)
    }

    /// How many bytes of the text a key covers.
    static func length(_ key: UInt64) -> Int {
        if key >> 63 == 0 { return longest - key.leadingZeroBitCount / 8 }
        let second = key & 0x1F_FFFF
        return length(ofScalar: key >> 32 & 0x1F_FFFF)
            + (second == 0 ? 0 : length(ofScalar: second))
    }

    private static func length(ofScalar scalar: UInt64) -> Int {
        scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }

    /// One of 64 bits for the first three bytes after a key: a Han character, or a space and two
    /// letters.
    @inline(__always)
    static func continuation(_ tail: UInt64) -> UInt64 {
        1 << ((tail >> 40 &* 0x9E37_79B9_7F4A_7C15) >> 58)
    }

    /// The eight bytes at an offset, the first one highest; zeros beyond the end.
    @inline(__always)
    static func eightBytes(_ text: [UInt8], at offset: Int) -> UInt64 {
        guard offset <= text.count &- 8 else { return lastBytes(text, at: offset) }
        return text.withUnsafeBytes {
            UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
    }

    @inline(never)
    private static func lastBytes(_ text: [UInt8], at offset: Int) -> UInt64 {
        (offset..<offset + 8).reduce(0) { $0 << 8 | ($1 < text.count ? UInt64(text[$1]) : 0) }
    }

    /// How many of eight bytes, from the highest on, are ASCII letters or digits.
    ///
    /// All are tested at once, each in its own eight bits: adding 128 less a bound to a value under
    /// 128 sets the highest bit where the value reaches the bound.
    @inline(__always)
    private static func wordBytes(_ bytes: UInt64) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highest = ones << 7
        func reach(_ bound: UInt8, _ values: UInt64) -> UInt64 {
            values &+ ones &* UInt64(0x80 - bound)
        }
        let values = bytes & ~highest
        let lower = values | ones << 5
        let digits = reach(0x30, values) & ~reach(0x3A, values)
        let letters = reach(0x61, lower) & ~reach(0x7B, lower)
        return (~((digits | letters) & ~bytes) & highest).leadingZeroBitCount / 8
    }
}
