import Annotation
import Archive
import Files
import Intake
import Markup
import Text

/// An archive with its mentions, claims and diagnostics: the input of `check` and `build`.
public struct AnnotatedArchive: Sendable {
    public let archive: Archive
    /// By article.
    public let texts: ArticleTexts
    /// By article.
    ///
    /// An article whose reading was reused from the last build has only its mentions.
    public let mentions: [ArticleMentions]
    /// By article.
    let readings: [ArticleReading]
    /// The cache keys of the readings; `nil` without a cache.
    let textKeys: TextKeys?
    /// The matcher that found `mentions`.
    let matcher: MentionMatcher
    public let ledger: ClaimLedger
    /// In file order.
    public let diagnostics: [Diagnostic]
    /// Reported by `check` and strict builds only: undecided and unused names, addresses that do
    /// not exist.
    public let advice: [Diagnostic]

    /// - Parameters:
    ///   - advises: whether to compute `advice`.
    ///   - inputs: the fingerprints of the inputs; `nil` without a cache.
    ///   - last: the readings of the last build; not used when `advises` is set.
    init(
        _ content: consuming ContentFolder, options: BuildOptions, advises: Bool = true,
        inputs: BuildInputs? = nil, last: ReadingRecord? = nil, watch: inout Stopwatch
    ) async throws {
        options.progress("loading")
        var archive = Archive.load(
            content, jobs: options.jobs,
            converting: Intake.convert,
            known: { path in inputs.flatMap { last?.head(of: path, $0) } })
        if !options.drafts { archive.removeDrafts(today: options.today) }
        if let baseURL = options.baseURL { archive.settings.baseURL = baseURL }
        watch.lap(
            "load", items: archive.articles.count,
            bytes: archive.articles.reduce(0) { $0 + $1.body.count })

        options.progress("annotating")
        let articles = archive.articles
        let lookup = archive
        async let keys = inputs.map { TextKeys(lookup, $0) }
        let texts = ArticleTexts(count: articles.count) {
            let article = articles[$0]
            return MarkdownDocument(note: article.body).naming {
                lookup.title(of: $0, language: article.language)
            }
            .titled(article.title)
        }
        let matcher = MentionMatcher(archive)
        textKeys = await keys
        let known = advises ? nil : textKeys.flatMap { last?.known(of: lookup, $0) }
        let findings = try await Array(articles.indices).concurrentMap(jobs: options.jobs) {
            if let reading = known?.reading(of: $0) { return Finding(reading) }
            return Finding(in: articles[$0], $0, texts, matcher)
        }
        watch.lap(
            [
                ("parse", findings.reduce(0) { $0 + $1.secondsToParse }),
                ("mentions", findings.reduce(0) { $0 + $1.secondsToMatch }),
            ], items: findings.count { $0.isNew },
            bytes: articles.indices.reduce(0) {
                $0 + (findings[$1].isNew ? articles[$1].body.count : 0)
            })
        let mentions = findings.map(\.found)
        let ledger = try await ClaimLedger.read(
            archive, texts, jobs: options.jobs, known: { known?.ledger(of: $0) })
        watch.lap("claims", items: archive.claims.count, bytes: 0)

        self.archive = archive
        self.texts = texts
        self.mentions = mentions
        self.matcher = matcher
        self.ledger = ledger
        var readings = findings.map(\.reading)
        let check = MentionCheck(archive, matcher)
        let advice = advises ? check.advice(texts, mentions) : []
        // In builds that know the article its links are unchanged, and so are the names of targets:
        // both are part of its cache key. A finding keeps the article out of the cache.
        let links = LinkCheck(archive, advises: advises)
        var broken = links.findingsElsewhere
        for index in findings.indices
        where advises
            || findings[index].isNew && findings[index].reading.hasWikilinks
                && links.hasUnknownWikilinks(texts[index].plain)
        {
            let found = links.findings(inArticle: index)
            if !found.isEmpty { readings[index].hasNoDiagnostics = false }
            broken += found
        }
        self.advice = advice
        self.readings = readings
        let found =
            archive.diagnostics + check.errors(mentions) + ledger.diagnostics + broken
            + MenuCheck(archive).diagnostics + OutletCheck.diagnostics(archive)
        diagnostics = (found + findings.flatMap(\.notes)).sorted()
    }
}

/// The result of annotating one article.
private struct Finding: Sendable {
    var found: ArticleMentions
    var reading: ArticleReading
    var notes: [Diagnostic] = []
    var isNew = false
    /// CPU time.
    var secondsToParse = 0.0
    var secondsToMatch = 0.0

    init(_ reading: ArticleReading) {
        self.reading = reading
        found = ArticleMentions(mentions: reading.mentions)
    }

    init(in article: Article, _ index: Int, _ texts: ArticleTexts, _ matcher: MentionMatcher) {
        let start = Stopwatch.threadTime()
        let (text, document) = texts.read(index)
        let parsed = Stopwatch.threadTime()
        found = matcher.mentions(in: text)
        secondsToParse = parsed - start
        secondsToMatch = Stopwatch.threadTime() - parsed
        reading = ArticleReading(text, document, found)
        notes = document.notes.map {
            $0.diagnostic(file: article.file, firstLine: article.bodyLine, source: article.body)
        }
        isNew = true
    }
}
