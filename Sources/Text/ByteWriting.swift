/// Writing text as bytes, without a `String` on the way.
extension [UInt8] {
    /// Appends words of the program.
    public mutating func append(_ words: StaticString) {
        append(
            contentsOf: UnsafeBufferPointer(
                start: words.utf8Start, count: words.utf8CodeUnitCount))
    }

    /// Appends a number in decimal digits.
    public mutating func appendDecimal(_ number: UInt) {
        var divisor: UInt = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(0x30 + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }
}
