/// A term in 36 bits: two halves of 18.
///
/// Two scalars for Han text, the second 0 for the last of a run; these keys ascend as their text
/// does. A word's number is below the first Han character: its last twelve bits, then the others.
enum TermKey {
    /// Keys of words have a smaller upper half.
    static let firstHan: UInt32 = 0x3005
    private static let wordGroups = 1 << 12

    /// No Han character is greater.
    static let lastScalar: UInt32 = 0x3FFFF

    /// - Parameter second: 0 for none.
    @inline(__always)
    static func han(_ first: UInt32, _ second: UInt32) -> UInt64 {
        UInt64(first) << 18 | UInt64(second)
    }

    static func first(_ key: UInt64) -> UInt32 { UInt32(key >> 18) }
    static func second(_ key: UInt64) -> UInt32 { UInt32(key & 0x3FFFF) }

    static func word(_ number: Int) -> UInt64 {
        UInt64(number % wordGroups) << 18 | UInt64(number / wordGroups)
    }

    /// The number of a word.
    static func word(of key: UInt64) -> Int {
        Int(second(key)) * wordGroups + Int(first(key))
    }

    /// Places in a unit are counted up to here, and then from 0 again.
    static let places = 1 << 6
}
