import Archive
import Markup
import Text

/// A saved web page → an article.
///
/// Start here for HTML.
///
/// 1. The bytes are decoded (`PageDecoding`) and parsed into a flat tree (`HTMLTree`), guarded by
///    `MarkupGuard`.
/// 2. What is not shown and what the names of elements call boilerplate is marked
///    (`BoilerplateRules`).
/// 3. Candidates for the article are proposed and one is chosen (`ArticleFinder`).
/// 4. Inside it, what is not text of the article is removed (`BodyPruning`) and listed.
/// 5. Title, authors, outlet, date and address are read, each with where it came from
///    (`PageMetadata`).
/// 6. The rest becomes Markdown (`MarkdownConverter`).
struct SavedPage {
    let tree: HTMLTree
    /// The rule for each node that is left out, by index; only the topmost node of a subtree has
    /// one.
    private(set) var rules: [Int: String] = [:]
    private(set) var isLeftOut: [Bool]
    private(set) var candidates: [ArticleFinder.Candidate] = []

    private(set) var measure: PageMeasure
    /// What the page does not show, and what the names of elements call boilerplate.
    private(set) var isHidden: [Bool] = []
    /// Words of the chosen element that no rule took out, as `PageMeasure` weighs.
    private(set) var remainder = 0
    /// What rules proposed to drop and a measure kept.
    private(set) var keptProposals: [DropDecision.Kept] = []
    private var footnotes = PageFootnotes()

    init(_ tree: HTMLTree) {
        self.tree = tree
        measure = PageMeasure(tree, isHidden: [Bool](repeating: false, count: tree.nodes.count))
        isLeftOut = [Bool](repeating: false, count: tree.nodes.count)
    }

    struct Result {
        var node: Int
        var document: MarkdownDocument
        var footnotes: PageFootnotes
    }

    /// What is known about a page before it is read.
    struct Form {
        var rule: SiteRule?
        /// What relative addresses begin from.
        var base: PageAddress?
        /// A converter made it: everything in it is the article.
        var isWhole = false
        /// The element that is the article, if it is known.
        var node: Int?
    }

    /// The chosen element and the document it makes; `nil` when the page has no article.
    mutating func article(
        metadata: PageMetadata, form: Form, pictures: inout LocalPictures
    ) -> Result? {
        let rule = form.rule
        markHidden(rule)
        measure = PageMeasure(tree, isHidden: isLeftOut)
        if let rule {
            for node in rule.nodes("drop", in: tree) where !isLeftOut[node] {
                isLeftOut[node] = true
                rules[node] = "site rule"
            }
        }
        if !form.isWhole { markBoilerplate(metadata.title) }
        isHidden = isLeftOut
        let teasers = Teasers(tree, isLeftOut: isLeftOut, measure: measure)
        let blocks = PageBlocks(
            tree, in: 0..<tree.nodes.count, isLeftOut: isLeftOut, measure: measure, teasers: teasers
        )
        candidates = ArticleFinder(tree: tree, measure: measure, blocks: blocks.blocks).candidates()
        if let node = form.node {
            candidates = [
                ArticleFinder.Candidate(node: node, way: "post of a page", weight: 1, isSure: true)
            ]
        } else if form.isWhole,
            let body = tree.nodes.indices.first(where: { tree.isElement($0, .body) })
        {
            candidates = [
                ArticleFinder.Candidate(node: body, way: "all of it", weight: 1, isSure: true)
            ]
            let heading = tree.nodes.indices.first { tree.nodes[$0].tag.headingLevel != nil }
            if let heading, tree.words(of: heading) == metadata.title {
                isLeftOut[heading] = true
                rules[heading] = "title"
            }
        } else if let rule, let node = body(by: rule) {
            candidates.insert(
                ArticleFinder.Candidate(
                    node: node, way: "site rule \(rule.name)", weight: 2, isSure: true), at: 0)
        } else if candidates.first?.prose ?? 0 < 300, let only = onlyArticle() {
            // A page with hardly any prose: its only `article` element is trusted.
            candidates.insert(only, at: 0)
        }
        guard let best = candidates.first ?? fallback() else { return nil }
        if !best.isSure, ForumThread.isLikely(tree, in: tree.subtree(of: best.node)) { return nil }
        BodyPruning.prune(
            best.node, of: tree, measure: measure, metadata: metadata, onlyHead: form.isWhole,
            isLeftOut: &isLeftOut, rules: &rules)
        remainder = PageMeasure(tree, isHidden: isLeftOut).weight(tree.subtree(of: best.node))
        guard best.isSure || isArticle(best, blocks.blocks) else {
            if form.node == nil, let table = onlyTables() {
                var again = SavedPage(tree)
                var other = form
                other.node = table
                let result = again.article(metadata: metadata, form: other, pictures: &pictures)
                self = again
                return result
            }
            if candidates.isEmpty { candidates = largest() }
            return nil
        }
        footnotes = PageFootnotes(
            in: tree.subtree(of: best.node), of: tree, isLeftOut: &isLeftOut, rules: &rules)
        let document = MarkdownConverter.convert(
            [best.node], of: tree, isLeftOut: isLeftOut, base: form.base, footnotes: footnotes,
            pictures: &pictures)
        return Result(node: best.node, document: document, footnotes: footnotes)
    }

