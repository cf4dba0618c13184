import Archive
import Files
import Text

/// Connects every statement, sic and note with its place in its article.
///
/// 1. Each quote is searched in its article (`QuoteFinder`). If it is not found, or found several
///    times, that is an error with proposals (`OrphanReport`).
/// 2. `claims[i]` holds the status of `Archive.claims[i]` (`ClaimAssessment`).
/// 3. `articles[a]` holds the marks of `Archive.articles[a]` (`ArticleLedger`).
public struct ClaimLedger: Sendable {
    /// By claim.
    public let claims: [ClaimAssessment]
    /// By claim: the comparison of the quantities of its statements.
    public let comparisons: [ClaimComparison]
    /// The claims of each measure over time.
    public let series: MeasureSeries
    /// By article.
    public let articles: [ArticleLedger]
    /// In file order.
    public let diagnostics: [Diagnostic]

    /// - Parameter texts: the texts of all articles; if empty, quotes are not searched.
    public init(_ archive: Archive, _ texts: ArticleTexts) {
        let wanted = WantedQuotes(archive)
        self.init(
            archive, texts.indices.map { wanted.read($0, texts, archive) },
            archive.claims.map { Self.comparison($0, archive) })
    }

    /// Builds the ledger on several threads.
    ///
    /// - Parameter known: the marks of an article if they are already known, by index.
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

    /// A copy in which the marks of one article are read again from its current text.
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
        let firstDates = archive.claims.map { claim in
            claim.statements.compactMap { archive.article($0.article.value)?.date }.min()
        }
        claims = archive.claims.indices.map { index in
            var assessment = ClaimAssessment(
                archive.claims[index], anchors: anchors[index], articles: archive.articles,
                updatedBy: relations.updatedBy[index],
                contradictions: relations.contradictions[index], comparison: comparisons[index])
            assessment.history = Self.history(
                index, assessment, archive, relations, comparisons[index], firstDates)
            return assessment
        }
        self.comparisons = comparisons
        series = MeasureSeries(archive.claims)
        self.articles = articles
        self.diagnostics = diagnostics.sorted()
    }

    private static func history(
        _ index: Int, _ assessment: ClaimAssessment, _ archive: Archive,
        _ relations: ClaimRelations, _ comparison: ClaimComparison, _ firstDates: [PartialDate?]
    ) -> StatusHistory {
        let claim = archive.claims[index]
        let dates = claim.statements.map { archive.article($0.article.value)?.date }
        let related = relations.updatedBy[index] + relations.contradictions[index]
        let bases = comparison.impliedBases.flatMap { base in
            [base.value.claim, base.growth?.claim].compactMap { $0 }.filter { $0 != index }
        }
        let others = Set(related + bases).compactMap { firstDates[$0] }
        if Set(dates.compactMap { $0 } + others).count < 2 {
            // At the only date it has the status that it has now.
            return StatusHistory(dates: dates, others: others) { _, _ in assessment.status }
        }
        let metric = claim.metric.flatMap { archive.metric($0.value) }
        return StatusHistory(dates: dates, others: others) { statements, date in
            func isKnown(_ other: Int) -> Bool { firstDates[other].map { $0 <= date } ?? true }
            var now =
                statements.count == claim.statements.count
                ? comparison
                : ClaimComparison(
                    claim, metric: metric, reading: comparison, counting: statements,
                    date: { archive.article($0)?.date })
            let isWhole = (others + dates.compactMap { $0 }).allSatisfy { $0 <= date }
            now.impliedBases = isWhole ? comparison.impliedBases : []
            return ClaimAssessment(
                claim, anchors: assessment.anchors, articles: archive.articles,
                updatedBy: relations.updatedBy[index].filter(isKnown),
                contradictions: relations.contradictions[index].filter(isKnown), comparison: now,
                counting: statements
            ).status
        }
    }

    private static func comparison(_ claim: Claim, _ archive: Archive) -> ClaimComparison {
        ClaimComparison(
            claim, metric: claim.metric.flatMap { archive.metric($0.value) },
            date: { archive.article($0)?.date })
    }

    /// The verdict on a statement; `nil` if there is nothing to compare it with.
    public func verdict(of statement: Int, in claim: Int) -> Verdict? {
        comparisons[claim].statements[statement].verdict
    }
}
