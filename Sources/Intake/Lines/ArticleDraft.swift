import Archive

/// An article while its lines are read: what was found out, what was taken away, what is left.
struct ArticleDraft {
    /// A publisher that something in the source points to.
    struct OutletClue {
        /// What points to it, the surest first.
        enum Kind: Int {
            case frontMatter, firstPublished, label, closingBracket, titleSuffix, bylineName,
                account, platform
        }
        var kind: Kind
        var name: String
        var from: String
    }

    var lines: [NumberedLine]
    /// For each line: it is inside a code block.
    var fenced: [Bool]
    /// For each line: it is still part of the article.
    var isKept: [Bool]
    var title: String?
    var authors: [String] = []
    var translators: [String] = []
    var outletClues: [OutletClue] = []
    var date: PartialDate?
    var url: String?
    var tags: [String] = []
    /// What was taken out, each with its line of the source (0 for front matter).
    private(set) var droppedLines: [(line: Int, words: IncomingArticle.Dropped)] = []
    var evidence: [IncomingArticle.Evidence] = []

    init(_ lines: [NumberedLine]) {
        self.lines = lines
        fenced = CodeFences.mask(lines.map(\.text))
        isKept = lines.map { _ in true }
    }

    /// Removes a line from the article.
    mutating func drop(_ i: Int, rule: String) {
        guard isKept[i] else { return }
        isKept[i] = false
        let line = VisibleLine(lines[i].text)
        // Rules and underlines contain no words.
        if line.images > 0 || LineShape(line.text).letters > 0 {
            drop(lines[i].text.trimmed, of: lines[i].number, rule: rule)
        }
    }

    /// Notes words of line `number` that are taken out while the rest of the line stays.
    mutating func drop(_ words: String, of number: Int, rule: String) {
        droppedLines.append((number, IncomingArticle.Dropped(rule: rule, words: words)))
    }

    /// In the order of the source.
    var dropped: [IncomingArticle.Dropped] {
        droppedLines.enumerated().sorted {
            ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }
        .map(\.element.words)
    }

    /// Notes a field's origin; `line` is an index into `lines`.
    mutating func note(_ field: String, _ what: String, line: Int? = nil) {
        let from = line.map { "\(what), line \(lines[$0].number)" } ?? what
        let entry = IncomingArticle.Evidence(field: field, from: from)
        if !evidence.contains(entry) { evidence.append(entry) }
    }

    mutating func clue(_ kind: OutletClue.Kind, _ name: String, _ what: String, line: Int? = nil) {
        let from = line.map { "\(what), line \(lines[$0].number)" } ?? what
        outletClues.append(OutletClue(kind: kind, name: name, from: from))
    }

    mutating func add(authors names: [String], _ what: String, line: Int) {
        let new = names.filter { !authors.contains($0) }
        guard !new.isEmpty else { return }
        authors += new
        note("authors", what, line: line)
    }

    /// Indices of the lines that are left and not blank.
    var textIndices: [Int] {
        lines.indices.filter { isKept[$0] && !VisibleLine.isBlankLine(lines[$0].text) }
    }
}

/// A line of a source with its number there.
struct NumberedLine: Equatable {
    /// 1-based.
    var number: Int
    var text: String

    init(_ number: Int, _ text: String) {
        self.number = number
        self.text = text
    }
}
