import Text

/// What on a page is not the article, as data: words of class names, ids and roles.
enum BoilerplateRules {
    /// The rule that removes an element anywhere in a page; `nil` to keep it.
    static func rule(for node: Int, in tree: HTMLTree) -> String? {
        guard let rule = named(node, in: tree) else { return nil }
        return Callout.isOne(node, in: tree) ? nil : rule
    }

    private static func named(_ node: Int, in tree: HTMLTree) -> String? {
        switch tree.nodes[node].tag {
        case .nav, .menu: return "navigation"
        case .footer: return "footer"
        case .aside: return "aside"
        case .dialog: return "dialog"
        case .form: return "form"
        case .label, .fieldset: return "form"
        default: break
        }
        if let role = tree.value(node, .role) {
            for (name, rule) in roles where role.elementsEqual(name.utf8) { return rule }
        }
        guard canBeNamed(tree.nodes[node].tag), !holdsPost(node, in: tree),
            !isFormula(node, in: tree)
        else {
            return nil
        }
        for name in [HTMLAttribute.class, .id, .dataTestID, .dataComponent] {
            guard let value = tree.value(node, name),
                name != .id || !HeadingAnchor.isOne(value, of: node, in: tree)
            else { continue }
            var found: String?
            let isNamed = NameWords.contains(value) { word in
                found = words[word]
                return found != nil
            }
            if isNamed, let found, !isPicture(node, in: tree) { return found }
        }
        return nil
    }

    /// The rule for elements that only a printer or a screen reader shows: they are not part of a
    /// sentence.
    static let unseen = "print"

    /// Whether what a rule names often has more running text than the article: comments, other
    /// articles.
    static func isOftenLong(_ rule: String) -> Bool {
        switch rule {
        case "comments", "related", "sidebar", "footer", "aside", "dialog": true
        default: false
        }
    }

    /// Rows and cells are named after what they show; emphasis and quotations are words of the
    /// text.
    private static func canBeNamed(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .tr, .td, .th, .tbody, .thead, .body, .html, .em, .strong, .b, .i, .blockquote, .code,
            .pre, .h1, .img, .picture, .math, .main, .article:
            false
        default: true
        }
    }

    /// Whether MathJax drew it.
    private static func isFormula(_ node: Int, in tree: HTMLTree) -> Bool {
        guard let name = tree.value(node, .class) else { return false }
        return name.starts(with: "MathJax".utf8) || name.starts(with: "mjx-".utf8)
    }

    /// Whether it frames a picture and nothing else: `class="sharePic"`.
    private static func isPicture(_ node: Int, in tree: HTMLTree) -> Bool {
        let range = tree.subtree(of: node)
        guard range.count < 12 else { return false }
        var pictures = 0
        for inner in range.dropFirst() {
            switch tree.nodes[inner].kind {
            case .comment: continue
            case .text: if tree.text(inner).contains(where: { $0 > 0x20 }) { return false }
            case .element where tree.nodes[inner].tag == .a: return false
            case .element: if tree.nodes[inner].tag == .img { pictures += 1 }
            }
        }
        return pictures == 1
    }

    /// Whether it is the frame around a post of a social network that the article quotes.
    private static func holdsPost(_ node: Int, in tree: HTMLTree) -> Bool {
        for child in tree.subtree(of: node).prefix(12) where tree.isElement(child, .blockquote) {
            if let name = tree.string(child, .class),
                name.contains("twitter-") || name.contains("instagram-") || name.contains("tiktok-")
            {
                return true
            }
        }
        return false
    }

    /// Whether an element is not shown.
    static func isHidden(_ node: Int, in tree: HTMLTree) -> Bool {
        if tree.value(node, .hidden) != nil { return true }
        if let id = tree.value(node, .id), WaybackPage.isToolbar(id) { return true }
        if let style = tree.value(node, .style), style.count < 400, !isFolded(node, in: tree) {
            let plain = style.filter { $0 > 0x20 }.map { $0 | 0x20 }
            if hidingStyles.contains(where: { ByteSearch.contains($0, in: plain) })
                || isOffScreen(plain)
            {
                return true
            }
        }
        // SingleFile marks what was not shown when it saved the page.
        if let name = tree.value(node, .class), name.count < 400,
            ByteSearch.contains(savedHidden, in: Array(name))
        {
            return true
        }
        return tree.value(node, .ariaHidden)?.elementsEqual("true".utf8) == true
    }

    /// What a reader unfolds with a click on the heading of a note.
    private static func isFolded(_ node: Int, in tree: HTMLTree) -> Bool {
        guard let parent = tree.parent(of: node), tree.value(parent, .dataCallout) != nil else {
            return false
        }
        return true
    }

    private static let hidingStyles = [
        "display:none", "visibility:hidden", "clip:rect(0", "clip-path:inset(50%",
    ]
    .map { Array($0.utf8) }

    /// Moved more than 500 pixels out of the page, where only search engines read it.
    ///
    /// `style`: in lower case and without white space.
    private static func isOffScreen(_ style: [UInt8]) -> Bool {
        guard style.contains(UInt8(ascii: "-")) else { return false }
        let declarations = String(decoding: style, as: UTF8.self).split(separator: ";")
        let isPlaced = declarations.contains { $0 == "position:absolute" || $0 == "position:fixed" }
        return declarations.contains { declaration in
            let parts = declaration.split(separator: ":")
            guard parts.count == 2, parts[1].hasPrefix("-"), parts[1].hasSuffix("px"),
                let pixels = Int(parts[1].dropFirst().dropLast(2)), pixels > 500
            else { return false }
            return parts[0] == "text-indent"
                || isPlaced && (parts[0] == "left" || parts[0] == "top")
        }
    }

    private static let savedHidden = Array("sf-hidden".utf8)

    private static let roles: [(String, String)] = [
        ("navigation", "navigation"), ("banner", "navigation"), ("contentinfo", "footer"),
        ("search", "form"), ("dialog", "dialog"),
        ("complementary", "aside"), ("menu", "navigation"), ("menubar", "navigation"),
        ("toolbar", "share"), ("alert", "notice"),
        ("alertdialog", "dialog"), ("tooltip", "notice"),
    ]

    private static let words: [ArraySlice<UInt8>: String] = {
        var words: [ArraySlice<UInt8>: String] = [:]
        for section in WordList.classes.sections where section.options["drop"] != nil {
            for word in section.words { words[Array(word.utf8)[...]] = section.name }
        }
        return words
    }()
}