    /// Whether a rule took a node out.
    func isDropped(_ node: Int) -> Bool {
        var node = node
        while true {
            if rules[node] != nil { return true }
            guard let parent = tree.parent(of: node) else { return false }
            node = parent
        }
    }

    /// Whether a node is in a part of the page that is about something else than the article:
    /// comments, lists of other
    /// articles, footers.
    func isAside(_ node: Int) -> Bool {
        var node = node
        while true {
            if let rule = rules[node], !Self.bylineRules.contains(rule) { return true }
            guard let parent = tree.parent(of: node) else { return false }
            node = parent
        }
    }

    /// Rules for lines that say who wrote an article and when.
    private static let bylineRules: Set<String> = [
        "author", "byline", "tags", "title", "summary", "editor", "read-count", "site rule",
    ]

    /// The first element that a rule names as the body and that holds something.
    private func body(by rule: SiteRule) -> Int? {
        rule.nodes("body", in: tree).first { node in
            let range = tree.subtree(of: node)
            return measure.weight(range) >= 60 || range.contains { tree.isElement($0, .img) }
        }
    }

    /// Whether the candidate has the prose of an article: a few sentences that are not links.
    private func isArticle(_ candidate: ArticleFinder.Candidate, _ blocks: [PageBlocks.Block])
        -> Bool
    {
        let range = tree.subtree(of: candidate.node)
        let inside = blocks.filter { block in
            guard range.contains(block.nodes.lowerBound) else { return false }
            // A page with nothing but a consent dialog is not an article.
            guard measure.weight(range) < 600 else { return true }
            let words = tree.words(of: block.nodes, isLeftOut: isLeftOut)
            let rule = PruningRules.rule(for: words, linkShare: 0)
            return rule != "cookies" && rule != "script" && rule != "subscription"
        }
        let prose = inside.reduce(0.0) { $0 + max(0, $1.proseScore) }
        let plain = inside.reduce(0) { $0 + $1.weight - $1.linkWeight }
        let linked = inside.reduce(0) { $0 + $1.linkWeight }
        return prose >= 40 && plain >= 60 && linked < plain * 2
    }

