import Archive
import Text

/// What an alias demands of the words in a text beyond folding: capitals, and with `script: exact`
/// the same characters.
///
/// - An alias whose first letter is a capital matches capitals: `Early` is not early, `APPLE` is
///   Apple. Between Han characters small letters match too, where writers do not use capitals.
/// - An alias of up to three letters, all capitals, needs capitals throughout: `IT` is not It.
/// - An alias in small letters matches both.
/// - `case: exact` needs every letter as written, `case: any` none.
struct NameForm: Sendable, Equatable {
    enum Letters: Sendable, Equatable {
        case any
        /// The first letter is a capital.
        case capital
        /// All letters are capitals.
        case capitals
        /// By letter that has two cases: whether it is a capital.
        case exact([Bool])
    }

    enum Objection: Equatable {
        case letters, script
    }

    private static let longestAbbreviation = 3

    var letters: Letters
    /// `script: exact`: the Han characters that must be there.
    var han: [UInt32]?
    /// Whether the words are the alias with a plural ending.
    var isPlural = false

    init(_ alias: Entity.Alias) {
        let capitals = Self.capitals(of: Array(alias.text.utf8)[...])
        switch alias.letterCase {
        case .exact: letters = .exact(capitals)
        case .any: letters = .any
        case nil:
            if capitals.first != true {
                letters = .any
            } else {
                letters =
                    capitals.count > 1 && capitals.count <= Self.longestAbbreviation
                        && !capitals.contains(false) ? .capitals : .capital
            }
        }
        if alias.isScriptExact { han = Self.han(in: Array(alias.text.utf8)[...]) }
    }

    /// - Parameters:
    ///   - range: the words in `text`.
    ///   - text: the plain text.
    func objection(to range: Range<Int>, in text: [UInt8]) -> Objection? {
        if let han, Self.han(in: text[range]) != han { return .script }
        switch letters {
        case .any: return nil
        case .capital:
            if Self.firstLetterIsCapital(text[range]) { return nil }
        case .capitals:
            let found = Self.capitals(of: text[range])
            if !found.prefix(isPlural ? found.count - 1 : found.count).contains(false),
                !isPlural || found.last == false
            {
                return nil
            }
        case .exact(let wanted):
            let found = Self.capitals(of: text[range])
            return found == wanted + (isPlural ? [false] : []) ? nil : .letters
        }
        return Self.isBetweenHan(range, in: text) ? nil : .letters
    }

    /// Whether two spellings of one folded name are written with the same letters and characters.
    static func areSame(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
        capitals(of: a) == capitals(of: b) && han(in: a) == han(in: b)
    }

    // MARK: Letters

    /// By letter that has two cases: whether it is a capital.
    private static func capitals(of text: ArraySlice<UInt8>) -> [Bool] {
        var capitals: [Bool] = []
        each(text) { scalar in
            if let isCapital = isCapital(scalar) { capitals.append(isCapital) }
            return true
        }
        return capitals
    }

    private static func firstLetterIsCapital(_ text: ArraySlice<UInt8>) -> Bool {
        var result = true
        each(text) { scalar in
            guard let isCapital = isCapital(scalar) else { return true }
            result = isCapital
            return false
        }
        return result
    }

    /// `nil`: the scalar has no case.
    static func isCapital(_ scalar: UInt32) -> Bool? {
        switch scalar {
        case 0x41...0x5A, 0xFF21...0xFF3A: return true
        case 0x61...0x7A, 0xFF41...0xFF5A: return false
        case 0..<0xB5, 0x2E80...0xA63F, 0xAC00...0xD7FF: return nil
        default:
            guard let properties = Unicode.Scalar(scalar)?.properties else { return nil }
            if properties.isUppercase { return true }
            return properties.isLowercase && properties.changesWhenUppercased ? false : nil
        }
    }

    private static func han(in text: ArraySlice<UInt8>) -> [UInt32] {
        var han: [UInt32] = []
        each(text) { scalar in
            if ScalarClass(scalar) == .han { han.append(scalar) }
            return true
        }
        return han
    }

    private static func each(_ text: ArraySlice<UInt8>, _ body: (UInt32) -> Bool) {
        let bytes = Array(text)
        var at = 0
        while at < bytes.count {
            let (scalar, length) = UTF8Scalars.decode(bytes, at: at)
            guard body(scalar) else { return }
            at += length
        }
    }

    // MARK: Neighbors

    private enum Side { case han, end, other }

    /// Whether Han characters or their punctuation are on both sides, on one of them perhaps the
    /// end of the line; white space and quotation marks are not looked at.
    private static func isBetweenHan(_ range: Range<Int>, in text: [UInt8]) -> Bool {
        let sides = (before(range.lowerBound, text), behind(range.upperBound, text))
        return switch sides {
        case (.han, .han), (.han, .end), (.end, .han): true
        default: false
        }
    }

    private static func before(_ offset: Int, _ text: [UInt8]) -> Side {
        var at = offset
        while let (scalar, length) = UTF8Scalars.decode(text, before: at) {
            if scalar == "\n" { return .end }
            if let side = side(scalar) { return side }
            at -= length
        }
        return .end
    }

    private static func behind(_ offset: Int, _ text: [UInt8]) -> Side {
        var at = offset
        while at < text.count {
            let (scalar, length) = UTF8Scalars.decode(text, at: at)
            if scalar == "\n" { return .end }
            if let side = side(scalar) { return side }
            at += length
        }
        return .end
    }

    /// `nil`: the next scalar decides.
    private static func side(_ scalar: UInt32) -> Side? {
        switch ScalarClass(scalar) {
        case .han: return .han
        case .space, .zeroWidth: return nil
        case .word: return .other
        case .other:
            if "\"'“”‘’「」『』《》".unicodeScalars.contains(where: { scalar == $0 }) { return nil }
            return 0x3001...0x303F ~= scalar || 0xFF01...0xFF60 ~= scalar ? .han : .other
        }
    }
}
