/// A block of code: its lines, without a gutter of line numbers, and its language.
struct CodeBlock {
    var code: [UInt8]
    var language: [UInt8]

    /// `nil` if it has no code.
    init?(_ node: Int, in tree: HTMLTree, isLeftOut: [Bool]) {
        var code: [UInt8] = []
        var index = node
        let end = Int(tree.nodes[node].end)
        while index < end {
            let current = tree.nodes[index]
            if current.kind == .element {
                if isLeftOut[index] || Self.isGutter(index, in: tree) || current.tag == .button
                    || current.tag == .script || current.tag == .style
                {
                    index = Int(current.end)
                    continue
                }
                if current.tag == .br { code.append(0x0A) }
                // A line that is its own element.
                let isLine =
                    current.tag == .div || current.tag == .li || current.tag == .p
                    || current.tag == .tr
                if index > node, isLine, !code.isEmpty, code.last != 0x0A { code.append(0x0A) }
            } else if current.kind == .text {
                code += tree.text(index).filter { $0 != 0x0D }
            }
            index += 1
        }
        guard code.contains(where: { $0 > 0x20 }) else { return nil }
        code = Self.withPlainSpaces(code)
        if code.last != 0x0A { code.append(0x0A) }
        self.code = code
        language = Self.language(of: node, in: tree)
    }

    /// No-break spaces are what editors indent with on the web.
    private static func withPlainSpaces(_ code: [UInt8]) -> [UInt8] {
        guard code.contains(0xC2) else { return code }
        var out: [UInt8] = []
        var index = 0
        while index < code.count {
            if code[index] == 0xC2, index + 1 < code.count, code[index + 1] == 0xA0 {
                out.append(0x20)
                index += 2
            } else {
                out.append(code[index])
                index += 1
            }
        }
        return out
    }

    static func isGutter(_ node: Int, in tree: HTMLTree) -> Bool {
        guard let name = tree.string(node, .class)?.lowercased() else { return false }
        return gutters.contains { name.contains($0) }
    }

    private static let gutters = WordList.pages["gutter"]

    private static func language(of node: Int, in tree: HTMLTree) -> [UInt8] {
        var nodes = [node]
        nodes += tree.children(of: node).filter { tree.isElement($0, .code) }.prefix(1)
        if let parent = tree.parent(of: node),
            tree.isElement(parent, .div) || tree.isElement(parent, .figure)
        {
            nodes.append(parent)
        }
        // `<figure class="highlight swift">` around a table with a gutter.
        var outer = node
        for _ in 0..<6 {
            guard let parent = tree.parent(of: outer) else { break }
            outer = parent
            if tree.isElement(outer, .figure) { nodes.append(outer) }
        }
        for node in nodes {
            if let name = tree.string(node, .dataLang) ?? tree.string(node, .dataLanguage),
                isName(name)
            {
                return Array(name.lowercased().utf8)
            }
            guard let classes = tree.string(node, .class) else { continue }
            let words = classes.split(separator: " ")
            if words.count == 2, words[0] == "highlight", isName(String(words[1])) {
                return Array(words[1].lowercased().utf8)
            }
            for word in classes.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == ";" }) {
                for prefix in ["language-", "lang-", "brush:", "highlight-source-"]
                where word.hasPrefix(prefix) {
                    let name = String(word.dropFirst(prefix.count))
                    if isName(name) { return Array(name.lowercased().utf8) }
                }
            }
        }
        return []
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 20
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2B
                    || $0 == 0x23 || $0 == 0x2D
            }
            && name != "none" && name != "plaintext" && name != "text"
    }
}