    /// What is left out inside the chosen element, in the order of the page, and what is outside of
    /// it.
    func dropped(article: Int) -> [IncomingArticle.Dropped] {
        var dropped: [IncomingArticle.Dropped] = []
        let range = tree.subtree(of: article)
        for (node, rule) in rules.sorted(by: { $0.key < $1.key }) where range.contains(node) {
            let words =
                tree.nodes[node].kind == .text
                ? String(decoding: tree.text(node), as: UTF8.self).trimmed : tree.words(of: node)
            if !words.isEmpty { dropped.append(IncomingArticle.Dropped(rule: rule, words: words)) }
        }
        // Outside: one entry for each sibling of the element and of its ancestors.
        var inner = article
        while let outer = tree.parent(of: inner) {
            for child in tree.children(of: outer) where child != inner {
                let node = tree.nodes[child]
                if node.kind == .comment || node.kind == .element && node.tag.holdsNoText {
                    continue
                }
                let words =
                    node.kind == .text
                    ? String(decoding: tree.text(child), as: UTF8.self).trimmed
                    : tree.words(of: child)
                guard !words.isEmpty, !footnotes.holdsOnlyNotes(child, tree) else { continue }
                let scalars = words.unicodeScalars
                let start = scalars.count > 300 ? Scalars.string(scalars.prefix(299)) + "…" : words
                dropped.append(
                    IncomingArticle.Dropped(rule: rules[child] ?? "outside", words: start))
            }
            inner = outer
        }
        return dropped
    }

    private func onlyArticle() -> ArticleFinder.Candidate? {
        var articles: [Int] = []
        for node in tree.nodes.indices where tree.isElement(node, .article) {
            // One inside of another is part of it.
            if let last = articles.last, tree.subtree(of: last).contains(node) { continue }
            articles.append(node)
        }
        guard articles.count == 1 else { return articles.isEmpty ? onlyMain() : nil }
        return ArticleFinder.Candidate(
            node: articles[0], way: "only article", weight: 1, isSure: true)
    }

    /// The `main` element of a page of a few sentences.
    private func onlyMain() -> ArticleFinder.Candidate? {
        let all = tree.nodes.indices.filter { tree.isElement($0, .main) && !isLeftOut[$0] }
        guard all.count == 1, let main = all.first, !PageProblem.asksPassword(tree) else {
            return nil
        }
        let range = tree.subtree(of: main)
        guard measure.weight(range) >= 40, measure.stops(range) >= 1,
            measure.linkDensity(range) < 0.3
        else { return nil }
        return ArticleFinder.Candidate(node: main, way: "only main", weight: 1, isSure: true)
    }

    /// The body of a page that has no running text but explains itself in tables or lists of
    /// definitions below a heading: a reference card.
    private func onlyTables() -> Int? {
        guard let body = tree.nodes.indices.first(where: { tree.isElement($0, .body) }),
            !PageProblem.asksPassword(tree)
        else { return nil }
        let range = tree.subtree(of: body)
        let all = measure.weight(range)
        guard all >= 150, measure.linkDensity(range) < 0.2,
            range.contains(where: { tree.isElement($0, .h1) && !isLeftOut[$0] }),
            !range.contains(where: { tree.isElement($0, .textarea) })
        else { return nil }
        var inCells = 0
        var index = range.lowerBound
        while index < range.upperBound {
            let node = tree.nodes[index]
            if node.kind == .element, isLeftOut[index] {
                index = Int(node.end)
                continue
            }
            switch tree.tag(index) {
            case .dd, .td:
                // A cell around other cells only lays them out.
                if !tree.subtree(of: index).contains(where: { tree.isElement($0, .table) }) {
                    inCells += measure.plainWeight(tree.subtree(of: index))
                    index = Int(node.end)
                    continue
                }
            default: break
            }
            index += 1
        }
        return inCells * 2 >= all ? body : nil
    }

    /// The elements with the most words, side by side: what a person may mean where no prose is.
    private func largest() -> [ArticleFinder.Candidate] {
        guard var node = tree.nodes.indices.first(where: { tree.isElement($0, .body) }) else {
            return []
        }
        func weight(_ node: Int) -> Int { measure.weight(tree.subtree(of: node)) }
        func candidate(_ node: Int) -> ArticleFinder.Candidate {
            ArticleFinder.Candidate(node: node, way: "most words", weight: 0)
        }
        while true {
            let parts = tree.children(of: node).filter {
                tree.nodes[$0].kind == .element && weight($0) > 0
            }
            guard let most = parts.max(by: { weight($0) < weight($1) }) else { return [] }
            if weight(most) * 10 >= weight(node) * 7, tree.nodes[most].tag.isBlock {
                node = most
                continue
            }
            // Rows of a list: the list is what is meant.
            if weight(most) * 10 < weight(node) * 3 { return [candidate(node)] }
            return parts.sorted { (weight($0), $1) > (weight($1), $0) }.prefix(3).map(candidate)
        }
    }

