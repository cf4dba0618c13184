import Archive
import Text

/// The statements of all claims by the article that they quote, so that each article can be read on
/// its own.
struct WantedQuotes: Sendable {
    /// What one article holds of them.
    struct Reading: Sendable {
        /// Index in `Archive.articles`.
        var article: Int
        var ledger = ArticleLedger()
        var diagnostics: [Diagnostic] = []
    }

    /// By slug: indices in `Archive.claims` and `Claim.statements`.
    private let statements: [String: [(claim: Int, statement: Int)]]

    init(_ archive: Archive) {
        var statements: [String: [(claim: Int, statement: Int)]] = [:]
        for (claim, value) in archive.claims.enumerated() {
            for (statement, words) in value.statements.enumerated() {
                statements[words.article.value, default: []].append((claim, statement))
            }
        }
        self.statements = statements
    }

    /// Finds the quotes and remarks of one article.
    ///
    /// The article's text is asked for only when there are any.
    func read(_ index: Int, _ texts: ArticleTexts, _ archive: Archive) -> Reading {
        let article = archive.articles[index]
        var reading = Reading(article: index)
        let wanted = statements[article.slug] ?? []
        let decisions = archive.decisions[article.slug]
        guard !wanted.isEmpty || decisions != nil else { return reading }
        var reader = LedgerReader(texts[index], article)
        for (claim, statement) in wanted {
            reader.add(archive.claims[claim].statements[statement], claim, statement)
        }
        if let decisions { reader.add(decisions) }
        reading.ledger = reader.ledger
        reading.ledger.isSilent = reader.diagnostics.isEmpty
        reading.diagnostics = reader.diagnostics
        return reading
    }
}
