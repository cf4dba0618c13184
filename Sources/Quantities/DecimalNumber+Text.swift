extension DecimalNumber {
    /// Plain digits, no exponent: `76650000000`, `-3.965`.
    public var description: String {
        var digits = Array(String(mantissa.magnitude).utf8)
        if exponent >= 0 {
            digits += [UInt8](repeating: 0x30, count: exponent)
        } else {
            let places = -exponent
            if digits.count <= places {
                digits.insert(
                    contentsOf: [UInt8](repeating: 0x30, count: places - digits.count + 1), at: 0)
            }
            digits.insert(0x2E, at: digits.count - places)
        }
        if isNegative { digits.insert(0x2D, at: 0) }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Reads `-12`, `3.965`: ASCII digits with at most one point.
    ///
    /// - Throws: `DecimalOverflow` when the number has too many digits.
    /// - Returns: `nil` when the text is no number.
    public static func parse(_ text: some Collection<UInt8>) throws(DecimalOverflow)
        -> DecimalNumber?
    {
        var mantissa: Int128 = 0
        var exponent = 0
        var hasPoint = false
        var digits = 0
        let isNegative = text.first == 0x2D
        for byte in text.dropFirst(isNegative ? 1 : 0) {
            if byte == 0x2E, !hasPoint {
                hasPoint = true
                continue
            }
            guard byte &- 0x30 < 10 else { return nil }
            digits += 1
            guard mantissa < power(36) else { throw DecimalOverflow() }
            mantissa = mantissa * 10 + Int128(byte &- 0x30)
            if hasPoint { exponent -= 1 }
        }
        guard digits > 0 else { return nil }
        return try DecimalNumber(mantissa: isNegative ? -mantissa : mantissa, exponent: exponent)
    }
}

extension DecimalNumber: CustomStringConvertible {}
