import Annotation
import Archive
import Files
import Intake
import Publishing
import Search
import Text

/// The pipeline, in the order it runs.
///
/// Start reading here.
///
/// 1. read: `ContentFolder` takes `content/` from the disk, `ThemeFiles` the templates;
/// 2. load: `Archive` gives the files their meaning;
/// 3. annotate: `AnnotatedArchive` finds mentions and anchors quotes, article by article;
/// 4. relate: `ArchiveGraph` collects what pages say about one another;
/// 5. print: pages, index and data files, each written as soon as it is ready;
/// 6. publish: `OutputFolder` puts the new site in place of the old one, in one step.
///
/// Nothing below the output folder changes when there are errors.
public struct Build: Sendable {
    let options: BuildOptions

    public init(_ options: BuildOptions) {
        self.options = options
    }

    /// Builds the site.
    ///
    /// - Parameter isFirst: whether everything is looked at even when nothing changed since the
    ///   last build, because the caller needs more than the site.
    /// - Throws: `ContentFolderError` when there is no archive to build. Everything else that goes
    ///   wrong is a diagnostic of the report.
    public func run(isFirst: Bool = false) async throws -> BuildReport {
        var report = BuildReport()
        var watch = Stopwatch()
        try ContentFolder.find(root: options.archive)
        var remarks: [Diagnostic] = []
        let cache = CacheFolder(
            archive: options.archive, output: options.output, diagnostics: &remarks)
        let folder = OutputFolder(path: options.output, cache: cache, jobs: options.jobs)
        do {
            guard let lock = try folder.lock() else {
                throw BuildInProgress(path: options.output)
            }
            defer { lock.release() }
            async let standing = LastBuild.find(folder, cache, usesReadings: !options.clean)
            options.progress("reading")
            let content = try ContentFolder.read(root: options.archive, jobs: options.jobs)
            let size = content.files.reduce(0) { $0 + $1.bytes.count }
            watch.lap("read", items: content.files.count, bytes: size)
            let files = try ThemeFiles.read(overriddenBy: options.archive + "/templates")
            let inputs = try await BuildInputs(content, files, options)
            watch.lap("inputs", items: content.files.count, bytes: size)
            let last = try await standing
            watch.lap("compare", items: last.site.inventory.files.count, bytes: 0)
            if !options.clean, !isFirst, var report = last.report(of: inputs, in: options.output) {
                report.stages = watch.stages
                return report
            }
            async let begun = folder.begin(after: last, isClean: options.clean)
            let annotated = try await AnnotatedArchive(
                content, options: options, advises: options.strict,
                inputs: inputs, last: last.readings, watch: &watch)
            let strings = UIStrings(
                files, language: annotated.archive.settings.language,
                diagnostics: &report.diagnostics)
            let theme = Theme(files, words: strings, archive: annotated.archive)
            report.diagnostics += theme.diagnostics + annotated.diagnostics
            let paths = PathOwners(annotated.archive, files)
            report.diagnostics += paths.diagnostics
            if options.strict { report.diagnostics += annotated.advice + paths.advice }
            report.articles = annotated.archive.articles.count
            report.mentions = annotated.mentions.reduce(0) { $0 + $1.mentions.count }
            report.claims = annotated.archive.claims.count
            let isStopped = report.hasErrors || options.strict && report.hasWarnings
            if isStopped {
                remarks += folder.giveBack(try await begun)
            } else {
                let graph = try await ArchiveGraph(annotated, jobs: options.jobs)
                let textKeys = annotated.textKeys ?? TextKeys(annotated.archive, inputs)
                let renderer = try await PageRenderer(
                    graph, theme, strings, textKeys, jobs: options.jobs)
                let stage = try await begun
                try await publish(
                    renderer, files, inputs, last, stage, to: folder, cache, &report, &watch)
                report.remains = [renderer, last]
                if options.showsEdits {
                    report.edited = EditedArticles(renderer, annotated.matcher)
                }
            }
            report.diagnostics += remarks + last.remarks
        } catch let error as FileError {
            report.diagnostics.append(error.diagnostic)
        } catch let error as ForeignFile {
            report.diagnostics.append(error.diagnostic)
        } catch let error as BuildInProgress {
            report.diagnostics.append(error.diagnostic)
        }
        report.diagnostics.sort()
        report.stages = watch.stages
        return report
    }

