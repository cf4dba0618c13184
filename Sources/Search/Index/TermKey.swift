/// A term in 36 bits, so that a term, a unit (22 bits) and a place in it (6 bits) fit into one
/// number that sorts by them.
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

    /// Units in one run.
    static let units = 1 << 22
    /// Places in a unit are counted up to here, and then from 0 again.
    static let places = 1 << 6
}
