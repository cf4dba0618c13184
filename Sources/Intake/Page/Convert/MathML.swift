/// Presentation MathML as TeX.
///
/// Fractions, roots, scripts, fences, tables and accents are translated; every other element gives
/// its children, so
/// that no character is lost or joined to another meaning.
struct MathML {
    private let tree: HTMLTree

    /// The TeX of a `math` element; `nil` if it is empty.
    static func tex(of node: Int, in tree: HTMLTree) -> String? {
        let words = MathML(tree: tree).children(node).trimmed
        return words.isEmpty ? nil : words
    }

    private static let deepest = 60

    private func elements(_ node: Int) -> [Int] {
        tree.children(of: node).filter { tree.nodes[$0].kind == .element }
    }

    private func children(_ node: Int, depth: Int = 0) -> String {
        guard depth < Self.deepest else { return tree.words(of: node) }
        let parts = elements(node)
        var out = ""
        var index = 0
        while index < parts.count {
            let child = parts[index]
            let next: String
            if let fenced = fenced(parts[index...], depth) {
                next = fenced.words
                index += fenced.count
            } else {
                next = tex(child, depth: depth + 1)
                index += 1
            }
            // `\alpha` and a letter after it are two words.
            if let last = out.split(separator: "\\").last, out.contains("\\"),
                last.allSatisfy(\.isLetter), !last.isEmpty,
                out.last?.isLetter == true, next.first?.isLetter == true
            {
                out += " "
            }
            out += next
        }
        return out
    }

    /// A table or a fraction without a line between two fences: a matrix, cases, a binomial.
    private func fenced(_ parts: ArraySlice<Int>, _ depth: Int) -> (words: String, count: Int)? {
        guard parts.count >= 2, let first = parts.first, tree.isElement(first, .mo) else {
            return nil
        }
        let inner = parts[parts.startIndex + 1]
        let last = parts.count >= 3 ? parts[parts.startIndex + 2] : nil
        let close = last.flatMap { tree.isElement($0, .mo) ? words($0) : nil }
        let open = words(first)
        if tree.isElement(inner, .mtable) {
            let name: String
            switch (open, close) {
            case ("(", ")"): name = "pmatrix"
            case ("[", "]"): name = "bmatrix"
            case ("|", "|"): name = "vmatrix"
            case ("‖", "‖"), ("∥", "∥"): name = "Vmatrix"
            case ("{", _) where close == nil || close == "": name = "cases"
            default: return nil
            }
            let body = rows(elements(inner), depth + 1).joined(separator: " \\\\ ")
            return ("\\begin{\(name)}\(body)\\end{\(name)}", close == nil ? 2 : 3)
        }
        guard tree.isElement(inner, .mfrac), open == "(", close == ")",
            tree.value(inner, .linethickness)?.first == UInt8(ascii: "0")
        else { return nil }
        let values = elements(inner)
        guard values.count == 2 else { return nil }
        return (
            "\\binom{\(tex(values[0], depth: depth + 1))}{\(tex(values[1], depth: depth + 1))}", 3
        )
    }

    private func rows(_ rows: [Int], _ depth: Int) -> [String] {
        rows.map { row in
            var cells = elements(row)
            var tag = ""
            // The number of an equation is the first cell of its row.
            if tree.isElement(row, .mlabeledtr), let label = cells.first {
                cells.removeFirst()
                tag = " \\tag{\(tree.words(of: label).filter { !"()".contains($0) })}"
            }
            return cells.map { children($0, depth: depth + 1) }.joined(separator: " & ") + tag
        }
    }

    private func table(_ node: Int, _ parts: [Int], _ depth: Int) -> String {
        let rows = rows(parts, depth)
        // A frame for one equation and its number.
        if rows.count == 1, let only = parts.first, tree.isElement(only, .mlabeledtr) {
            return rows[0]
        }
        let columns = tree.string(node, .columnalign) ?? ""
        let name = columns.contains("right") && columns.contains("left") ? "aligned" : "matrix"
        return "\\begin{\(name)}" + rows.joined(separator: " \\\\ ") + "\\end{\(name)}"
    }

