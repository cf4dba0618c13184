import Text

/// Detects the language of a text: by its script, and among the languages of one script by small
/// words and rare letters (`LanguageWords`).
public enum LanguageDetector {
    public struct Finding: Sendable, Equatable {
        /// BCP 47.
        public var language: String
        /// The text is long enough, and says it clearly enough, to contradict a declaration.
        public var isSure: Bool
        /// What decided, in words: "Cyrillic letters", "words such as `und`, `der`".
        public var evidence: String
    }

    /// The language of the first 32 kB; `nil` when they hold no letters of a known script, or many
    /// words of a language that is not known.
    ///
    /// Short text in Latin letters is `en`, which is enough to choose glyphs.
    public static func language(of text: [UInt8]) -> String? { find(in: text)?.language }

    public static func find(in text: [UInt8]) -> Finding? {
        var counts = ScriptCounts()
        counts.add(text.prefix(32_768))
        guard let script = counts.script else { return nil }
        switch script {
        case .han, .japanese, .korean:
            return Finding(
                language: counts.eastAsianLanguage(script), isSure: counts.letters >= 12,
                evidence: script == .han ? "Han characters" : "\(script.name) letters")
        case .latin, .cyrillic, .arabic, .devanagari, .hebrew:
            return LanguageScore.best(text, script)
        default:
            return Finding(
                language: script.language, isSure: counts.letters >= 12,
                evidence: "\(script.name) letters")
        }
    }

    /// The language of a text that declares one, and what contradicts the declaration.
    ///
    /// The declared language wins unless the text is surely in another one.
    public static func choose(
        declared: String?, text: [UInt8]
    ) -> (language: String?, evidence: String, contradicts: Bool) {
        let found = find(in: text)
        guard let declared else {
            return (found?.language, found?.evidence ?? "none", false)
        }
        guard let found else { return (declared, "declared", false) }
        let own = primary(declared)
        if own == primary(found.language) {
            // Script matters to readers: `zh-CN` says it by its region only.
            let isChinese = own == "zh"
            return (isChinese ? found.language : declared, "declared, and the text agrees", false)
        }
        guard found.isSure, !isNear(own, primary(found.language)) else {
            return (declared, "declared", false)
        }
        return (found.language, found.evidence, true)
    }

    private static func primary(_ tag: String) -> String {
        let code = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return ["cmn": "zh", "yue": "zh", "no": "nb", "nn": "nb", "iw": "he", "in": "id"][code]
            ?? code
    }

    /// Languages that small words do not tell apart, or that the table does not have.
    private static func isNear(_ declared: String, _ found: String) -> Bool {
        if !LanguageScore.known.contains(declared) {
            // Only another script is evidence against a language without words here.
            return Script.of(found) == .latin
        }
        let groups: [Set<String>] = [
            ["nb", "da", "sv"], ["hr", "sr", "bs", "sl"], ["id", "ms"], ["cs", "sk"],
            ["pt", "gl", "es"], ["ca", "es"], ["ru", "uk", "be", "bg"], ["bg", "mk", "sr"],
            ["hi", "mr", "ne"], ["nl", "af"],
        ]
        return groups.contains { $0.contains(declared) && $0.contains(found) }
    }

    enum Script: String, CaseIterable {
        case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, gurmukhi
        case gujarati, odia, tamil, telugu, kannada, malayalam, sinhala, thai, lao, tibetan
        case myanmar, georgian, ethiopic, khmer, han, japanese, korean

        var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

        /// The language that is written with it, of those with one.
        var language: String {
            switch self {
            case .greek: "el"
            case .armenian: "hy"
            case .bengali: "bn"
            case .gurmukhi: "pa"
            case .gujarati: "gu"
            case .odia: "or"
            case .tamil: "ta"
            case .telugu: "te"
            case .kannada: "kn"
            case .malayalam: "ml"
            case .sinhala: "si"
            case .thai: "th"
            case .lao: "lo"
            case .tibetan: "bo"
            case .myanmar: "my"
            case .georgian: "ka"
            case .ethiopic: "am"
            case .khmer: "km"
            case .japanese: "ja"
            case .korean: "ko"
            case .latin, .cyrillic, .hebrew, .arabic, .devanagari, .han: "und"
            }
        }

        static func of(_ language: String) -> Script? {
            LanguageScore.script(of: language)
                ?? allCases.first { $0.language == language }
        }

        /// Of a character from U+0370 to U+17FF.
        static func of(_ scalar: Int) -> Script? {
            switch scalar {
            case 0x370...0x3FF: .greek
            case 0x400...0x52F: .cyrillic
            case 0x531...0x587: .armenian
            case 0x591...0x5F4: .hebrew
            case 0x620...0x6FF, 0x750...0x77F: .arabic
            case 0x900...0x97F: .devanagari
            case 0x980...0x9FF: .bengali
            case 0xA00...0xA7F: .gurmukhi
            case 0xA80...0xAFF: .gujarati
            case 0xB00...0xB7F: .odia
            case 0xB80...0xBFF: .tamil
            case 0xC00...0xC7F: .telugu
            case 0xC80...0xCFF: .kannada
            case 0xD00...0xD7F: .malayalam
            case 0xD80...0xDFF: .sinhala
            case 0xE01...0xE4E: .thai
            case 0xE80...0xEFF: .lao
            case 0xF00...0xFFF: .tibetan
            case 0x1000...0x109F: .myanmar
            case 0x10A0...0x10FF: .georgian
            case 0x1200...0x139F: .ethiopic
            case 0x1780...0x17FF: .khmer
            default: nil
            }
        }
    }

    private struct ScriptCounts {
        private var latin = 0
        private var han = 0
        private var kana = 0
        private var hangul = 0
        private var traditional = 0
        private var simplified = 0
        private var others: [Script: Int] = [:]

        var letters: Int { latin + han + kana + hangul + others.values.reduce(0, +) }

        mutating func add(_ text: ArraySlice<UInt8>) {
            let signs = ScriptSigns.shared
            var at = text.startIndex
            while at < text.endIndex {
                let byte = text[at]
                if byte < 0x80 {
                    if (byte | 0x20) &- 0x61 < 26 { latin += 1 }
                    at += 1
                } else if byte < 0xE0 {
                    if 0xC3...0xC9 ~= byte {
                        latin += 1
                    } else if byte >= 0xCD, at + 1 < text.endIndex {
                        let scalar = Int(byte & 0x1F) << 6 | Int(text[at + 1] & 0x3F)
                        if let script = Script.of(scalar) { others[script, default: 0] += 1 }
                    }
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
            case 0x1E00...0x1EFF: latin += 1
            case 0x900...0x17FF:
                if let script = Script.of(scalar) { others[script, default: 0] += 1 }
            default: break
            }
        }

        /// A Han character counts as much as four Latin letters.
        var script: Script? {
            let other = others.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
            if letters == 0 { return nil }
            if let other, other.value > latin, other.value > (han + kana + hangul) * 4 {
                return other.key
            }
            if hangul * 4 > latin, hangul > han, hangul > kana { return .korean }
            if kana * 10 > han, (han + kana) * 4 > latin { return .japanese }
            if han * 4 > latin { return .han }
            return .latin
        }

        func eastAsianLanguage(_ script: Script) -> String {
            guard script == .han else { return script.language }
            return traditional * 2 > simplified ? "zh-Hant" : "zh-Hans"
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
