import Text

/// Reads `claims/*.yml`.
enum ClaimReader {
    static let keys = [
        "id", "title", "kind", "subjects", "metric", "period", "statements", "status", "note",
        "relations", "template", "aliases", "redirect-from",
    ]
    static let statementKeys = [
        "article", "quote", "before", "after", "occurrence", "speaker", "mode", "stance", "value",
        "basis", "origin", "rank",
    ]
    static let statuses = [
        "single-source", "corroborated", "reported", "repeated", "disputed", "superseded",
    ]

    /// Names in the site's `claims/` that claims cannot have: pages of lists.
    static let listNames = ["by", "disputed", "page"]

    struct Reading: Sendable {
        /// Each with the place of its id.
        var claims: [Claim]
        var isBroken: Bool
        var diagnostics: [Diagnostic]
    }

    static func read(_ bytes: [UInt8], path: String) -> Reading {
        let list = ListFile(bytes, path: path, key: "claims", subject: "a claim")
        let claims = list.rows.compactMap(claim)
        return Reading(claims: claims, isBroken: list.isBroken, diagnostics: list.file.diagnostics)
    }

    private static func claim(_ row: MapReader) -> Claim? {
        var row = row
        guard let id = row.identifier() else { return nil }
        if listNames.contains(id.value) {
            row.file.error(
                "reserved-id", at: id.place, "`\(id.value)` is reserved for a list of claims",
                help: "choose another id")
            return nil
        }
        let title = row.required("title", help: "write `title: …`, the claim in one sentence")
        let metric = row.text("metric")
        let written: Claim.Kind? = row.word("kind")
        var claim = Claim(
            id: id.value, place: id.place, title: title?.value ?? id.value,
            kind: written ?? (metric == nil ? .statement : .quantity))
        claim.subjects = row.texts("subjects", "subject")
        claim.metric = metric
        if claim.kind == .quantity, metric == nil {
            row.file.warning(
                "missing-metric", at: id.place, "the quantity `\(id.value)` has no metric",
                help: "write `metric: …` with an id of content/metrics.yml")
        }
        claim.period = period(&row)
        claim.statements = row.maps("statements", subject: "a statement").compactMap(statement)
        if claim.statements.isEmpty, row.node("statements").map({ !isFilled($0) }) ?? true {
            row.file.error(
                "claim-without-statements", at: id.place,
                "the claim `\(id.value)` has no statements",
                help: "write under `statements:` the `article` and the `quote` that make the claim")
        }
        claim.status = status(&row)
        claim.note = row.string("note")
        claim.relations = row.maps("relations", subject: "a relation").compactMap(relation)
        claim.oldPaths = OldPath.all(&row)
        claim.template = row.template()
        claim.extra = row.rest(
            known: keys,
            synonyms: [
                "entity": "did you mean `subjects`?", "entities": "did you mean `subjects`?",
                "about": "did you mean `subjects`?", "date": "did you mean `period`?",
                "year": "did you mean `period`?", "sources": "did you mean `statements`?",
                "quotes": "did you mean `statements`?", "type": "did you mean `kind`?",
            ])
        return claim
    }

    /// Whether there are statements, which other diagnostics report on.
    private static func isFilled(_ node: SourceNode) -> Bool {
        guard case .list(let items) = node.content else { return true }
        return !items.allSatisfy(\.isNull)
    }

    private static func period(_ row: inout MapReader) -> Located<String>? {
        guard let period = row.text("period"), !period.value.isEmpty else { return nil }
        if PeriodSpan(period.value) != nil { return period }
        if Period.isValid(period.value) {
            row.file.error(
                "bad-period", at: period.place, "`\(period.value)` ends before it begins",
                help: "write the earlier of the two first")
            return nil
        }
        row.file.error(
            "bad-period", at: period.place,
            "`\(ArticleReader.shown(period.value))` is not a valid period",
            help: "write it as \"2024\", \"2024-Q4\", \"2024-08\", \"2024-08-13\" or \"2024/2026\"")
        return nil
    }

    private static func status(_ row: inout MapReader) -> String? {
        guard let status = row.text("status"), !status.value.isEmpty else { return nil }
        if !statuses.contains(status.value) {
            row.file.warning(
                "unknown-status", at: status.place,
                "`\(ArticleReader.shown(status.value))` is not a valid status",
                help: MapReader.help(status.value, statuses, "write one of "))
        }
        return status.value
    }

    private static func occurrence(_ row: inout MapReader) -> Int? {
        guard let written = row.text("occurrence") else { return nil }
        if let number = Int(written.value), number > 0 { return number }
        row.file.error(
            "bad-occurrence", at: written.place,
            "`\(ArticleReader.shown(written.value))` is not a valid occurrence",
            help: "write a whole number from 1: which of the places of the quote is meant")
        return nil
    }

    private static func statement(_ row: MapReader) -> Statement? {
        var row = row
        let article = row.required("article", help: "write the slug of the article that is quoted")
        let quote = row.required("quote", help: "write the exact words of the article")
        let before = row.string("before")
        let after = row.string("after")
        let occurrence = occurrence(&row)
        let speaker = row.text("speaker")
        let mode: Statement.Mode? = row.word("mode")
        let stance: Statement.Stance? = row.word("stance")
        let rank: Statement.Rank? = row.word("rank")
        let value = row.text("value")
        let basis = row.string("basis")
        let origin = row.text("origin")
        let extra = row.rest(
            known: statementKeys,
            synonyms: [
                "source": "did you mean `article`?", "slug": "did you mean `article`?",
                "text": "did you mean `quote`?", "words": "did you mean `quote`?",
                "by": "did you mean `speaker`?", "author": "did you mean `speaker`?",
                "who": "did you mean `speaker`?", "type": "did you mean `mode`?",
            ])
        guard let article, let quote else { return nil }
        var statement = Statement(article: article, quote: quote)
        statement.before = before
        statement.after = after
        statement.occurrence = occurrence
        statement.speaker = speaker
        statement.mode = mode ?? statement.mode
        statement.stance = stance ?? statement.stance
        statement.rank = rank ?? statement.rank
        statement.value = value
        statement.basis = basis
        statement.origin = origin
        statement.extra = extra
        return statement
    }

    private static func relation(_ row: MapReader) -> Claim.Relation? {
        var row = row
        let to = row.required("to", help: "write the id of the other claim")
        var kind: Claim.Relation.Kind? = nil
        if row.required(
            "type", help: "write `type: updates`, `contradicts`, `supports`, `refines` or `part-of`"
        ) != nil {
            kind = row.word("type")
        }
        row.warnOfRest(known: ["to", "type"])
        guard let to, let kind else { return nil }
        return Claim.Relation(to: to, kind: kind)
    }
}
