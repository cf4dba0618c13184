import Archive
import Markup
import Text

/// A saved web page → an article. Start here for HTML.
///
/// 1. The bytes become UTF-8 (`PageDecoding`) and a flat tree (`HTMLTree`), behind guards (`MarkupGuard`).
/// 2. What is not shown and what the names of elements call boilerplate is marked (`BoilerplateRules`).
/// 3. Candidates for the article are proposed and one is chosen (`ArticleFinder`).
/// 4. Inside it, what is no text of the article is taken out (`BodyPruning`); what goes is noted.
/// 5. Title, authors, outlet, date and address are read, each with where it came from (`PageMetadata`).
/// 6. The rest becomes Markdown (`MarkdownConverter`).
struct SavedPage {
    let tree: HTMLTree
    /// The rule by which each node is left out, by index; only the topmost node of what is left out has one.
    private(set) var rules: [Int: String] = [:]
    private(set) var isLeftOut: [Bool]
    private(set) var candidates: [ArticleFinder.Candidate] = []

    init(_ tree: HTMLTree) {
        self.tree = tree
        isLeftOut = [Bool](repeating: false, count: tree.nodes.count)
    }

    /// The chosen element and the document it makes; `nil` when the page has no article.
    mutating func article(metadata: PageMetadata, base: PageAddress?) -> (node: Int, document: MarkdownDocument)? {
        markHidden()
        let measure = PageMeasure(tree, isHidden: isLeftOut)
        markBoilerplate(measure)
        let teasers = Teasers(tree, isLeftOut: isLeftOut, measure: measure)
        let blocks = PageBlocks(tree, in: 0..<tree.nodes.count, isLeftOut: isLeftOut, measure: measure, teasers: teasers)
        candidates = ArticleFinder(tree: tree, measure: measure, blocks: blocks.blocks).candidates()
        // A page that holds hardly any prose is what it says that it is.
        if candidates.first?.prose ?? 0 < 300, let only = onlyArticle() { candidates.insert(only, at: 0) }
        guard let best = candidates.first ?? fallback() else { return nil }
        BodyPruning.prune(best.node, of: tree, measure: measure, metadata: metadata, isLeftOut: &isLeftOut, rules: &rules)
        let footnotes = PageFootnotes(in: tree.subtree(of: best.node), of: tree, isLeftOut: isLeftOut)
        let document = MarkdownConverter.convert([best.node], of: tree, isLeftOut: isLeftOut, base: base, footnotes: footnotes)
        return (best.node, document)
    }

    /// What is left out inside the chosen element, in the order of the page, and what stands outside of it.
    func dropped(article: Int) -> [IncomingArticle.Dropped] {
        var dropped: [IncomingArticle.Dropped] = []
        let range = tree.subtree(of: article)
        for (node, rule) in rules.sorted(by: { $0.key < $1.key }) where range.contains(node) {
            let words = tree.nodes[node].kind == .text ? String(decoding: tree.text(node), as: UTF8.self).trimmed : tree.words(of: node)
            if !words.isEmpty { dropped.append(IncomingArticle.Dropped(rule: rule, words: words)) }
        }
        return dropped
    }

    private func onlyArticle() -> ArticleFinder.Candidate? {
        let articles = tree.nodes.indices.filter { tree.isElement($0, .article) }
        guard articles.count == 1 else { return nil }
        return ArticleFinder.Candidate(node: articles[0], way: "only article", weight: 1)
    }

    private func fallback() -> ArticleFinder.Candidate? {
        for tag in [HTMLTag.article, .main, .body] {
            if let node = tree.nodes.firstIndex(where: { $0.kind == .element && $0.tag == tag }) {
                return ArticleFinder.Candidate(node: node, way: tag.rawValue, weight: 1)
            }
        }
        return nil
    }

    private mutating func markHidden() {
        for (index, node) in tree.nodes.enumerated() where node.kind == .element {
            if BoilerplateRules.isHidden(index, in: tree) { isLeftOut[index] = true }
        }
        // When that would be most of the page, a script was to show it.
        let all = PageMeasure(tree, isHidden: [Bool](repeating: false, count: tree.nodes.count)).weight(0..<tree.nodes.count)
        let shown = PageMeasure(tree, isHidden: isLeftOut).weight(0..<tree.nodes.count)
        if shown * 4 < all { isLeftOut = [Bool](repeating: false, count: tree.nodes.count) }
        for index in isLeftOut.indices where isLeftOut[index] { rules[index] = "hidden" }
    }

    private mutating func markBoilerplate(_ measure: PageMeasure) {
        let whole = 0..<tree.nodes.count
        let all = measure.weight(whole) - measure.linkWeight(whole)
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if node.kind == .element, isLeftOut[index] {
                index = Int(node.end)
                continue
            }
            if node.kind == .element, node.tag != .body, node.tag != .html, let rule = BoilerplateRules.rule(for: index, in: tree) {
                let range = index..<Int(node.end)
                let plain = measure.weight(range) - measure.linkWeight(range)
                // What holds much of the page's prose is not what its name says.
                if plain * 10 < all * 4 || all < 200 && node.tag == .nav {
                    isLeftOut[index] = true
                    rules[index] = rule
                    index = Int(node.end)
                    continue
                }
            }
            index += 1
        }
    }
}
