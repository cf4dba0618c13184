import Text

/// What on a page is not the article, as data: words of class names, ids and roles.
enum BoilerplateRules {
    /// The rule that removes an element anywhere in a page; `nil` to keep it.
    static func rule(for node: Int, in tree: HTMLTree) -> String? {
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
        guard canBeNamed(tree.nodes[node].tag), !holdsPost(node, in: tree) else { return nil }
        for name in [HTMLAttribute.class, .id, .dataTestID, .dataComponent] {
            guard let value = tree.value(node, name) else { continue }
            var found: String?
            let isNamed = NameWords.contains(value) { word in
                found = words[word]
                return found != nil
            }
            if isNamed, let found, !isPicture(node, in: tree) { return found }
        }
        return nil
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
        if let style = tree.value(node, .style), style.count < 400 {
            let plain = style.filter { $0 > 0x20 }.map { $0 | 0x20 }
            if plain.firstRange(of: Array("display:none".utf8)) != nil { return true }
        }
        // SingleFile marks what was not shown when it saved the page.
        if let name = tree.value(node, .class), name.count < 400,
            ByteSearch.contains(savedHidden, in: Array(name))
        {
            return true
        }
        return tree.value(node, .ariaHidden)?.elementsEqual("true".utf8) == true
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