    /// A letter in the style that an attribute asks for.
    private func styled(_ node: Int, _ words: String) -> String {
        guard !words.isEmpty, let variant = tree.string(node, .mathvariant),
            let command = Self.variants[variant]
        else { return words }
        return "\(command){\(words)}"
    }

    private static let variants = [
        "bold": "\\mathbf", "double-struck": "\\mathbb", "script": "\\mathcal",
        "fraktur": "\\mathfrak", "sans-serif": "\\mathsf", "monospace": "\\mathtt",
        "bold-italic": "\\boldsymbol",
    ]

    private func tex(_ node: Int, depth: Int) -> String {
        let name = tree.mathName(node)
        let parts = elements(node)
        func part(_ index: Int) -> String {
            index < parts.count ? tex(parts[index], depth: depth + 1) : ""
        }
        func group(_ index: Int) -> String { "{" + part(index) + "}" }
        guard depth < Self.deepest else { return tree.words(of: node) }
        switch name {
        case "mi": return styled(node, identifier(node))
        case "mn": return styled(node, escaped(words(node)))
        case "mo": return operation(words(node))
        case "mtext", "ms":
            let text = words(node)
            return text.isEmpty ? "" : "\\text{" + escaped(text) + "}"
        case "mspace": return ""
        case "menclose" where tree.string(node, .notation) == "top":
            return "\\overline{" + children(node, depth: depth + 1) + "}"
        case "mfrac":
            let isBinomial = tree.value(node, .linethickness)?.first == UInt8(ascii: "0")
            return (isBinomial ? "\\genfrac{}{}{0pt}{}" : "\\frac") + group(0) + group(1)
        case "msqrt": return "\\sqrt{" + children(node, depth: depth + 1) + "}"
        case "mroot": return "\\sqrt[" + part(1) + "]" + group(0)
        case "msup": return base(part(0)) + "^" + group(1)
        case "msub": return base(part(0)) + "_" + group(1)
        case "msubsup": return base(part(0)) + "_" + group(1) + "^" + group(2)
        case "munder": return under(part(0), part(1))
        case "mover": return over(part(0), part(1))
        case "munderover": return base(part(0)) + "_" + group(1) + "^" + group(2)
        case "mtable":
            return table(node, parts, depth)
        case "mfenced":
            let open = tree.string(node, .open) ?? "("
            let close = tree.string(node, .close) ?? ")"
            return "\\left" + operation(open) + parts.indices.map(part).joined(separator: ", ")
                + "\\right" + operation(close)
        case "annotation", "annotation-xml", "mphantom", "none", "mprescripts": return ""
        default: return children(node, depth: depth + 1)
        }
    }

    private func words(_ node: Int) -> String { tree.words(of: node) }

    private func base(_ words: String) -> String {
        words.count > 1 && !words.hasPrefix("\\") ? "{" + words + "}" : words
    }

    private func under(_ base: String, _ mark: String) -> String {
        Self.large.contains(base.trimmed)
            ? base.trimmed + "_{" + mark + "}" : "\\underset{" + mark + "}{" + base + "}"
    }

    private func over(_ base: String, _ mark: String) -> String {
        if let accent = Self.accents[mark.trimmed] { return accent + "{" + base + "}" }
        return Self.large.contains(base.trimmed)
            ? base.trimmed + "^{" + mark + "}" : "\\overset{" + mark + "}{" + base + "}"
    }

    private static let accents = [
        "→": "\\vec", "\\to": "\\vec", "¯": "\\overline", "‾": "\\overline", "^": "\\hat",
        "\\hat{}": "\\hat", "~": "\\tilde",
        "˙": "\\dot", "¨": "\\ddot", "⏞": "\\overbrace", "ˆ": "\\hat", "˜": "\\tilde", "-": "\\bar",
    ]

