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
/// 6. publish: `SiteFolder` puts the new site in place of the old one.
///
/// Nothing in the output folder changes when there are errors.
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
        try ContentFolder.find(root: options.archive)
        var report = BuildReport()
        do {
            var session = try BuildSession(options)
            do {
                report = try await build(&session, isFirst: isFirst)
            } catch {
                try session.end(isPublished: false)
                throw error
            }
            report.diagnostics += session.remarks
            report.stages = session.watch.stages
            try session.end(isPublished: report.published != nil)
        } catch {
            guard let diagnostic = Self.diagnostic(of: error) else { throw error }
            report.diagnostics.append(diagnostic)
        }
        report.diagnostics.sort()
        return report
    }

    private func build(_ session: inout BuildSession, isFirst: Bool) async throws -> BuildReport {
        let (folder, cache, isClean) = (session.folder, session.cache, options.clean)
        async let previous = BuildSession.previous(folder, cache, isClean: isClean)
        options.progress("reading")
        let content = try ContentFolder.read(root: options.archive, jobs: options.jobs)
        let size = content.files.reduce(0) { $0 + $1.bytes.count }
        session.watch.lap("read", items: content.files.count, bytes: size)
        let files = try ThemeFiles.read(overriddenBy: options.archive + "/templates")
        let inputs = try await BuildInputs(content, files, options)
        session.watch.lap("inputs", items: content.files.count, bytes: size)
        let last = try await previous
        session.remarks += last.remarks
        session.watch.lap("compare", items: last.build.report.files, bytes: 0)
        if !options.clean, !isFirst, let report = unchanged(last.build, inputs) {
            if let record = last.build.refreshedRecord {
                session.remarks += cache?.keep(record, as: .record) ?? []
            }
            return report
        }

        let annotated = try await AnnotatedArchive(
            content, options: options, advises: options.strict,
            inputs: inputs, last: last.readings, watch: &session.watch)
        var report = BuildReport()
        let strings = UIStrings(
            files, language: annotated.archive.settings.language,
            diagnostics: &report.diagnostics)
        let theme = Theme(files, words: strings, archive: annotated.archive)
        report.diagnostics += theme.diagnostics
        report.add(annotated, advises: options.strict)
        let paths = PathOwners(annotated.archive, files)
        report.diagnostics += paths.diagnostics
        if options.strict { report.diagnostics += paths.advice }
        if report.hasErrors || options.strict && report.hasWarnings { return report }

        let graph = try await ArchiveGraph(annotated, jobs: options.jobs)
        let textKeys = annotated.textKeys ?? TextKeys(annotated.archive, inputs)
        let renderer = try await PageRenderer(
            graph, theme, strings, textKeys, jobs: options.jobs)
        try await publish(renderer, files, inputs, last, &session, &report)
        report.remains = [renderer, last]
        if options.showsEdits { report.edited = EditedArticles(renderer, annotated.matcher) }
        return report
    }

    /// The report of the last build, when this one would be made of the same.
    private func unchanged(_ last: PreviousBuild, _ inputs: BuildInputs) -> BuildReport? {
        guard last.isCurrent(inputs.all), let summary = last.record?.summary,
            var report = BuildReport(summary: summary)
        else { return nil }
        report.published = last.report
        report.diagnostics += last.report.diagnostics(in: options.output)
        return report
    }

    private static func diagnostic(of error: any Error) -> Diagnostic? {
        switch error {
        case let error as FileError: error.outputDiagnostic
        case let error as ForeignFile: error.diagnostic
        case let error as BuildInProgress: error.diagnostic
        case let error as BadOutput: error.diagnostic
        case let error as DuplicatePath: error.diagnostic
        case let error as Unfinished: error.diagnostic
        default: nil
        }
    }

    private func publish(
        _ renderer: PageRenderer, _ files: ThemeFiles, _ inputs: BuildInputs,
        _ last: BuildSession.Previous, _ session: inout BuildSession, _ report: inout BuildReport
    ) async throws {
        let (folder, cache, program) = (session.folder, session.cache, session.program)
        session.watch.lap("relate", items: renderer.archive.entities.count, bytes: 0)
        let stage = try folder.begin(after: last.build, isClean: options.clean)
        do {
            // They hold whether or not the site is published.
            async let kept = program.map {
                cache?.keep(
                    ReadingRecord(
                        program: $0, renderer.textKeys, inputs, renderer.graph,
                        last: last.readings), as: .readings) ?? []
            }
            let search = SearchFiles(renderer: renderer)
            let (entries, index) = try await write(
                renderer, files, to: stage, &session.watch
            ) { try search.put(to: stage, cache) }
            options.progress("publishing")
            let publication = try await folder.publish(stage, entries)
            if let cache, let program {
                session.remarks += await kept ?? []
                session.remarks += index.remarks
                if let memory = index.memory {
                    session.remarks += cache.keep(memory, as: .search)
                }
                session.remarks += cache.keep(
                    BuildRecord(
                        program: program, inputs: inputs.all, summary: report.summary,
                        site: publication, entries: entries), as: .record)
            }
            let published = publication.report
            session.watch.lap("publish", items: published.files, bytes: 0)
            report.published = published
            report.diagnostics += published.diagnostics(in: options.output)
        } catch let error as Unfinished {
            throw error
        } catch {
            try folder.abandon()
            throw error
        }
    }

    private func write(
        _ renderer: PageRenderer, _ files: ThemeFiles, to stage: StagingFolder,
        _ watch: inout Stopwatch, search: @escaping @Sendable () throws -> SearchFiles.Written
    ) async throws -> ([OutputEntry], SearchFiles.Written) {
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
        var entries: [OutputEntry]
        let index: (written: SearchFiles.Written, timing: StageTiming)
        let written: (entries: [OutputEntry], timing: StageTiming)
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
        return DataFiles(graph: graph, strings: renderer.strings).tasks
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
