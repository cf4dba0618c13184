/// Finds the element that holds the article: several ways propose candidates, a score chooses.
///
/// A candidate's score is the harmonic mean of precision and recall of prose, times the weight of
/// its detector: the share of the page's prose that it contains, and the share of its content that
/// is prose. Detectors that use the page's own markup (`itemprop`, class names, `article`) weigh
/// more than those that only measure.
struct ArticleFinder {
    struct Candidate {
        var node: Int
        /// What proposed it: `site rule`, `itemprop articleBody`, `class article-body`, `article`,
        /// `text density` ….
        var way: String
        var weight: Double
        var prose = 0.0
        var score = 0.0
        /// The page or a rule names it; it may be short.
        var isSure = false
    }

    let tree: HTMLTree
    let measure: PageMeasure
    let blocks: [PageBlocks.Block]

    /// The best first.
    func candidates() -> [Candidate] {
        var all = semantic() + dense() + clustered()
        var best: [Int: Candidate] = [:]
        for candidate in all
        where best[candidate.node].map({ $0.weight < candidate.weight }) ?? true {
            best[candidate.node] = candidate
        }
        all = best.values.sorted { $0.node < $1.node }
        for index in all.indices {
            let (good, _) = sums(tree.subtree(of: all[index].node))
            all[index].prose = good
        }
        let most = all.map(\.prose).max() ?? 0
        guard most > 0 else { return [] }
        for index in all.indices {
            let (good, bad) = sums(tree.subtree(of: all[index].node))
            let recall = good / most
            let precision = good / (good + bad)
            all[index].score =
                recall + precision > 0
                ? all[index].weight * 2 * recall * precision / (recall + precision) : 0
        }
        // Of equals the smaller one, which is the later one in the page.
        return all.sorted { ($0.score, $0.node) > ($1.score, $1.node) }
    }

    private func sums(_ range: Range<Int>) -> (good: Double, bad: Double) {
        var good = 0.0
        var bad = 0.0
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].nodes.lowerBound < range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        while low < blocks.count, blocks[low].nodes.lowerBound < range.upperBound {
            let proseScore = blocks[low].proseScore
            if proseScore > 0 { good += proseScore } else { bad -= proseScore }
            low += 1
        }
        return (good, bad)
    }

    // MARK: - What the page says

    private func semantic() -> [Candidate] {
        var found: [Candidate] = []
        var groups: [String: [Int]] = [:]
        for (index, node) in tree.nodes.enumerated() where node.kind == .element {
            switch node.tag {
            case .article: found.append(Candidate(node: index, way: "article", weight: 1.04))
            case .main: found.append(Candidate(node: index, way: "main", weight: 0.98))
            case .body: found.append(Candidate(node: index, way: "body", weight: 0.8))
            case .div, .section, .td, .span, .p, .ul, .ol, .figure, .other: break
            default: continue
            }
            if tree.value(index, .itemprop)?.elementsEqual("articleBody".utf8) == true {
                found.append(Candidate(node: index, way: "itemprop articleBody", weight: 1.15))
                groups["itemprop articleBody", default: []].append(index)
            }
            if tree.value(index, .role)?.elementsEqual("main".utf8) == true {
                found.append(Candidate(node: index, way: "role main", weight: 0.98))
            }
            for name in [HTMLAttribute.class, .id] where node.tag != .body {
                guard let value = tree.value(index, name) else { continue }
                var way: (word: String, weight: Double)?
                for word in NameWords.all(in: value) {
                    if let weight = Self.bodyNames[word], weight > way?.weight ?? 0 {
                        way = (String(decoding: word, as: UTF8.self), weight)
                    }
                }
                if let way {
                    found.append(
                        Candidate(node: index, way: "class \(way.word)", weight: way.weight))
                    groups["class \(way.word)", default: []].append(index)
                }
            }
        }
        // A body that is divided into several elements of one name: what holds them all.
        for (way, nodes) in groups.sorted(by: { $0.key < $1.key })
        where nodes.count > 1 && nodes.count < 200 {
            var common = nodes[0]
            for node in nodes.dropFirst() { common = lowestCommon(common, node) }
            found.append(Candidate(node: common, way: way, weight: 1.04))
        }
        return found
    }

    private func lowestCommon(_ a: Int, _ b: Int) -> Int {
        var node = a
        while !tree.subtree(of: node).contains(b), let parent = tree.parent(of: node) {
            node = parent
        }
        return node
    }

    private static let bodyNames: [ArraySlice<UInt8>: Double] = {
        var names: [ArraySlice<UInt8>: Double] = [:]
        for (weight, list) in [
            (1.12, WordList.classes["article-body"]), (1.02, WordList.classes["article"]),
        ] {
            for name in list { names[Array(name.utf8)[...]] = weight }
        }
        return names
    }()

    // MARK: - What can be measured

    /// Arc90's Readability: a paragraph votes for its parent, and half as much for its grandparent.
    private func dense() -> [Candidate] {
        var scores: [Int: Double] = [:]
        for block in blocks where block.proseScore > 0 && block.weight >= 25 {
            let points = 1 + Double(block.stops) + min(Double(block.weight) / 80, 4)
            var node =
                Self.isParagraph(tree.nodes[block.parent].tag)
                ? tree.parent(of: block.parent) : block.parent
            var share = 1.0
            for _ in 0..<3 {
                guard let here = node else { break }
                scores[here, default: 0] += points * share
                share = share == 1 ? 0.5 : 0.25
                node = tree.parent(of: here)
            }
        }
        let ranked = scores.map {
            ($0.key, $0.value * (1 - measure.linkDensity(tree.subtree(of: $0.key))))
        }
        .sorted { ($0.1, $0.0) > ($1.1, $1.0) }
        return ranked.prefix(3).map { Candidate(node: $0.0, way: "text density", weight: 1.0) }
    }

    /// What is inside a line or is one paragraph is a part of an article.
    private static func canHoldArticle(_ tag: HTMLTag) -> Bool {
        !isParagraph(tag) && (tag.isBlock || tag == .other)
    }

    private static func isParagraph(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .p, .h1, .h2, .h3, .h4, .h5, .h6, .pre, .blockquote, .li, .figcaption: true
        default: false
        }
    }

    /// What holds most of the page's paragraphs: the smallest element with four fifths, and with
    /// half, of them.
    private func clustered() -> [Candidate] {
        let total = blocks.reduce(0.0) { $0 + max(0, $1.proseScore) }
        guard total > 0 else { return [] }
        var found: [Candidate] = []
        for share in [0.85, 0.6, 0.4] {
            var node = 0
            while true {
                let next = tree.children(of: node).first { child in
                    tree.nodes[child].kind == .element && Self.canHoldArticle(tree.nodes[child].tag)
                        && sums(tree.subtree(of: child)).good >= share * total
                }
                guard let next else { break }
                node = next
            }
            if tree.nodes[node].kind == .element {
                found.append(Candidate(node: node, way: "paragraph cluster", weight: 1.0))
            }
        }
        return found
    }
}
