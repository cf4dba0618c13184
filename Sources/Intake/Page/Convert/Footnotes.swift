/// Footnotes of a page: references that link to an item of a list, which links back.
struct PageFootnotes {
    /// Labels of footnotes by the `a` that refers to them.
    var references: [Int: [UInt8]] = [:]
    /// Elements that hold a footnote's text, with its label.
    var definitions: [Int: [UInt8]] = [:]
    var bodies: [[UInt8]: [Int]] = [:]
    var order: [[UInt8]] = []
    /// The links back into the text.
    var backlinks: Set<Int> = []

    init() {}

    /// Looks for them in a part of a page.
    init(in range: Range<Int>, of tree: HTMLTree, isLeftOut: [Bool]) {
        var targets: [ArraySlice<UInt8>: Int] = [:]
        var links: [Int] = []
        for node in range where tree.nodes[node].kind == .element && !isLeftOut[node] {
            if tree.nodes[node].tag == .a, let href = tree.value(node, .href),
                href.first == UInt8(ascii: "#"), href.count > 1
            {
                links.append(node)
            }
            if let id = tree.value(node, .id)
                ?? (tree.nodes[node].tag == .a ? tree.value(node, .name) : nil), targets[id] == nil
            {
                targets[id] = node
            }
        }
        // A reference: a short link up in the text to an item further down that links back to it
        // or around it.
        for link in links {
            guard let href = tree.value(link, .href), let target = targets[href.dropFirst()],
                target > link,
                let item = Self.item(around: target, in: tree), item < range.upperBound,
                item > range.lowerBound
            else { continue }
            let words = tree.words(of: link)
            guard words.utf8.count <= 8, words.contains(where: { $0.isNumber || $0 == "*" }) else {
                continue
            }
            let back = links.filter { tree.subtree(of: item).contains($0) && $0 != link }
            // Without a link back, the sign must be that of a reference: raised, or in brackets.
            guard
                !back.isEmpty
                    || Self.isSign(link, words, tree) && !tree.subtree(of: item).contains(link)
            else { continue }
            define(item, by: link, back)
        }
        readWordNotes(range, tree, isLeftOut)
        if references.isEmpty { readNumberedNotes(range, tree, isLeftOut) }
    }

    private mutating func define(_ item: Int, by reference: Int, _ back: [Int]) {
        let label = definitions[item] ?? Array("\(order.count + 1)".utf8)
        if definitions[item] == nil {
            definitions[item] = label
            bodies[label] = [item]
            order.append(label)
            backlinks.formUnion(back)
        }
        references[reference] = label
    }

    private static func isSign(_ link: Int, _ words: String, _ tree: HTMLTree) -> Bool {
        if words.hasPrefix("["), words.hasSuffix("]") { return true }
        if tree.subtree(of: link).contains(where: { tree.isElement($0, .sup) }) { return true }
        var node = link
        for _ in 0..<3 {
            guard let parent = tree.parent(of: node) else { return false }
            if tree.isElement(parent, .sup) { return true }
            node = parent
        }
        return false
    }

    /// Word and Google Docs: `#_ftn1` in the text, and a link to `#_ftnref1` at the beginning of
    /// the note, often without
    /// the ids.
    private mutating func readWordNotes(_ range: Range<Int>, _ tree: HTMLTree, _ isLeftOut: [Bool])
    {
        var notes: [String: Int] = [:]
        var signs: [(link: Int, name: String)] = []
        for node in range where tree.isElement(node, .a) && !isLeftOut[node] {
            guard let href = tree.string(node, .href), let hash = href.lastIndex(of: "#"),
                references[node] == nil
            else { continue }
            let name = String(href[href.index(after: hash)...])
            for (start, back) in [("_ftn", "_ftnref"), ("_edn", "_ednref"), ("ftnt", "ftnt_ref")] {
                if name.hasPrefix(back) {
                    notes[start + name.dropFirst(back.count)] = node
                } else if name.hasPrefix(start) {
                    signs.append((node, name))
                }
            }
        }
        for (link, name) in signs {
            guard let back = notes[name], back > link, let item = Self.item(around: back, in: tree),
                range.contains(item),
                definitions[item] == nil || backlinks.contains(back)
            else { continue }
            define(item, by: link, [back])
        }
    }

    /// Notes without links: `<sup>1</sup>` in the text, and a paragraph that begins with the same.
    private mutating func readNumberedNotes(
        _ range: Range<Int>, _ tree: HTMLTree, _ isLeftOut: [Bool]
    ) {
        var signs: [String: Int] = [:]
        for node in range where tree.isElement(node, .sup) && !isLeftOut[node] {
            let words = tree.words(of: node)
            guard (1...3).contains(words.utf8.count),
                words.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let parent = tree.parent(of: node)
            else { continue }
            let isFirst = !(parent + 1..<node).contains { index in
                tree.nodes[index].kind == .text && tree.text(index).contains { $0 > 0x20 }
            }
            guard isFirst, tree.isElement(parent, .p) || tree.isElement(parent, .li) else {
                if signs[words] == nil, !isFirst { signs[words] = node }
                continue
            }
            guard let sign = signs[words], references[sign] == nil else { continue }
            define(parent, by: sign, [node])
        }
    }

    private static func item(around node: Int, in tree: HTMLTree) -> Int? {
        var current = node
        for _ in 0..<5 {
            if tree.isElement(current, .li) || tree.isElement(current, .p) || isNamed(current, tree)
            {
                return current
            }
            guard let parent = tree.parent(of: current) else { return nil }
            current = parent
        }
        return nil
    }

    /// `<div class="footnote">`.
    private static func isNamed(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard tree.isElement(node, .div) || tree.isElement(node, .aside),
            let name = tree.value(node, .class)
        else { return false }
        return name.split(separator: 0x20).contains { $0.elementsEqual("footnote".utf8) }
    }

    /// Whether a heading or a rule only introduces the list of footnotes after it.
    func announces(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard !definitions.isEmpty, tree.nodes[node].kind == .element,
            tree.nodes[node].tag == .hr || tree.nodes[node].tag.headingLevel != nil,
            let parent = tree.parent(of: node)
        else { return false }
        let after = tree.children(of: parent).first {
            $0 > node && tree.nodes[$0].kind == .element
        }
        guard let after else { return false }
        let items = tree.subtree(of: after).filter {
            tree.isElement($0, .li) || tree.isElement($0, .p) && definitions[$0] != nil
        }
        return !items.isEmpty && items.allSatisfy { definitions[$0] != nil }
    }

    /// The label of a reference that is all that an element holds: `<sup><a
    /// href="#fn1">1</a></sup>`.
    func reference(in node: Int, _ tree: HTMLTree) -> [UInt8]? {
        guard !references.isEmpty else { return nil }
        for child in tree.subtree(of: node) {
            if let label = references[child] { return label }
        }
        return nil
    }
}
