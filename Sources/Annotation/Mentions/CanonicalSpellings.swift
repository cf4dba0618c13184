import Foundation

/// The ways in which Unicode writes one name: with `é` as one character or as a letter and a mark.
///
/// Folding keeps one scalar for one scalar, so a text and a name that differ in this would never
/// meet.
enum CanonicalSpellings {
    /// The name as it is, and its composed and decomposed forms where they differ from it.
    static func of(_ name: String) -> [String] {
        // Below U+0300, and in Han, kana and hangul syllables, only Latin-1 letters decompose.
        guard name.unicodeScalars.contains(where: { Self.mayDiffer($0.value) }) else {
            return [name]
        }
        var spellings = [name]
        for other in [
            name.precomposedStringWithCanonicalMapping, name.decomposedStringWithCanonicalMapping,
        ]
        where !spellings.contains(where: { $0.utf8.elementsEqual(other.utf8) }) {
            spellings.append(other)
        }
        return spellings
    }

    private static func mayDiffer(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0xC0, 0x2000...0x2E7F, 0x3000...0x3040, 0x3400...0x9FFF, 0xAC00...0xD7A3,
            0x20000...:
            false
        default: true
        }
    }
}
