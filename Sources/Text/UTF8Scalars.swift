/// Reading and writing single scalars of UTF-8 that is known to be valid.
public enum UTF8Scalars {
    /// The scalar that begins at `offset`, and its length in bytes.
    ///
    /// The text must be valid UTF-8.
    @inlinable
    public static func decode(_ bytes: [UInt8], at offset: Int) -> (scalar: UInt32, length: Int) {
        let a = UInt32(bytes[offset])
        if a < 0x80 { return (a, 1) }
        let b = UInt32(bytes[offset + 1] & 0x3F)
        if a < 0xE0 { return ((a & 0x1F) << 6 | b, 2) }
        let c = UInt32(bytes[offset + 2] & 0x3F)
        if a < 0xF0 { return ((a & 0x0F) << 12 | b << 6 | c, 3) }
        let d = UInt32(bytes[offset + 3] & 0x3F)
        return ((a & 0x07) << 18 | b << 12 | c << 6 | d, 4)
    }

    /// The scalar that ends before `offset`, and its length; `nil` at the start of the text.
    @inlinable
    public static func decode(_ bytes: [UInt8], before offset: Int) -> (
        scalar: UInt32, length: Int
    )? {
        guard offset > 0 else { return nil }
        var start = offset - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return decode(bytes, at: start)
    }

    @inlinable
    public static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: scalar))
        } else if scalar < 0x800 {
            bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else if scalar < 0x10000 {
            bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar >> 6) & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else {
            bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar >> 12) & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar >> 6) & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }
}
