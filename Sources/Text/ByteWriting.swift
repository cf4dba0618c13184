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
        // Ten is a constant: dividing by it is no division to the processor.
        if number >= 10 { appendDecimal(number / 10) }
        append(0x30 + UInt8(truncatingIfNeeded: number % 10))
    }
}
