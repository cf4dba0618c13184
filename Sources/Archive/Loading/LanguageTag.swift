import Text

/// Language tags of BCP 47, with the Chinese ones reduced to the script, which is what readers see.
public enum LanguageTag {
    public enum Reading: Equatable, Sendable {
        /// The canonical tag; `nil` for a bare `zh`.
        case tag(String?)
        /// A well-formed tag of a language that does not exist.
        case unknownLanguage(String)
        case malformed
    }

    public static func read(_ text: String) -> Reading {
        let parts = text.split { $0 == "-" || $0 == "_" }.map(String.init)
        let isTag = parts.enumerated().allSatisfy { at, part in
            let isAlphanumeric = part.utf8.allSatisfy {
                $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26
            }
            return isAlphanumeric && (at == 0 ? 2...3 ~= part.utf8.count : 1...8 ~= part.utf8.count)
        }
        guard isTag, let language = parts.first?.lowercased() else { return .malformed }
        guard language.utf8.count == 3 || codes.contains(language) else {
            return .unknownLanguage(language)
        }
        let rest = parts.dropFirst().map { $0.lowercased() }
        if language == "zh" || language == "cmn" || language == "yue" {
            if rest.contains("hans") { return .tag("zh-Hans") }
            if rest.contains("hant") { return .tag("zh-Hant") }
            if rest.contains(where: { ["cn", "sg", "my"].contains($0) }) { return .tag("zh-Hans") }
            if rest.contains(where: { ["tw", "hk", "mo"].contains($0) }) { return .tag("zh-Hant") }
            return .tag(nil)
        }
        return .tag(
            ([language]
                + rest.map {
                    $0.utf8.count == 2 ? $0.uppercased() : $0.utf8.count == 4 ? titled($0) : $0
                })
                .joined(separator: "-"))
    }

    /// As `read`, with a warning for a tag that is not valid: the language is then detected.
    static func read(_ text: Located<String>, _ file: SourceFile) -> String? {
        switch read(text.value) {
        case .tag(let tag): return tag
        case .unknownLanguage(let code):
            file.warning(
                "bad-language", at: text.place,
                "`\(ArticleReader.shown(code))` is not a language code",
                help: "write a code of ISO 639, as in `zh-Hans`, `en`, `de`")
        case .malformed:
            file.warning(
                "bad-language", at: text.place,
                "`\(ArticleReader.shown(text.value))` is not a valid language tag",
                help: "write a tag as in `zh-Hans`, `zh-Hant`, `en`")
        }
        return nil
    }

    private static func titled(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// The codes of two letters in ISO 639, and four that it had before.
    private static let codes = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
        da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu \
        hy hz ia id ie ig ii ik in io is it iu iw ja ji jv ka kg ki kj kk kl km kn ko kr ks ku kv kw \
        ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny \
        oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss \
        st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za \
        zh zu
        """.split(separator: " ").map(String.init))
}
