import Text

/// `ScalarClass` of every scalar of the basic plane, laid out for lookup: the tokenizer asks it
/// once for each character of the archive.
struct CharacterClasses: Sendable {
    static let shared = CharacterClasses()

    private let plane: [UInt8]

    private init() {
        plane = (0..<0x10000).map { ScalarClass(UInt32($0)).rawValue }
    }

    @inline(__always)
    func isHan(_ scalar: UInt32) -> Bool {
        // Nearly all of them need no look at the table.
        0x4E00...0x9FFF ~= scalar || raw(scalar) == ScalarClass.han.rawValue
    }

    @inline(__always)
    func isWord(_ scalar: UInt32) -> Bool {
        raw(scalar) == ScalarClass.word.rawValue
    }

    @inline(__always)
    func raw(_ scalar: UInt32) -> UInt8 {
        scalar < 0x10000 ? plane[Int(scalar)] : ScalarClass(scalar).rawValue
    }
}
