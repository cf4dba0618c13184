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
        guard !links.isEmpty else { return }
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
            guard !back.isEmpty else { continue }
            let label = definitions[item] ?? Array("\(definitions.count + 1)".utf8)
            if definitions[item] == nil {
                definitions[item] = label
                bodies[label] = [item]
                order.append(label)
                backlinks.formUnion(back)
            }
            references[link] = label
        }
    }

    private static func item(around node: Int, in tree: HTMLTree) -> Int? {
        var current = node
        for _ in 0..<3 {
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
