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
