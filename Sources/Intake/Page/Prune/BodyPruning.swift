import Archive

/// Removes from the chosen element what is not text of the article: what comes before its first
/// paragraph and after its last, lists of links, and blocks that are recognised by their words
/// (`PruningRules`).
struct BodyPruning {
    let tree: HTMLTree
    let measure: PageMeasure
    let article: Int
    let metadata: PageMetadata
    /// Whether it is a page of an encyclopedia or manual, where lists of links are content.
    private let isReference: Bool
    private var isLeftOut: [Bool]
    private(set) var rules: [Int: String]

    static func prune(
        _ article: Int, of tree: HTMLTree, measure: PageMeasure, metadata: PageMetadata,
        onlyHead: Bool = false, isLeftOut: inout [Bool], rules: inout [Int: String]
    ) {
        var pruning = BodyPruning(
            tree: tree, measure: measure, article: article, metadata: metadata,
            isLeftOut: isLeftOut, rules: rules)
        if onlyHead { pruning.dropHead(tree.subtree(of: article)) } else { pruning.prune() }
        isLeftOut = pruning.isLeftOut
        rules = pruning.rules
    }

    private init(
        tree: HTMLTree, measure: PageMeasure, article: Int, metadata: PageMetadata,
        isLeftOut: [Bool], rules: [Int: String]
    ) {
        self.tree = tree
        self.measure = measure
        self.article = article
        self.metadata = metadata
        self.isLeftOut = isLeftOut
        self.rules = rules
        isReference = ReferenceList.isReferencePage(article, of: tree)
    }

    private mutating func drop(_ node: Int, _ rule: String) {
        guard !isLeftOut[node] else { return }
        isLeftOut[node] = true
        rules[node] = rule
    }

    private mutating func prune() {
        let range = tree.subtree(of: article)
        dropCaptions(range)
        // Short elements are not pruned.
        guard measure.weight(range) > 400 else {
            if measure.weight(range) > 120 { dropHead(range) }
            return
        }
        measured(range) { $0.dropLinkLists(range) }
        measured(range) { $0.dropByWords(range) }
        dropHead(range)
        dropTail(range)
    }

    /// Takes a step back that removed more than a third of the running text.
    private mutating func measured(_ range: Range<Int>, _ step: (inout BodyPruning) -> Void) {
        let before = (isLeftOut, rules)
        let all = prose(range)
        step(&self)
        if prose(range) * 3 < all * 2 { (isLeftOut, rules) = before }
    }

    private func prose(_ range: Range<Int>) -> Double {
        blocks(range).reduce(0) { $0 + max(0, $1.proseScore) }
    }

    // MARK: - Lists of links

    private mutating func dropLinkLists(_ range: Range<Int>) {
        let all = measure.weight(range)
        if isReference { return }
        let sections = linkSections(range)
        var index = range.lowerBound + 1
        while index < range.upperBound {
            let node = tree.nodes[index]
            guard node.kind == .element, !isLeftOut[index] else {
                index = isLeftOut[index] ? Int(node.end) : index + 1
                continue
            }
            if let rule = linkRule(index, all),
                !sections.contains(where: { (index..<Int(node.end)).contains($0) })
            {
                drop(index, rule)
                index = Int(node.end)
            } else {
                index += 1
            }
        }
    }

    /// Lists of links that a reference page is made of: at least three, each below a heading of
    /// its own, among running text or most of the page.
    private func linkSections(_ range: Range<Int>) -> [Int] {
        var lists: [Int] = []
        for node in range where !isLeftOut[node] {
            switch tree.tag(node) {
            case .ul, .ol, .dl, .table:
                let inner = tree.subtree(of: node)
                if measure.linkDensity(inner) > 0.7,
                    inner.count(where: { tree.isElement($0, .a) }) >= 3,
                    let heading = heading(before: node),
                    !PruningRules.opensTail(tree.words(of: heading))
                {
                    lists.append(node)
                }
            default: continue
            }
        }
        guard lists.count >= 3 else { return [] }
        let weight = lists.reduce(0) { $0 + measure.weight(tree.subtree(of: $1)) }
        if weight * 2 > measure.weight(range) { return lists }
        let prose = ProseSums(blocks(range))
        let among = lists.filter { list in
            var node = list
            for _ in 0..<2 {
                guard let parent = tree.parent(of: node), range.contains(parent) else { break }
                if prose.sum(tree.subtree(of: parent)) > 2 * DropDecision.fewWords { return true }
                node = parent
            }
            return false
        }
        return among.count >= 3 ? among : []
    }