    private static let large: Set<String> = [
        "\\sum", "\\prod", "\\int", "\\lim", "\\max", "\\min", "\\sup", "\\inf",
    ]

    private func identifier(_ node: Int) -> String {
        let name = words(node)
        if let command = Self.commands[name] { return command }
        if Self.functions.contains(name) { return "\\" + name }
        let plain = escaped(name)
        return name.count > 1 && name.allSatisfy(\.isLetter) ? "\\mathrm{" + plain + "}" : plain
    }

    private static let functions: Set<String> = [
        "sin", "cos", "tan", "cot", "sec", "csc", "log", "ln", "exp", "lim", "max", "min", "sup",
        "inf", "det", "dim", "ker",
        "deg", "gcd", "arg", "sinh", "cosh", "tanh",
    ]

    private func operation(_ words: String) -> String {
        if let command = Self.commands[words] {
            return command.hasPrefix("\\") ? command + " " : command
        }
        switch words {
        case "{", "}": return "\\" + words
        case "\u{2061}", "\u{2062}", "\u{2063}", "\u{2064}": return ""
        default: return Self.functions.contains(words) ? "\\" + words : escaped(words)
        }
    }

    private func escaped(_ words: String) -> String {
        var out = ""
        for character in words {
            if "#$%&_{}".contains(character) {
                out += "\\" + String(character)
            } else if character == "\\" {
                out += "\\backslash "
            } else {
                out.append(character)
            }
        }
        return out
    }

    /// Signs that TeX has a command for; others stand for themselves.
    private static let commands: [String: String] = {
        var table = [
            "∑": "\\sum", "∏": "\\prod", "∫": "\\int", "∮": "\\oint", "√": "\\sqrt{}",
            "∞": "\\infty", "±": "\\pm", "∓": "\\mp",
            "×": "\\times", "÷": "\\div", "⋅": "\\cdot", "·": "\\cdot", "≤": "\\leq", "≥": "\\geq",
            "≠": "\\neq", "≈": "\\approx",
            "≡": "\\equiv", "∼": "\\sim", "→": "\\to", "←": "\\leftarrow", "⇒": "\\Rightarrow",
            "⇔": "\\Leftrightarrow",
            "↦": "\\mapsto", "∈": "\\in", "∉": "\\notin", "⊂": "\\subset", "⊆": "\\subseteq",
            "∪": "\\cup", "∩": "\\cap",
            "∀": "\\forall", "∃": "\\exists", "∂": "\\partial", "∇": "\\nabla", "…": "\\ldots",
            "⋯": "\\cdots", "−": "-",
            "⟨": "\\langle", "⟩": "\\rangle", "∥": "\\|", "′": "'", "ϕ": "\\phi", "ℏ": "\\hbar",
            "∧": "\\wedge", "∨": "\\vee",
            "¬": "\\neg", "∅": "\\emptyset", "⊕": "\\oplus", "⊗": "\\otimes", "∝": "\\propto",
            "⟹": "\\implies",
        ]
        let small = [
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
            "lambda", "mu", "nu", "xi",
            "", "pi", "rho", "", "sigma", "tau", "upsilon", "varphi", "chi", "psi", "omega",
        ]
        for (offset, name) in small.enumerated() where !name.isEmpty {
            if let scalar = Unicode.Scalar(UInt32(offset) + ("α" as Unicode.Scalar).value) {
                table[String(Character(scalar))] = "\\" + name
            }
        }
        for (sign, name) in [
            ("Γ", "Gamma"), ("Δ", "Delta"), ("Θ", "Theta"), ("Λ", "Lambda"), ("Ξ", "Xi"),
            ("Π", "Pi"), ("Σ", "Sigma"),
            ("Φ", "Phi"), ("Ψ", "Psi"), ("Ω", "Omega"),
        ] {
            table[sign] = "\\" + name
        }
        return table
    }()
}

extension HTMLTree {
    /// The name of a MathML element.
    fileprivate func mathName(_ node: Int) -> String { nodes[node].tag.rawValue }
}
