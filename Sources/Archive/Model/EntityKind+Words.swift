extension Entity.Kind {
    /// The plural in a language, or in the nearest one that the archive has.
    public func title(in language: String) -> String {
        Self.words(titles, language) ?? Self.heading(folder)
    }

    /// The singular in a language.
    ///
    /// Without one, English takes the id. Other languages take the title, since many of them do not
    /// tell a plural from a singular.
    public func singular(in language: String) -> String {
        if let words = Self.own(singulars, language) { return words }
        return Self.primary(language) == "en" ? Self.heading(id) : title(in: language)
    }

    /// Whether a title is written in the language, and not only in another.
    ///
    /// Chinese has two scripts, and a title in one is not one in the other.
    public func hasTitle(in language: String) -> Bool {
        if titles[language] != nil || titles[""] != nil { return true }
        return Self.primary(language) != "zh" && Self.own(titles, language) != nil
    }

    /// The words for a language: its own, or those of another, English first.
    private static func words(_ words: [String: String], _ language: String) -> String? {
        own(words, language) ?? words["en"] ?? words.min { $0.key < $1.key }?.value
    }

    /// The words in a language, those without a language, or those of the same primary language:
    /// `zh-Hans` for `zh-Hant`.
    private static func own(_ words: [String: String], _ language: String) -> String? {
        words[language] ?? words[""]
            ?? words.filter { primary($0.key) == primary(language) }
            .min { $0.key < $1.key }?.value
    }

    private static func primary(_ language: String) -> Substring { language.prefix { $0 != "-" } }

    /// `art-works` as a heading: "Art works".
    private static func heading(_ name: String) -> String {
        let words = name.replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
