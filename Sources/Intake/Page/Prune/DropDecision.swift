/// Decides which elements of a page are left out before its article is looked for.
///
/// `BoilerplateRules` proposes elements by their tags, roles and class words. A name alone is weak
/// evidence: an article's
/// own element may be called `newsletter` or `gallery`. So each proposal is weighed:
///
/// - What holds hardly any running text is dropped.
/// - Elements of one tag and class are weighed together: an article may be divided into many of
///   them.
/// - Their running text is compared with that of the best article that remains when every proposal
///   is dropped. A large
///   share of the whole is kept; so is the only text of a page.
/// - Lists of links and teasers count as no running text (`PageBlocks`).
/// - Words inside a sentence stay, whatever the class of the element around them.
struct DropDecision {
    struct Proposal {
        var node: Int
        var end: Int
        var rule: String
        var group: Int
    }

    /// A proposal that was kept: its rule, and its share of the running text in percent.
    struct Kept {
        var rule: String
        var share: Int
    }

    /// The rule of each dropped element.
    private(set) var drops: [(node: Int, rule: String)] = []
    private(set) var kept: [Kept] = []

    private let tree: HTMLTree
    private let measure: PageMeasure
    private let prose: ProseSums
    private var proposals: [Proposal] = []
    private var groups: [Group] = []

    private struct Group {
        var prose = 0.0
        var end = 0
        var namesArticle = false
    }

    /// `isHidden`: what the page does not show.
    init(_ tree: HTMLTree, isHidden: [Bool], measure: PageMeasure, title: String?) {
        self.tree = tree
        self.measure = measure
        let teasers = Teasers(tree, isLeftOut: isHidden, measure: measure)
        let whole = 0..<tree.nodes.count
        prose = ProseSums(
            PageBlocks(tree, in: whole, isLeftOut: isHidden, measure: measure, teasers: teasers)
                .blocks)
        propose(isHidden)
        groupProposals(title)
        decide(isHidden)
    }

    // MARK: - Proposals

    private mutating func propose(_ isHidden: [Bool]) {
        var signatures: [String: Int] = [:]
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            // The colours of code have names such as `hljs-comment`.
            guard node.kind == .element, !isHidden[index], !node.tag.holdsNoText, node.tag != .pre
            else {
                index = node.kind == .element ? Int(node.end) : index + 1
                continue
            }
            if node.tag != .body, node.tag != .html,
                let rule = BoilerplateRules.rule(for: index, in: tree)
            {
                let signature = Self.signature(of: index, rule, tree)
                let group = signatures[signature, default: signatures.count]
                signatures[signature] = group
                proposals.append(
                    Proposal(node: index, end: Int(node.end), rule: rule, group: group))
            }
            index += 1
        }
        dropSentenceParts()
        groups = [Group](repeating: Group(), count: signatures.count)
    }

    /// Withdraws proposals of words inside a sentence.
    private mutating func dropSentenceParts() {
        var withdrawn: Set<Int> = []
        for (index, proposal) in proposals.enumerated()
        where proposal.rule != BoilerplateRules.unseen && !tree.nodes[proposal.node].tag.isBlock {
            var own = measure.weight(proposal.node..<proposal.end)
            var next = index + 1
            var end = proposal.node
            while next < proposals.count, proposals[next].node < proposal.end {
                if proposals[next].node >= end {
                    own -= measure.weight(proposals[next].node..<proposals[next].end)
                    end = proposals[next].end
                }
                next += 1
            }
            // What opens when a reader points at a name is longer than a name.
            if own > 0, own < 100, SentencePart.isOne(proposal.node, in: tree) {
                withdrawn.insert(index)
            }
        }
        if !withdrawn.isEmpty {
            proposals = proposals.enumerated().filter { !withdrawn.contains($0.offset) }.map(
                \.element)
        }
    }

    /// Elements with the same tag, rule and class are one group; digits in a class are counters.
    private static func signature(of node: Int, _ rule: String, _ tree: HTMLTree) -> String {
        let name = tree.value(node, .class) ?? []
        let letters = name.prefix(200).filter { !(0x30...0x39).contains($0) }
        return tree.nodes[node].tag.rawValue + " " + rule + " "
            + String(decoding: letters, as: UTF8.self)
    }

    private mutating func groupProposals(_ title: String?) {
        for proposal in proposals {
            let at = proposal.group
            // One inside another of its kind is counted already.
            guard proposal.node >= groups[at].end else { continue }
            let range = proposal.node..<proposal.end
            groups[at].end = proposal.end
            groups[at].prose += prose.sum(range)
            if !groups[at].namesArticle, prose.sum(range) > Self.fewWords {
                groups[at].namesArticle = namesArticle(range, title)
            }
        }
    }

    /// Whether the page itself says that the article is in a part of it: `itemprop="articleBody"`,
    /// a class for article
    /// bodies, or the heading that is the title.
    private func namesArticle(_ range: Range<Int>, _ title: String?) -> Bool {
        for node in range where tree.nodes[node].kind == .element {
            if tree.value(node, .itemprop)?.elementsEqual("articleBody".utf8) == true {
                return true
            }
            if tree.nodes[node].tag == .h1, let title,
                TitleLikeness.isSame(tree.words(of: node), title)
            {
                return true
            }
        }
        return false
    }

    // MARK: - Weighing

    /// The running text of the best article that remains when all proposals are dropped except
    /// those that are kept.
    private func remainder(_ isHidden: [Bool], _ undecided: [Proposal]) -> Double {
        var isLeftOut = isHidden
        var proposed = 0.0
        for proposal in undecided {
            isLeftOut[proposal.node] = true
            proposed += prose.sum(proposal.node..<proposal.end)
        }
        let whole = 0..<tree.nodes.count
        // Most pages: what is proposed holds next to nothing, and what remains need not be
        // searched.
        if proposed * 10 < prose.sum(whole) { return prose.sum(whole) - proposed }
        let measure = PageMeasure(tree, isHidden: isLeftOut)
        let teasers = Teasers(tree, isLeftOut: isLeftOut, measure: measure)
        let blocks = PageBlocks(
            tree, in: whole, isLeftOut: isLeftOut, measure: measure, teasers: teasers)
        return ArticleFinder(tree: tree, measure: measure, blocks: blocks.blocks).candidates()
            .first?.prose ?? 0
    }

    /// Keeps one group after another, the one with the most running text first: what it holds is
    /// then part of what the
    /// others are compared with, and the proposals inside of it are weighed in their turn.
    private mutating func decide(_ isHidden: [Bool]) {
        var isKept = [Bool](repeating: false, count: groups.count)
        var undecided = outermost(isKept)
        for _ in 0..<Self.mostKept {
            let rest = remainder(isHidden, undecided)
            var best: (share: Double, proposal: Proposal)?
            for proposal in undecided {
                guard let share = share(of: proposal, rest),
                    groups[proposal.group].prose > best.map({ groups[$0.proposal.group].prose })
                        ?? 0
                else { continue }
                best = (share, proposal)
            }
            guard let best else { break }
            isKept[best.proposal.group] = true
            kept.append(Kept(rule: best.proposal.rule, share: Int(best.share * 100)))
            undecided = outermost(isKept)
        }
        drops = undecided.map { ($0.node, $0.rule) }
    }

    /// The proposals that are inside no other one, without those that are kept.
    private func outermost(_ isKept: [Bool]) -> [Proposal] {
        var end = 0
        return proposals.filter { proposal in
            guard proposal.node >= end, !isKept[proposal.group] else { return false }
            end = proposal.end
            return true
        }
    }

    private static let mostKept = 12

    /// Running text, as `PageMeasure` weighs, that is never an article: a line or two.
    static let fewWords = 120.0
    private static let sentence = 40.0

    /// Whether only a class or id speaks against an element, not its tag or role.
    private func isNamedOnly(_ proposal: Proposal) -> Bool {
        switch tree.tag(proposal.node) {
        case .div, .section: tree.value(proposal.node, .role) == nil
        default: false
        }
    }

    /// The share of the running text that a proposal's group holds when it is to be kept; `nil` to
    /// drop it.
    private func share(of proposal: Proposal, _ rest: Double) -> Double? {
        let group = groups[proposal.group]
        let share = group.prose / (group.prose + rest)
        guard group.prose > Self.fewWords else {
            // A page of a few sentences, most of them in one element.
            let inside = measure.plainWeight(proposal.node..<proposal.end)
            return rest < Self.sentence && inside >= 60
                && inside * 10 >= measure.plainWeight(0..<tree.nodes.count) * 6
                && isNamedOnly(proposal) ? max(share, 0.6) : nil
        }
        let isOnlyText = rest < Self.fewWords
        if group.namesArticle { return share > 0.2 || isOnlyText ? share : nil }
        // What readers and other articles say is often more than the article.
        if BoilerplateRules.isOftenLong(proposal.rule) {
            return isOnlyText || share > 0.9 && rest < 3 * Self.fewWords ? share : nil
        }
        return share > 0.35 || isOnlyText ? share : nil
    }
}

