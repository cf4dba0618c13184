/// Formulas in the forms that pages show them in, as the TeX they were written in.
enum PageMath {
    struct Formula {
        var source: String
        var isBlock: Bool
    }

    /// The formula of an element; `nil` if it is not one, or its TeX is not in the page.
    static func formula(at node: Int, in tree: HTMLTree) -> Formula? {
        switch tree.nodes[node].tag {
        case .script:
            guard let type = tree.string(node, .type), type.hasPrefix("math/tex") else {
                return nil
            }
            return Formula(scriptText(node, tree), isBlock: type.contains("mode=display"))
        case .math:
            let tex =
                annotation(node, tree) ?? tree.string(node, .alttext)
                ?? MathML.tex(of: node, in: tree)
            return tex.flatMap { Formula($0, isBlock: tree.string(node, .display) == "block") }
        case .img:
            if let source = TeXPicture.source(of: node, in: tree) {
                return Formula(source, isBlock: source.hasPrefix("\\begin"))
            }
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
            if names.contains("mwe-math-element") {
                let image = tree.subtree(of: node).first { tree.isElement($0, .img) }
                guard
                    let source = annotation(node, tree) ?? image.flatMap({ tree.string($0, .alt) })
                else { return nil }
                let isBlock =
                    image.flatMap { tree.string($0, .class) }?.contains("display") ?? false
                return Formula(source, isBlock: isBlock)
            }
            if names.contains("math"), names.contains("inline") || names.contains("display") {
                return Formula(scriptText(node, tree), isBlock: names.contains("display"))
            }
            if let tex = tree.string(node, .dataLatex) ?? tree.string(node, .dataMath) {
                return Formula(
                    tex, isBlock: tree.nodes[node].tag == .div || names.contains("math-block"))
            }
            if tree.value(node, .class)?.starts(with: "MathJax".utf8) == true,
                !isRendering(node, in: tree),
                let math = mathElement(node, tree)
            {
                return formula(at: math, in: tree)
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

    /// Whether an element is MathJax's rendering of the TeX in a script beside it.
    static func isRendering(_ node: Int, in tree: HTMLTree) -> Bool {
        guard let name = tree.value(node, .class), name.starts(with: "MathJax".utf8),
            let parent = tree.parent(of: node)
        else { return false }
        return tree.children(of: parent).contains {
            $0 > node && tree.isElement($0, .script)
                && tree.string($0, .type)?.hasPrefix("math/tex") == true
        }
    }

    private static func mathElement(_ node: Int, _ tree: HTMLTree) -> Int? {
        tree.subtree(of: node).first { tree.isElement($0, .math) }
    }

    private static func scriptText(_ node: Int, _ tree: HTMLTree) -> String {
        tree.children(of: node).filter { tree.nodes[$0].kind == .text }.map {
            String(decoding: tree.text($0), as: UTF8.self)
        }.joined()
    }

    private static func annotation(_ node: Int, _ tree: HTMLTree) -> String? {
        for child in tree.subtree(of: node) where tree.isElement(child, .annotation) {
            let encoding = tree.string(child, .encoding)?.lowercased()
            if encoding == "application/x-tex" || encoding == "latex" || encoding == "tex"
                || encoding == "text/x-tex"
            {
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
        // MediaWiki's style for inline formulas.
        if words.hasPrefix("{\\displaystyle"), words.hasSuffix("}") {
            words = String(words.dropFirst(14).dropLast()).trimmed
        }
        guard !words.isEmpty else { return nil }
        self.source = words
        self.isBlock = isBlock
    }
}
