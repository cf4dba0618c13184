/// A block of code: its lines, without a gutter of line numbers, and its language.
struct CodeBlock {
    var code: [UInt8]
    var language: [UInt8]

    /// `nil` if it has no code.
    init?(_ node: Int, in tree: HTMLTree, isLeftOut: [Bool]) {
        var code: [UInt8] = []
        var numbers: [(number: Int, bytes: Range<Int>)] = []
        var label = ""
        var index = node
        let end = Int(tree.nodes[node].end)
        while index < end {
            let current = tree.nodes[index]
            if current.kind == .element {
                if isLeftOut[index] || index > node && Self.isGutter(index, in: tree)
                    || current.tag == .button || current.tag == .script || current.tag == .style
                    || code.isEmpty && index > node && Self.isHeader(index, in: tree)
                {
                    if label.isEmpty, code.isEmpty { label = tree.words(of: index) }
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
                let start = code.count
                code += tree.text(index).filter { $0 != 0x0D }
                // An element with nothing but a number at the start of a line.
                if start == 0 || code[start - 1] == 0x0A, Int(current.parent) > node,
                    let number = Int(String(decoding: code[start...], as: UTF8.self).trimmed)
                {
                    numbers.append((number, start..<code.count))
                }
            }
            index += 1
        }
        guard code.contains(where: { $0 > 0x20 }) else { return nil }
        code = Self.withPlainSpaces(Self.without(numbers, code))
        if code.last != 0x0A { code.append(0x0A) }
        self.code = code
        language = Self.language(of: node, in: tree)
        // The line above the code names its language: `Python`, with a button beside it.
        let name = label.lowercased()
        if language.isEmpty, Self.languages.contains(name) { language = Array(name.utf8) }
    }

    /// Without line numbers, if every line has one and they ascend by one.
    private static func without(
        _ numbers: [(number: Int, bytes: Range<Int>)], _ code: [UInt8]
    ) -> [UInt8] {
        guard numbers.count >= 3,
            zip(numbers, numbers.dropFirst()).allSatisfy({ $1.number == $0.number + 1 })
        else { return code }
        var out = code
        for (_, bytes) in numbers.reversed() {
            out.removeSubrange(bytes)
            // A block of its own after the number began a new line.
            if bytes.lowerBound < out.count, out[bytes.lowerBound] == 0x0A {
                out.remove(at: bytes.lowerBound)
            }
        }
        return out.split(separator: 0x0A).count <= numbers.count
            && out.contains(where: { $0 > 0x20 }) ? out : code
    }

    /// The line above code that names its language or file and has buttons.
    private static func isHeader(_ node: Int, in tree: HTMLTree) -> Bool {
        guard tree.isElement(node, .div) || tree.isElement(node, .span),
            let name = tree.value(node, .class), tree.words(of: node).utf8.count < 60
        else { return false }
        return NameWords.contains(name) { headers.contains($0) }
    }

    private static let headers = Set(["header", "toolbar", "titlebar"].map { Array($0.utf8)[...] })

    /// Whether a table sets lines of code, each in a cell.
    static func isTable(_ table: Int, in tree: HTMLTree) -> Bool {
        var cells = 0
        for node in tree.subtree(of: table) where tree.isElement(node, .td) {
            if isGutter(node, in: tree) { continue }
            guard let name = tree.value(node, .class),
                NameWords.contains(name, where: { $0.elementsEqual("code".utf8) })
            else { return false }
            cells += 1
        }
        return cells > 0 && cells == tree.subtree(of: table).count { tree.isElement($0, .tr) }
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

    /// Line numbers and buttons beside code.
    static func isGutter(_ node: Int, in tree: HTMLTree) -> Bool {
        // Numbers that a reader can't select.
        if let style = tree.string(node, .style),
            style.contains("user-select:none") || style.contains("user-select: none"),
            isNumbers(node, in: tree)
        {
            return true
        }
        guard let name = tree.string(node, .class)?.lowercased() else { return false }
        return gutters.contains { name.contains($0) }
            || name.split(separator: " ").contains { $0 == "ln" || $0 == "lnt" || $0 == "lno" }
    }

    /// Whether an element is left out of the code that it is in or beside.
    static func isBesideCode(_ node: Int, in tree: HTMLTree) -> Bool {
        switch tree.tag(node) {
        case .span, .td, .code, .a, .div: isGutter(node, in: tree)
        case .pre: isGutter(node, in: tree) || isNumbers(node, in: tree)
        default: false
        }
    }

    /// Whether an element holds digits and white space only.
    static func isNumbers(_ node: Int, in tree: HTMLTree) -> Bool {
        let words = tree.words(of: node)
        return !words.isEmpty && words.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 <= 0x20 }
    }

    /// The `pre` with the code of a table that only sets line numbers beside it; `nil` for other
    /// tables.
    static func only(in table: Int, of tree: HTMLTree) -> Int? {
        let blocks = tree.subtree(of: table).filter { tree.isElement($0, .pre) }
        guard !blocks.isEmpty, blocks.count <= 2 else { return nil }
        let code = blocks.filter { !isNumbers($0, in: tree) && !isGutter($0, in: tree) }
        guard code.count == 1, let only = code.first,
            tree.subtree(of: table).count(where: { tree.isElement($0, .tr) }) == 1
        else { return nil }
        for cell in tree.subtree(of: table)
        where tree.isElement(cell, .td) && !tree.subtree(of: cell).contains(only) {
            guard isNumbers(cell, in: tree) || tree.words(of: cell).isEmpty else { return nil }
        }
        return only
    }

    /// Whether an element that is no `pre` shows a block of code: `code.block`, `div[data-lang]`.
    static func isBlock(_ node: Int, in tree: HTMLTree) -> Bool {
        switch tree.tag(node) {
        case .code:
            if tree.string(node, .class)?.split(separator: " ").contains("block") == true {
                return true
            }
            guard let style = tree.string(node, .style)?.filter({ $0 != " " }),
                style.contains("white-space:pre"), !style.contains("white-space:pre-line"),
                let parent = tree.parent(of: node), tree.isElement(parent, .div)
            else { return false }
            return tree.subtree(of: node).contains {
                tree.nodes[$0].kind == .text
                    && String(decoding: tree.text($0), as: UTF8.self).trimmed.contains("\n")
            }
        case .div:
            return tree.string(node, .class)?.contains("code-block") == true
                && tree.value(node, .dataLang) != nil
                && !tree.subtree(of: node).contains { tree.isElement($0, .pre) }
        default: return false
        }
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
        for _ in 0..<8 {
            guard let parent = tree.parent(of: outer) else { break }
            outer = parent
            // Not of an element around several blocks, which may be in several languages.
            guard tree.subtree(of: outer).count(where: { tree.isElement($0, .pre) }) <= 2 else {
                break
            }
            if tree.isElement(outer, .figure) || tree.isElement(outer, .div) { nodes.append(outer) }
        }
        if let inner = tree.subtree(of: node).dropFirst().first(where: { tree.isElement($0, .code) }
        ) {
            nodes.append(inner)
        }
        for node in nodes {
            for attribute in [
                HTMLAttribute.dataLang, .dataLanguage, .language, .dataCodeLanguage, .lang,
            ] {
                if let name = tree.string(node, attribute), isName(name),
                    attribute != .lang || tree.isElement(node, .pre)
                {
                    return Array(name.lowercased().utf8)
                }
            }
            guard let classes = tree.string(node, .class) else { continue }
            let words = classes.split(separator: " ")
            // `sourceCode python`, `prettyprint java`, `hljs rust`: the name of a highlighter and
            // a language.
            if words.count >= 2, tree.isElement(node, .pre) || tree.isElement(node, .code),
                words.contains(where: { highlighters.contains($0.lowercased()) }),
                let name = words.map({ $0.lowercased() }).first(where: { languages.contains($0) })
            {
                return Array(name.utf8)
            }
            if words.count <= 2,
                let name = words.map({ $0.lowercased() }).first(where: { languages.contains($0) }),
                tree.isElement(node, .pre) || tree.isElement(node, .code)
            {
                return Array(name.utf8)
            }
            if words.count == 2, words[0] == "highlight", isName(String(words[1])) {
                return Array(words[1].lowercased().utf8)
            }
            for word in classes.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == ";" }) {
                for prefix in [
                    "language-", "lang-", "brush:", "highlight-source-", "highlight-",
                    "sourceCode-", "src-",
                ]
                where word.hasPrefix(prefix) {
                    let name = String(word.dropFirst(prefix.count))
                    if isName(name) { return Array(name.lowercased().utf8) }
                }
            }
        }
        return []
    }

    private static let languages = Set(WordList.pages["code-language"])
    private static let highlighters = Set(WordList.pages["highlighter"])

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 20
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2B
                    || $0 == 0x23 || $0 == 0x2D
            }
            && !["none", "plaintext", "text", "default", "plain", "nohighlight", "wrapper", "pre"]
                .contains(name.lowercased())
    }
}
