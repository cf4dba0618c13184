import Text

/// Builds the search index: one unit after the other in, files out.
///
/// 1. Units of one page are one document; its title and names are a unit of their own, its first.
/// 2. `Inverter` folds a unit's text and collects its terms, packed in runs.
/// 3. `finish` merges the runs, cuts them into shards, and writes documents, facets and the
///    manifest.
///
/// The form of the files is described in `docs/search.md`. The same units give the same bytes.
public struct SearchIndexBuilder {
    /// Changes when a client of the old form would read the new one wrongly.
    public static let format = 3

    /// Bytes of a shard of usual size; `nil`: by the size of the index.
    var shardSize: Int?

    private var inverter = Inverter()
    private var documents = DocumentTable()
    private var facets = FacetTable()
    private var disk: DiskTexts
    private let labels: [String: [String: String]]
    private var open: SearchDocument?
    private var places = UnitPlaces()
    /// The last run of letters of the unit before, and where that unit ended: a text cut between
    /// two units
    /// loses no pair of characters.
    private var tail: [UInt8] = []
    private var tailEnd = -1

    /// - Parameters:
    ///   - labels: the words for facet values, by facet and value; a value without one is shown
    ///   itself.
    ///   - textsOnDisk: bytes of text up to which the index also carries the articles' texts for
    ///   pages that
    ///     are opened from disk, where `text.txt` cannot be read.
    public init(labels: [String: [String: String]] = [:], textsOnDisk: Int = 16_000_000) {
        self.labels = labels
        disk = DiskTexts(limit: textsOnDisk)
    }

    /// Adds a unit.
    ///
    /// The units of one page follow one another; newest pages come first, as results of equal worth
    /// are shown in this order.
    public mutating func add(_ unit: SearchUnit) {
        if unit.path != open?.path {
            close()
            openDocument(unit)
        }
        let continues = unit.textPath != nil && unit.textRange.lowerBound == tailEnd
        let text = continues ? tail + unit.text : unit.text
        inverter.add(Self.folded(text), unit: places.units)
        places.addPassage()
        tail = Self.tail(of: text)
        tailEnd = unit.textRange.upperBound
        open?.add(unit)
        disk.add(unit, document: documents.count)
    }

    /// The files of the index, below `search/`, sorted by path.
    public mutating func finish() -> [OutputFile] {
        close()
        documents.finish()
        facets.write(labels: labels, documents: documents.count)
        let runs = inverter.finish()
        let target = shardSize ?? shardSize(runs)
        var shards = ShardCutter(target: target)
        var characters = ShardCutter(target: 2 * target)
        var merge = PostingMerge(runs, places)
        merge.write(words: inverter.words, to: &shards, characters: &characters)
        characters.cut()
        shards.cut()
        let manifest = IndexManifest(
            documents: documents, places: places,
            kinds: SearchUnit.Kind.allCases.map { labels["kind"]?[$0.name] ?? $0.name },
            shards: characters.shards + shards.shards, facets: facets,
            common: merge.common, fold: FoldPart.write(where: merge.occurs))
        let files = characters.files + shards.files + documents.files + facets.files
        let directories = manifest.directories()
        var output = Dictionary((files + directories).map { ($0.name, $0.output) }) { first, _ in
            first
        }
        .map(\.value)
        output.append(OutputFile(path: "search/manifest.json", bytes: manifest.json(directories)))
        output += disk.finish(files + directories) { manifest.json(directories, $0) }
        return output.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Small shards make a query cheap, many files make a site unwieldy: an index of tens of
    /// thousands
    /// of pages has up to 2,900 files, with those for reading from disk.
    private func shardSize(_ runs: [PostingRun]) -> Int {
        let size = runs.reduce(0) { $0 + $1.bytes.count } * 3 / 4
        let others = documents.files.count + size / DiskTexts.scriptSize
        return min(24_000, max(8_000, size / max(1000, 2_900 - others)))
    }

    /// Folded text, block by block.
    static func folded(_ text: [UInt8]) -> [UInt8] {
        FoldedText(text, blocks: TextBlocks.ranges(text)).bytes
    }

    private mutating func openDocument(_ unit: SearchUnit) {
        open = SearchDocument(unit)
        tailEnd = -1
        var title: [UInt8] = []
        for name in [unit.title] + unit.names {
            let folded = FoldedText.key(name)
            guard !folded.isEmpty else { continue }
            if !title.isEmpty { title.append(0x0A) }
            title += folded
            if unit.kind != .article, folded.count <= 96 {
                inverter.add(name: folded, unit: places.units)
            }
        }
        inverter.add(title, unit: places.units)
        places.addTitle()
    }

    private mutating func close() {
        guard let document = open else { return }
        for facet in document.facets { facets.add(documents.count, facet.facet, facet.value) }
        documents.add(document)
        open = nil
    }

    /// Letters at the end of a text that may go on in the next one, with what folding drops
    /// between them; at
    /// most 160 bytes, which is more than a query compares within one unit.
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
