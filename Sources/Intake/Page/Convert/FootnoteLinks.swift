import Text

/// Footnotes that are linked: a short link up in the text to an element further down.
enum FootnoteLinks {
    static func read(_ page: FootnotePage, into notes: inout PageFootnotes) {
        let tree = page.tree
        var links: [(node: Int, fragment: ArraySlice<UInt8>)] = []
        page.forEachElement { node, isLeftOut in
            switch tree.nodes[node].tag {
            case .a:
                guard !isLeftOut, let href = tree.value(node, .href),
                    let hash = href.lastIndex(of: UInt8(ascii: "#")), hash + 1 < href.endIndex,
                    isShort(node, tree)
                else { return }
                links.append((node, href[(hash + 1)...]))
            case .label:
                if let target = tree.value(node, .for), isShort(node, tree),
                    FootnotePage.sign(tree.words(of: node)) != nil
                {
                    links.append((node, target))
                }
            default: return
            }
        }
        guard !links.isEmpty else { return }
        let targets = Self.targets(tree)
        var items: [(link: Int, target: Int, item: Int)] = []
        for (link, fragment) in links {
            let words = tree.words(of: link)
            guard words.utf8.count <= 8,
                words.contains(where: { $0.isNumber || "*†‡§".contains($0) }),
                let target = targets[fragment] ?? targets[unescaped(fragment)], target > link,
                !tree.subtree(of: link).contains(target),
                let item = item(around: target, page), !tree.subtree(of: item).contains(link)
            else { continue }
            let back = backlinks(in: item, page)
            let number = page.leadingNumber(of: item)?.number
            guard
                !back.isEmpty || isRaised(link, words, tree)
                    || number != nil && number == FootnotePage.sign(words)
            else { continue }
            items.append((link, target, item))
        }
        let all = Set(items.map(\.item))
        let marked = Dictionary(grouping: items, by: \.item).mapValues { Set($0.map(\.target)) }
        for (link, target, item) in items {
            if let others = marked[item], others.count > 1, tree.isElement(item, .p) {
                readPart(of: item, at: target, others, by: link, page, into: &notes)
                continue
            }
            if !notes.isNote(item) {
                notes.skip(backlinks(in: item, page))
                FootnoteNumbers.skipNumber(of: item, target, page, into: &notes)
            }
            notes.define(
                item, FootnoteItem.pieces(item, before: all, page), by: link)
        }
        readWordNotes(page, into: &notes)
    }

    /// The first element of each `id`, and anchors by `name`.
    private static func targets(_ tree: HTMLTree) -> [ArraySlice<UInt8>: Int] {
        var targets: [ArraySlice<UInt8>: Int] = [:]
        for node in tree.nodes.indices where tree.nodes[node].kind == .element {
            if tree.nodes[node].tag == .input { continue }
            if let id = tree.value(node, .id)
                ?? (tree.nodes[node].tag == .a ? tree.value(node, .name) : nil), targets[id] == nil
            {
                targets[id] = node
            }
        }
        return targets
    }

    /// `fn%3A1` → `fn:1`.
    private static func unescaped(_ fragment: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard fragment.contains(UInt8(ascii: "%")) else { return fragment }
        return PercentEncoding.decoded(fragment)[...]
    }

    private static func isShort(_ node: Int, _ tree: HTMLTree) -> Bool {
        let range = tree.subtree(of: node)
        return range.count < 12
            && range.reduce(0) { $0 + (tree.nodes[$1].kind == .text ? tree.text($1).count : 0) }
                < 40
    }

    /// Raised or in brackets, as references are.
    private static func isRaised(_ link: Int, _ words: String, _ tree: HTMLTree) -> Bool {
        if words.hasPrefix("["), words.hasSuffix("]") { return true }
        if tree.subtree(of: link).contains(where: { tree.isElement($0, .sup) }) { return true }
        if tree.isElement(link, .label) { return true }
        var node = link
        for _ in 0..<3 {
            guard let parent = tree.parent(of: node) else { return false }
            if tree.isElement(parent, .sup) { return true }
            node = parent
        }
        return false
    }

