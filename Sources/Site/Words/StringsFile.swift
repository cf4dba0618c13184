import Archive
import Text

/// The words of one `strings.json`: language → key → words.
///
/// Words are a text, or an object of plural forms (`one`, `other` …) or of the entries of a table
/// (`months`, `scales` …).
struct StringsFile: Sendable {
    /// A word by its forms; a plain text is the form `other`.
    typealias Forms = [String: String]

    /// By language tag in lower case, then by key.
    private(set) var languages: [String: [String: Forms]] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    /// The place of each language's name in the file, by tag in lower case.
    private(set) var places: [String: Diagnostic.Place] = [:]

    /// The built-in file, which has every key in English.
    static let builtIn: StringsFile = {
        let bytes = ThemeFiles.builtIn["strings.json"] ?? []
        return StringsFile(bytes, file: "built-in strings.json", known: nil)
    }()

    /// An archive's own file, checked against the built-in one.
    init(_ bytes: [UInt8], file: String) {
        self.init(bytes, file: file, known: Self.builtIn.languages["en"] ?? [:])
    }

    /// - Parameter known: the English words, by which keys and places are checked; `nil` for the
    ///   built-in file itself.
    private init(_ bytes: [UInt8], file: String, known: [String: Forms]?) {
        let root: JSONValue
        do {
            root = try JSONValue.read(bytes)
        } catch {
            diagnostics.append(
                Diagnostic(
                    .error, "bad-strings",
                    at: Reader.place(of: error.offset, in: bytes, file: file),
                    "invalid JSON: \(error.message)"))
            return
        }
        var reader = Reader(bytes: bytes, file: file, known: known)
        guard let members = root.members else {
            reader.report(
                .error, "bad-strings", root.offset, "strings.json must be a JSON object",
                help: #"write {"en": {"key": "words"}}"#)
            diagnostics = reader.diagnostics
            return
        }
        for (name, value) in members {
            let tag = name.text.lowercased()
            guard let words = reader.language(name, value) else { continue }
            languages[tag, default: [:]].merge(words) { $1 }
            places[tag] = reader.place(name.offset)
        }
        diagnostics = reader.diagnostics
    }

    /// Whether the entries are those of a table, not the forms of one word.
    static func isTable(_ forms: Forms) -> Bool { forms["other"] == nil }

    /// The names of the placeholders `{name}` in a text; `{title-lower}` refers to `title`.
    static func fields(in text: String) -> Set<String> {
        var fields: Set<String> = []
        for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            guard let end = part.firstIndex(of: "}") else { continue }
            let name = part[..<end]
            fields.insert(String(name.hasSuffix("-lower") ? name.dropLast("-lower".count) : name))
        }
        return fields
    }
}

/// Reads and checks the words of each language.
private struct Reader {
    let bytes: [UInt8]
    let file: String
    let known: [String: StringsFile.Forms]?
    var diagnostics: [Diagnostic] = []

