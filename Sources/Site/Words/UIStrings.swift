import Text

/// The words of the interface in one language.
///
/// Each word is looked up separately: in the archive's `strings.json`, then in the built-in one,
/// for the archive's language, then for the languages that it is a variant of (`zh-HK` → `zh-Hant`
/// → `zh`), then in English. A file need not contain all words.
struct UIStrings: Sendable {
    private struct Word: Sendable {
        var forms: StringsFile.Forms
        var plural: PluralRules
        /// Whether the English word is used because the language has none.
        var isEnglish: Bool
    }

    private let words: [String: Word]
    /// BCP 47: the archive's language, or `en` when there are no words in that language.
    let language: String

    /// - Parameters:
    ///   - language: the archive's language, BCP 47.
    ///   - diagnostics: receives mistakes in the archive's own file, and missing words.
    init(_ files: ThemeFiles, language: String, diagnostics: inout [Diagnostic]) {
        let own = files.isOverridden("strings.json") ? files.files["strings.json"] : nil
        let file = own.map { StringsFile($0.bytes, file: $0.origin) }
        let builtIn = StringsFile.builtIn
        diagnostics += (file?.diagnostics ?? []) + builtIn.diagnostics
        let chain = Self.chain(language)
        let isEnglish = language.lowercased().split(separator: "-").first == "en"
        var words: [String: Word] = [:]
        var plural = PluralRules()
        // From English to the language itself, so that the nearest wins.
        for tag in chain.reversed() {
            for source in [builtIn.languages[tag], file?.languages[tag]] {
                guard let source else { continue }
                if let rules = source["plural"] { plural = PluralRules(rules) ?? plural }
                for (key, forms) in source {
                    let isList = StringsFile.isTable(forms) && !Self.wholeTables.contains(key)
                    words[key] = Word(
                        forms: isList ? (words[key]?.forms ?? [:]).merging(forms) { $1 } : forms,
                        plural: plural, isEnglish: tag == "en" && !isEnglish)
                }
            }
        }
        let missing = words.keys.filter { words[$0]?.isEnglish == true && $0 != "plural" }
        let hasOwn = missing.count < words.keys.count(where: { $0 != "plural" })
        self.language = isEnglish || hasOwn ? language : "en"
        if !isEnglish, !missing.isEmpty {
            diagnostics.append(
                Self.missing(missing.sorted(), of: words.count - 1, chain, language, file))
        }
        self.words = words
    }

    /// The keys of all words.
    var keys: Set<String> { Set(words.keys) }

    /// Adds every word and form to a cache key.
    func add(to key: inout CacheKeyBuilder) {
        key.add(language)
        for (name, word) in words.sorted(by: { $0.key < $1.key }) {
            key.add(name)
            key.add(text(forTemplate: name) ?? "")
            key.add("\(word.plural)")
        }
    }

    /// English words, for the output of commands.
    static let english: UIStrings = {
        var diagnostics: [Diagnostic] = []
        return UIStrings(ThemeFiles(files: [:]), language: "en", diagnostics: &diagnostics)
    }()

    /// Tables that are not merged with those of other languages.
    private static let wholeTables: Set<String> = ["scales", "plural"]

    private static func missing(
        _ keys: [String], of count: Int, _ chain: [String], _ language: String, _ file: StringsFile?
    ) -> Diagnostic {
        guard keys.count < count else {
            return Diagnostic(
                .note, "interface-language",
                "the interface has no words in `\(language)`, so it is in English",
                help:
                    "translate it in templates/strings.json: {\"\(language)\": {\"key\": \"words\"}}"
            )
        }
        let shown = keys.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
        let more = keys.count > 5 ? " and \(keys.count - 5) more" : ""
        return Diagnostic(
            .warning, "missing-strings",
            at: chain.lazy.compactMap { file?.places[$0] }.first,
            "`\(language)` has \(count - keys.count) of \(count) words; the others are in English",
            notes: ["missing: \(shown)\(more)"],
            help: "`variorum theme strings.json` writes all keys with their English words")
    }

