extension [UInt8] {
    /// Appends a number in decimal digits, without a `String` on the way.
    public mutating func appendDecimal(_ number: UInt) {
        var divisor: UInt = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(0x30 + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }
}
