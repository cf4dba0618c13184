import Text

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
