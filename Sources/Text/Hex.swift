/// Hexadecimal digits as ASCII.
public enum Hex {
    /// - Parameter value: below 16.
    @inlinable
    public static func lower(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    /// - Parameter value: below 16.
    @inlinable
    public static func upper(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

    /// - Returns: `nil` when the byte is not a digit, of either case.
    @inlinable
    public static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}

/// `%E6%B2%B3` (RFC 3986, 2.1).
public enum PercentEncoding {
    /// An invalid escape is kept as it is.
    public static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(bytes)
        guard let first = bytes.firstIndex(of: 0x25) else { return bytes }
        var decoded = Array(bytes[..<first])
        var at = first
        while at < bytes.count {
            if bytes[at] == 0x25, at + 2 < bytes.count, let high = Hex.value(of: bytes[at + 1]),
                let low = Hex.value(of: bytes[at + 2])
            {
                decoded.append(high << 4 | low)
                at += 3
            } else {
                decoded.append(bytes[at])
                at += 1
            }
        }
        return decoded
    }

    /// Appends `%` and two digits.
    @inlinable
    public static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(0x25)
        bytes.append(Hex.upper(byte >> 4))
        bytes.append(Hex.upper(byte & 15))
    }
}
