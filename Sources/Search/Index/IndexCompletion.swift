import Text

/// Writes what tells of the shards, and the scripts: the last part of making an index, new or from
/// a standing one.
struct IndexCompletion {
    /// With shards, blocks and all that is counted; gets the scripts.
    private(set) var record: IndexRecord
    /// Words for facet values, by facet and value.
    let labels: [String: [String: String]]
    /// Written already.
    let facets: FacetTable
    /// Bytes of all texts up to which they are carried by scripts, too.
    let textsOnDisk: Int

    init(
        record: IndexRecord, labels: [String: [String: String]], facets: FacetTable,
        textsOnDisk: Int
    ) {
        self.record = record
        self.labels = labels
        self.facets = facets
        self.textsOnDisk = textsOnDisk
    }

    /// - Parameters:
    ///   - output: has all shards and document blocks.
    ///   - old: the standing index, the sorted names of its files, and which documents changed.
    ///   - text: the text of a document that has a file of its own.
    /// - Returns: whether every file that a script carries could be read.
    mutating func write(
        _ output: IndexOutput,
        over old: (record: IndexRecord, files: [String], changed: Set<Int>)? = nil,
        text: (Int) -> TextScripts.TextFile?
    ) throws -> Bool {
        let manifest = IndexManifest(
            documents: record.firstPassages.count, passages: record.spans.count,
            firstPassages: record.firstPassages,
            kinds: SearchUnit.Kind.allCases.map { labels["kind"]?[$0.name] ?? $0.name },
            shards: record.characters + record.shards,
            blockSize: DocumentTable.blockSize(record.firstPassages.count), blocks: record.blocks,
            facets: facets,
            common: record.common.flatMap { IndexKey.han(TermKey.first($0), TermKey.second($0)) },
            fold: FoldPart.write(where: record.scalars.holds))
        let directories = manifest.directories()
        for file in facets.files + directories { try output.add(file) }
        try output.add(
            OutputFile(path: "search/manifest.json", bytes: manifest.json(directories)))

        var scripts = IndexScripts()
        var texts = TextScripts()
        var value = Array("null".utf8)
        if output.size <= IndexScripts.largestIndex {
            let standing = old.map { ($0.record.scripts, $0.files) }
            guard try scripts.write(output, over: standing) else { return false }
            let size = record.textSizes.reduce(0) { $0 + Int($1) }
            if size <= textsOnDisk {
                try texts.write(
                    output, sizes: record.textSizes,
                    over: old.map { ($0.record.textScripts, $0.record.textSizes, $0.changed) },
                    text: text)
            }
            value = manifest.json(
                directories, IndexManifest.scripts(scripts.scripts, texts.scripts))
        }
        record.scripts = scripts.scripts
        record.textScripts = texts.scripts
        var bytes: [UInt8] = []
        IndexScripts.append("manifest", value, to: &bytes)
        try output.add(OutputFile(path: "search/manifest.js", bytes: bytes))
        return true
    }
}
