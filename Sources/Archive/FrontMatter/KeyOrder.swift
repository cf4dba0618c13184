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
            "maker", "part-of", "formerly", "wikidata", "same-as", "unit", "growth-of", "summary",
            "slug",
            "statements", "article", "entity", "quote", "before", "after", "speaker", "mode",
            "stance",
            "value", "basis", "rank", "correct", "status", "note", "relations", "to", "type",
            "draft",
            "original", "sha256", "captured", "text-sha256", "accept", "reject", "sic", "notes",
        ].enumerated().map { ($1, $0) })

    /// Known keys in their order, then the others as they come (`fields`) or by name (`map`).
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
