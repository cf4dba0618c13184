import Annotation
import Archive
import Intake
import Text

/// Finds every problem in the content of an archive and changes nothing.
public struct Check: Sendable {
    let options: BuildOptions

    public init(_ options: BuildOptions) {
        self.options = options
    }

    /// In file order.
    ///
    /// - Throws: `ContentFolderError` when there is no archive.
    public func run() async throws -> [Diagnostic] {
        var watch = Stopwatch()
        let content = try ContentFolder.read(root: options.archive, jobs: options.jobs)
        let annotated = try await AnnotatedArchive(content, options: options, watch: &watch)
        let originals =
            OriginalFile.check(
                annotated.archive, root: options.archive, jobs: options.jobs)
            + OriginalFile.unused(in: content)
        let claims = ClaimCheck.diagnostics(
            annotated.archive, annotated.ledger.comparisons,
            arithmetic: UIStrings.english.arithmetic)
        let origins = OriginCheck.diagnostics(annotated.archive, annotated.ledger.claims)
        let nearMisses = NearMissCheck(annotated.archive, annotated.matcher)
            .diagnostics(annotated.texts, annotated.mentions)
        let files = try ThemeFiles.read(overriddenBy: options.archive + "/templates")
        var theme: [Diagnostic] = []
        let words = UIStrings(
            files, language: annotated.archive.settings.language, diagnostics: &theme)
        theme += Theme(files, words: words, archive: annotated.archive).diagnostics
        let paths = PathOwners(annotated.archive, Taxonomies(annotated.archive), files)
        return
            (theme + annotated.diagnostics + annotated.advice + claims + origins + originals
            + nearMisses
            + paths.diagnostics + paths.advice).sorted()
    }
}

extension Check {
    /// Explains why a place of an article is or is not a mention.
    ///
    /// - Returns: `nil` when the archive has no such article.
    /// - Throws: `ContentFolderError` when there is no archive.
    public func explanation(at place: TextPlace) throws -> MentionExplanation? {
        let content = try ContentFolder.read(root: options.archive, jobs: options.jobs)
        let archive = Archive.load(content, jobs: options.jobs, converting: Intake.convert)
        let articles = archive.articles
        guard
            let index = articles.firstIndex(where: { $0.file == place.file })
                ?? articles.firstIndex(where: { place.file.hasSuffix("/" + $0.file) })
        else { return nil }
        return MentionExplainer(archive, MentionMatcher(archive))
            .explanation(line: place.line, column: place.column, inArticle: index)
    }
}