/// Sums of running text over ranges of nodes.
struct ProseSums {
    private var starts: [Int] = []
    private var sums: [Double] = [0]

    init(_ blocks: [PageBlocks.Block]) {
        for block in blocks where block.proseScore > 0 {
            starts.append(block.nodes.lowerBound)
            sums.append(sums[sums.count - 1] + block.proseScore)
        }
    }

    func sum(_ range: Range<Int>) -> Double {
        sums[count(below: range.upperBound)] - sums[count(below: range.lowerBound)]
    }

    /// Blocks that begin before a node.
    private func count(below node: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < node { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// An inline element with words of the same sentence beside it.
enum SentencePart {
    static func isOne(_ node: Int, in tree: HTMLTree) -> Bool {
        !tree.nodes[node].tag.isBlock && words(beside: node, in: tree) >= 8
    }

    /// Weight of the words directly before and after an element in its line, without links.
    private static func words(beside node: Int, in tree: HTMLTree) -> Int {
        var inner = node
        var sum = 0
        // Inline elements around it belong to the same line.
        for _ in 0..<6 {
            guard let parent = tree.parent(of: inner) else { break }
            sum += words(of: parent, around: inner, tree)
            if tree.nodes[parent].tag.isBlock || tree.nodes[parent].tag == .other { break }
            inner = parent
        }
        return sum
    }

    private static func words(of parent: Int, around node: Int, _ tree: HTMLTree) -> Int {
        var before = 0
        var after = 0
        for child in tree.children(of: parent) {
            if child == node { continue }
            let isBreak = tree.tag(child).map { $0.isBlock || $0 == .br } ?? false
            if isBreak {
                if child > node { break }
                before = 0
                continue
            }
            guard tree.nodes[child].kind == .text || isStyle(child, tree) else { continue }
            let weight =
                tree.nodes[child].kind == .text
                ? Int(PageMeasure.weigh(tree.text(child)).weight)
                : Int(PageMeasure.weigh(Array(tree.words(of: child).utf8)[...]).weight)
            if child < node { before += weight } else { after += weight }
        }
        return before + after
    }

    private static func isStyle(_ node: Int, _ tree: HTMLTree) -> Bool {
        switch tree.tag(node) {
        case .b, .i, .em, .strong, .font, .u: true
        default: false
        }
    }
}