    /// The element that is a note, of the one that a reference links to.
    private static func item(around node: Int, _ page: FootnotePage) -> Int? {
        let tree = page.tree
        var current = node
        for _ in 0..<6 {
            let tag = tree.nodes[current].tag
            if tag == .li || tag == .p || tag == .dd || tag.headingLevel != nil { return current }
            if tag == .div || tag == .aside || tag == .section || tag == .blockquote,
                page.isFirst(node, in: current),
                page.isNamed(current, names) || !isAlone(current, node, page)
            {
                return current
            }
            guard let parent = tree.parent(of: current), tree.nodes[parent].tag != .body,
                !tree.subtree(of: parent).contains(page.range.lowerBound)
            else { return nil }
            current = parent
        }
        return nil
    }

    /// Whether an element has no words but those of an anchor.
    private static func isAlone(_ element: Int, _ anchor: Int, _ page: FootnotePage) -> Bool {
        let tree = page.tree
        if element == anchor { return tree.words(of: element).utf8.count < 6 }
        return tree.words(of: element).utf8.count <= tree.words(of: anchor).utf8.count + 4
    }

    private static let names: Set<ArraySlice<UInt8>> = [
        Array("footnote".utf8)[...], Array("endnote".utf8)[...], Array("fn".utf8)[...],
    ]

    /// The links of a note back into the text.
    private static func backlinks(in item: Int, _ page: FootnotePage) -> [Int] {
        let tree = page.tree
        return tree.subtree(of: item).filter { node in
            guard tree.isElement(node, .a), let href = tree.value(node, .href) else { return false }
            guard let hash = href.lastIndex(of: UInt8(ascii: "#")) else { return false }
            let words = tree.words(of: node)
            if hash + 1 == href.endIndex || href.first != UInt8(ascii: "#") {
                return isArrow(words)
                    || FootnotePage.sign(words) != nil && page.isFirst(node, in: item)
            }
            return words.utf8.count <= 12 || isArrow(words)
        }
    }

    static func isArrow(_ words: String) -> Bool {
        !words.isEmpty
            && words.unicodeScalars.allSatisfy {
                "↩↵⤴↑⬆⏎⮐↖^⇧\u{FE0E}\u{FE0F} ".unicodeScalars.contains($0)
            }
    }

    /// A note that is a part of a paragraph, up to the next anchor in it.
    private static func readPart(
        of paragraph: Int, at target: Int, _ others: Set<Int>, by link: Int, _ page: FootnotePage,
        into notes: inout PageFootnotes
    ) {
        let tree = page.tree
        func top(_ node: Int) -> Int {
            var node = node
            while let parent = tree.parent(of: node), parent != paragraph, parent > paragraph {
                node = parent
            }
            return node
        }
        let start = top(target)
        let next = others.map(top).filter { $0 > start }.min() ?? Int(tree.nodes[paragraph].end)
        let parts = tree.children(of: paragraph).filter { (start..<next).contains($0) }
        guard !notes.isNote(start) else {
            notes.define(start, [], by: link)
            return
        }
        let back = backlinks(in: paragraph, page)
        notes.skip(back)
        let isSign = FootnotePage.sign(tree.words(of: start)) != nil
        if isSign { notes.skip([start]) }
        notes.define(start, parts.filter { !isSign || $0 != start }.map { .whole($0) }, by: link)
    }

    /// Word and Google Docs: `#_ftn1` in the text, and a link to `#_ftnref1` at the beginning of
    /// the note, often without the ids.
    private static func readWordNotes(_ page: FootnotePage, into notes: inout PageFootnotes) {
        let tree = page.tree
        var ends: [String: Int] = [:]
        var signs: [(link: Int, name: String)] = []
        page.forEachElement { node, isLeftOut in
            guard tree.nodes[node].tag == .a, !isLeftOut, notes.references[node] == nil,
                let href = tree.string(node, .href), let hash = href.lastIndex(of: "#")
            else { return }
            let name = String(href[href.index(after: hash)...])
            for (start, back) in [("_ftn", "_ftnref"), ("_edn", "_ednref"), ("ftnt", "ftnt_ref")] {
                if name.hasPrefix(back) {
                    ends[start + name.dropFirst(back.count)] = node
                } else if name.hasPrefix(start) {
                    signs.append((node, name))
                }
            }
        }
        for (link, name) in signs {
            guard let back = ends[name], back > link, let item = item(around: back, page),
                page.range.contains(item), !notes.isNote(item) || notes.marks.contains(back)
            else { continue }
            notes.skip([back])
            notes.define(item, [.inside(item)], by: link)
        }
    }
}
