import Markup

/// Inline elements: links, images, code, ruby.
extension MarkdownConverter {
    mutating func convert(link node: Int) {
        let title = tree.value(node, .title).map(collapsed) ?? []
        guard let href = tree.value(node, .href), let address = linkAddress(href),
            !isTooOften(address.count + title.count, in: node)
        else {
            convertChildren(of: node)
            return
        }
        marked(.link(address: address, title: title), node)
    }

    /// Whether a long address would be written in each of a great many blocks.
    private func isTooOften(_ length: Int, in node: Int) -> Bool {
        let range = tree.subtree(of: node)
        guard length * range.count > Self.mostRepeated else { return false }
        let blocks = range.count { tree.tag($0)?.isBlock == true || tree.isElement($0, .br) }
        return length * (blocks + 1) > Self.mostRepeated
    }

    /// In bytes, for one link.
    private static var mostRepeated: Int { 100_000 }

    func linkAddress(_ href: ArraySlice<UInt8>) -> [UInt8]? {
        guard !href.isEmpty, AddressPolicy.allowsLink(href) else { return nil }
        let clean = href.filter { $0 >= 0x20 }
        let isFragment = clean.first == UInt8(ascii: "#")
        let whole = isFragment ? Array(clean) : base?.absolute(clean[...]) ?? Array(clean)
        return LinkUnwrapping.unwrap(WaybackPage.original(of: whole))
    }

    mutating func convert(image node: Int) {
        let remote = PictureAddress.of(node, in: tree, base: base)
        let local = pictures.address(of: node, in: tree, remote: remote, base: base)
        guard let address = local ?? remote else { return }
        let words = tree.value(node, .alt).map(collapsed) ?? []
        let caption = Caption.words(for: node, in: tree, isLeftOut: isLeftOut).map {
            Array($0.utf8)
        }
        let title = caption ?? tree.value(node, .title).map(collapsed) ?? []
        text.append(atom: .image(address: address, words: words, title: title))
    }

    /// The picture that a page shows without scripts, where it has none that a script was to show.
    mutating func convert(noscript node: Int) {
        guard let parent = tree.parent(of: node), tree.subtree(of: parent).count < 60 else {
            return
        }
        let inside = tree.subtree(of: node)
        let others = tree.subtree(of: parent).contains {
            !inside.contains($0) && tree.isElement($0, .img)
                && PictureAddress.of($0, in: tree, base: base) != nil
        }
        guard !others, let image = inside.first(where: { tree.isElement($0, .img) }) else { return }
        convert(image: image)
    }

    func collapsed(_ words: ArraySlice<UInt8>) -> [UInt8] {
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

    mutating func convert(inlineCode node: Int) {
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
    mutating func convert(ruby node: Int) {
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
}

/// Emphasis that a page makes with style instead of an element.
enum StyledText {
    static func mark(of node: Int, in tree: HTMLTree) -> InlineText.Mark? {
        if let name = tree.value(node, .class) {
            if name.elementsEqual("bjh-strong".utf8) || name.elementsEqual("bold".utf8) {
                return .strong
            }
            if name.elementsEqual("italic".utf8) { return .emphasis }
        }
        guard let style = tree.value(node, .style), style.count < 400 else { return nil }
        let plain = style.filter { $0 > 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        func says(_ words: String) -> Bool { plain.firstRange(of: Array(words.utf8)) != nil }
        if says("font-weight:bold") || says("font-weight:700") || says("font-weight:800")
            || says("font-weight:600")
        {
            return .strong
        }
        if says("font-style:italic") || says("text-emphasis:dot") || says("text-emphasis-style:dot")
            || says("text-emphasis:filled")
        {
            return .emphasis
        }
        return says("text-decoration:line-through") ? .strikethrough : nil
    }
}
