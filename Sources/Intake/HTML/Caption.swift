/// The words below a picture.
///
/// They go with the picture, as its title, and are no paragraph of the text.
enum Caption {
    /// The caption of an image: of the smallest figure around it, if that holds no other image.
    static func words(for image: Int, in tree: HTMLTree, isLeftOut: [Bool]) -> String? {
        var node = image
        for _ in 0..<6 {
            if let words = next(to: node, in: tree) { return words }
            guard let parent = tree.parent(of: node) else { return nil }
            node = parent
            let range = tree.subtree(of: node)
            guard range.count < 200 else { return nil }
            let captions = range.filter { isCaption($0, in: tree) }
            guard let caption = captions.first else { continue }
            guard range.count(where: { tree.isElement($0, .img) && !isLeftOut[$0] }) <= 2 else {
                return nil
            }
            let words = tree.words(of: caption)
            return words.isEmpty || words.utf8.count > 1000 ? nil : words
        }
        return nil
    }

    /// The caption right behind an element that holds the picture and no words.
    private static func next(to node: Int, in tree: HTMLTree) -> String? {
        var next = Int(tree.nodes[node].end)
        while next < tree.nodes.count, tree.nodes[next].kind != .element,
            tree.nodes[next].parent == tree.nodes[node].parent
        {
            if tree.nodes[next].kind == .text, tree.text(next).contains(where: { $0 > 0x20 }) {
                return nil
            }
            next += 1
        }
        guard next < tree.nodes.count, tree.nodes[next].parent == tree.nodes[node].parent,
            isCaption(next, in: tree), tree.words(of: node).isEmpty
        else { return nil }
        let words = tree.words(of: next)
        return words.isEmpty || words.utf8.count > 1000 ? nil : words
    }

    static func isCaption(_ node: Int, in tree: HTMLTree) -> Bool {
        guard tree.nodes[node].kind == .element else { return false }
        if tree.nodes[node].tag == .figcaption { return true }
        guard let name = tree.value(node, .class) else { return false }
        return NameWords.contains(name) { names.contains($0) }
    }

    /// A `figcaption` of something that is no picture (code, a table, a quotation) is text.
    static func isText(_ node: Int, in tree: HTMLTree) -> Bool {
        guard let figure = tree.parent(of: node) else { return true }
        return tree.subtree(of: figure).contains {
            tree.isElement($0, .pre) || tree.isElement($0, .table)
                || tree.isElement($0, .blockquote)
        }
    }

    static let names: Set<ArraySlice<UInt8>> = Set(
        "caption captions imagecaption wpcaptiontext figcaption cutline imgdesc imgdescr imgcaption imagedesc imagedescr picdesc"
            .split(separator: " ").map {
                Array($0.utf8)[...]
            })
}
