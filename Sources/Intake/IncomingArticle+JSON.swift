import Text

extension IncomingArticle {
    /// One JSON object on one line, its keys in the order of the contract.
    public var json: String {
        let fields: [(String, String)] = [
            ("title", JSONText.quoted(title)),
            ("authors", Self.list(authors.map(JSONText.quoted))),
            ("date", Self.optional(date?.text)),
            ("outlet", Self.optional(outlet)),
            ("language", JSONText.quoted(language)),
            ("url", Self.optional(url)),
            ("tags", Self.list(tags.map(JSONText.quoted))),
            ("markdown", JSONText.quoted(String(decoding: markdown, as: UTF8.self))),
            ("text", JSONText.quoted(String(decoding: text, as: UTF8.self))),
            (
                "dropped",
                Self.list(
                    dropped.map {
                        Self.object([
                            ("rule", JSONText.quoted($0.rule)),
                            ("words", JSONText.quoted($0.words)),
                        ])
                    })
            ),
            (
                "evidence",
                Self.list(
                    evidence.map {
                        Self.object([
                            ("field", JSONText.quoted($0.field)),
                            ("from", JSONText.quoted($0.from)),
                        ])
                    })
            ),
        ]
        return Self.object(fields)
    }

    private static func optional(_ text: String?) -> String {
        text.map(JSONText.quoted) ?? "null"
    }

    private static func list(_ items: [String]) -> String {
        "[" + items.joined(separator: ",") + "]"
    }

    private static func object(_ fields: [(String, String)]) -> String {
        "{" + fields.map { JSONText.quoted($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
    }
}
