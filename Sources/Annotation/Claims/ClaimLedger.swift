import Archive
import Files
import Text

/// Every statement, sic and note at its place in its article.
///
/// 1. Each quote is searched in its article (`QuoteFinder`); one without a place, or with several,
///    is an error with proposals (`OrphanReport`).
/// 2. `claims[i]` is what is known of `Archive.claims[i]` (`ClaimStanding`).
/// 3. `articles[a]` is what is to be marked in `Archive.articles[a]` (`ArticleLedger`).
public struct ClaimLedger: Sendable {
    /// By claim.
    public let claims: [ClaimStanding]
    /// By claim: the quantities of its statements, side by side.
    public let comparisons: [ClaimComparison]
    /// Claims of one measure over time.
    public let series: MeasureSeries
    /// By article.
    public let articles: [ArticleLedger]
    /// In file order.
    public let diagnostics: [Diagnostic]

    /// - Parameter texts: of all articles; or of none, and no quote is looked for.
    public init(_ archive: Archive, _ texts: ArticleTexts) {
        let wanted = WantedQuotes(archive)
        self.init(
            archive, texts.indices.map { wanted.read($0, texts, archive) },
            archive.claims.map { Self.comparison($0, archive) })
    }

    /// The same on several threads.
    ///
    /// - Parameter known: by article: what is to be marked in it, where that is known.
    public static func read(
        _ archive: Archive, _ texts: ArticleTexts, jobs: Int,
        known: @escaping @Sendable (Int) -> ArticleLedger? = { _ in nil }
    ) async throws -> ClaimLedger {
        let wanted = WantedQuotes(archive)
        let readings = try await Array(texts.indices).concurrentMap(jobs: jobs) {
            if let ledger = known($0) { return WantedQuotes.Reading(article: $0, ledger: ledger) }
            return wanted.read($0, texts, archive)
        }
        let comparisons = try await archive.claims.concurrentMap(jobs: jobs) {
            comparison($0, archive)
        }
        return ClaimLedger(archive, readings, comparisons)
    }

    /// The same with the marks of one article as its text has them now.
    public func reading(_ article: Int, again texts: ArticleTexts, _ archive: Archive)
        -> ClaimLedger
    {
        var articles = articles
        articles[article] = WantedQuotes(archive).read(article, texts, archive).ledger.sorted
        return ClaimLedger(self, articles)
    }

    private init(_ other: ClaimLedger, _ articles: [ArticleLedger]) {
        claims = other.claims
        comparisons = other.comparisons
        series = other.series
        diagnostics = other.diagnostics
        self.articles = articles
    }

    private init(
        _ archive: Archive, _ readings: [WantedQuotes.Reading], _ compared: [ClaimComparison]
    ) {
        var comparisons = compared
        for (claim, bases) in ImpliedBases(archive, comparisons).all() {
            comparisons[claim].impliedBases = bases
        }
        var anchors: [[QuoteAnchor?]] = archive.claims.map { $0.statements.map { _ in nil } }
        var articles = archive.articles.map { _ in ArticleLedger() }
        var diagnostics: [Diagnostic] = []
        for reading in readings {
            for found in reading.ledger.statements {
                anchors[found.claim][found.statement] = found.anchor
            }
            articles[reading.article] = reading.ledger.sorted
            diagnostics += reading.diagnostics
        }
        let relations = ClaimRelations(archive.claims)
        diagnostics += ValueCheck.diagnostics(archive, comparisons, circles: relations.circles)
        claims = archive.claims.indices.map {
            ClaimStanding(
                archive.claims[$0], anchors: anchors[$0], articles: archive.articles,
                updatedBy: relations.updatedBy[$0], contradictions: relations.contradictions[$0],
                comparison: comparisons[$0])
        }
        self.comparisons = comparisons
        series = MeasureSeries(archive.claims)
        self.articles = articles
        self.diagnostics = diagnostics.sorted()
    }

    private static func comparison(_ claim: Claim, _ archive: Archive) -> ClaimComparison {
        ClaimComparison(
            claim, metric: claim.metric.flatMap { archive.metric($0.value) },
            date: { archive.article($0)?.date })
    }

    /// The verdict on a statement; `nil` when there is nothing to compare it with.
    public func verdict(of statement: Int, in claim: Int) -> Verdict? {
        comparisons[claim].statements[statement].verdict
    }
}
