import Text

/// Searches the text of one document: whether terms occur in it, and which sentences show them
/// best.
struct PassageFinder {
    /// Passages of one result, and bytes of one passage before it is cut around its first hit.
    static let mostPassages = 2
    static let longest = 360
    static let lead = 90

    private let row: DocumentRow
    private let text: [UInt8]
    private let folded: FoldedText
    private let names: [[UInt8]]
    /// Where sentences begin, ascending.
    private let sentences: [Int]
    /// Where the title ends that an article's text begins with: the result shows it anyway.
    private let titleEnd: Int

    init(_ row: DocumentRow, _ reader: IndexReader) throws(SearchIndexError) {
        self.row = row
        if let path = row.textPath {
            text = try reader.text(path)
        } else {
            text = row.inlineText
        }
        guard let sentences = SentenceTable.read(row.sentences, of: text) else {
            throw .damaged(row.path)
        }
        self.sentences = sentences
        folded = FoldedText(text, blocks: TextBlocks.ranges(text))
        names = ([row.title] + row.names).map { FoldedText.key($0) }
        let title = row.title.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
        let isFirst =
            row.textPath != nil && text.starts(with: title)
            && text[title.count...].prefix(2).allSatisfy { $0 == 0x0A }
        titleEnd = isFirst ? title.count : 0
    }

    /// Whether the title, a name or the text holds the term.
    func holds(_ term: SearchQuery.Term) -> Bool {
        names.contains { !TermFinder.ranges(of: term, in: $0, most: 1).isEmpty }
            || !TermFinder.ranges(of: term, in: folded.bytes, most: 1).isEmpty
    }

    /// The sentences with most different terms, then most hits, then the first ones; in the text's
    /// order.
    func passages(_ terms: [SearchQuery.Term]) -> [SearchAnswer.Passage] {
        var sentences: [Int: Sentence] = [:]
        for (number, term) in terms.enumerated() {
            for range in TermFinder.ranges(of: term, in: folded.bytes) {
                let hit = folded.original(range)
                if hit.lowerBound < titleEnd { continue }
                let index = self.sentences.partitioningIndex { $0 > hit.lowerBound } - 1
                let start = index < 0 ? blockStart(hit.lowerBound) : self.sentences[index]
                sentences[start, default: Sentence(start: start, index: index)].add(hit, number)
            }
        }
        let best = sentences.values.sorted().prefix(Self.mostPassages)
        let ids = best.isEmpty ? [] : sentenceIDs
        return best.sorted { $0.start < $1.start }.map { passage($0, ids) }
    }

    /// By sentence: its id in the page, as `ArticleText.sentenceIDs`.
    private var sentenceIDs: [PlaceID] {
        PlaceID.numbered(
            sentences.indices.map { index in
                let next = index + 1 < sentences.count ? sentences[index + 1] : text.count
                return WordHash.of(text, sentences[index]..<next)
            })
    }

    private struct Sentence: Comparable {
        var start: Int
        /// Index in the row's sentences; −1 when it has none.
        var index: Int
        var terms: Set<Int> = []
        var hits: [Range<Int>] = []

        mutating func add(_ hit: Range<Int>, _ term: Int) {
            terms.insert(term)
            hits.append(hit)
        }

        static func < (a: Sentence, b: Sentence) -> Bool {
            (b.terms.count, b.hits.count, a.start) < (a.terms.count, a.hits.count, b.start)
        }
    }

    private func blockStart(_ offset: Int) -> Int {
        TextBlocks.ranges(text).last { $0.lowerBound <= offset }?.lowerBound ?? 0
    }

    private func passage(_ sentence: Sentence, _ ids: [PlaceID]) -> SearchAnswer.Passage {
        let hits = sentence.hits.sorted { $0.lowerBound < $1.lowerBound }
        let end = max(end(of: sentence), hits.first?.upperBound ?? 0)
        var start = sentence.start
        var stop = end
        if let first = hits.first, end - start > Self.longest {
            start = max(start, scalarStart(first.lowerBound - Self.lead))
            stop = max(first.upperBound, min(end, scalarStart(start + Self.longest)))
        }
        var words = Array((start > sentence.start ? "…" : "").utf8)
        let shift = words.count - start
        words += text[start..<stop].map { $0 == 0x0A ? 0x20 : $0 }
        if stop < end { words += Array("…".utf8) }
        var marked: [Range<Int>] = []
        for hit in hits where hit.lowerBound >= start && hit.upperBound <= stop {
            let range = hit.lowerBound + shift..<hit.upperBound + shift
            if let last = marked.last, range.lowerBound <= last.upperBound {
                marked[marked.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                marked.append(range)
            }
        }
        return SearchAnswer.Passage(
            anchor: sentence.index < 0 ? nil : "s\(ids[sentence.index])",
            text: String(decoding: words, as: UTF8.self), hits: marked)
    }

    /// Where the next sentence begins or the block ends, without the white space before it.
    private func end(of sentence: Sentence) -> Int {
        var end = text.count
        if sentence.index + 1 < sentences.count {
            end = sentences[sentence.index + 1]
        }
        var at = sentence.start
        while at + 1 < end, !(text[at] == 0x0A && text[at + 1] == 0x0A) { at += 1 }
        if at + 1 < end { end = at }
        while end > sentence.start, text[end - 1] == 0x0A || text[end - 1] == 0x20 { end -= 1 }
        return end
    }

    private func scalarStart(_ offset: Int) -> Int {
        var offset = max(0, min(offset, text.count))
        while offset > 0, offset < text.count, text[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }
}

/// Finds a term in folded text: what the index only promises is looked up here.
enum TermFinder {
    /// Ranges of `text` that match, ascending, not overlapping.
    ///
    /// A term that begins with a letter or digit begins at a word's start; a phrase that ends with
    /// one ends at a word's end.
    static func ranges(of term: SearchQuery.Term, in text: [UInt8], most: Int = .max) -> [Range<
        Int
    >] {
        let needle = term.text
        guard let first = needle.first, needle.count <= text.count else { return [] }
        let classes = CharacterClasses.shared
        let beginsWord = classes.isWord(UTF8Scalars.decode(needle, at: 0).scalar)
        let endsWord = term.isPhrase && isWord(before: needle.count, in: needle)
        var ranges: [Range<Int>] = []
        var at = 0
        while at + needle.count <= text.count, ranges.count < most {
            guard text[at] == first, matches(needle, text, at) else {
                at += 1
                continue
            }
            let end = at + needle.count
            if beginsWord && isWord(before: at, in: text)
                || endsWord && end < text.count
                    && classes.isWord(UTF8Scalars.decode(text, at: end).scalar)
            {
                at += 1
                continue
            }
            ranges.append(at..<end)
            at = end
        }
        return ranges
    }

    private static func matches(_ needle: [UInt8], _ text: [UInt8], _ at: Int) -> Bool {
        for offset in 1..<max(1, needle.count) where text[at + offset] != needle[offset] {
            return false
        }
        return true
    }

    private static func isWord(before offset: Int, in text: [UInt8]) -> Bool {
        guard let (scalar, _) = UTF8Scalars.decode(text, before: offset) else { return false }
        return CharacterClasses.shared.isWord(scalar)
    }
}
