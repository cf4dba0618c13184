import Archive
import Files
import Text

/// Anchors everything that is quoted from one article.
struct LedgerReader {
    private let finder: QuoteFinder
    private var report: OrphanReport
    private(set) var ledger = ArticleLedger()
    private(set) var diagnostics: [Diagnostic] = []

    init(_ text: ArticleText, _ article: Article) {
        finder = QuoteFinder(text)
        report = OrphanReport(finder, file: article.file, slug: article.slug)
    }

    mutating func add(_ statement: Statement, _ claim: Int, _ index: Int) {
        if let value = statement.value, !Self.holds(statement.quote.value, value.value) {
            diagnostics.append(
                Diagnostic(
                    .error, "value-outside-quote", at: value.place,
                    "the value `\(value.value)` is not in the quote",
                    notes: ["quote: " + Excerpt.line(statement.quote.value)],
                    help: "write the words of the quote that are the value"))
        }
        guard
            let anchor = anchor(
                statement.quote, before: statement.before, after: statement.after, hasContext: true)
        else { return }
        ledger.statements.append(.init(claim: claim, statement: index, anchor: anchor))
    }

    mutating func add(_ decisions: ArticleDecisions) {
        checkHash(decisions)
        for (index, sic) in decisions.sic.enumerated() {
            if let anchor = anchor(sic.quote, hasContext: false) {
                ledger.sic.append(.init(index: index, anchor: anchor))
            }
        }
        for (index, note) in decisions.notes.enumerated() {
            if let anchor = anchor(note.quote, hasContext: false) {
                ledger.notes.append(.init(index: index, anchor: anchor))
            }
        }
    }

    /// A text that has changed since its annotations were reviewed.
    private mutating func checkHash(_ decisions: ArticleDecisions) {
        guard let written = decisions.textSHA256 else { return }
        let hash = ContentHash(of: finder.text.plain.utf8).hex
        guard written.value.lowercased() != hash else { return }
        diagnostics.append(
            Diagnostic(
                .warning, "changed-text", at: written.place,
                "the text of article `\(decisions.slug)` has changed since it was reviewed",
                help: "look through this file, then write `text-sha256: \(hash)`"))
    }

    private mutating func anchor(
        _ quote: Located<String>, before: String? = nil, after: String? = nil, hasContext: Bool
    ) -> QuoteAnchor? {
        let result = finder.find(quote.value, before: before, after: after)
        if case .found(let anchor) = result { return anchor }
        if let diagnostic = report.diagnostic(result, quote, hasContext: hasContext) {
            diagnostics.append(diagnostic)
        }
        return nil
    }

    private static func holds(_ quote: String, _ value: String) -> Bool {
        let text = FoldedText.key(quote)
        return ByteSearch(FoldedText.key(value)).first(in: text, from: 0, to: text.count) != nil
    }
}
