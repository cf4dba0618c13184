/// Reading and writing single scalars of UTF-8 that is known to be valid.
public enum UTF8Scalars {
    /// The scalar that begins at `offset`, and its length in bytes.
    ///
    /// The text must be valid UTF-8.
    @inlinable
    public static func decode(_ bytes: [UInt8], at offset: Int) -> (scalar: UInt32, length: Int) {
        let a = UInt32(bytes[offset])
        if a < 0x80 { return (a, 1) }
        let b = UInt32(bytes[offset + 1] & 0x3F)
        if a < 0xE0 { return ((a & 0x1F) << 6 | b, 2) }
        let c = UInt32(bytes[offset + 2] & 0x3F)
        if a < 0xF0 { return ((a & 0x0F) << 12 | b << 6 | c, 3) }
        let d = UInt32(bytes[offset + 3] & 0x3F)
        return ((a & 0x07) << 18 | b << 12 | c << 6 | d, 4)
    }

    /// The scalar that ends before `offset`, and its length; `nil` at the start of the text.
    @inlinable
    public static func decode(_ bytes: [UInt8], before offset: Int) -> (
        scalar: UInt32, length: Int
    )? {
        guard offset > 0 else { return nil }
        var start = offset - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return decode(bytes, at: start)
    }

    @inlinable
    public static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: scalar))
        } else if scalar < 0x800 {
            bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else if scalar < 0x10000 {
            bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar >> 6) & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else {
            bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar >> 12) & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | (scalar >> 6) & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }
}

/// Decoded scalars are `UInt32`; these compare them with characters of the source code:
/// `text[end] == "多"`, `case "。", "！":`.
extension UInt32 {
    @inlinable
    public static func == (scalar: UInt32, character: Unicode.Scalar) -> Bool {
        scalar == character.value
    }

    @inlinable
    public static func != (scalar: UInt32, character: Unicode.Scalar) -> Bool {
        scalar != character.value
    }

    @inlinable
    public static func ~= (character: Unicode.Scalar, scalar: UInt32) -> Bool {
        scalar == character.value
    }

    /// Whether it is one of the characters of a string.
    public func isOne(of characters: String) -> Bool {
        characters.unicodeScalars.contains { self == $0 }
    }
}

/// What a scalar is to matching and search.
public enum ScalarClass: UInt8, Sendable {
    /// Han ideographs, kana, bopomofo and hangul: written without spaces, searched by substring.
    case han
    /// Letters, digits and marks of every other script: words need a boundary on both sides.
    case word
    /// White space, including no-break and ideographic space.
    case space
    /// Characters without width that carry no meaning between letters, and variation selectors.
    case zeroWidth
    /// Punctuation, symbols and everything else.
    case other

    public init(_ scalar: UInt32) {
        if scalar < 0x80 {
            self = Self.ascii(UInt8(scalar))
            return
        }
        switch scalar {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005...0x3007, 0x3041...0x30FA, 0x30FC...0x312F,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFD:
            self = .han
        case "\u{A0}", "\u{1680}", 0x2000...0x200A, "\u{2028}", "\u{2029}", "\u{202F}", "\u{205F}",
            "\u{3000}", "\u{85}":
            self = .space
        case 0x00AD, 0x034F, 0x061C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x2064, 0x2066...0x206F, "\u{3164}", 0xFE00...0xFE0F, 0xFEFF, "\u{FFA0}",
            0xE0000...0xE0FFF:
            self = .zeroWidth
        // Letters to Unicode, apostrophes to their readers.
        case 0x02B9, 0x02BB...0x02BF, 0xA78B, 0xA78C:
            self = .other
        case 0x2010...0x2027, 0x2030...0x205E, 0x3001...0x3004, 0x3008...0x3020, 0xFF00...0xFF0F,
            0xFF1A...0xFF20:
            self = .other
        default:
            guard let properties = Unicode.Scalar(scalar)?.properties else {
                self = .other
                return
            }
            switch properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
                .otherLetter,
                .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark, .enclosingMark:
                self = .word
            default:
                self = .other
            }
        }
    }

    static func ascii(_ byte: UInt8) -> ScalarClass {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .word
        case 0x20, 0x09...0x0D: .space
        default: .other
        }
    }
}
