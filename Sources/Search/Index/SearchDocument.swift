import Text

/// The folded text of one page as it is indexed: its title and names, and its passages.
struct FoldedDocument {
    /// Title and names, one a line.
    let title: [UInt8]
    /// The names of the page that become keys as a whole: those of everything but articles.
    private(set) var names: [[UInt8]] = []
    /// Of every passage its words, with the letters before it that may go on in it.
    private(set) var passages: [[UInt8]] = []

    /// - Parameter units: of one page.
    init(_ units: [SearchUnit]) {
        var title: [UInt8] = []
        if let unit = units.first {
            for name in [unit.title] + unit.names {
                let folded = FoldedText.key(name)
                guard !folded.isEmpty else { continue }
                if !title.isEmpty { title.append(0x0A) }
                title += folded
                if unit.kind != .article, folded.count <= 96 { names.append(folded) }
            }
        }
        self.title = title
        var tail: [UInt8] = []
        var tailEnd = -1
        for unit in units {
            // A text cut between two units loses no pair of characters.
            let continues = unit.textPath != nil && unit.textRange.lowerBound == tailEnd
            let text = continues ? tail + unit.text : unit.text
            passages.append(Self.folded(text))
            tail = Self.tail(of: text)
            tailEnd = unit.textRange.upperBound
        }
    }

    /// Folded text, block by block.
    static func folded(_ text: [UInt8]) -> [UInt8] {
        FoldedText(text, blocks: TextBlocks.ranges(text)).bytes
    }

    /// Letters at the end of a text that may continue in the next one, with what folding drops
    /// between them; at most 160 bytes, which is more than a query compares within one unit.
    private static func tail(of text: [UInt8]) -> [UInt8] {
        var start = text.count
        var next = ScalarClass.han
        var hasGap = false
        var at = start
        while at > 0, text.count - at < 160,
            let (scalar, length) = UTF8Scalars.decode(text, before: at)
        {
            let kind = ScalarClass(scalar)
            at -= length
            if kind == .space || kind == .zeroWidth {
                hasGap = true
                continue
            }
            // A space between two words divides them.
            guard kind != .other, !(hasGap && kind == .word && next == .word) else { break }
            start = at
            next = kind
            hasGap = false
        }
        // A word that the limit cut would be found by its middle.
        if text.count - at >= 160 {
            while start < text.count {
                let (scalar, length) = UTF8Scalars.decode(text, at: start)
                guard ScalarClass(scalar) == .word else { break }
                start += length
            }
        }
        return Array(text[start...])
    }
}

/// The units of one page combined: one result.
struct SearchDocument {
    var kind: SearchUnit.Kind
    var path: String
    var title: String
    var names: [String]
    var date: String
    var textPath: String?
    /// What the file at `textPath` holds, or what no file of the site holds.
    var text: [UInt8] = []
    var sentences: [Int] = []
    var facets: [(facet: String, value: String)]

    init(_ unit: SearchUnit) {
        kind = unit.kind
        path = unit.path
        title = unit.title
        names = unit.names
        date = unit.date
        textPath = unit.textPath
        facets = [("kind", unit.kind.name)] + unit.facets
    }

    mutating func add(_ unit: SearchUnit) {
        sentences += unit.sentences
        if textPath == nil {
            if !text.isEmpty { text += [0x0A, 0x0A] }
        } else if unit.textRange.lowerBound > text.count {
            let gap = unit.textRange.lowerBound - text.count
            text += [UInt8](repeating: 0x0A, count: gap)
        }
        text += unit.text
        for facet in unit.facets where !facets.contains(where: { $0 == facet }) {
            facets.append(facet)
        }
    }
}
