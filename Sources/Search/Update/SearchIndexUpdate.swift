import Text

/// Updates the previous index after a few pages changed: only the files whose content changes are
/// made, and the result is byte for byte that of `SearchIndexBuilder`.
///
/// 1. The words of every changed page before and now give the keys whose postings change
///    (`PostingChanges`).
/// 2. The shards of these keys are read, changed and cut again (`ShardUpdate`).
/// 3. Document blocks get the new rows; facets, directories and the manifest are written as always.
///
/// An update is not possible, and the index has to be rebuilt, when documents or passages get other
/// numbers, when so much changes that it would not be faster, when the size of shards moves a step,
/// and when a common pair falls below a quarter of many passages: its positions in all of them
/// would have to be found.
public struct SearchIndexUpdate {
    /// What a new index consists of.
    public struct Result {
        public var record: IndexState
        /// Paths of files that do not change.
        public var kept: [String]
        public var files: [OutputFile]
    }

    /// The number of unchanged pages that are searched for positions at most.
    private static let mostPagesForPositions = 256

    /// As in `SearchIndexBuilder`.
    var shardSize: Int?

    private let previous: PreviousIndex
    private let units: (Int) -> [SearchUnit]
    private let facets: FacetTable
    private let kinds: [SearchUnit.Kind]
    private let labels: [String: [String: String]]
    private let textsOnDisk: Int

    private var old: IndexState { previous.record }

    /// - Parameters:
    ///   - kinds, labels, textsOnDisk: as in `SearchIndexBuilder`.
    ///   - facets: of all documents, with their kinds.
    ///   - units: the units of a page now, by its number.
    public init(
        _ previous: PreviousIndex, kinds: [SearchUnit.Kind] = SearchUnit.Kind.usual,
        labels: [String: [String: String]] = [:], facets: FacetTable,
        textsOnDisk: Int = SearchIndexBuilder.textsOnDisk,
        units: @escaping (Int) -> [SearchUnit]
    ) {
        self.previous = previous
        self.units = units
        self.facets = facets
        self.kinds = kinds
        self.labels = labels
        self.textsOnDisk = textsOnDisk
    }

    /// - Parameter changed: documents whose units may differ from those of the previous index,
    ///   ascending.
    /// - Returns: `nil` if the index has to be rebuilt.
    public func result(changed: [Int]) throws -> Result? {
        guard changed.count <= max(16, old.firstPassages.count / 8) else { return nil }
        var files: [OutputFile] = []
        let output = IndexOutput(over: previous) { files.append($0) }
        var record = old
        let rows = try previousRows(changed)
        var newRows: [Int: [UInt8]] = [:]
        var compared: [PostingChanges.Page] = []
        for document in changed {
            let units = self.units(document)
            let passages = old.passages(of: document)
            guard let row = rows[document], let before = try self.units(before: row, passages),
                let first = units.first, units.count == passages.count
            else { return nil }
            compared.append(
                PostingChanges.Page(
                    document: UInt32(document), firstPassage: UInt32(passages.lowerBound),
                    old: FoldedDocument(before), new: FoldedDocument(units)))
            var page = SearchDocument(first)
            for (passage, unit) in zip(passages, units) {
                page.add(unit)
                record.set(passage, unit)
            }
            record.textSizes[document] = page.textPath == nil ? 0 : UInt32(page.text.count)
            newRows[document] = DocumentTable.row(page)
        }
        let changes = try PostingChanges(compared)
        record.postings += changes.growth
        guard try updateShards(changes, &record, output),
            let blocks = try updatedBlocks(newRows, output)
        else { return nil }
        record.blocks = blocks
        var facets = facets
        facets.write(labels: labels, documents: record.firstPassages.count)
        var completion = IndexFinalizer(
            record: record, kinds: kinds, labels: labels, facets: facets, textsOnDisk: textsOnDisk)
        let names = previous.files.keys.filter {
            $0.hasSuffix(".json") && $0 != "search/manifest.json"
        }
        .map { String($0.dropFirst("search/".count).dropLast(".json".count)) }.sorted()
        let isDone = try completion.write(output, over: (old, names, Set(changed)), text: text)
        guard isDone else { return nil }
        return Result(record: completion.record, kept: output.kept, files: files)
    }

    // MARK: Pages

    /// Rows of the previous index.
    private func previousRows(_ documents: [Int]) throws -> [Int: DocumentRow] {
        let size = DocumentTable.blockSize(old.firstPassages.count)
        var rows: [Int: DocumentRow] = [:]
        var block: (number: Int, rows: [ArraySlice<UInt8>]) = (-1, [])
        for document in documents {
            let number = document / size
            if number != block.number {
                guard number < old.blocks.count,
                    let bytes = try previous.read(IndexFile.path(old.blocks[number])),
                    let rows = DocumentTable.rows(ofBlock: bytes)
                else { return [:] }
                block = (number, rows)
            }
            guard document % size < block.rows.count else { return [:] }
            rows[document] = JSONValue.parsed(Array(block.rows[document % size]))
                .flatMap { DocumentRow($0, kinds: kinds) }
        }
        return rows
    }

