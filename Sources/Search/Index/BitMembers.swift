/// The numbers of the bits that are set, ascending.
struct BitMembers: Sequence, IteratorProtocol {
    private var rest: UInt64

    init(_ set: UInt64) {
        rest = set
    }

    @inline(__always)
    mutating func next() -> UInt32? {
        guard rest != 0 else { return nil }
        defer { rest &= rest &- 1 }
        return UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
    }
}