/// An `id` that was made from the words of a heading: a place to link to, not a name of what the
/// element is.
enum HeadingAnchor {
    static func isOne(_ id: ArraySlice<UInt8>, of node: Int, in tree: HTMLTree) -> Bool {
        if tree.nodes[node].tag.headingLevel != nil { return true }
        guard
            tree.isElement(node, .section) || tree.isElement(node, .div)
                || tree.isElement(node, .span),
            let parent = tree.parent(of: node), matches(id, node, tree)
        else { return false }
        // One section of several: `id="comments"` alone is a name.
        var others = 0
        for sibling in tree.children(of: parent)
        where sibling != node && tree.tag(sibling) == tree.tag(node) {
            if let other = tree.value(sibling, .id), matches(other, sibling, tree) { others += 1 }
        }
        return others >= 1
    }

    private static func matches(_ id: ArraySlice<UInt8>, _ node: Int, _ tree: HTMLTree) -> Bool {
        guard
            let heading = tree.subtree(of: node).prefix(8).first(where: {
                tree.nodes[$0].tag.headingLevel != nil
            })
        else { return false }
        let words = Letters.of(tree.words(of: heading).lowercased())
        let letters = id.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }.map {
            $0 | 0x20
        }
        return letters.count >= 3
            && (words.starts(with: letters) || letters.starts(with: words) && words.count >= 3)
    }
}

/// The words of an element's `class`, `id` and similar attributes, in lower case: `articleBody
/// js-share_bar2` → `article`, `body`, `js`, `share`, `bar`.
enum NameWords {
    /// All of them.
    static func all(in name: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var words: [ArraySlice<UInt8>] = []
        let found = contains(name) { word in
            words.append(word)
            return false
        }
        return found ? [] : words
    }

    /// Calls `body` with every word, and with every two neighbours joined (`readmore`), until it
    /// returns true.
    static func contains(_ name: ArraySlice<UInt8>, where test: (ArraySlice<UInt8>) -> Bool) -> Bool
    {
        guard name.count < 1200 else { return false }
        var letters: [UInt8] = []
        letters.reserveCapacity(name.count)
        var previousWord: Range<Int>?
        var start = 0
        var before: UInt8 = 0
        func flush() -> Bool {
            guard start < letters.count else { return false }
            let word = start..<letters.count
            if test(letters[word]) { return true }
            if let previous = previousWord, previous.upperBound == word.lowerBound,
                test(letters[previous.lowerBound..<word.upperBound])
            {
                return true
            }
            previousWord = word
            start = letters.count
            return false
        }
        for byte in name {
            switch byte {
            case 0x41...0x5A:
                if (0x61...0x7A).contains(before), flush() { return true }
                letters.append(byte | 0x20)
            case 0x61...0x7A: letters.append(byte)
            default:
                if flush() { return true }
                if byte <= 0x20 { previousWord = nil }
            }
            before = byte
        }
        return flush()
    }
}
