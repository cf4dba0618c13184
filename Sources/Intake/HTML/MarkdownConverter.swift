import Markup

/// Part of a page → a Markdown document.
///
/// Blocks begin and end where HTML says that they do; running text is gathered in an `InlineText`
/// and written
/// when a block ends. What Markdown has no sign for keeps its words.
struct MarkdownConverter {
    let tree: HTMLTree
    /// For each node: it and what is in it is left out.
    let isLeftOut: [Bool]
    let base: PageAddress?
    /// Addresses of footnotes' texts, by the fragment that refers to them.
    let footnotes: PageFootnotes
    var builder = MarkdownBuilder()
    var text = InlineText()
    /// Of the heading that is open.
    private var heading: Int32?
    private var quoteDepth = 0
    var cellDepth = 0
    private var definedFootnotes: [[UInt8]] = []

    /// Quotes and lists inside one another beyond this become plain blocks.
    private static let deepest = 60

    init(tree: HTMLTree, isLeftOut: [Bool], base: PageAddress?, footnotes: PageFootnotes) {
        self.tree = tree
        self.isLeftOut = isLeftOut
        self.base = base
        self.footnotes = footnotes
    }

    /// The document that the subtrees of `nodes` make, one after another.
    static func convert(
        _ nodes: [Int], of tree: HTMLTree, isLeftOut: [Bool], base: PageAddress?,
        footnotes: PageFootnotes = PageFootnotes()
    ) -> MarkdownDocument {
        var converter = MarkdownConverter(
            tree: tree, isLeftOut: isLeftOut, base: base, footnotes: footnotes)
        for node in nodes {
            converter.convert(node)
            converter.flush()
        }
        converter.writeFootnotes()
        return converter.builder.finish()
    }

    // MARK: - Walking

    func isSilent(_ node: Int) -> Bool {
        isLeftOut[node] || tree.nodes[node].kind == .comment
            || (tree.nodes[node].kind == .element && tree.nodes[node].tag.isSilent)
    }

    mutating func convertChildren(of node: Int) {
        for child in tree.children(of: node) { convert(child) }
    }

    mutating func convert(_ node: Int) {
        guard !isLeftOut[node] else { return }
        switch tree.nodes[node].kind {
        case .comment: return
        case .text: text.append(tree.text(node))
        case .element: convert(element: node, tree.nodes[node].tag)
        }
    }

    private mutating func convert(element node: Int, _ tag: HTMLTag) {
        if let formula = PageMath.formula(at: node, in: tree) {
            append(formula)
            return
        }
        if footnotes.definitions[node] != nil { return }
        switch tag {
        case _ where tag.isSilent: return
        case .br: text.append(atom: .lineBreak)
        case .hr:
            flush()
            if cellDepth == 0, heading == nil { builder.leaf(.thematicBreak) }
        case .h1, .h2, .h3, .h4, .h5, .h6:
            convert(heading: node, level: Int32(tag.headingLevel ?? 6))
        case .blockquote: container(.blockQuote, node)
        case .ul, .ol, .menu, .dir: convert(list: node, isOrdered: tag == .ol)
        case .dl: convert(definitions: node)
        case .pre, .listing, .xmp, .plaintext: convert(code: node)
        case .table: convert(table: node)
        case .summary, .legend:
            flush()
            marked(.strong, node)
            flush()
        case .a: convert(link: node)
        case .img: convert(image: node)
        case .code, .tt, .samp: convert(inlineCode: node)
        case .em, .i: marked(.emphasis, node)
        case .strong, .b: marked(.strong, node)
        case .s, .strike, .del: marked(.strikethrough, node)
        case .sub, .sup, .kbd, .mark:
            if let label = footnotes.reference(in: node, tree) {
                text.append(atom: .footnote(label))
            } else {
                marked(.tag(tag.rawValue), node)
            }
        case .q:
            text.append("“".utf8)
            convertChildren(of: node)
            text.append("”".utf8)
        case .ruby: convert(ruby: node)
        case .rt: return
        case .figcaption where !Caption.isText(node, in: tree): return
        case .span, .font, .bdi, .bdo, .small, .big, .other:
            if let mark = StyledText.mark(of: node, in: tree) {
                marked(mark, node)
            } else {
                convertChildren(of: node)
            }
        case _ where tag.isBlock:
            flush()
            convertChildren(of: node)
            flush()
        default: convertChildren(of: node)
        }
    }

