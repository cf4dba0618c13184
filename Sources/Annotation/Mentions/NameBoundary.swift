import Text

/// Checks that a name does not begin or end inside a word or number.
///
/// If the first or last character is a letter or digit, its neighbor must not be one. Any other
/// character (Han, a bracket) has no such condition. The check uses the original text, which still
/// has its spaces: a space always separates Latin words, a zero-width character never does. A
/// period or comma between two digits is part of the number: `V3` does not occur in `V3.1`.
/// Katakana is written for whole words as well: ライン does not occur in オンライン.
enum NameBoundary {
    enum Side {
        case before, behind
    }

    /// - Parameters:
    ///   - text: the plain text.
    ///   - range: the name; not empty, on scalar boundaries.
    static func isKept(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        crossed(text, range) == nil
    }

    /// The first side on which the word or number continues; `nil` if both edges are valid.
    static func crossed(_ text: [UInt8], _ range: Range<Int>) -> Side? {
        if continuesBefore(text, range.lowerBound) { return .before }
        return continuesBehind(text, range.upperBound) ? .behind : nil
    }

    private static func continuesBefore(_ text: [UInt8], _ start: Int) -> Bool {
        let edge = UTF8Scalars.decode(text, at: start).scalar
        if isPicture(edge), UTF8Scalars.decode(text, before: start)?.scalar == joiner {
            return true
        }
        if isKatakana(edge), let before = scalar(text, before: start)?.scalar, isKatakana(before) {
            return true
        }
        guard ScalarClass(edge) == .word, let (before, at) = scalar(text, before: start) else {
            return false
        }
        if ScalarClass(before) == .word { return true }
        guard isDigit(edge), isDecimalMark(before) else { return false }
        return scalar(text, before: at).map { isDigit($0.scalar) } ?? false
    }

    private static func continuesBehind(_ text: [UInt8], _ end: Int) -> Bool {
        guard let edge = UTF8Scalars.decode(text, before: end)?.scalar else { return false }
        if isPicture(edge), end < text.count {
            let behind = UTF8Scalars.decode(text, at: end).scalar
            if behind == joiner || skinColors.contains(behind) { return true }
        }
        if let letter = scalar(text, before: end)?.scalar, isKatakana(letter),
            let behind = scalar(text, at: end)?.scalar, isKatakana(behind)
        {
            return true
        }
        // A variation selector at the end belongs to the letter before it.
        guard let letter = scalar(text, before: end)?.scalar, ScalarClass(letter) == .word,
            let (behind, at) = scalar(text, at: end)
        else { return false }
        if ScalarClass(behind) == .word { return true }
        guard isDigit(letter), isDecimalMark(behind) else { return false }
        return scalar(text, at: at).map { isDigit($0.scalar) } ?? false
    }

    /// Zero-width joiner: combines the emoji on both sides into one.
    private static let joiner: UInt32 = 0x200D
    /// Emoji modifiers for skin tones; they belong to the emoji before them.
    private static let skinColors = UInt32(0x1F3FB)...0x1F3FF

    /// Letters, the long vowel mark and sound marks, in full and half width.
    private static func isKatakana(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30A1...0x30FA, 0x30FC...0x30FE, 0x31F0...0x31FF, 0x3099...0x309C, 0xFF66...0xFF9F:
            true
        default: false
        }
    }

    private static func isPicture(_ scalar: UInt32) -> Bool {
        scalar > 0x2000 && (ScalarClass(scalar) == .other || scalar == 0xFE0F)
    }

    /// The next scalar that is not zero-width, and its end.
    private static func scalar(_ text: [UInt8], at start: Int) -> (scalar: UInt32, end: Int)? {
        var at = start
        while at < text.count {
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            at += length
            if ScalarClass(scalar) != .zeroWidth { return (scalar, at) }
        }
        return nil
    }

    /// The previous scalar that is not zero-width, and its start.
    private static func scalar(_ text: [UInt8], before end: Int) -> (scalar: UInt32, start: Int)? {
        var at = end
        while let (scalar, length) = UTF8Scalars.decode(text, before: at) {
            at -= length
            if ScalarClass(scalar) != .zeroWidth { return (scalar, at) }
        }
        return nil
    }

    private static func isDigit(_ scalar: UInt32) -> Bool {
        scalar >= 0x30 && scalar <= 0x39 || scalar >= 0xFF10 && scalar <= 0xFF19
    }

    private static func isDecimalMark(_ scalar: UInt32) -> Bool { scalar == 0x2E || scalar == 0x2C }
}
