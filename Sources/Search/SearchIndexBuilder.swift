import Text

/// Builds the search index: one unit after the other in, files out.
///
/// 1. Units of one page are one document; its title and names are a unit of their own, its first.
/// 2. `FoldedDocument` folds its texts, `PostingAccumulator` collects the occurrences of their
///    terms by first character.
/// 3. `finish` sorts one group of terms after another (`PostingMerger`) and cuts them into shards
///    (`ShardWriter`), and `IndexFinalizer` writes the manifest and the scripts.
///
/// The form of the files is described in `docs/search.md`. The same units give the same bytes.
public struct SearchIndexBuilder {
    /// Changes when a client of the old form would read the new one wrongly.
    public static let format = 4

    /// Bytes of a shard of usual size; `nil`: by the size of the index.
    var shardSize: Int?

    private var accumulator: PostingAccumulator
    private var documents = DocumentTable()
    private var facets: FacetTable
    /// Whether the units' facets are used.
    private let countsFacets: Bool
    private let textsOnDisk: Int
    /// Texts by document, as long as they are small enough to be carried by scripts.
    private var texts: [Int: TextScripts.TextFile] = [:]
    private var textSize = 0
    private let kinds: [SearchUnit.Kind]
    private let labels: [String: [String: String]]
    /// Units of the page that is being added.
    private var page: [SearchUnit] = []
    private var unitTable = UnitTable()
    private var record = IndexState()

    /// - Parameters:
    ///   - kinds: of pages, by number.
    ///   - labels: the words for facet values, by facet and value; a value without one is shown
    ///   itself.
    ///   - textsOnDisk: bytes of text up to which the index also carries the articles' texts for
    ///   pages that
    ///     are opened from disk, where `text.txt` cannot be read.
    ///   - facets: of all documents, with their kinds; `nil`: those of the units.
    ///   - spill: receives what exceeds the memory limit; `nil`: everything stays in memory.
    public init(
        kinds: [SearchUnit.Kind] = SearchUnit.Kind.usual,
        labels: [String: [String: String]] = [:], facets: FacetTable? = nil,
        textsOnDisk: Int = Self.textsOnDisk, spill: (any SpillFile)? = nil
    ) {
        accumulator = PostingAccumulator(spill: spill)
        self.kinds = kinds
        self.labels = labels
        self.facets = facets ?? FacetTable()
        countsFacets = facets == nil
        self.textsOnDisk = textsOnDisk
    }

    public static let textsOnDisk = 16_000_000

    /// Adds a unit.
    ///
    /// The units of one page follow one another; newest pages come first, as results of equal worth
    /// are shown in this order.
    public mutating func add(_ unit: SearchUnit) throws {
        if unit.path != page.first?.path { try closePage() }
        page.append(unit)
    }

    /// The files of the index, below `search/`, sorted by path.
    public mutating func finish() throws -> [OutputFile] {
        var files: [OutputFile] = []
        _ = try finish { files.append($0) }
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Writes the files of the index, which are all below `search/`.
    ///
    /// - Parameter write: called with every file as it is finished.
    /// - Returns: what `SearchIndexUpdate` needs to make the next index.
    public mutating func finish(_ write: @escaping (OutputFile) throws -> Void) throws
        -> IndexState
    {
        try closePage()
        let output = IndexOutput(write: write)
        try documents.finish(output)
        facets.write(labels: labels, documents: documents.count)
        record.blocks = documents.blocks
        let target =
            try shardSize
            ?? IndexSize.shard(of: accumulator.occurrences, blocks: record.blocks.count)
        var shards = ShardWriter(target: target, write: output.add)
        var characters = ShardWriter(target: 2 * target, write: output.add)
        var feed = PostingMerger(accumulator.occurrences, unitTable)
        try feed.write(words: accumulator.words, to: &shards, characters: &characters)
        try characters.cut()
        try shards.cut()
        record.postings = feed.postings
        record.characters = characters.shards
        record.shards = shards.shards
        record.common = feed.common
        record.scalars = feed.scalars
        var completion = IndexFinalizer(
            record: record, kinds: kinds, labels: labels, facets: facets, textsOnDisk: textsOnDisk)
        let texts = texts
        _ = try completion.write(output) { texts[$0] }
        return completion.record
    }

    private mutating func closePage() throws {
        guard let first = page.first else { return }
        let words = FoldedDocument(page)
        for name in words.names { try accumulator.add(name: name, unit: unitTable.units) }
        try accumulator.add(words.title, unit: unitTable.units)
        unitTable.addTitle()
        for passage in words.passages {
            try accumulator.add(passage, unit: unitTable.units)
            unitTable.addPassage()
        }
        var document = SearchDocument(first)
        record.firstPassages.append(UInt32(record.spans.count))
        for unit in page {
            document.add(unit)
            record.add(unit)
        }
        addText(document)
        for (facet, value) in document.facets where countsFacets {
            facets.add(facets.number(of: value, in: facet), to: documents.count)
        }
        documents.add(document)
        page = []
    }

    private mutating func addText(_ document: SearchDocument) {
        guard let path = document.textPath else { return record.textSizes.append(0) }
        record.textSizes.append(UInt32(document.text.count))
        textSize += document.text.count
        if textSize > textsOnDisk {
            texts = [:]
        } else {
            texts[documents.count] = (path, document.text)
        }
    }
}

extension IndexState {
    /// Counts a passage.
    mutating func add(_ unit: SearchUnit) {
        spans.append(
            Span(start: UInt32(unit.textRange.lowerBound), length: UInt32(unit.text.count)))
    }
}
