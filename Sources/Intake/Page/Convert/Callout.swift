/// A note that a page sets apart: `admonition` (Hugo, Sphinx), `alert` (Bootstrap), `callout`
/// (Obsidian),
/// `markdown-alert` (GitHub).
struct Callout {
    /// `note`, `tip`, `warning` …, as the page names it.
    let kind: String
    /// The element with its title.
    let title: Int?

    static func isOne(_ node: Int, in tree: HTMLTree) -> Bool { kind(of: node, in: tree) != nil }

    /// The kind of a note; `nil` for other elements, and for notes whose kind is not named.
    private static func kind(of node: Int, in tree: HTMLTree) -> String? {
        switch tree.tag(node) {
        case .div, .aside, .section, .blockquote, .details: break
        default: return nil
        }
        var found = tree.string(node, .dataCallout)?.lowercased()
        if found == nil, let classes = tree.string(node, .class)?.lowercased() {
            let words = classes.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
            guard words.contains(where: { frames.contains($0) }) else { return nil }
            found = words.lazy.map { $0.split(separator: "-").last.map(String.init) ?? $0 }.first {
                kinds.contains($0)
            }
        }
        guard let found, !found.isEmpty, found.utf8.count <= 20,
            found.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D })
        else { return nil }
        return found
    }

    init?(_ node: Int, in tree: HTMLTree, isLeftOut: [Bool]) {
        guard let found = Self.kind(of: node, in: tree) else { return nil }
        kind = found
        title = tree.subtree(of: node).dropFirst().first { inner in
            guard tree.nodes[inner].kind == .element, !isLeftOut[inner],
                let name = tree.string(inner, .class)
            else {
                return tree.isElement(inner, .summary)
            }
            return name.split(separator: " ").contains { part in
                Self.titles.contains { part.hasSuffix($0) }
            }
        }
    }

    private static let frames = Set(WordList.classes["callout"])
    private static let kinds = Set(WordList.classes["callout-kind"])
    private static let titles = WordList.classes["callout-title"]
}
