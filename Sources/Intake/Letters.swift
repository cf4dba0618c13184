import Text

/// The letters and digits of a text without white space, punctuation and marks: what two texts have
/// in common when only their layout differs.
enum Letters {
    static func of(_ text: String) -> [UInt8] {
        of(Array(text.utf8))
    }

    /// UTF-8 in, UTF-8 out; the bytes must be valid.
    static func of(_ utf8: [UInt8]) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(utf8.count)
        var i = 0
        while i < utf8.count {
            let (scalar, length) = UTF8Scalars.decode(utf8, at: i)
            switch ScalarClass(scalar) {
            case .han, .word: letters.append(contentsOf: utf8[i..<i + length])
            case .space, .zeroWidth, .other: break
            }
            i += length
        }
        return letters
    }
}