    /// - Returns: by key; `nil` for a value that is not an object.
    mutating func language(_ name: JSONValue.Name, _ value: JSONValue)
        -> [String: StringsFile.Forms]?
    {
        guard let members = value.members else {
            report(
                .error, "bad-strings", name.offset,
                "`\(name.text)` must be a language with an object of its words",
                help: #"write {"en": {"key": "words"}}"#)
            return nil
        }
        if !Self.isTag(name.text) {
            report(
                .warning, "bad-language", name.offset,
                "`\(name.text)` is not a valid language tag",
                help: "write a tag such as `en`, `zh-Hant` or `pt-BR`")
        }
        var words: [String: StringsFile.Forms] = [:]
        for (key, value) in members {
            if words[key.text] != nil {
                report(.warning, "duplicate-string", key.offset, "`\(key.text)` is there twice")
            }
            if let known, known[key.text] == nil {
                let near = Spelling.nearest(to: key.text, among: known.keys.sorted())
                report(
                    .warning, "unknown-string", key.offset, "unknown key `\(key.text)`",
                    help: near.map { "did you mean `\($0)`?" }
                        ?? "remove it; docs/templates.md lists the keys")
                continue
            }
            if let forms = forms(of: key, value) { words[key.text] = forms }
        }
        return words
    }

    private mutating func forms(of key: JSONValue.Name, _ value: JSONValue)
        -> StringsFile.Forms?
    {
        let model = known?[key.text]
        switch value.content {
        case .string(let bytes):
            let text = String(decoding: bytes, as: UTF8.self)
            if let model, StringsFile.isTable(model) {
                report(
                    .warning, "bad-string", value.offset, "`\(key.text)` must be an object",
                    help: "write it with the keys \(Self.list(model.keys.sorted()))")
                return nil
            }
            check(text, of: key, model, at: value.offset, isWhole: true)
            return ["other": text]
        case .object(let members):
            var forms: StringsFile.Forms = [:]
            for (name, part) in members {
                guard let text = part.string else {
                    report(
                        .warning, "bad-string", part.offset,
                        "`\(name.text)` of `\(key.text)` must be a text")
                    continue
                }
                guard isPart(name.text, of: key.text, model) else {
                    report(
                        .warning, "unknown-string", name.offset,
                        "unknown key `\(name.text)` in `\(key.text)`",
                        help: "the keys are \(Self.list(parts(of: key.text, model)))")
                    continue
                }
                check(text, of: key, model, at: part.offset, isWhole: name.text == "other")
                forms[name.text] = text
            }
            if key.text == "plural", PluralRules(forms) == nil {
                report(
                    .warning, "bad-string", value.offset, "`plural` has an invalid condition",
                    help:
                        #"write conditions such as "n = 1" or "n % 10 = 2..4 and n % 100 != 12..14""#
                )
                return nil
            }
            if let model, !StringsFile.isTable(model), forms["other"] == nil {
                report(
                    .warning, "bad-string", value.offset, "`\(key.text)` has no form `other`",
                    help: "add `other`, which is used where no other form fits")
                return nil
            }
            return forms
        case .array, .number, .bool, .null:
            report(
                .warning, "bad-string", value.offset,
                "`\(key.text)` must be a text or an object of texts, not \(value.kind)")
            return nil
        }
    }

    private func isPart(_ name: String, of key: String, _ model: StringsFile.Forms?) -> Bool {
        guard let model else { return true }
        if key == "scales" { return Int(name).map { 1...90 ~= $0 } ?? false }
        return parts(of: key, model).contains(name)
    }

    private func parts(of key: String, _ model: StringsFile.Forms?) -> [String] {
        guard let model, StringsFile.isTable(model), key != "plural" else {
            return PluralRules.categories.filter { key != "plural" || $0 != "other" }
        }
        return model.keys.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }

    /// Reports unknown and missing placeholders `{name}`.
    ///
    /// - Parameter isWhole: `false` for forms such as `one`, which may leave the number out.
    private mutating func check(
        _ text: String, of key: JSONValue.Name, _ model: StringsFile.Forms?, at offset: Int,
        isWhole: Bool
    ) {
        guard let model, key.text != "plural" else { return }
        let fields = model.values.reduce(into: Set<String>()) {
            $0.formUnion(StringsFile.fields(in: $1))
        }
        let found = StringsFile.fields(in: text)
        for field in found.subtracting(fields).sorted() {
            let near = Spelling.nearest(to: field, among: fields.sorted())
            report(
                .warning, "string-field", offset, "`\(key.text)` has no value for {\(field)}",
                help: near.map { "did you mean {\($0)}?" }
                    ?? (fields.isEmpty
                        ? "remove it"
                        : "its values are \(Self.list(fields.sorted().map { "{\($0)}" }))"))
        }
        guard isWhole else { return }
        for field in fields.subtracting(found).sorted() {
            report(
                .warning, "string-field", offset, "`\(key.text)` does not show {\(field)}",
                help: "write {\(field)} where the value belongs")
        }
    }

    mutating func report(
        _ severity: Diagnostic.Severity, _ id: String, _ offset: Int, _ message: String,
        help: String? = nil
    ) {
        diagnostics.append(Diagnostic(severity, id, at: place(offset), message, help: help))
    }

    func place(_ offset: Int) -> Diagnostic.Place {
        Self.place(of: offset, in: bytes, file: file)
    }

    /// Line, column and source line of an offset.
    static func place(of offset: Int, in bytes: [UInt8], file: String) -> Diagnostic.Place {
        let newline = UInt8(ascii: "\n")
        let before = bytes[..<min(offset, bytes.count)]
        let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
        return Diagnostic.Place(
            file: file, line: before.count { $0 == newline } + 1,
            column: before.count - start + 1,
            excerpt: String(decoding: bytes[start..<end], as: UTF8.self))
    }

    private static func isTag(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.enumerated().allSatisfy { at, part in
            let isAlphanumeric = part.utf8.allSatisfy {
                $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26
            }
            let sizes = at == 0 ? 2...3 : 1...8
            return isAlphanumeric && sizes.contains(part.utf8.count)
        }
    }

    private static func list(_ names: [String]) -> String {
        names.map { $0.hasPrefix("{") ? $0 : "`\($0)`" }.joined(separator: ", ")
    }
}
