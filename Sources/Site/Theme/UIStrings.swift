import Foundation
import Text

/// The words of the interface in one language, from `strings.json`: language → key → words.
///
/// A key that a language lacks is taken from English, so that an override may translate a part.
struct UIStrings: Sendable {
    var words: [String: String]

    /// - Parameter language: BCP 47; matched exactly, then by script, then by primary language,
    ///   then `en`.
    init(_ files: ThemeFiles, language: String, diagnostics: inout [Diagnostic]) {
        words = [:]
        guard let file = files.files["strings.json"] else {
            diagnostics.append(
                Diagnostic(.error, "missing-strings", "the theme has no strings.json"))
            return
        }
        do {
            let all = try JSONDecoder().decode(
                [String: [String: String]].self, from: Data(file.bytes))
            words = all["en"] ?? [:]
            words.merge(all[Self.match(language, in: Set(all.keys))] ?? [:]) { $1 }
        } catch {
            diagnostics.append(
                Diagnostic(
                    .error, "bad-strings", at: .init(file: file.origin),
                    "strings.json is not a JSON object of languages, keys and words",
                    notes: ["\(error)"], help: "compare with the built-in strings.json"))
        }
    }

    subscript(key: String) -> String { words[key] ?? key }

    /// What a language is called: `zh-Hant` and, with what the words do not tell, `zh-Hant (HK)`.
    ///
    /// - Parameter tag: BCP 47; a language without words is called by its tag.
    func language(_ tag: String) -> String {
        let parts = tag.split(separator: "-")
        for count in stride(from: parts.count, to: 0, by: -1) {
            guard let name = words["language-" + parts[..<count].joined(separator: "-")] else {
                continue
            }
            let rest = parts[count...].joined(separator: "-")
            return rest.isEmpty ? name : "\(name) (\(rest))"
        }
        return tag
    }

    /// Words with `{name}` places filled in.
    func callAsFunction(_ key: String, _ values: [String: String]) -> String {
        Self.fill(self[key], values)
    }

    /// Puts values in the place of `{name}`.
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

    static func match(_ language: String, in known: Set<String>) -> String {
        let lower = language.lowercased()
        if let exact = known.first(where: { $0.lowercased() == lower }) { return exact }
        if lower.hasPrefix("zh") {
            let isTraditional = ["hant", "tw", "hk", "mo"].contains { lower.contains($0) }
            return isTraditional ? "zh-Hant" : "zh-Hans"
        }
        return known.first { lower.hasPrefix($0.lowercased()) } ?? "en"
    }
}
