import Text

/// Tags and categories: lists, lists of lists (Hexo), a text with commas, Obsidian's `#a #b`.
enum TagList {
    static func read(_ fields: inout MapReader) -> [String] {
        var tags: [String] = []
        for key in ["tags", "tag", "categories", "category"] {
            let found = fields.node(key).map { read($0) } ?? hashtags(fields, key)
            for tag in found where !tag.isEmpty && !tags.contains(tag) { tags.append(tag) }
        }
        return tags
    }

    private static func read(_ node: SourceNode) -> [String] {
        switch node.content {
        case .list(let items):
            return items.flatMap { item in
                if case .scalar(let text, _) = item.content {
                    return item.isNull ? [] : [clean(text)]
                }
                return read(item)
            }
        case .scalar(let text, _):
            if text.contains(where: { $0 == "," || $0 == "，" || $0 == "、" }) {
                return text.split { $0 == "," || $0 == "，" || $0 == "、" }.map { clean(String($0)) }
            }
            let words = text.split(separator: " ")
            return words.allSatisfy { $0.hasPrefix("#") }
                ? words.map { clean(String($0)) } : [clean(text)]
        case .map(let entries): return entries.map { clean($0.key) }
        }
    }

    /// `tags: #a #b`, which YAML takes for a comment.
    private static func hashtags(_ fields: MapReader, _ key: String) -> [String] {
        guard let excerpt = fields.place(of: key).excerpt, let colon = excerpt.firstIndex(of: ":")
        else { return [] }
        guard excerpt[..<colon].lowercased() == key else { return [] }
        let words = excerpt[excerpt.index(after: colon)...].split {
            $0 == " " || $0 == "," || $0 == "\t"
        }
        guard !words.isEmpty, words.allSatisfy({ $0.hasPrefix("#") && $0.count > 1 }) else {
            return []
        }
        return words.map { clean(String($0)) }
    }

    private static func clean(_ text: String) -> String {
        let text = text.trimmingWhiteSpace()
        return text.hasPrefix("#") ? String(text.drop { $0 == "#" }).trimmingWhiteSpace() : text
    }
}
