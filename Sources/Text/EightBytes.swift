/// Eight bytes of a text at once: long runs are searched for what needs an escape in this way.
///
/// Source of the tests: H. S. Warren, Hacker's Delight, 2nd ed., 6-1 (find first 0-byte).
@frozen
public struct EightBytes: Equatable {
    @usableFromInline let word: UInt64
    @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
    @usableFromInline static let highs: UInt64 = 0x8080_8080_8080_8080

    /// - Parameter index: at least eight before the end.
    @inlinable
    public init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }

    /// All are parts of characters beyond ASCII.
    @inlinable public var isForeign: Bool { word & Self.highs == Self.highs }

    @inlinable
    public func holds(_ byte: UInt8) -> Bool {
        let difference = word ^ (Self.ones &* UInt64(byte))
        return (difference &- Self.ones) & ~difference & Self.highs != 0
    }

    /// Where a byte first stands in a text.
    public static func firstIndex(of byte: UInt8, in text: ArraySlice<UInt8>) -> Int? {
        text.withUnsafeBufferPointer { bytes in
            var at = 0
            while at + 8 <= bytes.count, !EightBytes(bytes, at: at).holds(byte) { at += 8 }
            return bytes[at...].firstIndex(of: byte).map { text.startIndex + $0 }
        }
    }

    /// - Parameter limit: at most 0x80.
    @inlinable
    public func holdsLess(than limit: UInt8) -> Bool {
        (word &- (Self.ones &* UInt64(limit))) & ~word & Self.highs != 0
    }
}
