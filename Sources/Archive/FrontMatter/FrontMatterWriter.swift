/// Writes values as YAML that this program, Hugo, Jekyll and Obsidian read back as the same values.
///
/// Short lists of scalars are written on one line, everything else in block style; texts of
/// several lines
/// become literal blocks where YAML allows it. The keys of nested maps are in the program's
/// order.
public enum FrontMatterWriter {
    /// The fields in the order given, one or more lines each, without the `---` around them; `""`
    /// for none.
    public static func yaml(fields: [(key: String, value: Value)]) -> String {
        var out = ""
        for field in fields {
            append(field.key, field.value, indent: 0, to: &out)
        }
        return out
    }

    /// The fields in the program's order (unknown keys last, as they come), between `---` lines.
    public static func frontMatter(fields: [(key: String, value: Value)]) -> String {
        "---\n" + yaml(fields: KeyOrder.ordered(fields)) + "---\n"
    }

    /// A list as a whole document, as `claims/*.yml` holds one: one `- ` item for each value.
    public static func yaml(list: [Value]) -> String {
        var out = ""
        appendItems(list, indent: 0, to: &out)
        return out
    }

    private static func append(_ key: String, _ value: Value, indent: Int, to out: inout String) {
        out += YAMLScalar.text(key, inFlow: false) + ":"
        appendAfterColon(key, value, indent: indent, to: &out)
    }

    private static func appendAfterColon(
        _ key: String, _ value: Value, indent: Int, to out: inout String
    ) {
        switch value {
        case .list(let items) where !items.isEmpty:
            if let line = flow(items), line.utf8.count + key.utf8.count + indent <= 120 {
                out += " " + line + "\n"
            } else {
                out += "\n"
                appendItems(items, indent: indent + 2, to: &out)
            }
        case .map(let map) where !map.isEmpty:
            out += "\n"
            for field in KeyOrder.ordered(map) {
                out += spaces(indent + 2)
                append(field.key, field.value, indent: indent + 2, to: &out)
            }
        case .string(let text):
            out += " "
            if isDateKey(key), isPlainDate(text), PartialDate(text) != nil {
                out += text + "\n"
            } else if let block = YAMLScalar.literalBlock(text, indent: indent + 2) {
                out += block
            } else {
                out += YAMLScalar.text(text, inFlow: false) + "\n"
            }
        default:
            out += " " + scalar(value, inFlow: false) + "\n"
        }
    }

    private static func appendItems(_ items: [Value], indent: Int, to out: inout String) {
        for item in items {
            out += spaces(indent) + "-"
            switch item {
            case .map(let map) where !map.isEmpty:
                var lead = " "
                for field in KeyOrder.ordered(map) {
                    out += lead
                    append(field.key, field.value, indent: indent + 2, to: &out)
                    lead = spaces(indent + 2)
                }
            case .list(let inner) where !inner.isEmpty:
                if let line = flow(inner) {
                    out += " " + line + "\n"
                } else {
                    out += "\n"
                    appendItems(inner, indent: indent + 2, to: &out)
                }
            default:
                out += " " + scalar(item, inFlow: false) + "\n"
            }
        }
    }

    /// `[a, b]`, when every item is a scalar.
    private static func flow(_ items: [Value]) -> String? {
        var parts: [String] = []
        for item in items {
            switch item {
            case .list(let inner) where !inner.isEmpty: return nil
            case .map(let inner) where !inner.isEmpty: return nil
            default: parts.append(scalar(item, inFlow: true))
            }
        }
        return "[" + parts.joined(separator: ", ") + "]"
    }

    private static func scalar(_ value: Value, inFlow: Bool) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .int(let number): String(number)
        case .double(let number): YAMLScalar.text(number)
        case .string(let text): YAMLScalar.text(text, inFlow: inFlow)
        case .list: "[]"
        case .map: "{}"
        }
    }

    /// Keys whose values other programs expect as an unquoted date.
    private static func isDateKey(_ key: String) -> Bool {
        ["date", "updated", "captured", "accepted"].contains(key)
    }

    private static func isPlainDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 10
            && bytes.indices.allSatisfy {
                $0 == 4 || $0 == 7 ? bytes[$0] == 0x2D : bytes[$0] &- 0x30 < 10
            }
    }

    private static func spaces(_ count: Int) -> String {
        String(repeating: " ", count: count)
    }
}

/// The order in which the program writes keys: what identifies comes first, bookkeeping last.
enum KeyOrder {
    private static let ranks: [String: Int] = Dictionary(
        uniqueKeysWithValues: [
            "id", "name", "title", "text", "date", "updated", "authors", "translators", "outlet",
            "url",
            "lang", "labels", "aliases", "not", "only-in", "only-in-marks", "kind", "subjects",
            "metric",
            "period", "tags", "origin", "about", "affiliations", "organization", "role", "from",
            "until",
            "maker", "part-of", "formerly", "wikidata", "same-as", "suggested", "by", "score",
            "accepted", "unit", "growth-of", "summary",
            "slug",
            "statements", "article", "entity", "quote", "before", "after", "occurrence", "speaker",
            "mode",
            "stance",
            "value", "basis", "rank", "correct", "status", "note", "relations", "to", "type",
            "draft",
            "original", "sha256", "captured", "text-sha256", "accept", "reject", "sic", "notes",
        ].enumerated().map { ($1, $0) })

    /// Known keys in their order, then the rest in the given order (`fields`) or by name (`map`).
    static func ordered(_ fields: [(key: String, value: Value)]) -> [(key: String, value: Value)] {
        fields.enumerated().sorted { a, b in
            (rank(a.element.key), a.offset) < (rank(b.element.key), b.offset)
        }.map(\.element)
    }

    static func ordered(_ map: [String: Value]) -> [(key: String, value: Value)] {
        map.map { (key: $0.key, value: $0.value) }.sorted { a, b in
            (rank(a.key), a.key) < (rank(b.key), b.key)
        }
    }

    private static func rank(_ key: String) -> Int { ranks[key] ?? Int.max }
}
