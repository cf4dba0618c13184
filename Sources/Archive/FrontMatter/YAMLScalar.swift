import Text

/// How single values are written in YAML 1.1 and 1.2 alike, quoted only where they need to be.
///
/// A plain scalar must not read as anything but the same string to either version's resolver, must
/// not hold an indicator where YAML gives it a meaning, and holds no character that YAML calls
/// unprintable.
enum YAMLScalar {
    /// One line: plain when that is safe, otherwise in double quotes.
    static func text(_ string: String, inFlow: Bool) -> String {
        let bytes = Array(string.utf8)
        return isPlain(bytes, inFlow: inFlow) ? string : quoted(bytes)
    }

    static func text(_ number: Double) -> String {
        if number.isNaN { return ".nan" }
        if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
        return "\(number)"
    }

    /// A literal block with its `|`, for text of several lines that needs no escape; each line is
    /// indented by `indent`, the last ends with a line end.
    static func literalBlock(_ string: String, indent: Int) -> String? {
        var bytes = Array(string.utf8)
        guard bytes.contains(0x0A), !hasUnprintable(bytes, allowing: 0x0A) else { return nil }
        let ends = bytes.reversed().prefix { $0 == 0x0A }.count
        guard ends < 2, let first = bytes.first, first != 0x0A, first != 0x20, first != 0x09 else {
            return nil
        }
        bytes.removeLast(ends)
        let margin = String(repeating: " ", count: indent)
        var out = ends == 0 ? "|-\n" : "|\n"
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.isEmpty {
                out += "\n"
            } else if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                return nil
            } else {
                out += margin + String(decoding: line, as: UTF8.self) + "\n"
            }
        }
        return out
    }

    private static func isPlain(_ bytes: [UInt8], inFlow: Bool) -> Bool {
        guard let first = bytes.first, let last = bytes.last, last != 0x20, last != 0x3A else {
            return false
        }
        guard canBegin(first), !hasUnprintable(bytes, allowing: nil), !isResolved(bytes) else {
            return false
        }
        for (at, byte) in bytes.enumerated() {
            switch byte {
            case 0x09: return false
            // `: `; the last byte is not a colon.
            case 0x3A where inFlow || bytes[at + 1] == 0x20: return false
            case 0x23 where at > 0 && bytes[at - 1] == 0x20: return false  // ` #`
            case 0x5B, 0x5D, 0x7B, 0x7D, 0x2C:  // []{},
                if inFlow { return false }
            default: break
            }
        }
        return true
    }

    /// Letters, digits, and a few characters that are not indicators; not `-`, `?`, `:`, `#`, `&`,
    /// `*`,
    /// `!`, `|`, `>`, quotes, `%`, `@`, backtick, brackets, white space, `=`, `<`, `~`, `.`, `+`.
    private static func canBegin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., 0x28, 0x2F, 0x5F, 0x24: true
        default: false
        }
    }

    /// Whether a reader may take the bytes for a number, a time, a truth value or nothing.
    ///
    /// What begins with a digit is plain only with a letter that no number holds.
    private static func isResolved(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first else { return true }
        if first &- 0x30 < 10 {
            return bytes.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x46, 0x61...0x66: true  // digits of any base, exponents
                case 0x2E, 0x2D, 0x2B, 0x3A, 0x5F, 0x2C, 0x2F, 0x20: true  // . - + : _ , / space
                case 0x54, 0x74, 0x5A, 0x7A, 0x78, 0x6F: true  // T t Z z x o
                default: false
                }
            }
        }
        guard bytes.count <= 5 else { return false }
        return words.contains(String(decoding: bytes, as: UTF8.self).lowercased())
    }

    private static let words: Set<String> = [
        "true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf",
    ]

    /// Control characters, line and paragraph separators, no-break spaces that an editor would not
    /// see, byte order marks, noncharacters.
    private static func hasUnprintable(_ bytes: [UInt8], allowing allowed: UInt32?) -> Bool {
        var at = 0
        while at < bytes.count {
            let (scalar, length) = UTF8Scalars.decode(bytes, at: at)
            if scalar != allowed, isUnprintable(scalar) { return true }
            at += length
        }
        return false
    }

    private static func isUnprintable(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x00...0x1F, 0x7F...0xA0, "\u{AD}", 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
            "\u{3000}",
            0xD800...0xF8FF, "\u{FEFF}", 0xFFF0...0xFFFF, 0xE0000...:
            true
        default:
            scalar & 0xFFFE == 0xFFFE
        }
    }

    private static func quoted(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = [0x22]
        var at = 0
        while at < bytes.count {
            let (scalar, length) = UTF8Scalars.decode(bytes, at: at)
            switch scalar {
            case 0x22: out += [0x5C, 0x22]
            case 0x5C: out += [0x5C, 0x5C]
            case 0x0A: out += [0x5C, 0x6E]
            case 0x09: out += [0x5C, 0x74]
            case "\u{3000}", "\u{A0}": out += bytes[at..<at + length]
            case _ where isUnprintable(scalar): out += Array(escape(scalar).utf8)
            default: out += bytes[at..<at + length]
            }
            at += length
        }
        out.append(0x22)
        return String(decoding: out, as: UTF8.self)
    }

    private static func escape(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        let width = scalar < 0x100 ? 2 : scalar < 0x10000 ? 4 : 8
        let letter = scalar < 0x100 ? "x" : scalar < 0x10000 ? "u" : "U"
        return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
    }
}
