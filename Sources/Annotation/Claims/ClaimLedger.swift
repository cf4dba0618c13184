import Archive
import Text

/// Every statement, sic and note at its place in its article.
///
/// 1. Each quote is searched in its article (`QuoteFinder`); one without a place, or with several,
///    is
///    an error with proposals (`OrphanReport`).
/// 2. `claims[i]` is what is known of `Archive.claims[i]` (`ClaimStanding`).
/// 3. `articles[a]` is what is to be marked in `Archive.articles[a]` (`ArticleLedger`).
public struct ClaimLedger: Sendable {
    /// By claim.
    public let claims: [ClaimStanding]
    /// By claim: the quantities of its statements, side by side.
    public let comparisons: [ClaimComparison]
    /// By article.
    public let articles: [ArticleLedger]
    /// In file order.
    public let diagnostics: [Diagnostic]

    /// - Parameter texts: any articles of the archive, each once; quotes of other articles are not
    ///   looked for.
    public init(_ archive: Archive, _ texts: [ArticleText]) {
        var slugs: [String: Int] = [:]
        for (index, text) in texts.enumerated() {
            slugs[archive.articles[text.article].slug] = index
        }
        var anchors: [[QuoteAnchor?]] = archive.claims.map { $0.statements.map { _ in nil } }
        var wanted: [[(claim: Int, statement: Int)]] = texts.map { _ in [] }
        for (claim, value) in archive.claims.enumerated() {
            for (statement, words) in value.statements.enumerated() {
                if let text = slugs[words.article.value] { wanted[text].append((claim, statement)) }
            }
        }
        var articles = archive.articles.map { _ in ArticleLedger() }
        var diagnostics: [Diagnostic] = []
        for (index, text) in texts.enumerated() {
            let decisions = archive.decisions[archive.articles[text.article].slug]
            guard !wanted[index].isEmpty || decisions != nil else { continue }
            var reader = LedgerReader(text, archive.articles[text.article])
            for (claim, statement) in wanted[index] {
                anchors[claim][statement] = reader.add(
                    archive.claims[claim].statements[statement], claim, statement)
            }
            if let decisions { reader.add(decisions) }
            articles[text.article] = reader.ledger
            diagnostics += reader.diagnostics
        }
        let comparisons = Self.compare(archive)
        self.comparisons = comparisons
        let relations = ClaimRelations(archive.claims)
        claims = archive.claims.indices.map {
            ClaimStanding(
                archive.claims[$0], anchors: anchors[$0], articles: archive.articles,
                updatedBy: relations.updatedBy[$0], contradictions: relations.contradictions[$0],
                comparison: comparisons[$0])
        }
        self.articles = articles.map(\.sorted)
        self.diagnostics = diagnostics.sorted()
    }

    private static func compare(_ archive: Archive) -> [ClaimComparison] {
        var comparisons = archive.claims.map { claim in
            ClaimComparison(claim, metric: claim.metric.flatMap { archive.metric($0.value) })
        }
        for (claim, bases) in ImpliedBases(archive, comparisons).all() {
            comparisons[claim].impliedBases = bases
        }
        return comparisons
    }

    /// The verdict on a statement; `nil` when there is nothing to compare it with.
    public func verdict(of statement: Int, in claim: Int) -> Verdict? {
        comparisons[claim].statements[statement].verdict
    }
}

/// What the claims and the editor's annotations mark in one article; each list by place.
public struct ArticleLedger: Sendable, Equatable {
    /// A statement's quote.
    public struct Statement: Sendable, Equatable {
        /// Index in `Archive.claims`.
        public var claim: Int
        /// Index in `Claim.statements`.
        public var statement: Int
        public var anchor: QuoteAnchor
    }

    /// A sic or note of `annotations/<slug>.yml`.
    public struct Remark: Sendable, Equatable {
        /// Index in `ArticleDecisions.sic` or `notes`.
        public var index: Int
        public var anchor: QuoteAnchor
    }

    public internal(set) var statements: [Statement] = []
    public internal(set) var sic: [Remark] = []
    public internal(set) var notes: [Remark] = []

    public init() {}

    var sorted: ArticleLedger {
        func isBefore(_ a: QuoteAnchor, _ b: QuoteAnchor) -> Bool {
            (a.range.lowerBound, b.range.upperBound) < (b.range.lowerBound, a.range.upperBound)
        }
        var copy = self
        copy.statements.sort { isBefore($0.anchor, $1.anchor) }
        copy.sic.sort { isBefore($0.anchor, $1.anchor) }
        copy.notes.sort { isBefore($0.anchor, $1.anchor) }
        return copy
    }
}
