/// The text of a page as a reader sees it: runs of words without a block's beginning or end
/// between them.
struct PageBlocks {
    struct Block {
        /// The innermost block element around it.
        var parent: Int
        /// Nodes from its first text to after its last.
        var nodes: Range<Int>
        var weight: Int
        var linkWeight: Int
        var stops: Int
        /// How much it looks like a paragraph of an article: positive for prose, negative for
        /// links.
        var proseScore: Double
    }

    private(set) var blocks: [Block] = []

    init(
        _ tree: HTMLTree, in range: Range<Int>, isLeftOut: [Bool], measure: PageMeasure,
        teasers: Teasers = Teasers()
    ) {
        var parents: [(node: Int, end: Int)] = []
        var current: Block?
        var index = range.lowerBound
        func flush() {
            guard var block = current else { return }
            block.weight = measure.weight(block.nodes)
            block.linkWeight = measure.linkWeight(block.nodes)
            block.stops = measure.stops(block.nodes)
            if block.weight > 0 {
                block.proseScore =
                    teasers.contains(block.nodes.lowerBound)
                    ? -Double(block.weight) * 0.2 : Self.proseScore(block, tree)
                blocks.append(block)
            }
            current = nil
        }
        while index < range.upperBound {
            while let last = parents.last, last.end <= index {
                flush()
                parents.removeLast()
            }
            let node = tree.nodes[index]
            switch node.kind {
            case .comment: break
            case .text:
                let start = current?.nodes.lowerBound ?? index
                current = Block(
                    parent: current?.parent ?? parents.last?.node ?? range.lowerBound,
                    nodes: start..<(index + 1), weight: 0,
                    linkWeight: 0, stops: 0, proseScore: 0)
            case .element:
                if isLeftOut[index] || node.tag.holdsNoText {
                    flush()
                    index = Int(node.end)
                    continue
                }
                if node.tag.isBlock {
                    flush()
                    parents.append((index, Int(node.end)))
                } else if node.tag == .br, index + 1 < range.upperBound,
                    tree.isElement(index + 1, .br) || Self.brFollows(index, tree)
                {
                    flush()
                }
            }
            index += 1
        }
        flush()
    }

    private static func brFollows(_ index: Int, _ tree: HTMLTree) -> Bool {
        let next = index + 1
        guard next + 1 < tree.nodes.count, tree.nodes[next].kind == .text else { return false }
        return tree.text(next).allSatisfy { $0 <= 0x20 } && tree.isElement(next + 1, .br)
    }

    private static func proseScore(_ block: Block, _ tree: HTMLTree) -> Double {
        let plain = Double(block.weight - block.linkWeight)
        let linked = Double(block.linkWeight)
        let density = linked / Double(block.weight)
        if density > 0.5 { return -linked * 0.5 }
        let isProse = block.weight >= 60 && block.stops >= 1 || block.weight >= 200
        if isProse { return plain - linked * 0.3 }
        if block.stops >= 1, block.weight >= 20 { return plain * 0.4 }
        return density > 0.2 ? -linked * 0.5 : -2
    }
}

/// Lists of other articles, each with a heading or a picture that links to it: at least three
/// elements of one kind side by side.
struct Teasers {
    private var ranges: [Range<Int>] = []

    init() {}

    init(_ tree: HTMLTree, isLeftOut: [Bool], measure: PageMeasure) {
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            guard node.kind == .element, !isLeftOut[index], !node.tag.holdsNoText else {
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
