import Annotation
import Archive
import Files
import Publishing
import Search
import Text

/// The search index of a site: units in the order of results, and labels of facet values.
///
/// Pages of entities come first, then claims, then articles newest first: results with equal scores
/// are shown in this order.
struct SearchFiles: Sendable {
    /// The result of writing the index.
    struct Written: Sendable {
        var entry: OutputEntry
        /// The state for an incremental update by the next build; `nil` when the stored one is
        /// still valid.
        var memory: SearchMemory?
        /// Diagnostics about the cache.
        var remarks: [Diagnostic] = []
    }

    private static let name = "search"

    private let renderer: PageRenderer
    private let units: SearchUnits
    private let facets: FacetTable

    init(renderer: PageRenderer) {
        self.renderer = renderer
        units = SearchUnits(renderer: renderer)
        facets = units.facets
    }

    /// The cache key of the whole index.
    private func key(of pages: [Fingerprint]) -> Fingerprint {
        var key = CacheKeyBuilder()
        for page in pages { key.add(page) }
        // Kinds are numbered in this order.
        for kind in units.kinds { key.add(kind.name) }
        key.add(facets.encoded)
        for (facet, words) in labels.sorted(by: { $0.key < $1.key }) {
            key.add(facet)
            for (value, label) in words.sorted(by: { $0.key < $1.key }) {
                key.add(value)
                key.add(label)
            }
        }
        return key.fingerprint
    }

    /// Writes the changed files of the index.
    ///
    /// - Parameter cache: `nil` to build the whole index and store nothing.
    func put(to stage: StagingFolder, _ cache: CacheFolder?) throws -> Written {
        guard let cache, let program = ProgramIdentity.current else {
            return Written(entry: try put(to: stage, key: nil) { try make(stage, $0) }.entry)
        }
        var remarks: [Diagnostic] = []
        let pages = (0..<units.count).map(units.key)
        let key = key(of: pages)
        if let entry = stage.previous(Self.name) {
            if entry.key == key { return Written(entry: entry) }
            if let memory: SearchMemory = cache.part(
                .search, of: program, diagnostics: &remarks),
                memory.key == entry.key,
                let changed = memory.changed(pages),
                let result = try patch(memory, entry, stage, changed: changed)
            {
                let kept = Set(result.kept)
                let unchanged = entry.files.filter { kept.contains($0.path) }
                let new = try result.files.map(stage.put)
                return Written(
                    entry: OutputEntry(
                        name: Self.name, key: key,
                        files: (unchanged + new).sorted { $0.path < $1.path }),
                    memory: SearchMemory(
                        program: program, key: key, pages: pages, index: result.record),
                    remarks: remarks)
            }
        }
        let (entry, index) = try put(to: stage, key: key) { try make(stage, $0) }
        return Written(
            entry: entry,
            memory: SearchMemory(program: program, key: key, pages: pages, index: index),
            remarks: remarks)
    }

    private func put(
        to stage: StagingFolder, key: Fingerprint?,
        _ make: (@escaping (OutputFile) throws -> Void) throws -> IndexState
    ) throws -> (entry: OutputEntry, index: IndexState) {
        var files: [SiteFile] = []
        let index = try make { files.append(try stage.put($0)) }
        files.sort { $0.path < $1.path }
        return (OutputEntry(name: Self.name, key: key, files: files), index)
    }

    /// Builds the whole index.
    private func make(
        _ stage: StagingFolder, _ write: @escaping (OutputFile) throws -> Void
    ) throws -> IndexState {
        var builder = SearchIndexBuilder(
            kinds: units.kinds, labels: labels, facets: facets,
            spill: OverflowFile(stage.scratchPath("overflow")))
        for page in 0..<units.count {
            for unit in units.units(of: page) { try builder.add(unit) }
        }
        return try builder.finish(write)
    }

    /// Updates the index of the last build; `nil` if that is not possible.
    private func patch(
        _ memory: SearchMemory, _ entry: OutputEntry, _ stage: StagingFolder, changed: [Int]
    ) throws -> SearchIndexUpdate.Result? {
        let sizes = Dictionary(
            entry.files.map { ($0.path, $0.size) }, uniquingKeysWith: { first, _ in first })
        let previous = PreviousIndex(record: memory.index, files: sizes, read: stage.previousBytes)
        let patch = SearchIndexUpdate(
            previous, kinds: units.kinds, labels: labels, facets: facets, units: units.units)
        return try patch.result(changed: changed)
    }

    /// Labels by facet and value.
    private var labels: [String: [String: String]] {
        var labels: [String: [String: String]] = [:]
        for kind in renderer.archive.kinds {
            let members = renderer.archive.entities.filter { $0.kind == kind }
            labels[kind.id] = Dictionary(
                members.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        }
        labels["outlet"] = Dictionary(
            renderer.graph.taxonomies.outlets.map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first })
        for kind in [SearchUnit.Kind.article, .claim] {
            labels["kind", default: [:]][kind.name] = renderer.strings[kind.name]
        }
        for kind in renderer.archive.kinds {
            labels["kind", default: [:]][kind.id] = renderer.kindWords.singular(kind)
        }
        for language in Set(renderer.archive.articles.map(\.language)) {
            labels["language", default: [:]][language] = renderer.strings.name(ofLanguage: language)
        }
        for status in ClaimStatus.allCases.map(\.rawValue) {
            labels["status", default: [:]][status] = renderer.strings["status-\(status)"]
        }
        return labels
    }
}
