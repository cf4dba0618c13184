/// Formulas in the forms that pages show them in, as the TeX they were written in.
enum PageMath {
    struct Formula {
        var source: String
        var isBlock: Bool
    }

    /// The formula that an element is; `nil` when it is none, or its TeX is not in the page.
    static func formula(at node: Int, in tree: HTMLTree) -> Formula? {
        switch tree.nodes[node].tag {
        case .script:
            guard let type = tree.string(node, .type), type.hasPrefix("math/tex") else {
                return nil
            }
            return Formula(scriptText(node, tree), isBlock: type.contains("mode=display"))
        case .math:
            return annotation(node, tree).flatMap {
                Formula($0, isBlock: tree.string(node, .display) == "block")
            }
        case .img:
            guard let classes = tree.string(node, .class), let alt = tree.string(node, .alt),
                classes.contains("latex") || classes.contains("ee_img")
                    || classes.contains("mathcode") || classes.contains("tex") && alt.contains("\\")
            else { return nil }
            return Formula(alt, isBlock: classes.contains("tr_noresize") && alt.hasSuffix("\\\\"))
        case .span, .div, .other:
            guard let classes = tree.string(node, .class) else { return nil }
            let names = classes.split(separator: " ")
            if names.contains("ztext-math") {
                return tree.string(node, .dataTex).flatMap {
                    Formula($0, isBlock: $0.hasSuffix("\\\\"))
                }
            }
            if names.contains("math"), names.contains("inline") || names.contains("display") {
                return Formula(scriptText(node, tree), isBlock: names.contains("display"))
            }
            if names.contains("katex") || names.contains("katex-display") {
                return annotation(node, tree).flatMap {
                    Formula($0, isBlock: names.contains("katex-display"))
                }
            }
            return nil
        default: return nil
        }
    }

    private static func scriptText(_ node: Int, _ tree: HTMLTree) -> String {
        tree.children(of: node).filter { tree.nodes[$0].kind == .text }.map {
            String(decoding: tree.text($0), as: UTF8.self)
        }.joined()
    }

    private static func annotation(_ node: Int, _ tree: HTMLTree) -> String? {
        for child in tree.subtree(of: node) where tree.isElement(child, .annotation) {
            if tree.string(child, .encoding) == "application/x-tex" {
                return scriptText(child, tree)
            }
        }
        return nil
    }
}

extension PageMath.Formula {
    /// `nil` of an empty formula.
    ///
    /// Dollar signs and delimiters around it are taken off.
    init?(_ source: String, isBlock: Bool) {
        var words = source.trimmed
        for (open, close) in [("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$")]
        where words.hasPrefix(open) && words.hasSuffix(close) && words.utf8.count > 4 {
            words = String(words.dropFirst(open.count).dropLast(close.count)).trimmed
        }
        guard !words.isEmpty else { return nil }
        self.source = words
        self.isBlock = isBlock
    }
}
