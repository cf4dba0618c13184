import Text

/// Formulas in the words of a page, which MathJax or KaTeX sets when the page is shown.
enum TeXDelimiters {
    enum Part {
        case words(ArraySlice<UInt8>)
        case formula(PageMath.Formula)
    }

    /// Whether a page loads a script that sets formulas.
    static func areRead(by tree: HTMLTree) -> Bool {
        tree.nodes.indices.contains { node in
            guard tree.isElement(node, .script) else { return false }
            if let source = tree.string(node, .src)?.lowercased(),
                source.contains("mathjax") || source.contains("katex")
            {
                return true
            }
            return tree.value(node, .type)?.starts(with: "text/x-mathjax-config".utf8) == true
        }
    }

    /// Words, and formulas between `\(` and `\)` or `\[` and `\]`.
    static func parts(of words: ArraySlice<UInt8>) -> [Part] {
        var parts: [Part] = []
        var start = words.startIndex
        var index = start
        while index + 1 < words.endIndex {
            guard words[index] == UInt8(ascii: "\\"),
                words[index + 1] == UInt8(ascii: "(") || words[index + 1] == UInt8(ascii: "["),
                let end = end(of: words, after: index)
            else {
                index += words[index] == UInt8(ascii: "\\") ? 2 : 1
                continue
            }
            let source = String(decoding: words[(index + 2)..<(end - 2)], as: UTF8.self)
            let isBlock = words[index + 1] == UInt8(ascii: "[")
            if let formula = PageMath.Formula(source, isBlock: isBlock) {
                parts.append(.words(words[start..<index]))
                parts.append(.formula(formula))
                start = end
            }
            index = end
        }
        parts.append(.words(words[start...]))
        return parts
    }

    /// The index after the sign that closes a formula.
    private static func end(of words: ArraySlice<UInt8>, after start: Int) -> Int? {
        let close = words[start + 1] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
        var index = start + 2
        while index + 1 < words.endIndex {
            if words[index] == UInt8(ascii: "\\") {
                if words[index + 1] == close { return index + 2 }
                index += 2
            } else {
                index += 1
            }
        }
        return nil
    }
}

/// TeX that a picture of a formula has as its `alt` text or in its address.
enum TeXPicture {
    static func source(of image: Int, in tree: HTMLTree) -> String? {
        if let alt = tree.string(image, .alt)?.trimmed, isTeX(alt) { return alt }
        guard let address = tree.string(image, .src) ?? tree.string(image, .dataSrc),
            address.contains("%5C") || address.contains("%5c") || address.contains("\\")
        else { return nil }
        var words = Substring(address)
        if let query = words.firstIndex(of: "?") {
            words = words[words.index(after: query)...]
            if let field = words.split(separator: "&").first(where: { field in
                fields.contains { field.hasPrefix($0) }
            }), let equals = field.firstIndex(of: "=") {
                words = field[field.index(after: equals)...]
            }
        } else if let slash = words.lastIndex(of: "/") {
            words = words[words.index(after: slash)...]
        }
        let decoded = String(
            decoding: PercentEncoding.decoded(Array(words.utf8)[...]), as: UTF8.self)
        let source = withoutSettings(decoded.trimmed)
        return isTeX(source) ? source : nil
    }

    private static let fields = ["chl=", "tex=", "latex=", "eq=", "math=", "formula="]

    /// A command, and something that it is applied to: not `C:\folder`.
    private static func isTeX(_ words: String) -> Bool {
        guard words.utf8.count < 4000, let slash = words.firstIndex(of: "\\"),
            !words.contains("://")
        else { return false }
        let command = words[words.index(after: slash)...].prefix { $0.isASCII && $0.isLetter }
        guard !command.isEmpty else { return false }
        return slash == words.startIndex || words.contains("{") || words.contains("^")
            || words.contains("_")
    }

    /// Without the size and colours that a service for pictures is told: `\dpi{300}\bg_white`.
    private static func withoutSettings(_ source: String) -> String {
        var words = Substring(source)
        while let setting = ["\\dpi{", "\\bg_", "\\fn_", "\\inline", "\\large", "\\huge"].first(
            where: { words.hasPrefix($0) })
        {
            words = words.dropFirst(setting.count)
            if setting.hasSuffix("{") {
                words = words.drop { $0 != "}" }.dropFirst()
            } else if setting.hasSuffix("_") {
                words = words.drop { $0.isLetter }
            }
            words = words.drop { $0 == " " || $0 == "&" }
        }
        return String(words)
    }
}

/// A table that only centres formulas and sets numbers beside them.
enum EquationTable {
    /// The formula of each row; `nil` for other tables.
    static func rows(of table: Int, in tree: HTMLTree, isLeftOut: [Bool]) -> [PageMath.Formula]? {
        guard
            tree.subtree(of: table).contains(where: {
                tree.isElement($0, .math) || tree.isElement($0, .script)
                    || tree.tag($0) == .other || tree.tag($0) == .span
            })
        else { return nil }
        let isNamed = tree.value(table, .class).map { name in
            NameWords.contains(name) { names.contains($0) }
        }
        var found: [PageMath.Formula] = []
        for row in tree.subtree(of: table) where tree.isElement(row, .tr) && !isLeftOut[row] {
            var sources: [String] = []
            var words = ""
            var areBlocks = true
            var index = row
            while index < Int(tree.nodes[row].end) {
                if tree.nodes[index].kind == .element, tree.nodes[index].tag == .table {
                    return nil
                }
                if let formula = PageMath.formula(at: index, in: tree) {
                    sources.append(formula.source)
                    areBlocks = areBlocks && formula.isBlock
                    index = Int(tree.nodes[index].end)
                    continue
                }
                if tree.nodes[index].kind == .text {
                    words += String(decoding: tree.text(index), as: UTF8.self).trimmed
                }
                index += 1
            }
            let number = words.filter { !"()[]".contains($0) }
            guard !sources.isEmpty, areBlocks || isNamed == true, number.utf8.count <= 8,
                number.isEmpty || number != words || number.allSatisfy(\.isNumber)
            else { return nil }
            let tag = number.isEmpty ? "" : " \\tag{\(number)}"
            found.append(
                PageMath.Formula(source: sources.joined(separator: " ") + tag, isBlock: true))
        }
        return found.isEmpty ? nil : found
    }

    private static let names = Set(
        ["eqn", "equation", "equationgroup", "formula", "dispformula"].map { Array($0.utf8)[...] })
}
