extension Archive {
    /// Takes out drafts, the statements that quote them, and claims that are left without a
    /// statement.
    public mutating func removeDrafts() {
        let drafts = Set(articles.filter(\.isDraft).map(\.slug))
        guard !drafts.isEmpty else { return }
        articles.removeAll { drafts.contains($0.slug) }
        for index in claims.indices {
            claims[index].statements.removeAll { drafts.contains($0.article.value) }
        }
        claims.removeAll(where: \.statements.isEmpty)
        decisions = decisions.filter { !drafts.contains($0.key) }
        buildLookup()
    }
}
