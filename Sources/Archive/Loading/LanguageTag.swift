import Text

/// Language tags of BCP 47, with the Chinese ones reduced to the script, which is what readers see.
enum LanguageTag {
    /// The canonical tag; `nil` for a bare `zh`, and with a warning for what is no tag: the
    /// language is then detected.
    static func read(_ text: Located<String>, _ file: SourceFile) -> String? {
        let parts = text.value.split { $0 == "-" || $0 == "_" }.map(String.init)
        let isTag = parts.enumerated().allSatisfy { at, part in
            let isAlphanumeric = part.utf8.allSatisfy {
                $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26
            }
            return isAlphanumeric && (at == 0 ? 2...3 ~= part.utf8.count : 1...8 ~= part.utf8.count)
        }
        guard isTag, let language = parts.first?.lowercased() else {
            file.warning(
                "bad-language", at: text.place,
                "`\(ArticleReader.shown(text.value))` is no language tag",
                help: "write a tag as in `zh-Hans`, `zh-Hant`, `en`")
            return nil
        }
        let rest = parts.dropFirst().map { $0.lowercased() }
        if language == "zh" || language == "cmn" || language == "yue" {
            if rest.contains("hans") { return "zh-Hans" }
            if rest.contains("hant") { return "zh-Hant" }
            if rest.contains(where: { ["cn", "sg", "my"].contains($0) }) { return "zh-Hans" }
            if rest.contains(where: { ["tw", "hk", "mo"].contains($0) }) { return "zh-Hant" }
            return nil
        }
        return
            ([language]
            + rest.map {
                $0.utf8.count == 2 ? $0.uppercased() : $0.utf8.count == 4 ? titled($0) : $0
            })
            .joined(separator: "-")
    }

    private static func titled(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
