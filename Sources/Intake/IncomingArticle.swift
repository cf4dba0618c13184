import Archive
import Text

/// One article found in a source, before it is a file.
public struct IncomingArticle: Sendable {
    /// Words of the source that are not in the article, and the rule that took them out.
    public struct Dropped: Sendable, Equatable {
        /// Kebab-case name of the rule: `read-count`, `share-links`, `title` ….
        public var rule: String
        public var words: String

        public init(rule: String, words: String) {
            self.rule = rule
            self.words = words
        }
    }

    /// Where a field of the front matter came from.
    public struct Evidence: Sendable, Equatable {
        public var field: String
        /// In words, with the line of the source: `heading, line 2`.
        public var from: String

        public init(field: String, from: String) {
            self.field = field
            self.from = from
        }
    }

    public var title: String
    public var authors: [String]
    public var translators: [String]
    /// The name as the source writes it, or the one in its front matter.
    public var outlet: String?
    public var date: PartialDate?
    /// For an article without a date: what it may be, and where that is from.
    ///
    /// Never published.
    public var dateGuess: (date: PartialDate, from: String)?
    /// BCP 47.
    public var language: String
    public var url: String?
    public var tags: [String]
    /// The source's own front matter, in its order; empty when it has none.
    public var frontMatter: [(key: String, value: Value)]
    /// Canonical Markdown without front matter; the title is not repeated in it.
    public var markdown: [UInt8]
    /// The words of `markdown` as a reader sees them.
    public var text: [UInt8]
    public var dropped: [Dropped]
    public var evidence: [Evidence]
    /// Pictures that are copied into the archive: paths below `content/`, and their bytes.
    public var assets: [(path: String, bytes: [UInt8])] = []
}

extension IncomingArticle {
    /// The report of `add`: the file, the metadata of the article, what was left out.
    public func report(file: String) -> String {
        var facts: [String] = []
        if !authors.isEmpty { facts.append(authors.joined(separator: ", ")) }
        if let outlet { facts.append(outlet) }
        facts.append(date?.text ?? "undated")
        facts.append(language)
        var lines = ["\(file)", "  \(title) (\(facts.joined(separator: "; ")))"]
        for entry in dropped where entry.rule != "title" {
            lines.append("  left out, \(entry.rule): \(Self.shortened(entry.words))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func shortened(_ words: String) -> String {
        let scalars = words.unicodeScalars
        return scalars.count <= 100 ? words : Scalars.string(scalars.prefix(99)) + "…"
    }
}

extension IncomingArticle {
    /// One JSON object on one line, its keys in the order of the contract.
    public var json: String {
        let fields: [(String, String)] = [
            ("title", JSONText.quoted(title)),
            ("authors", Self.list(authors.map(JSONText.quoted))),
            ("translators", Self.list(translators.map(JSONText.quoted))),
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
