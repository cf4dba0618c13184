import Archive
import Files
import Text

/// The marks in one article that come from claims and from the editor's annotations.
///
/// Each list is
/// sorted by place.
public struct ArticleLedger: Sendable, Equatable {
    /// A statement's quote.
    public struct Statement: Sendable, Equatable {
        /// Index in `Archive.claims`.
        public var claim: Int
        /// Index in `Claim.statements`.
        public var statement: Int
        public var anchor: QuoteAnchor

        public init(claim: Int, statement: Int, anchor: QuoteAnchor) {
            self.claim = claim
            self.statement = statement
            self.anchor = anchor
        }
    }

    /// A sic or note of `annotations/<slug>.yml`.
    public struct Remark: Sendable, Equatable {
        /// Index in `ArticleDecisions.sic` or `notes`.
        public var index: Int
        public var anchor: QuoteAnchor

        public init(index: Int, anchor: QuoteAnchor) {
            self.index = index
            self.anchor = anchor
        }
    }

    public internal(set) var statements: [Statement]
    public internal(set) var sic: [Remark]
    public internal(set) var notes: [Remark]
    /// Whether there are no diagnostics about the quotes of this article.
    public internal(set) var hasNoDiagnostics = true

    public init(statements: [Statement] = [], sic: [Remark] = [], notes: [Remark] = []) {
        self.statements = statements
        self.sic = sic
        self.notes = notes
    }

    public var isEmpty: Bool { statements.isEmpty && sic.isEmpty && notes.isEmpty }

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

/// The statements of all claims, grouped by the article they quote, so that each article can be
/// processed independently.
struct WantedQuotes: Sendable {
    /// The result for one article.
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
    /// The article's text is parsed only if there are any.
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
        reading.ledger.hasNoDiagnostics = reader.diagnostics.isEmpty
        reading.diagnostics = reader.diagnostics
        return reading
    }
}

/// Finds the places of all quotes from one article.
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
                statement.quote, before: statement.before, after: statement.after,
                occurrence: statement.occurrence, hasContext: true)
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

    /// Warns if the text has changed since its annotations were reviewed.
    private mutating func checkHash(_ decisions: ArticleDecisions) {
        guard let written = decisions.textSHA256 else { return }
        let hash = ContentHash(of: finder.text.plain.utf8).hex
        // Hashes that were written when the title was not part of the text stay valid.
        let body = ContentHash(of: Array(finder.text.plain.utf8[finder.text.bodyStart...])).hex
        guard ![hash, body].contains(written.value.lowercased()) else { return }
        diagnostics.append(
            Diagnostic(
                .warning, "changed-text", at: written.place,
                "the text of article `\(decisions.slug)` has changed since it was reviewed",
                help: "look through this file, then write `text-sha256: \(hash)`"))
    }

    private mutating func anchor(
        _ quote: Located<String>, before: String? = nil, after: String? = nil,
        occurrence: Int? = nil, hasContext: Bool
    ) -> QuoteAnchor? {
        let result = finder.find(
            quote.value, before: before, after: after, occurrence: occurrence)
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