    private func fallback() -> ArticleFinder.Candidate? {
        for tag in [HTMLTag.article, .main, .body] {
            if let node = tree.nodes.firstIndex(where: { $0.kind == .element && $0.tag == tag }) {
                return ArticleFinder.Candidate(node: node, way: tag.rawValue, weight: 1)
            }
        }
        return nil
    }

    private mutating func markHidden(_ rule: SiteRule?) {
        let body = rule.flatMap { $0.node("body", in: tree) }
        for (index, node) in tree.nodes.enumerated() where node.kind == .element {
            if BoilerplateRules.isHidden(index, in: tree),
                !(body.map { tree.subtree(of: index).contains($0) } ?? false)
            {
                isLeftOut[index] = true
            }
        }
        showArticle()
        for index in isLeftOut.indices where isLeftOut[index] { rules[index] = "hidden" }
    }

    /// Hidden text is never the article, unless a script was to show the whole page: nothing else
    /// has words, and what is
    /// hidden has the page's heading or names itself the article.
    private mutating func showArticle() {
        let whole = 0..<tree.nodes.count
        let all = measure.weight(whole)
        let shown = PageMeasure(tree, isHidden: isLeftOut)
        guard shown.weight(whole) * 4 < all,
            ProseSums(PageBlocks(tree, in: whole, isLeftOut: isLeftOut, measure: shown).blocks).sum(
                whole)
                < DropDecision.fewWords
        else { return }
        var index = 0
        while index < tree.nodes.count {
            guard isLeftOut[index] else {
                index += 1
                continue
            }
            let range = tree.subtree(of: index)
            if measure.weight(range) * 2 > all,
                tree.nodes[index].tag == .body || range.contains(where: isArticleSign)
            {
                for node in range { isLeftOut[node] = false }
            }
            index = range.upperBound
        }
    }

    private func isArticleSign(_ node: Int) -> Bool {
        switch tree.tag(node) {
        case .h1, .article, .main: true
        default: tree.value(node, .itemprop)?.elementsEqual("articleBody".utf8) == true
        }
    }

    private mutating func markBoilerplate(_ title: String?) {
        let decision = DropDecision(tree, isHidden: isLeftOut, measure: measure, title: title)
        for (node, rule) in decision.drops {
            isLeftOut[node] = true
            rules[node] = rule
        }
        keptProposals = decision.kept
    }
}

/// The gate for pages: every word of the chosen element that no rule took out is in the article.
enum PageLossCheck {
    /// The first blocks whose letters are not in the article's words, in the order of the page.
    static func lost(
        _ node: Int, of tree: HTMLTree, isLeftOut: [Bool], measure: PageMeasure,
        skipping skipped: (Int) -> Bool, text: [UInt8], most: Int
    ) -> [String] {
        let letters = Letters.of(text)
        var from = 0
        var lost: [String] = []
        var mask = isLeftOut
        for index in tree.subtree(of: node) where skipped(index) { mask[index] = true }
        for block in PageBlocks(tree, in: tree.subtree(of: node), isLeftOut: mask, measure: measure)
            .blocks
        {
            let words = tree.words(of: block.nodes, isLeftOut: mask)
            let wanted = Letters.of(words)
            guard wanted.count > 3 else { continue }
            if let end = ByteSearch.end(of: wanted, in: letters, from: from) {
                from = end
            } else if !ByteSearch.contains(wanted, in: letters) {
                lost.append(words)
                if lost.count == most { break }
            }
        }
        return lost
    }
}
