/// A term in 36 bits, so that a term, a unit (24 bits) and what follows (4 bits) fit into one number
/// that sorts by them.
///
/// Two scalars of 18 bits for Han text, the second 0 for the last of a run; the number of a word
/// below the first Han character. Han keys ascend as their text does.
enum TermKey {
    static let bits: UInt64 = 36
    static let firstHan: UInt64 = 0x3005 << 18

    @inline(__always)
    static func han(_ first: UInt32, _ second: UInt32) -> UInt64 {
        UInt64(first) << 18 | UInt64(second)
    }

    static func first(_ key: UInt64) -> UInt32 { UInt32(key >> 18) }
    static func second(_ key: UInt64) -> UInt32 { UInt32(key & 0x3FFFF) }

    /// What is kept of the letter after a pair: 0 for none, else one of 15 values.
    ///
    /// Two pairs of a query that stand somewhere in a passage are mostly not the query; two pairs,
    /// each followed by the right one of 15, mostly are.
    @inline(__always)
    static func follower(_ next: UInt32) -> UInt32 { next == 0 ? 0 : 1 + next % 15 }
}
