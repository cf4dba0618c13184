import Annotation
import Archive
import Intake
import Search
import Text

/// The pipeline, in the order it runs.
///
/// Start reading here.
///
/// 1. read: `ContentFolder` takes `content/` from the disk, `ThemeFiles` the templates;
/// 2. load: `Archive` gives the files their meaning;
/// 3. annotate: `AnnotatedArchive` finds mentions and anchors quotes, article by article;
/// 4. relate: `Edition` collects what pages say about one another;
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
    /// - Throws: `ContentFolderError` when there is no archive to build. Everything else that goes
    ///   wrong is
    ///   a diagnostic of the report.
    public func run() async throws -> BuildReport {
        var report = BuildReport()
        var watch = Stopwatch()
        options.progress("reading")
        let content = try ContentFolder.read(root: options.archive, jobs: options.jobs)
        watch.lap("read", items: content.files.count)
        do {
            let files = try ThemeFiles.read(overriddenBy: options.archive + "/templates")
            let annotated = try await AnnotatedArchive(content, options: options, watch: &watch)
            let strings = UIStrings(
                files, language: annotated.archive.settings.language,
                diagnostics: &report.diagnostics)
            let theme = Theme(
                files, words: strings, title: annotated.archive.settings.title,
                diagnostics: &report.diagnostics)
            report.diagnostics += annotated.diagnostics
            if options.strict { report.diagnostics += annotated.advice }
            report.articles = annotated.archive.articles.count
            report.mentions = annotated.mentions.reduce(0) { $0 + $1.mentions.count }
            report.claims = annotated.archive.claims.count
            let isStopped = report.hasErrors || options.strict && report.hasWarnings
            if !isStopped {
                let edition = Edition(annotated)
                watch.lap("relate", items: edition.archive.entities.count)
                report.published = try await publish(
                    edition, theme, strings, files, watch: &watch)
                report.diagnostics += report.published?.diagnostics(in: options.output) ?? []
            }
        } catch let error as OutputError {
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
        _ edition: Edition, _ theme: Theme, _ strings: UIStrings, _ files: ThemeFiles,
        watch: inout Stopwatch
    ) async throws -> PublishReport {
        let folder = OutputFolder(path: options.output)
        guard let lock = try folder.lock() else {
            throw BuildInProgress(path: options.output)
        }
        defer { lock.release() }
        let stage = try folder.begin(isClean: options.clean)
        do {
            options.progress("writing pages")
            let press = Press(edition, theme, strings)
            var records = try await printPages(press, to: stage)
            watch.lap("pages", items: records.count)

            options.progress("indexing")
            let index = SearchFiles(press: press).files()
            records += try await index.concurrentMap(jobs: options.jobs) { try stage.put($0) }
            watch.lap("search", items: index.count)

            var rest = DataFiles(edition: edition).files + Feeds(edition).files + files.assets
            rest += try AssetFiles.read(edition.archive.assets, in: options.archive)
            rest.append(EntitiesJSONLD(edition: edition, prose: press.prose).file)
            rest += SiteFiles(edition, strings).files(pages: pagePaths(records))
            records += try await rest.concurrentMap(jobs: options.jobs) { try stage.put($0) }
            watch.lap("data", items: rest.count)

            options.progress("publishing")
            let report = try folder.publish(stage, records)
            watch.lap("publish", items: report.files)
            return report
        } catch {
            try folder.abandon()
            throw error
        }
    }

    private func printPages(_ press: Press, to stage: OutputStage) async throws -> [FileRecord] {
        let jobs = options.jobs
        let archive = press.archive
        let companions = Companions(cast: press.edition.cast, entities: archive.entities.count)
        let articles = try await Array(archive.articles.indices).concurrentMap(jobs: jobs) {
            try ArticlePage(press: press, index: $0).files.map(stage.put)
        }
        let entities = try await Array(archive.entities.indices).concurrentMap(jobs: jobs) {
            try EntityPage(press: press, companions: companions, index: $0).files.map(stage.put)
        }
        let claims = try await Array(archive.claims.indices).concurrentMap(jobs: jobs) {
            try ClaimPage(press: press, index: $0).files.map(stage.put)
        }
        let others =
            [HomePage(press: press).file] + ListPages(press: press).files
            + OtherPages(press: press).files
        let rest = try await others.concurrentMap(jobs: jobs) { try stage.put($0) }
        return (articles + entities + claims).flatMap { $0 } + rest
    }

    /// Paths of the pages among the files that were written, sorted.
    private func pagePaths(_ records: [FileRecord]) -> [String] {
        records.map(\.path)
            .filter { $0 == "index.html" || $0.hasSuffix("/index.html") }
            .map { String($0.dropLast("index.html".count)) }
            .sorted()
    }
}
