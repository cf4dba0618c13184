/// What a scalar is to matching and search.
public enum ScalarClass: UInt8, Sendable {
    /// Han ideographs, kana, bopomofo and hangul: written without spaces, searched by substring.
    case han
    /// Letters, digits and marks of every other script: words need a boundary on both sides.
    case word
    /// White space, including no-break and ideographic space.
    case space
    /// Characters without width that carry no meaning between letters.
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
        case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x85:
            self = .space
        case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
            self = .zeroWidth
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
