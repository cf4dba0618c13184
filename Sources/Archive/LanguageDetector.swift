import Text

/// Detects the language of a text by its scripts: enough to choose glyphs, not to tell French from
/// English.
public enum LanguageDetector {
    /// `zh-Hans`, `zh-Hant`, `ja`, `ko` or `en` (for every text in Latin letters); `nil` when the
    /// first 32 kB hold no letters of these.
    ///
    /// A Han character that folding changes is a Traditional one; one that another folds to is a
    /// sign of Simplified, and a weak one, because many are common to both.
    public static func language(of text: [UInt8]) -> String? {
        var counts = Counts()
        counts.add(text.prefix(32_768))
        return counts.language
    }

    private struct Counts {
        var latin = 0
        var han = 0
        var kana = 0
        var hangul = 0
        var traditional = 0
        var simplified = 0

        mutating func add(_ text: ArraySlice<UInt8>) {
            let signs = ScriptSigns.shared
            var at = text.startIndex
            while at < text.endIndex {
                let byte = text[at]
                if byte < 0x80 {
                    if (byte | 0x20) &- 0x61 < 26 { latin += 1 }
                    at += 1
                } else if byte < 0xE0 {
                    if 0xC3...0xC9 ~= byte { latin += 1 }
                    at += 2
                } else if byte < 0xF0 {
                    guard at + 2 < text.endIndex else { return }
                    count(
                        Int(byte & 0x0F) << 12 | Int(text[at + 1] & 0x3F) << 6
                            | Int(text[at + 2] & 0x3F), signs)
                    at += 3
                } else {
                    if byte == 0xF0, at + 1 < text.endIndex, text[at + 1] >= 0xA0 { han += 1 }
                    at += 4
                }
            }
        }

        private mutating func count(_ scalar: Int, _ signs: ScriptSigns) {
            switch scalar {
            case 0x3400...0x9FFF:
                han += 1
                switch signs.script[scalar - 0x3400] {
                case 1: traditional += 1
                case 2: simplified += 1
                default: break
                }
            case 0x3041...0x3096, 0x30A1...0x30FA: kana += 1
            case 0xAC00...0xD7A3: hangul += 1
            default: break
            }
        }

        /// A Han character counts as much as four Latin letters.
        var language: String? {
            if latin + han + kana + hangul == 0 { return nil }
            if hangul * 4 > latin, hangul > han, hangul > kana { return "ko" }
            if kana * 10 > han, (han + kana) * 4 > latin { return "ja" }
            if han * 4 > latin { return traditional * 2 > simplified ? "zh-Hant" : "zh-Hans" }
            return "en"
        }
    }

    /// For U+3400…U+9FFF: 1 when folding changes the character, 2 when another folds to it.
    private struct ScriptSigns: Sendable {
        static let shared = ScriptSigns()
        var script = [UInt8](repeating: 0, count: 0xA000 - 0x3400)

        private init() {
            for (source, target) in Folding.pairs where 0x3400..<0xA000 ~= source {
                script[Int(source) - 0x3400] = 1
                if 0x3400..<0xA000 ~= target { script[Int(target) - 0x3400] = 2 }
            }
        }
    }
}
