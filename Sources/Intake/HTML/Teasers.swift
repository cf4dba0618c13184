/// Lists of other articles, each with a heading or a picture that links to it: at least three
/// elements of one kind side by side.
struct Teasers {
    private var ranges: [Range<Int>] = []

    init() {}

    init(_ tree: HTMLTree, isLeftOut: [Bool], measure: PageMeasure) {
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            guard node.kind == .element, !isLeftOut[index], !node.tag.isSilent else {
                index = node.kind == .element ? Int(node.end) : index + 1
                continue
            }
            if Self.isList(index, tree, measure) {
                ranges.append(index..<Int(node.end))
                index = Int(node.end)
            } else {
                index += 1
            }
        }
    }

    func contains(_ node: Int) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= node { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(node)
    }

    private static func isList(_ parent: Int, _ tree: HTMLTree, _ measure: PageMeasure) -> Bool {
        var kinds: [String: [Int]] = [:]
        var all = 0
        for child in tree.children(of: parent) where tree.nodes[child].kind == .element {
            let tag = tree.nodes[child].tag
            guard [.div, .article, .section, .li, .a, .dl, .tr].contains(tag),
                measure.weight(tree.subtree(of: child)) > 0
            else { continue }
            all += 1
            let name = tree.string(child, .class)?.split(separator: " ").first ?? ""
            kinds[tag.rawValue + "." + name, default: []].append(child)
        }
        guard all >= 3, let most = kinds.values.max(by: { $0.count < $1.count }), most.count >= 3,
            most.count * 10 >= all * 7
        else { return false }
        let linked = most.count { isTeaser($0, tree, measure) }
        return linked * 10 >= most.count * 8
    }

    private static func isTeaser(_ node: Int, _ tree: HTMLTree, _ measure: PageMeasure) -> Bool {
        let range = tree.subtree(of: node)
        guard measure.weight(range) < 900 else { return false }
        if tree.isElement(node, .article) { return true }
        for child in range
        where tree.isElement(child, .a) || tree.nodes[child].tag.headingLevel != nil {
            let inner = tree.subtree(of: child)
            guard
                measure.weight(inner) >= 12
                    || tree.isElement(child, .a)
                        && inner.contains(where: { tree.isElement($0, .img) })
            else { continue }
            if tree.isElement(child, .a) {
                if inner.contains(where: {
                    tree.nodes[$0].kind == .element
                        && (tree.nodes[$0].tag.headingLevel != nil || tree.nodes[$0].tag == .img)
                }) {
                    return true
                }
            } else if measure.linkDensity(inner) > 0.8 {
                return true
            }
        }
        return false
    }
}
