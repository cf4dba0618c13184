import Text

/// Names of authors: a list, one text with `;` or `、` between names, Hugo's `[{name: …}]`,
/// Obsidian's `[[links]]`.
enum PeopleNames {
    static func read(_ fields: inout MapReader, _ keys: String...) -> [String] {
        guard let node = fields.node(keys) else { return [] }
        var names: [String] = []
        for name in read(node, fields, keys[0]) where !name.isEmpty && !names.contains(name) {
            names.append(name)
        }
        return names
    }

    private static func read(_ node: SourceNode, _ fields: MapReader, _ key: String) -> [String] {
        switch node.content {
        case .scalar(let text, _):
            return text.split { $0 == ";" || $0 == "；" || $0 == "、" }.map { unlinked(String($0)) }
        case .list(let items): return items.flatMap { read($0, fields, key) }
        case .map(let entries):
            guard
                let name = entries.first(where: { $0.key == "name" || $0.key == "display_name" })?
                    .value
            else {
                fields.wrongType(node, key: key, expected: "a list")
                return []
            }
            return read(name, fields, key)
        }
    }

    /// `[[id|Name]]` and `[[Name]]` as the name.
    private static func unlinked(_ text: String) -> String {
        let text = text.trimmingWhiteSpace()
        guard text.hasPrefix("[["), text.hasSuffix("]]") else { return text }
        let inner = text.dropFirst(2).dropLast(2)
        return String(inner.split(separator: "|").last ?? inner).trimmingWhiteSpace()
    }
}
