import Text

/// Footnotes without links: a raised number in the text, and a list or paragraphs with the same
/// numbers below.
enum FootnoteNumbers {
    static func read(_ page: FootnotePage, into notes: inout PageFootnotes) {
        let signs = signs(page, notes)
        guard let first = signs.first else { return }
        let items = items(after: first.node, page, notes)
        guard !items.isEmpty else { return }
        let all = Set(items.map(\.item))
        var from = first.node
        for (number, item) in items where !notes.isNote(item) {
            // Numbers ascend in the text.
            guard
                let sign = signs.first(where: {
                    $0.number == number && $0.node >= from && $0.node < item
                        && !all.contains($0.block)
                })
            else { continue }
            from = sign.node
            skipNumber(of: item, item, page, into: &notes)
            notes.define(item, FootnoteItem.pieces(item, before: all, page), by: sign.node)
        }
    }

    private struct Sign {
        var number: String
        var node: Int
        var block: Int
    }

    private static func signs(_ page: FootnotePage, _ notes: PageFootnotes) -> [Sign] {
        let tree = page.tree
        var signs: [Sign] = []
        page.forEachElement { node, isLeftOut in
            guard tree.nodes[node].tag == .sup, !isLeftOut,
                let number = FootnotePage.sign(tree.words(of: node)),
                notes.reference(in: node, tree) == nil, !notes.isMoved(node),
                let block = page.block(around: node), !page.isFirst(node, in: block),
                !isExponent(node, tree)
            else { return }
            signs.append(Sign(number: number, node: node, block: block))
        }
        return signs
    }

    /// `10²`, `m²`: a number after a digit or a single letter.
    private static func isExponent(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard node > 0, tree.nodes[node - 1].kind == .text else { return false }
        let before = tree.text(node - 1).suffix(3)
        guard let last = before.last else { return false }
        if (0x30...0x39).contains(last) { return true }
        let letters = before.reversed().prefix { (0x61...0x7A).contains($0 | 0x20) }.count
        return letters == 1 || letters == 2 && before.count == 3
    }

    /// The elements below the first reference that begin with a number, or are numbered by their
    /// list.
    private static func items(
        after first: Int, _ page: FootnotePage, _ notes: PageFootnotes
    ) -> [(number: String, item: Int)] {
        let tree = page.tree
        var items: [(number: String, item: Int)] = []
        var index = first
        while index < tree.nodes.count {
            defer { index += 1 }
            guard tree.nodes[index].kind == .element, !notes.taken.contains(index) else { continue }
            switch tree.nodes[index].tag {
            case .p, .li:
                guard page.range.contains(index), let number = number(shownBy: index, page) else {
                    continue
                }
                items.append((number, index))
            case .div, .section, .aside, .footer, .ol, .ul:
                guard page.isNamed(index, sections) || tree.nodes[index].tag == .aside,
                    page.range.contains(index) || page.isNamed(index, sections)
                else { continue }
                let inside = listed(in: index, page)
                guard !inside.isEmpty else { continue }
                items += inside.filter { !notes.taken.contains($0.item) }
                index = Int(tree.nodes[index].end) - 1
            default: continue
            }
        }
        return items
    }

    /// The number that a paragraph begins with, raised or in bold.
    private static func number(shownBy block: Int, _ page: FootnotePage) -> String? {
        guard let (number, node, bytes) = page.leadingNumber(of: block), bytes == nil,
            let parent = page.tree.parent(of: node)
        else { return nil }
        switch page.tree.tag(parent) {
        case .sup, .strong, .b: return number
        case .a:
            return page.tree.parent(of: parent).flatMap { page.tree.tag($0) } == .sup ? number : nil
        default: return nil
        }
    }

    /// The notes of a section: items of a numbered list, or blocks that begin with a number.
    private static func listed(in section: Int, _ page: FootnotePage) -> [(
        number: String, item: Int
    )] {
        let tree = page.tree
        let range = tree.subtree(of: section)
        if let list = range.first(where: { tree.isElement($0, .ol) }) {
            var next = tree.string(list, .start).flatMap { Int($0) } ?? 1
            return tree.children(of: list).filter { tree.isElement($0, .li) }.map { item in
                defer { next += 1 }
                return (String(next), item)
            }
        }
        guard tree.nodes[section].tag != .aside || page.isNamed(section, sections) else {
            return []
        }
        var items: [(number: String, item: Int)] = []
        var end = 0
        for node in range where node >= end {
            switch tree.tag(node) {
            case .p, .li, .div, .dd:
                guard node != section, let number = page.leadingNumber(of: node)?.number,
                    tree.words(of: node).utf8.count > number.utf8.count + 2
                else { continue }
                // The frame around all of them begins with the first number too.
                let inner = tree.subtree(of: node).dropFirst().filter {
                    (tree.isElement($0, .p) || tree.isElement($0, .div) || tree.isElement($0, .li))
                        && page.leadingNumber(of: $0) != nil
                }
                if inner.count > 1 { continue }
                items.append((number, node))
                end = Int(tree.nodes[node].end)
            default: continue
            }
        }
        return items
    }

    /// Leaves out the number that an item begins with.
    static func skipNumber(
        of item: Int, _ target: Int, _ page: FootnotePage, into notes: inout PageFootnotes
    ) {
        guard let (_, node, bytes) = page.leadingNumber(of: item) else { return }
        if let bytes {
            notes.skip(number: bytes, of: node)
        } else {
            // The outermost element that shows only the number.
            var top = node
            while let parent = page.tree.parent(of: top), parent > item,
                page.tree.words(of: parent) == page.tree.words(of: node)
            { top = parent }
            notes.skip([top])
            // `<a>1</a>. The note.`
            let next = Int(page.tree.nodes[top].end)
            if next < Int(page.tree.nodes[item].end), page.tree.nodes[next].kind == .text,
                let sign = page.tree.text(next).first,
                sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
            {
                notes.skip(number: 1, of: next)
            }
        }
    }

    private static let sections = Set(
        ["footnotes", "footnote", "endnotes", "sidenotes"].map { Array($0.utf8)[...] })
}

/// What belongs to a note.
enum FootnoteItem {
    /// The item, and the blocks between it and the next note beside it; after the last one only
    /// below a rule that divides the notes from the text.
    static func pieces(_ item: Int, before items: Set<Int>, _ page: FootnotePage)
        -> [PageFootnotes.Piece]
    {
        let tree = page.tree
        let isHeading = tree.nodes[item].tag.headingLevel != nil
        guard isHeading || tree.isElement(item, .p), let parent = tree.parent(of: item) else {
            return [.inside(item)]
        }
        var following: [Int] = []
        var isLast = true
        var isBelowRule = false
        for child in tree.children(of: parent) {
            if tree.isElement(child, .hr), child < item { isBelowRule = true }
            if child < item, tree.tag(child)?.headingLevel != nil, !items.contains(child) {
                isBelowRule = false
            }
            guard child > item, tree.nodes[child].kind == .element, !page.isLeftOut[child] else {
                continue
            }
            if items.contains(child) {
                isLast = false
                break
            }
            if tree.isElement(child, .hr) || tree.nodes[child].tag.headingLevel != nil { break }
            following.append(child)
        }
        if isLast, !isHeading, !isBelowRule { following = [] }
        if isLast, isHeading { following = Array(following.prefix(1)) }
        return [.inside(item)] + following.map { .whole($0) }
    }
}