    private mutating func marked(_ mark: InlineText.Mark, _ node: Int) {
        let before = text.push(mark)
        convertChildren(of: node)
        text.reset(to: before)
    }

    private mutating func append(_ formula: PageMath.Formula) {
        if formula.isBlock {
            flush()
            text.append("$$\(formula.source)$$".utf8)
            flush()
        } else {
            text.append("$\(formula.source)$".utf8)
        }
    }

    // MARK: - Blocks

    /// Writes the running text gathered so far as paragraphs.
    mutating func flush() {
        guard !text.isEmpty else { return }
        // Inside a cell the text stays together; blocks are lines of it.
        if cellDepth > 0 {
            text.append(atom: .lineBreak)
            return
        }
        let taken = text.take()
        for lines in taken.paragraphs() {
            if let heading {
                builder.enter(.heading, value: heading)
                taken.write(lines, .heading, into: &builder)
            } else {
                builder.enter(.paragraph)
                taken.write(lines, .paragraph, into: &builder)
            }
            builder.leave()
        }
        text.recycle()
    }

    private mutating func convert(heading node: Int, level: Int32) {
        flush()
        let outer = heading
        if cellDepth > 0 || text.current >= 0 && hasOpenLink {
            marked(.strong, node)
        } else {
            heading = level
            convertChildren(of: node)
        }
        flush()
        heading = outer
    }

    private var hasOpenLink: Bool {
        var index = text.current
        while index >= 0 {
            if text.marks[index].mark.isLink { return true }
            index = text.marks[index].parent
        }
        return false
    }

    private mutating func container(_ block: Event.Node, _ node: Int) {
        flush()
        quoteDepth += 1
        defer { quoteDepth -= 1 }
        guard cellDepth == 0, quoteDepth < Self.deepest, heading == nil else {
            convertChildren(of: node)
            flush()
            return
        }
        builder.enter(block)
        convertChildren(of: node)
        flush()
        builder.leave()
    }

    private mutating func convert(list node: Int, isOrdered: Bool) {
        flush()
        quoteDepth += 1
        defer { quoteDepth -= 1 }
        guard cellDepth == 0, quoteDepth < Self.deepest, heading == nil else {
            for child in tree.children(of: node) {
                convert(child)
                flush()
            }
            return
        }
        var start: Int32 = 1
        if isOrdered, let value = tree.string(node, .start), let number = Int32(value), number >= 0,
            number < 999_999_999
        {
            start = number
        }
        let list = builder.count
        builder.enter(
            isOrdered ? .orderedList : .bulletList, flag: true, value: isOrdered ? start : 0)
        var isTight = true
        var items = 0
        var inItem = false
        var itemStart = 0
        func endItem(_ converter: inout MarkdownConverter) {
            guard inItem else { return }
            converter.flush()
            converter.builder.leave()
            if converter.builder.hasAdjacentParagraphs(since: itemStart) { isTight = false }
            inItem = false
        }
        var looseItems = 0
        for child in tree.children(of: node)
        where !isSilent(child) && footnotes.definitions[child] == nil {
            let tag = tree.tag(child)
            if tag == .li {
                endItem(&self)
                itemStart = builder.count
                beginItem(child)
                inItem = true
                items += 1
                if tree.children(of: child).contains(where: { tree.isElement($0, .p) }) {
                    looseItems += 1
                }
                convertItem(child)
                // A list right inside a list belongs to the item before it.
                continue
            }
            if tag == nil, tree.text(child).allSatisfy({ $0 <= 0x20 }) { continue }
            if !inItem {
                itemStart = builder.count
                builder.enter(.item)
                inItem = true
                items += 1
            }
            convert(child)
        }
        endItem(&self)
        if looseItems > 0, items > 1 { isTight = false }
        builder.setFlag(isTight, at: list)
        builder.leave()
    }

