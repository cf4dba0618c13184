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
        var goodness: Double
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
                block.goodness =
                    teasers.contains(block.nodes.lowerBound)
                    ? -Double(block.weight) * 0.2 : Self.goodness(block, tree)
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
                    linkWeight: 0, stops: 0, goodness: 0)
            case .element:
                if isLeftOut[index] || node.tag.isSilent {
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

    private static func goodness(_ block: Block, _ tree: HTMLTree) -> Double {
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
