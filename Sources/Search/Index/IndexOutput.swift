import Text

/// The files of an index on their way to the disk.
///
/// Used on one thread; a class, because several makers hand their files to it.
final class IndexOutput {
    /// Bytes of all files by name, kept files included.
    private(set) var sizes: [String: Int] = [:]
    private(set) var size = 0
    /// Paths of files that stay.
    private(set) var kept: [String] = []
    private let write: (OutputFile) throws -> Void
    private let previous: PreviousIndex?
    /// New files, kept in memory while they may still go into scripts.
    private var held: [String: [UInt8]] = [:]

    /// - Parameters:
    ///   - previous: the previous index, if files of it are kept.
    ///   - write: called with every new file.
    init(over previous: PreviousIndex? = nil, write: @escaping (OutputFile) throws -> Void) {
        self.previous = previous
        self.write = write
    }

    /// Writes a file, once.
    func add(_ file: IndexFile) throws {
        guard sizes[file.name] == nil else { return }
        count(file.name, file.bytes.count)
        if size <= IndexScripts.largestIndex { held[file.name] = file.bytes }
        try write(file.output)
    }

    /// Keeps a file of the previous index.
    ///
    /// - Returns: whether the file exists.
    func keep(_ name: String) -> Bool {
        guard sizes[name] == nil else { return true }
        guard let size = previous?.files[IndexFile.path(name)] else { return false }
        count(name, size)
        kept.append(IndexFile.path(name))
        return true
    }

    /// Keeps a file by path: a script, which is not counted as part of the index.
    ///
    /// - Returns: whether the file exists.
    func keep(path: String) -> Bool {
        guard previous?.files[path] != nil else { return false }
        kept.append(path)
        return true
    }

    /// Writes a file whose name is not its hash.
    func add(_ file: OutputFile) throws { try write(file) }

    /// The bytes of a file that was added or kept; `nil` if it no longer exists.
    func bytes(_ name: String) throws -> [UInt8]? {
        if let bytes = held[name] { return bytes }
        return try previous?.read(IndexFile.path(name))
    }

    private func count(_ name: String, _ size: Int) {
        sizes[name] = size
        self.size += size
        if self.size > IndexScripts.largestIndex { held = [:] }
    }
}

/// The index of the published site, as input for the next one.
public struct PreviousIndex {
    /// What was kept of its making.
    public var record: IndexState
    /// Bytes of its files, by path.
    public var files: [String: Int]
    /// A file of the site; `nil` when it is not what was written there.
    public var read: (String) throws -> [UInt8]?

    public init(
        record: IndexState, files: [String: Int], read: @escaping (String) throws -> [UInt8]?
    ) {
        self.record = record
        self.files = files
        self.read = read
    }
}

/// Writes facets, directories, the manifest and the scripts: the last step of building or updating
/// an index.
struct IndexFinalizer {
    /// With shards, blocks and all that is counted; gets the scripts.
    private(set) var record: IndexState
    /// Of documents, by number.
    let kinds: [SearchUnit.Kind]
    /// Words for facet values, by facet and value.
    let labels: [String: [String: String]]
    /// Written already.
    let facets: FacetTable
    /// Bytes of all texts up to which they are carried by scripts, too.
    let textsOnDisk: Int

    init(
        record: IndexState, kinds: [SearchUnit.Kind], labels: [String: [String: String]],
        facets: FacetTable,
        textsOnDisk: Int
    ) {
        self.record = record
        self.kinds = kinds
        self.labels = labels
        self.facets = facets
        self.textsOnDisk = textsOnDisk
    }

    /// - Parameters:
    ///   - output: has all shards and document blocks.
    ///   - old: the previous index, the sorted names of its files, and which documents changed.
    ///   - text: the text of a document that has its own file.
    /// - Returns: whether every file that a script carries could be read.
    mutating func write(
        _ output: IndexOutput,
        over old: (record: IndexState, files: [String], changed: Set<Int>)? = nil,
        text: (Int) -> TextScripts.TextFile?
    ) throws -> Bool {
        let manifest = IndexManifest(
            documents: record.firstPassages.count, passages: record.spans.count,
            firstPassages: record.firstPassages,
            kinds: kinds.map { labels["kind"]?[$0.name] ?? $0.name },
            furtherKinds: kinds.dropFirst(SearchUnit.Kind.usual.count).map(\.name),
            shards: record.characters + record.shards,
            blockSize: DocumentTable.blockSize(record.firstPassages.count), blocks: record.blocks,
            facets: facets,
            common: record.common.flatMap { IndexKey.han(TermKey.first($0), TermKey.second($0)) },
            fold: FoldTableExcerpt.write(where: record.scalars.holds))
        let directories = manifest.directories()
        for file in facets.files + directories { try output.add(file) }
        try output.add(
            OutputFile(path: "search/manifest.json", bytes: manifest.json(directories)))

        var scripts = IndexScripts()
        var texts = TextScripts()
        var value = Array("null".utf8)
        if output.size <= IndexScripts.largestIndex {
            let previous = old.map { ($0.record.scripts, $0.files) }
            guard try scripts.write(output, over: previous) else { return false }
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