    /// The heading directly before an element.
    private func heading(before node: Int) -> Int? {
        guard let parent = tree.parent(of: node) else { return nil }
        var previous: Int?
        for child in tree.children(of: parent) {
            if child == node { break }
            if tree.nodes[child].kind == .element { previous = child }
        }
        guard let previous, tree.subtree(of: previous).count < 12 else { return nil }
        return tree.subtree(of: previous).first {
            (2...6).contains(tree.nodes[$0].tag.headingLevel ?? 0)
        }
    }

    private func linkRule(_ index: Int, _ all: Int) -> String? {
        let node = tree.nodes[index]
        let range = index..<Int(node.end)
        let weight = measure.weight(range)
        switch node.tag {
        case .ul, .ol, .div, .section, .table, .dl:
            guard weight > 0, weight * 4 < all, measure.linkDensity(range) > 0.7 else { return nil }
            if ReferenceList.isPartOfText(index, in: article, of: tree, measure: measure) {
                return nil
            }
            let links = range.filter { tree.isElement($0, .a) }
            if leadsElsewhere(links) { return nil }
            return links.count > 1 || weight < 200 ? "links" : nil
        case .p, .h2, .h3, .h4, .h5, .h6:
            if isReference || ReferenceList.isQuoted(index, in: article, of: tree) { return nil }
            let all = range.filter { tree.isElement($0, .a) }
            if all.count >= 2, weight < 500, measure.linkDensity(range) > 0.8, !leadsElsewhere(all),
                node.tag == .p
            {
                return "links"
            }
            // A paragraph that is one link to another page of the site.
            guard weight >= 20, weight < 250, measure.linkDensity(range) > 0.95,
                measure.stops(range) <= 1
            else { return nil }
            let links = range.filter { tree.isElement($0, .a) }
            guard links.count == 1, !leadsElsewhere(links), let href = tree.value(links[0], .href),
                href.first != UInt8(ascii: "#")
            else { return nil }
            return node.tag == .p ? "related-link" : nil
        default: return nil
        }
    }

    /// Whether most links point to other sites: such links belong to the article.
    private func leadsElsewhere(_ links: [Int]) -> Bool {
        guard !links.isEmpty else { return false }
        guard let host = metadata.url.flatMap(WebAddress.host) else {
            // Of a page without an address: whole addresses on several sites.
            let hosts = links.compactMap { tree.string($0, .href).flatMap(WebAddress.host) }
            return hosts.count * 10 > links.count * 6
                && Set(hosts.map { Self.domain($0) }).count >= max(2, (links.count + 1) / 2)
        }
        let own = Self.domain(host)
        let foreign = links.count { link in
            guard let href = tree.string(link, .href), let host = WebAddress.host(of: href) else {
                return false
            }
            return Self.domain(host) != own
        }
        return foreign * 10 > links.count * 6
    }

    private static func domain(_ host: String) -> Substring {
        let parts = host.split(separator: ".")
        return parts.count < 2
            ? host[...]
            : parts[parts.count - 2].count <= 3 && parts.count > 2
                ? parts[parts.count - 3] : parts[parts.count - 2]
    }

    /// Captions are titles of their pictures, not paragraphs.
    private mutating func dropCaptions(_ range: Range<Int>) {
        for node in range
        where Caption.isCaption(node, in: tree) && measure.weight(tree.subtree(of: node)) < 800 {
            if tree.isElement(node, .figcaption), Caption.isText(node, in: tree) { continue }
            if tree.subtree(of: node).contains(where: {
                tree.isElement($0, .img)
                    || tree.isElement($0, .p) && measure.weight(tree.subtree(of: $0)) > 400
            }) {
                continue
            }
            drop(node, "caption")
        }
    }

    // MARK: - Words

    private mutating func dropByWords(_ range: Range<Int>) {
        dropMarks(range)
        if isReference { return }
        let blocks = self.blocks(range)
        for block in blocks where block.weight < 700 {
            let words = tree.words(of: block.nodes, isLeftOut: isLeftOut)
            if let rule = PruningRules.rule(
                for: words, linkShare: Double(block.linkWeight) / Double(block.weight))
            {
                drop(block, rule)
            }
        }
    }

    /// `___` on a line of its own, with which agencies divide and end their stories.
    private mutating func dropMarks(_ range: Range<Int>) {
        for node in range where tree.nodes[node].kind == .text && !isLeftOut[node] {
            let words = tree.text(node).filter { $0 > 0x20 }
            guard words.count >= 3, words.allSatisfy({ $0 == UInt8(ascii: "_") }),
                let parent = tree.parent(of: node),
                parent != article, tree.words(of: parent).utf8.count == words.count
            else { continue }
            drop(parent, "end-mark")
        }
    }

