import Annotation
import Archive
import Files
import Intake
import Publishing
import Search
import Text

/// The build pipeline. Start reading here; the steps run in this order:
///
/// 1. read: `ContentFolder` reads `content/` from the disk, `ThemeFiles` the templates;
/// 2. load: `Archive` parses the files and checks their fields;
/// 3. annotate: `AnnotatedArchive` finds mentions and anchors quotes, article by article;
/// 4. relate: `ArchiveGraph` collects the references between articles, entities and claims;
/// 5. render and index: `SiteWriter` writes changed files to the staging directory;
/// 6. publish: `SiteFolder` moves them to the output folder.
///
/// Nothing in the output folder changes when there are errors.
public struct Build: Sendable {
    let options: BuildOptions

    public init(_ options: BuildOptions) {
        self.options = options
    }

    /// Builds the site.
    ///
    /// - Parameter isFirst: read everything even if nothing changed since the last build, because
    ///   the caller needs more than the site.
    /// - Throws: `ContentFolderError` if there is no archive to build. Every other problem is a
    ///   diagnostic of the report.
    public func run(isFirst: Bool = false) async throws -> BuildReport {
        try ContentFolder.find(root: options.archive)
        var report = BuildReport()
        do {
            var session = try BuildSession(options)
            do {
                report = try await build(&session, isFirst: isFirst)
            } catch {
                report.diagnostics += session.remarks
                try session.end(isPublished: false)
                throw error
            }
            report.diagnostics += session.remarks
            report.stages = session.watch.stages
            try session.end(isPublished: report.published != nil)
        } catch {
            guard let diagnostic = Self.diagnostic(of: error) else { throw error }
            report.diagnostics.append(diagnostic)
            report.isInterrupted = error is Unfinished
        }
        report.diagnostics.sort()
        return report
    }

    private func build(_ session: inout BuildSession, isFirst: Bool) async throws -> BuildReport {
        let (content, sources) = try await session.read()
        if !isFirst, let report = session.unchanged(sources) { return report }
        let annotated = try await AnnotatedArchive(
            content, options: options, advises: options.strict, inputs: sources.inputs,
            last: sources.previous.readings, watch: &session.watch)
        var report = BuildReport(annotated, isStrict: options.strict)
        let strings = UIStrings(
            sources.theme, language: annotated.archive.settings.language,
            diagnostics: &report.diagnostics)
        let theme = Theme(sources.theme, words: strings, archive: annotated.archive)
        let taxonomies = Taxonomies(annotated.archive)
        let owners = PathOwners(annotated.archive, taxonomies, sources.theme)
        report.add(theme, owners, isStrict: options.strict)
        if report.hasErrors || options.strict && report.hasWarnings { return report }
        let graph = try await ArchiveGraph(annotated, taxonomies, jobs: options.jobs)
        let renderer = try await PageRenderer(
            graph, theme, strings,
            annotated.textKeys ?? TextKeys(annotated.archive, sources.inputs),
            jobs: options.jobs)
        session.watch.lap("relate", items: graph.archive.entities.count, bytes: 0)
        try await session.publish(SiteWriter(renderer, sources, options), sources, &report)
        if options.showsEdits { report.edited = EditedArticles(renderer, annotated.matcher) }
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
}
