import Annotation
import Archive
import Files
import Publishing
import Search
import Text

/// Writes the files of a site that changed to the staging directory: pages, the search index, data
/// files, feeds, assets.
struct SiteWriter: Sendable {
    let renderer: PageRenderer
    private let theme: ThemeFiles
    private let options: BuildOptions

    init(_ renderer: PageRenderer, _ sources: BuildSession.Sources, _ options: BuildOptions) {
        self.renderer = renderer
        theme = sources.theme
        self.options = options
    }

    /// - Returns: what every file of the site is made of, written or not, and the state of the
    ///   search index for the next build.
    func write(
        to staging: StagingFolder, _ cache: CacheFolder?, _ watch: inout Stopwatch
    ) async throws -> ([OutputEntry], SearchFiles.Written) {
        options.progress("writing pages")
        let pages = SitePages(renderer: renderer, jobs: options.jobs)
        var entries: [OutputEntry]
        let index: (written: SearchFiles.Written, timing: StageTiming)
        let data: (entries: [OutputEntry], timing: StageTiming)
        if options.jobs > 1 {
            // Each of the two runs on one thread from beginning to end, so they start first.
            async let indexing = writeIndex(to: staging, cache)
            async let writing = writeData(to: staging)
            entries = try await pages.render(staging.put)
            index = try await indexing
            data = try await writing
        } else {
            entries = try await pages.render(staging.put)
            index = try writeIndex(to: staging, cache)
            data = try writeData(to: staging)
        }
        let bytes = entries.reduce(0) { $0 + $1.bytes }
        watch.lap("pages", items: entries.count, bytes: bytes, beside: [index.timing, data.timing])
        entries += [index.written.entry] + data.entries
        let paths = entries.flatMap { $0.files.map(\.path) }
        let siteFiles = SiteFiles(renderer).tasks(after: paths)
        entries += try await siteFiles.concurrentMap(jobs: options.jobs, most: 1, staging.put)
        return (entries, index.written)
    }

    private func writeIndex(
        to staging: StagingFolder, _ cache: CacheFolder?
    ) throws -> (SearchFiles.Written, StageTiming) {
        try Stopwatch.measure("search") {
            try SearchFiles(renderer: renderer).put(to: staging, cache)
        } count: {
            ($0.entry.files.count, $0.entry.bytes)
        }
    }

    private func writeData(to staging: StagingFolder) throws -> ([OutputEntry], StageTiming) {
        try Stopwatch.measure("data") {
            try dataTasks.map(staging.put)
        } count: { entries in
            (entries.count, entries.reduce(0) { $0 + $1.bytes })
        }
    }

    /// Everything that is not a page: data, feeds, assets.
    private var dataTasks: [OutputTask] {
        let graph = renderer.graph
        let assets = theme.assets + [renderer.theme.kindStyles.file].compactMap { $0 }
        return DataFiles(graph: graph, strings: renderer.strings).tasks
            + AssetFiles.tasks(graph.archive.assets, in: options.archive)
            + assets.map { OutputTask($0) } + [
                OutputTask("feed.xml") { Feeds(graph).files },
                OutputTask("data/entities.jsonld") { [renderer] in
                    [EntitiesJSONLD(graph: graph, prose: renderer.prose).file]
                },
            ]
    }
}