    private func blocks(_ range: Range<Int>) -> [PageBlocks.Block] {
        PageBlocks(tree, in: range, isLeftOut: isLeftOut, measure: measure).blocks
    }

    /// Removes a block: its element if that contains nothing else, otherwise its nodes.
    private mutating func drop(_ block: PageBlocks.Block, _ rule: String) {
        var node = block.parent
        if measure.weight(tree.subtree(of: node)) == block.weight, node != article {
            while let parent = tree.parent(of: node), parent != article,
                tree.subtree(of: article).contains(parent),
                measure.weight(tree.subtree(of: parent)) == block.weight,
                !tree.subtree(of: parent).contains(where: { tree.isElement($0, .img) })
            {
                node = parent
            }
            drop(node, rule)
            return
        }
        var index = block.nodes.lowerBound
        // The topmost nodes of the block; an inline element around the first text goes with it.
        while index < block.nodes.upperBound {
            var top = index
            while let parent = tree.parent(of: top), parent != block.parent,
                Int(tree.nodes[parent].end) <= block.nodes.upperBound, parent > block.parent
            { top = parent }
            drop(top, rule)
            index = max(index + 1, Int(tree.nodes[top].end))
        }
    }

    // MARK: - Above and below

    /// Removes what comes before the first paragraph: the repeated title, dates, names, the
    /// summary.
    private mutating func dropHead(_ range: Range<Int>) {
        var summaries = 0
        let whole = measure.weight(range)
        for block in blocks(range).prefix(14) where block.weight * 4 < whole {
            let words = tree.words(of: block.nodes, isLeftOut: isLeftOut)
            let tag = tree.nodes[block.parent].tag
            if TitleLikeness.isSame(words, metadata.title ?? ""), block.weight < 400 {
                drop(block, "title")
            } else if PruningRules.isByline(words, weight: block.weight, authors: metadata.authors)
            {
                drop(block, "byline")
            } else if let summary = metadata.summary, block.weight > 30,
                tag != .p || isNamedSummary(block.parent), Letters.of(words) == Letters.of(summary)
            {
                drop(block, "summary")
            } else if summaries < 2, block.weight < 600, isNamedSummary(block.parent) {
                summaries += 1
                drop(block, "summary")
            } else if tag == .h1, block.weight > 10 {
                drop(block, "title")
            } else if block.proseScore > 60 {
                break
            }
        }
    }

    private func isNamedSummary(_ node: Int) -> Bool {
        var node = node
        for _ in 0..<3 {
            guard node != article, measure.weight(tree.subtree(of: node)) < 700 else {
                return false
            }
            for name in [HTMLAttribute.class, .id, .itemprop] {
                if let value = tree.value(node, name),
                    NameWords.contains(value, where: { PruningRules.summaryNames.contains($0) })
                {
                    return true
                }
            }
            guard let parent = tree.parent(of: node) else { return false }
            node = parent
        }
        return false
    }

    /// From a line on that opens what follows an article, when hardly any running text follows it.
    private mutating func dropTail(_ range: Range<Int>) {
        let blocks = self.blocks(range)
        let all = blocks.reduce(0) { $0 + $1.weight }
        let prose = blocks.reduce(0) { $0 + max(0, $1.proseScore) }
        var after = 0
        var proseAfter = 0.0
        var cut: Int?
        for (index, block) in blocks.enumerated().reversed() {
            after += block.weight
            proseAfter += max(0, block.proseScore)
            if after * 3 > all || proseAfter * 6 > prose { break }
            guard block.weight < 120 else { continue }
            let words = tree.words(of: block.nodes, isLeftOut: isLeftOut)
            if PruningRules.opensTail(words) { cut = index }
        }
        guard let cut, !isReference else { return }
        // A list of what others wrote belongs to the article.
        let links = (blocks[cut].nodes.lowerBound..<range.upperBound).filter {
            tree.isElement($0, .a) && !isLeftOut[$0]
        }
        if links.count >= 2, leadsElsewhere(links) { return }
        for block in blocks[cut...] { drop(block, "after-article") }
    }
}

/// Whether two titles are the same apart from punctuation and the site's name.
enum TitleLikeness {
    static func isSame(_ a: String, _ b: String) -> Bool {
        let a = Letters.of(a.lowercased())
        let b = Letters.of(b.lowercased())
        guard !a.isEmpty, !b.isEmpty else { return false }
        return a == b || a.count >= 12 && b.starts(with: a) && b.count < a.count * 2
            || b.count >= 12 && a.starts(with: b) && a.count < b.count * 2
    }
}
