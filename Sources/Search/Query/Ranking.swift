/// How good a match a document is, from the index alone, in whole numbers, so that every client
/// ranks alike.
///
/// Weights stand in groups that do not reach one another: a name that is the query before a title
/// that has all terms, titles before texts, terms in one passage before terms far apart, then how
/// much the text speaks of them. Equal scores keep the index's order: newest first.
enum Ranking {
    /// What the index says about one document.
    struct Evidence {
        /// Terms asked for; at least 1.
        var terms = 1
        /// The query is a name of the document.
        var isName = false
        /// Terms in the title or a name.
        var titleTerms = 0
        /// Most terms that one passage holds.
        var together = 0
        /// Passages that hold a term, counted for each term up to 8.
        var passages = 0
        /// Passages in which a term is frequent, counted for each term up to 8.
        var frequent = 0
    }

    static func score(_ evidence: Evidence) -> Int {
        (evidence.isName ? 1_000_000 : 0)
            + (evidence.titleTerms == evidence.terms ? 100_000 : 0)
            + evidence.titleTerms * 10_000 / evidence.terms
            + evidence.together * 4_000 / evidence.terms
            + min(3_999, evidence.passages * 60 + evidence.frequent * 180)
    }
}
