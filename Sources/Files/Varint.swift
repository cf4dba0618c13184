/// Numbers of seven bits a byte, lowest first (LEB128): small numbers take one byte.
public enum Varint {
    @inlinable
    public static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Reads the number at `offset` and moves the offset past it.
    ///
    /// - Returns: `nil` when the bytes end before the number does, or it has more than 64 bits.
    @inlinable
    public static func read(_ bytes: borrowing [UInt8], at offset: inout Int) -> UInt64? {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while offset < bytes.count, shift < 64 {
            let byte = bytes[offset]
            offset += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }
}