    /// The units that a page had.
    private func units(before row: DocumentRow, _ passages: Range<Int>) throws -> [SearchUnit]? {
        var text = row.inlineText
        if let path = row.textPath {
            guard let bytes = try previous.read(path) else { return nil }
            text = bytes
        }
        var units: [SearchUnit] = []
        var at = 0
        for span in old.spans[passages] {
            // Texts without a file are stored one after another in the row.
            if row.textPath != nil { at = Int(span.start) } else if at > 0 { at += 2 }
            let end = at + Int(span.length)
            guard end <= text.count else { return nil }
            let start = Int(span.start)
            units.append(
                SearchUnit(
                    kind: row.kind, path: row.path, title: row.title, names: row.names,
                    textPath: row.textPath, text: Array(text[at..<end]),
                    textRange: start..<start + Int(span.length)))
            at = end
        }
        return units
    }

    /// The text of a page that has its own file.
    private func text(_ document: Int) -> TextScripts.TextFile? {
        let units = self.units(document)
        guard let first = units.first, let path = first.textPath else { return nil }
        var page = SearchDocument(first)
        for unit in units { page.add(unit) }
        return (path, page.text)
    }

    private func updatedBlocks(_ newRows: [Int: [UInt8]], _ output: IndexOutput) throws
        -> [String]?
    {
        let size = DocumentTable.blockSize(old.firstPassages.count)
        let changed = Dictionary(grouping: newRows.keys) { $0 / size }
        var blocks = old.blocks
        for number in blocks.indices {
            guard let documents = changed[number] else {
                guard output.keep(blocks[number]) else { return nil }
                continue
            }
            guard let bytes = try previous.read(IndexFile.path(blocks[number])),
                var rows = DocumentTable.rows(ofBlock: bytes)
            else { return nil }
            for document in documents {
                guard let row = newRows[document], document % size < rows.count else { return nil }
                rows[document % size] = row[...]
            }
            let file = DocumentTable.block(rows)
            blocks[number] = file.name
            try output.add(file)
        }
        return blocks
    }

    // MARK: Shards

    /// - Returns: whether it can be done and was.
    private func updateShards(
        _ changes: PostingChanges, _ record: inout IndexState, _ output: IndexOutput
    ) throws -> Bool {
        let limits = old.limits
        let blocks = old.blocks.count
        let target = shardSize ?? IndexSize.shard(postings: old.postings, blocks: blocks)
        guard
            shardSize != nil
                || target == IndexSize.shard(postings: record.postings, blocks: blocks)
        else { return false }
        let read = { try previous.read(IndexFile.path($0)) }
        var updates = [
            ShardUpdate(old.characters, changes.characters, limits, read: read),
            ShardUpdate(old.shards, changes.others, limits, read: read),
        ]
        let touched = updates.reduce(0) { $0 + $1.touched }
        guard touched <= max(64, (old.characters.count + old.shards.count) / 4) else {
            return false
        }
        var finder = PositionFinder(
            record: old, limit: Self.mostPagesForPositions, units: units)
        var common = Set(old.common)
        var scalars = old.scalars
        var shards: [[ShardWriter.Shard]] = []
        for index in updates.indices {
            var cutter = ShardWriter(
                target: index == 0 ? 2 * target : target, write: output.add)
            let isDone = try updates[index].run(into: &cutter) { change, posting in
                try Self.rewrite(change, posting, limits, &finder, &common, &scalars)
            }
            guard isDone, !finder.hasGivenUp else { return false }
            shards.append(cutter.shards)
        }
        for shard in shards.joined() where output.sizes[shard.name] == nil {
            guard output.keep(shard.name) else { return false }
        }
        record.characters = shards[0]
        record.shards = shards[1]
        record.common = common.sorted()
        record.scalars = scalars
        return true
    }

    /// The posting of a key after a change; `nil` if the key is removed.
    private static func rewrite(
        _ change: PostingChange, _ bytes: ArraySlice<UInt8>?, _ limits: Posting.Limits,
        _ finder: inout PositionFinder, _ common: inout Set<UInt64>,
        _ scalars: inout IndexedCharacters
    ) throws -> [UInt8]? {
        let entry = ShardEntry(key: change.key, posting: [])
        let isPair = entry.pair != nil
        var posting = Posting()
        if let bytes {
            var input = BitReader(Array(bytes))
            guard let old = Posting(&input, limits, isPair: isPair) else { return nil }
            posting = old
        }
        let wasThere = !posting.isEmpty
        change.apply(to: &posting, limits) { finder.positions(of: entry.pair, in: $0) }
        let isThere = !posting.isEmpty
        if let pair = entry.pair {
            if posting.isCommon(limits) { common.insert(pair) } else { common.remove(pair) }
        }
        if wasThere != isThere { scalars.count(change.key, isThere ? 1 : -1) }
        guard isThere else { return nil }
        var output = BitWriter()
        posting.write(limits, isPair: isPair, to: &output)
        return output.bytes
    }
}

extension IndexState {
    /// Notes a passage that may have another length.
    fileprivate mutating func set(_ passage: Int, _ unit: SearchUnit) {
        spans[passage] = Span(
            start: UInt32(unit.textRange.lowerBound), length: UInt32(unit.text.count))
    }
}

extension IndexedCharacters {
    /// Counts the characters of a key that is added (1) or removed (−1).
    fileprivate mutating func count(_ key: [UInt8], _ delta: Int) {
        guard key.last != IndexKey.nameEnd, let mark = key.first else { return }
        if mark == IndexKey.wordMark { count(key.dropFirst(), delta) }
        guard mark == IndexKey.characterMark else { return }
        let character = UTF8Scalars.decode(key, at: 1).scalar
        if delta > 0 { insert(han: character) } else { remove(han: character) }
    }
}
