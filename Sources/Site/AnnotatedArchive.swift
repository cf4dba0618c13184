import Annotation
import Archive
import Intake
import Markup
import Text

/// An archive with everything found in it: what `check` reports and what `build` prints.
public struct AnnotatedArchive: Sendable {
    public let archive: Archive
    /// By article.
    public let texts: [ArticleText]
    public let mentions: [ArticleMentions]
    /// What found them.
    let matcher: MentionMatcher
    public let ledger: ClaimLedger
    /// In file order.
    public let diagnostics: [Diagnostic]
    /// What only `check` and strict builds tell: names that wait for an editor or are never used,
    /// addresses that lead nowhere.
    public let advice: [Diagnostic]

    /// - Parameter advises: whether addresses are looked at for `advice`.
    init(
        _ content: consuming ContentFolder, options: BuildOptions, advises: Bool = true,
        watch: inout Stopwatch
    ) async throws {
        options.progress("loading")
        var archive = Archive.load(content, jobs: options.jobs, converting: Intake.convert)
        if !options.drafts { archive.removeDrafts() }
        if let baseURL = options.baseURL { archive.settings.baseURL = baseURL }
        watch.lap(
            "load", items: archive.articles.count,
            bytes: archive.articles.reduce(0) { $0 + $1.body.count })

        options.progress("annotating")
        let articles = archive.articles
        let lookup = archive
        let texts = try await Array(articles.indices).concurrentMap(jobs: options.jobs) {
            let article = articles[$0]
            let document = MarkdownDocument(article.body).naming {
                lookup.title(of: $0, language: article.language)
            }
            return ArticleText(article: $0, document: document)
        }
        let bytes = texts.reduce(0) { $0 + $1.plain.utf8.count }
        watch.lap("parse", items: texts.count, bytes: bytes)
        let matcher = MentionMatcher(archive)
        let mentions = try await texts.concurrentMap(jobs: options.jobs) {
            matcher.mentions(in: $0)
        }
        watch.lap("mentions", items: mentions.count, bytes: bytes)
        let ledger = try await ClaimLedger.read(archive, texts, jobs: options.jobs)
        watch.lap("claims", items: archive.claims.count, bytes: 0)

        self.archive = archive
        self.texts = texts
        self.mentions = mentions
        self.matcher = matcher
        self.ledger = ledger
        let names = MentionCheck(archive, matcher).diagnostics(texts, mentions)
        let links = LinkCheck(archive).findings(texts, advises: advises)
        advice = names.filter { $0.severity != .error } + links.addresses
        let found =
            archive.diagnostics + names.filter { $0.severity == .error } + ledger.diagnostics
            + links.wikilinks
        let notes = texts.flatMap { text in
            let article = articles[text.article]
            return text.document.notes.map {
                $0.diagnostic(file: article.file, firstLine: article.bodyLine, source: article.body)
            }
        }
        diagnostics = (found + notes).sorted()
    }
}