    private func publish(
        _ renderer: PageRenderer, _ files: ThemeFiles, _ inputs: BuildInputs,
        _ last: LastBuild, _ stage: OutputStage, to folder: OutputFolder, _ cache: CacheFolder?,
        _ report: inout BuildReport,
        _ watch: inout Stopwatch
    ) async throws {
        var remarks: [Diagnostic] = []
        let program = ProgramIdentity.current
        watch.lap("relate", items: renderer.archive.entities.count, bytes: 0)
        do {
            // They hold whether or not the site is published.
            async let kept = program.map {
                cache?.keep(
                    ReadingRecord(
                        program: $0, renderer.textKeys, inputs, renderer.graph,
                        last: last.readings))
                    ?? []
            }
            let search = SearchFiles(renderer: renderer)
            let (entries, index) = try await write(
                renderer, files, to: stage, &watch
            ) { try search.put(to: stage, cache) }
            options.progress("publishing")
            let publication = try await folder.publish(
                stage, entries, isPreview: options.showsEdits)
            if let cache, let program {
                remarks += await kept ?? []
                remarks += index.remarks
                if let memory = index.memory { remarks += cache.keep(memory) }
                remarks += cache.keep(
                    BuildRecord(
                        program: program, inputs: inputs.all, site: publication, report: report,
                        entries: entries))
            }
            let published = publication.report
            watch.lap("publish", items: published.files, bytes: 0)
            report.published = published
            remarks += publication.remarks
            report.diagnostics += published.diagnostics(in: options.output) + remarks
        } catch {
            try folder.abandon(stage)
            throw error
        }
    }

    private func write(
        _ renderer: PageRenderer, _ files: ThemeFiles, to stage: OutputStage,
        _ watch: inout Stopwatch, search: @escaping @Sendable () throws -> SearchFiles.Written
    ) async throws -> ([BuildRecord.Entry], SearchFiles.Written) {
        options.progress("writing pages")
        let pages = SitePages(renderer: renderer, jobs: options.jobs)
        let indexing = { @Sendable in
            try Stopwatch.measure("search", search) { ($0.entry.files.count, $0.entry.bytes) }
        }
        let writing = { @Sendable in
            try Stopwatch.measure("data") {
                try dataTasks(renderer, files).map(stage.put)
            } count: { entries in
                (entries.count, entries.reduce(0) { $0 + $1.bytes })
            }
        }
        var entries: [BuildRecord.Entry]
        let index: (written: SearchFiles.Written, timing: StageTiming)
        let written: (entries: [BuildRecord.Entry], timing: StageTiming)
        if options.jobs > 1 {
            // Each is made on one thread from beginning to end, so they begin first.
            async let indexed = indexing()
            async let dataWritten = writing()
            entries = try await pages.render(stage.put)
            index = try await indexed
            written = try await dataWritten
        } else {
            entries = try await pages.render(stage.put)
            index = try indexing()
            written = try writing()
        }
        let bytes = entries.reduce(0) { $0 + $1.bytes }
        watch.lap(
            "pages", items: entries.count, bytes: bytes, beside: [index.timing, written.timing])
        entries += [index.written.entry] + written.entries
        let paths = entries.flatMap { $0.files.map(\.path) }
        entries += try SiteFiles(renderer.graph, renderer.strings).files(after: paths).map {
            try stage.put(OutputTask($0))
        }
        return (entries, index.written)
    }

    /// What needs no page: data, feeds, assets.
    private func dataTasks(_ renderer: PageRenderer, _ files: ThemeFiles) -> [OutputTask] {
        let graph = renderer.graph
        return DataFiles(graph: graph).tasks
            + AssetFiles.tasks(graph.archive.assets, in: options.archive)
            + (files.assets + [renderer.theme.kindStyles.file].compactMap { $0 })
            .map { OutputTask($0) } + [
                OutputTask("feed.xml") { Feeds(graph).files },
                OutputTask("data/entities.jsonld") {
                    [EntitiesJSONLD(graph: graph, prose: renderer.prose).file]
                },
            ]
    }

}
