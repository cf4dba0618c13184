import Markup

/// Part of a page → a Markdown document.
///
/// Blocks follow the block elements; running text is collected in an `InlineText` and written when
/// a block ends. Elements without a counterpart in Markdown keep their words.
struct MarkdownConverter {
    let tree: HTMLTree
    /// For each node: whether it and its subtree are left out.
    let isLeftOut: [Bool]
    let base: PageAddress?
    let footnotes: PageFootnotes
    var pictures: LocalPictures
    var builder = MarkdownBuilder()
    var text = InlineText()
    /// Of the heading that is open.
    var heading: Int32?
    var quoteDepth = 0
    var cellDepth = 0
    /// The part of a footnote that is being written.
    private var openPiece = -1

    /// Whether a script of the page sets formulas.
    private let hasMathScript: Bool

    /// Quotes and lists inside one another beyond this become plain blocks.
    static let deepest = 60

    init(
        tree: HTMLTree, isLeftOut: [Bool], base: PageAddress?, footnotes: PageFootnotes,
        pictures: LocalPictures
    ) {
        self.pictures = pictures
        self.tree = tree
        self.isLeftOut = isLeftOut
        self.base = base
        self.footnotes = footnotes
        hasMathScript = TeXDelimiters.areRead(by: tree)
    }

    /// The document that the subtrees of `nodes` make, one after another.
    static func convert(
        _ nodes: [Int], of tree: HTMLTree, isLeftOut: [Bool], base: PageAddress?,
        footnotes: PageFootnotes = PageFootnotes(), pictures: inout LocalPictures
    ) -> MarkdownDocument {
        var converter = MarkdownConverter(
            tree: tree, isLeftOut: isLeftOut, base: base, footnotes: footnotes, pictures: pictures)
        defer { pictures = converter.pictures }
        for node in nodes {
            converter.convert(node)
            converter.flush()
        }
        converter.writeFootnotes()
        return converter.builder.finish()
    }

    // MARK: - Walking

    func isSkipped(_ node: Int) -> Bool {
        isLeftOut[node] || tree.nodes[node].kind == .comment
            || (tree.nodes[node].kind == .element && tree.nodes[node].tag.holdsNoText)
    }

    mutating func convertChildren(of node: Int) {
        for child in tree.children(of: node) { convert(child) }
    }

    mutating func convert(_ node: Int) {
        guard !isLeftOut[node] else { return }
        switch tree.nodes[node].kind {
        case .comment: return
        case .text:
            if footnotes.isMoved(node), node != openPiece { return }
            append(tree.text(node).dropFirst(footnotes.numbers[node] ?? 0))
        case .element: convert(element: node, tree.nodes[node].tag)
        }
    }

    private mutating func convert(element node: Int, _ tag: HTMLTag) {
        if let formula = PageMath.formula(at: node, in: tree) {
            append(formula)
            return
        }
        if let label = footnotes.references[node] {
            text.append(atom: .footnote(label))
            return
        }
        if footnotes.isMoved(node), node != openPiece { return }
        if CodeBlock.isBlock(node, in: tree), cellDepth == 0 {
            convert(code: node)
            return
        }
        if let callout = Callout(node, in: tree, isLeftOut: isLeftOut), cellDepth == 0,
            heading == nil
        {
            convert(callout, node)
            return
        }
        if footnotes.announces(node, tree) || PageMath.isRendering(node, in: tree) { return }
        switch tag {
        case .noscript: convert(noscript: node)
        case _ where tag.holdsNoText: return
        case .br: text.append(atom: .lineBreak)
        case .hr:
            flush()
            if cellDepth == 0, heading == nil, builder.count > 0 { builder.leaf(.thematicBreak) }
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
        case .img, .ampImg: convert(image: node)
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

    mutating func marked(_ mark: InlineText.Mark, _ node: Int) {
        // A mark around nothing but a link moves inside: `a*[b](c)*` is not emphasis.
        if mark.isSimple, text.endsInWord, let link = onlyLink(in: node),
            let href = tree.value(link, .href),
            let address = linkAddress(href), footnotes.references[link] == nil,
            !footnotes.isMoved(link)
        {
            let title = tree.value(link, .title).map(collapsed) ?? []
            let before = text.push(.link(address: address, title: title))
            let afterLink = text.push(mark)
            convertChildren(of: link)
            text.reset(to: afterLink)
            text.reset(to: before)
            return
        }
        let before = text.push(mark)
        convertChildren(of: node)
        text.reset(to: before)
    }

    /// The link that is all that an element holds.
    private func onlyLink(in node: Int) -> Int? {
        var found: Int?
        for child in tree.children(of: node) where !isSkipped(child) {
            if tree.isElement(child, .a), found == nil {
                found = child
            } else if tree.nodes[child].kind == .element
                || tree.text(child).contains(where: { $0 > 0x20 })
            {
                return nil
            }
        }
        return found
    }

    /// Running text; formulas between `\(` and `\)` are set as a script of the page would do it.
    private mutating func append(_ words: ArraySlice<UInt8>) {
        guard words.contains(UInt8(ascii: "\\")), hasMathScript else {
            text.append(words)
            return
        }
        for part in TeXDelimiters.parts(of: words) {
            switch part {
            case .words(let words): text.append(words)
            case .formula(let formula): append(formula)
            }
        }
    }

    mutating func append(_ formula: PageMath.Formula) {
        if formula.isBlock {
            flush()
            text.append("$$\(formula.source)$$".utf8)
            flush()
        } else {
            text.append("$\(formula.source)$".utf8)
        }
    }

    // MARK: - Blocks

    /// Writes the running text collected since the last call as paragraphs.
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

    /// A note as Obsidian and GitHub write it: a quotation that begins with its kind.
    private mutating func convert(_ callout: Callout, _ node: Int) {
        flush()
        quoteDepth += 1
        defer { quoteDepth -= 1 }
        guard quoteDepth < Self.deepest else {
            convertChildren(of: node)
            flush()
            return
        }
        builder.enter(.blockQuote)
        text.append("[!\(callout.kind)]".utf8)
        if let title = callout.title {
            text.append([0x20])
            convertInline(title)
        }
        flush()
        convertChildren(of: node, without: callout.title)
        flush()
        builder.leave()
    }

    private mutating func convertInline(_ node: Int) {
        text.append(tree.words(of: node).utf8)
    }

    private mutating func convertChildren(of node: Int, without title: Int?) {
        for child in tree.children(of: node) where child != title {
            if let title, tree.subtree(of: child).contains(title) {
                convertChildren(of: child, without: title)
                flush()
            } else {
                convert(child)
            }
        }
    }

    mutating func convert(code node: Int) {
        flush()
        guard cellDepth == 0, heading == nil else {
            convert(inlineCode: node)
            return
        }
        guard let block = CodeBlock(node, in: tree, isLeftOut: isLeftOut) else { return }
        builder.leaf(.codeBlock, payload: block.code, extra: block.language)
    }

    private mutating func writeFootnotes() {
        for (label, pieces) in footnotes.notes {
            builder.enter(.footnoteDefinition, payload: label)
            for piece in pieces {
                switch piece {
                case .inside(let node):
                    convertChildren(of: node)
                    flush()
                case .whole(let node):
                    openPiece = node
                    convert(node)
                }
            }
            flush()
            builder.leave()
        }
    }
}
