/// Lists of links that are a part of the text, not a way to other articles.
enum ReferenceList {
    /// Whether an article is a page of MediaWiki: all of its sections are content.
    static func isReferencePage(_ article: Int, of tree: HTMLTree) -> Bool {
        for node in tree.nodes.indices.prefix(400)
        where tree.isElement(node, .meta)
            && tree.value(node, .name)?.elementsEqual("generator".utf8) == true
        {
            if let program = tree.value(node, .content), program.starts(with: "MediaWiki".utf8) {
                return true
            }
        }
        var node: Int? = article
        while let current = node {
            if isWikiText(current, tree) { return true }
            node = tree.parent(of: current)
        }
        return tree.subtree(of: article).prefix(60).contains { isWikiText($0, tree) }
    }

    private static func isWikiText(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard tree.tag(node) == .div else { return false }
        if tree.value(node, .id)?.elementsEqual("mw-content-text".utf8) == true { return true }
        return tree.value(node, .class)?.split(separator: 0x20)
            .contains { $0.elementsEqual("mw-parser-output".utf8) } == true
    }

    /// Whether a list is inside an item of a list, is announced by a sentence, or sets a picture
    /// with its caption.
    static func isPartOfText(
        _ list: Int, in article: Int, of tree: HTMLTree, measure: PageMeasure
    ) -> Bool {
        if tree.subtree(of: list).contains(where: {
            tree.isElement($0, .figcaption) && !tree.words(of: $0).isEmpty
        }), holdsPicture(list, tree) {
            return true
        }
        switch tree.tag(list) {
        case .ul, .ol, .dl: break
        default: return false
        }
        var node = list
        while let parent = tree.parent(of: node), parent > article {
            if tree.isElement(parent, .li) { return isItemOfText(parent, list, tree, measure) }
            node = parent
        }
        guard let before = block(before: list, tree) else { return false }
        let words = tree.words(of: before)
        let weight = measure.weight(tree.subtree(of: before))
        return weight >= 30 && (words.hasSuffix(":") || words.hasSuffix("："))
            && measure.linkDensity(tree.subtree(of: before)) < 0.5
            && !PruningRules.opensTail(words)
    }

    private static func holdsPicture(_ node: Int, _ tree: HTMLTree) -> Bool {
        tree.subtree(of: node).contains { picture in
            guard tree.isElement(picture, .img), let parent = tree.parent(of: picture) else {
                return false
            }
            return !tree.isElement(parent, .a)
        }
    }

    /// Whether an item has words of its own before a list in it, and they are no link.
    private static func isItemOfText(
        _ item: Int, _ list: Int, _ tree: HTMLTree, _ measure: PageMeasure
    ) -> Bool {
        let own = item..<list
        return measure.weight(own) >= 20 && measure.linkWeight(own) * 2 < measure.weight(own)
    }

    private static func block(before node: Int, _ tree: HTMLTree) -> Int? {
        guard let parent = tree.parent(of: node) else { return nil }
        var previous: Int?
        for child in tree.children(of: parent) {
            if child == node { break }
            if tree.nodes[child].kind == .element { previous = child }
        }
        return previous
    }

    /// Whether an element is a part of a quotation.
    static func isQuoted(_ node: Int, in article: Int, of tree: HTMLTree) -> Bool {
        var node = node
        while let parent = tree.parent(of: node), parent > article {
            if tree.isElement(parent, .blockquote) { return true }
            node = parent
        }
        return false
    }
}