    private mutating func beginItem(_ item: Int) {
        for child in tree.subtree(of: item).prefix(6) where tree.isElement(child, .input) {
            if tree.value(child, .type)?.elementsEqual("checkbox".utf8) == true {
                builder.enter(.task, flag: tree.value(child, .checked) != nil)
                return
            }
        }
        builder.enter(.item)
    }

    private mutating func convertItem(_ item: Int) {
        convertChildren(of: item)
    }

    /// Terms in bold, each with what it means below it.
    private mutating func convert(definitions node: Int) {
        flush()
        for child in tree.children(of: node) {
            if tree.isElement(child, .dt) { marked(.strong, child) } else { convert(child) }
            flush()
        }
    }

    private mutating func convert(code node: Int) {
        flush()
        guard cellDepth == 0, heading == nil else {
            convert(inlineCode: node)
            return
        }
        guard let block = CodeBlock(node, in: tree, isLeftOut: isLeftOut) else { return }
        builder.leaf(.codeBlock, payload: block.code, extra: block.language)
    }

    // MARK: - Running text

    private mutating func convert(link node: Int) {
        if let label = footnotes.references[node] {
            text.append(atom: .footnote(label))
            return
        }
        if footnotes.backlinks.contains(node) { return }
        guard let href = tree.value(node, .href), let address = linkAddress(href) else {
            convertChildren(of: node)
            return
        }
        let title = tree.value(node, .title).map(collapsed) ?? []
        marked(.link(address: address, title: title), node)
    }

    private func linkAddress(_ href: ArraySlice<UInt8>) -> [UInt8]? {
        guard !href.isEmpty, AddressPolicy.allowsLink(href) else { return nil }
        let clean = href.filter { $0 >= 0x20 }
        let isFragment = clean.first == UInt8(ascii: "#")
        let whole = isFragment ? Array(clean) : base?.absolute(clean[...]) ?? Array(clean)
        return LinkUnwrapping.unwrap(whole)
    }

    private mutating func convert(image node: Int) {
        guard let address = PictureAddress.of(node, in: tree, base: base) else { return }
        let words = tree.value(node, .alt).map(collapsed) ?? []
        let caption = Caption.words(for: node, in: tree, isLeftOut: isLeftOut).map {
            Array($0.utf8)
        }
        let title = caption ?? tree.value(node, .title).map(collapsed) ?? []
        text.append(atom: .image(address: address, words: words, title: title))
    }

    private func collapsed(_ words: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        for byte in words {
            if byte > 0x20 {
                out.append(byte)
            } else if out.last != 0x20, !out.isEmpty {
                out.append(0x20)
            }
        }
        while out.last == 0x20 { out.removeLast() }
        return out
    }

    private mutating func convert(inlineCode node: Int) {
        if tree.subtree(of: node).contains(where: {
            tree.isElement($0, .pre) || tree.isElement($0, .img)
        }) {
            convertChildren(of: node)
            return
        }
        var words: [UInt8] = []
        for child in tree.subtree(of: node) where tree.nodes[child].kind == .text {
            words += tree.text(child)
        }
        if tree.subtree(of: node).contains(where: { tree.isElement($0, .br) }) || words.isEmpty {
            convertChildren(of: node)
            return
        }
        let code = collapsed(words[...])
        if !code.isEmpty { text.append(atom: .code(code)) }
    }

    /// `漢(hàn)`: the base, and its reading in the brackets that the page gives or plain ones.
    private mutating func convert(ruby node: Int) {
        let hasBrackets = tree.children(of: node).contains { tree.isElement($0, .rp) }
        for child in tree.children(of: node) {
            switch tree.tag(child) {
            case .rt, .rtc:
                if !hasBrackets { text.append("(".utf8) }
                convertChildren(of: child)
                if !hasBrackets { text.append(")".utf8) }
            default: convert(child)
            }
        }
    }

    private mutating func writeFootnotes() {
        for label in footnotes.order {
            guard let nodes = footnotes.bodies[label] else { continue }
            builder.enter(.footnoteDefinition, payload: label)
            for node in nodes {
                convertChildren(of: node)
                flush()
            }
            builder.leave()
        }
    }
}