    /// The tags under which words of a language are looked up, in lower case, `en` last.
    static func chain(_ language: String) -> [String] {
        let parts = language.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
        var chain: [String] = []
        for count in stride(from: parts.count, to: 0, by: -1) {
            chain.append(parts[..<count].joined(separator: "-"))
        }
        if parts.first == "zh" {
            let isTraditional = parts.contains { ["hant", "tw", "hk", "mo"].contains($0) }
            let script = isTraditional ? "zh-hant" : "zh-hans"
            if !chain.contains(script) { chain.insert(script, at: max(1, chain.count - 1)) }
        }
        return chain.contains("en") ? chain : chain + ["en"]
    }

    // MARK: Words

    /// The words of a key; of one with several forms, `other`.
    subscript(key: String) -> String { words[key]?.forms["other"] ?? "" }

    /// The words of a key that need not exist.
    func words(ifAny key: String) -> String? { words[key]?.forms["other"] }

    /// Words with their `{name}` placeholders filled in.
    func callAsFunction(_ key: String, _ values: [String: String]) -> String {
        Self.fill(self[key], values)
    }

    /// The plural form for a number, which replaces `{n}`.
    func callAsFunction(_ key: String, count: Int, _ values: [String: String] = [:]) -> String {
        guard let word = words[key] else { return "" }
        let form = word.forms[word.plural.category(of: count)] ?? word.forms["other"] ?? ""
        return Self.fill(form, values.merging(["n": String(count)]) { $1 })
    }

    /// The entry of a table: the name of a month, a separator.
    func entry(_ entry: String, of key: String) -> String { words[key]?.forms[entry] ?? "" }

    /// All entries of a table.
    func table(_ key: String) -> [String: String] { words[key]?.forms ?? [:] }

    /// Whether a word is shown in English on pages in another language.
    func isEnglish(_ key: String) -> Bool { language != "en" && words[key]?.isEnglish ?? false }

    /// The value for templates and scripts: the text, or the forms or entries as JSON.
    func text(forTemplate key: String) -> String? {
        guard let forms = words[key]?.forms else { return nil }
        if forms.count == 1, let text = forms["other"] { return text }
        let members = forms.sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }
            .map { "\(JSONText.quoted($0.key)):\(JSONText.quoted($0.value))" }
        return "{\(members.joined(separator: ","))}"
    }

    /// The name of a language; parts of the tag without a name are appended in parentheses.
    ///
    /// - Parameter tag: BCP 47; returned as it is for a language without a name.
    func name(ofLanguage tag: String) -> String {
        let parts = tag.split(separator: "-")
        for count in stride(from: parts.count, to: 0, by: -1) {
            let known = parts[..<count].joined(separator: "-")
            guard let name = words(ifAny: "language-\(known)") else { continue }
            let rest = parts[count...].joined(separator: "-")
            return rest.isEmpty ? name : "\(name) (\(rest))"
        }
        return tag
    }

    /// `A, B and C`.
    func list(_ items: [String]) -> String { list(items) { $0 } }

    /// The same in HTML.
    ///
    /// - Parameter items: as HTML.
    func list(html items: [String]) -> String { list(items, HTML.escape) }

    private func list(_ items: [String], _ written: (String) -> String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: written(entry("separator", of: "list")))
            + written(entry("last", of: "list")) + last
    }

    /// Replaces `{name}` by values.
    static func fill(_ text: String, _ values: [String: String]) -> String {
        let bytes = Array(text.utf8)
        var filled: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "{"),
                let end = bytes[at...].firstIndex(of: UInt8(ascii: "}")),
                let value = values[String(decoding: bytes[at + 1..<end], as: UTF8.self)]
            {
                filled += value.utf8
                at = end + 1
            } else {
                filled.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: filled, as: UTF8.self)
    }
}
