import Text

extension Archive {
    /// Takes out drafts, the statements that quote them, and claims that are left without a
    /// statement; of these a note is kept.
    public mutating func removeDrafts() {
        let drafts = Set(articles.filter(\.isDraft).map(\.slug))
        guard !drafts.isEmpty else { return }
        articles.removeAll { drafts.contains($0.slug) }
        for index in claims.indices {
            let quoting = claims[index].statements.filter { drafts.contains($0.article.value) }
            guard !quoting.isEmpty else { continue }
            let isWhole = quoting.count == claims[index].statements.count
            for statement in quoting {
                diagnostics.append(Self.note(on: statement, of: claims[index].id, isWhole))
            }
            claims[index].statements.removeAll { drafts.contains($0.article.value) }
        }
        claims.removeAll(where: \.statements.isEmpty)
        decisions = decisions.filter { !drafts.contains($0.key) }
        diagnostics.sort()
        buildLookup()
    }

    private static func note(on statement: Statement, of claim: String, _ isWhole: Bool)
        -> Diagnostic
    {
        Diagnostic(
            .note, "draft-statement", at: statement.article.place,
            "the article `\(statement.article.value)` is a draft, so this statement is left out",
            notes: isWhole ? ["the claim `\(claim)` has no other and is left out too"] : [],
            help: "publish the article, or build with `--drafts`")
    }
}
