import Archive
import Text

/// The date that a page shows for its article, as readers look for it: near the title.
struct VisibleDate {
    /// In a byline or after a label.
    private(set) var shown: (date: PartialDate, from: String)?
    /// Anywhere else.
    private(set) var guess: (date: PartialDate, from: String)?

    private enum Place: Int {
        case labelled, byline, time
    }

    init(_ tree: HTMLTree, article: Int, page: SavedPage, title: String?) {
        let nothing = [Bool](repeating: false, count: tree.nodes.count)
        let end = Int(tree.nodes[article].end)
        let start = max(0, article - 400)
        let range = start..<min(tree.nodes.count, end + 300)
        let blocks = PageBlocks(tree, in: range, isLeftOut: nothing, measure: page.measure).blocks
        let heading = Self.heading(tree, blocks, title, before: end)
        var best: (place: Place, date: PartialDate, from: String)?
        for block in blocks {
            let at = block.nodes.lowerBound
            let time = Self.time(block, tree)
            // Long blocks can only give a guess, and one is enough.
            guard time != nil || Self.hasDigit(block, tree), block.weight < 160 || guess == nil
            else { continue }
            let words = tree.words(of: block.nodes, isLeftOut: nothing, isDivided: true)
            guard let date = time ?? PageMetadata.date(in: words) else { continue }
            if page.isAside(at) || PageMetadata.mentionsOtherDay(words) {
                guess =
                    guess ?? (
                        date, page.isAside(at) ? "outside the article" : "words beside the article"
                    )
                continue
            }
            let isShort = block.weight < 160
            let isBelow = at >= end
            let isKept = at >= article && at < end && !page.isDropped(at)
            if isShort, let labelled = PageMetadata.labelledDate(in: words) {
                if best.map({ $0.place.rawValue > Place.labelled.rawValue }) ?? true {
                    best = (.labelled, labelled.date, "words after `\(labelled.label)`")
                }
            } else if isShort, !isBelow, heading.map({ at > $0 }) ?? (article - at < 200),
                !isKept || Self.isByline(words, block) || time != nil && block.weight < 80
            {
                let place: Place = time != nil ? .time : .byline
                let isLine = Self.isByline(words, block) || time != nil
                guard isLine else {
                    guess = guess ?? (date, "words near the title")
                    continue
                }
                if best == nil {
                    best = (place, date, time != nil ? "time element" : "words near the title")
                } else if best?.place != .labelled,
                    Byline(VisibleLine(words))?.opensWithLabel == true
                {
                    best = (.labelled, date, "line `\(words)`")
                }
            } else {
                guess = guess ?? (date, isKept ? "running text" : "words beside the article")
            }
        }
        if let best { shown = (best.date, best.from) }
    }

    private static func hasDigit(_ block: PageBlocks.Block, _ tree: HTMLTree) -> Bool {
        block.nodes.contains { node in
            tree.nodes[node].kind == .text
                && tree.text(node).contains { (0x30...0x39).contains($0) }
        }
    }

    /// The block of the title that is last before the text.
    private static func heading(
        _ tree: HTMLTree, _ blocks: [PageBlocks.Block], _ title: String?, before end: Int
    ) -> Int? {
        guard let title else { return nil }
        let nothing = [Bool](repeating: false, count: tree.nodes.count)
        return blocks.first { block in
            block.nodes.lowerBound < end && block.weight < 600
                && TitleLikeness.isSame(tree.words(of: block.nodes, isLeftOut: nothing), title)
        }?.nodes.lowerBound
    }

    /// The moment of a `time` element in a block that is little else.
    private static func time(_ block: PageBlocks.Block, _ tree: HTMLTree) -> PartialDate? {
        guard block.weight < 160 else { return nil }
        var node = block.nodes.lowerBound
        while node < block.nodes.upperBound {
            var parent = tree.parent(of: node)
            for _ in 0..<3 {
                guard let here = parent else { break }
                if tree.isElement(here, .time) {
                    return PageMetadata.date(in: tree.string(here, .datetime) ?? "")
                        ?? PageMetadata.date(in: tree.words(of: here))
                }
                parent = tree.parent(of: here)
            }
            node += 1
        }
        return nil
    }

    /// A line of names and dates: no sentence.
    private static func isByline(_ words: String, _ block: PageBlocks.Block) -> Bool {
        if Byline(VisibleLine(words)) != nil { return true }
        guard !LineShape(words).endsSentence else { return false }
        return block.weight < 60 || PruningRules.isByline(words, weight: block.weight, authors: [])
    }
}
