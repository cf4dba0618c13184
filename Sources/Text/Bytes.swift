/// Eight bytes of a text at once: long runs are searched for what needs an escape in this way.
///
/// Source of the tests: H. S. Warren, Hacker's Delight, 2nd ed., 6-1 (find first 0-byte).
@frozen
public struct ByteWord: Equatable {
    @usableFromInline let word: UInt64
    @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
    @usableFromInline static let highs: UInt64 = 0x8080_8080_8080_8080

    /// - Parameter index: at least eight before the end.
    @inlinable
    public init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }

    /// All are parts of characters beyond ASCII.
    @inlinable public var isNonASCII: Bool { word & Self.highs == Self.highs }

    @inlinable
    public func holds(_ byte: UInt8) -> Bool {
        let difference = word ^ (Self.ones &* UInt64(byte))
        return (difference &- Self.ones) & ~difference & Self.highs != 0
    }

    /// Where a byte first is in a text.
    public static func firstIndex(of byte: UInt8, in text: ArraySlice<UInt8>) -> Int? {
        text.withUnsafeBufferPointer { bytes in
            var at = 0
            while at + 8 <= bytes.count, !ByteWord(bytes, at: at).holds(byte) { at += 8 }
            return bytes[at...].firstIndex(of: byte).map { text.startIndex + $0 }
        }
    }

    /// - Parameter limit: at most 0x80.
    @inlinable
    public func holdsLess(than limit: UInt8) -> Bool {
        (word &- (Self.ones &* UInt64(limit))) & ~word & Self.highs != 0
    }
}

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
        // Ten is a constant: the compiler turns the division into a multiplication.
        if number >= 10 { appendDecimal(number / 10) }
        append(0x30 + UInt8(truncatingIfNeeded: number % 10))
    }
}

extension Array {
    /// The same elements in memory of just their size.
    ///
    /// An array that grew takes up to twice as much; this is for those that are kept.
    public func fitted() -> [Element] {
        [Element](unsafeUninitializedCapacity: count) { memory, filled in
            filled = memory.initialize(fromContentsOf: self)
        }
    }
}

/// A range of offsets in half the memory of `Range<Int>`, for those of which there are millions.
///
/// Offsets are at most 2³¹ − 1: no file is read that could give a longer text
/// (`ContentFolder.largestFile` in `Archive`). A larger offset stops the program.
public struct ShortRange: Sendable, Equatable {
    @usableFromInline let start: Int32
    @usableFromInline let end: Int32

    @inlinable
    public init(_ range: Range<Int>) {
        start = Int32(range.lowerBound)
        end = Int32(range.upperBound)
    }

    @inlinable public var range: Range<Int> {
        Range(uncheckedBounds: (Int(start), Int(end)))
    }
}
