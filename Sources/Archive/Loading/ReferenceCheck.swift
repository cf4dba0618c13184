import Text

/// Follows every id of the archive: reports unknown ones and removes them, so that
/// what is left holds together.
struct ReferenceCheck {
    private var archive: Archive
    private let gaps: Gaps

    /// The archive's lookup must be built.
    init(_ archive: consuming Archive, _ gaps: Gaps) {
        self.archive = archive
        self.gaps = gaps
    }

    mutating func checked() -> Archive {
        checkEntities()
        checkArticles()
        checkMetrics()
        checkClaims()
        checkDecisions()
        return archive
    }

    // MARK: Who refers to what

    private mutating func checkEntities() {
        for index in archive.entities.indices {
            var entity = archive.entities[index]
            entity.maker = entity.maker.flatMap { known($0) }
            entity.partOf = entity.partOf.flatMap { known($0) }
            if let former = entity.formerly, known(former.id) == nil { entity.formerly = nil }
            entity.affiliations = entity.affiliations.filter { known($0.organization) != nil }
            for alias in entity.aliases {
                for slug in alias.onlyIn where !isArticle(slug) {
                    reportArticle(Located(slug, at: alias.place))
                }
            }
            archive.entities[index] = entity
        }
        let (cycles, broken) = PartOfCycles.find(archive)
        archive.diagnostics += cycles
        for index in broken { archive.entities[index].partOf = nil }
    }

    private mutating func checkArticles() {
        for index in archive.articles.indices where !archive.articles[index].about.isEmpty {
            let about = archive.articles[index].about
            archive.articles[index].about = about.compactMap { known($0) }
        }
    }

    private mutating func checkMetrics() {
        for index in archive.metrics.indices {
            if let base = archive.metrics[index].growthOf {
                archive.metrics[index].growthOf = knownMetric(base)
            }
        }
    }

    private mutating func checkClaims() {
        for index in archive.claims.indices {
            var claim = archive.claims[index]
            claim.subjects = claim.subjects.compactMap { known($0) }
            claim.metric = claim.metric.flatMap { knownMetric($0) }
            for statement in claim.statements where !isArticle(statement.article.value) {
                reportArticle(statement.article)
            }
            claim.statements = claim.statements.filter { isKnownArticle($0.article.value) }
            for statement in claim.statements { checkSpeaker(statement) }
            for relation in claim.relations { checkRelation(relation, of: claim) }
            claim.relations = claim.relations.filter {
                archive.lookup.claimByID[$0.to.value] != nil && $0.to.value != claim.id
            }
            archive.claims[index] = claim
        }
    }

    /// A speaker may be a name; one that is nearly an id was meant to be one.
    private mutating func checkSpeaker(_ statement: Statement) {
        guard let speaker = statement.speaker, archive.lookup.entityByID[speaker.value] == nil,
            speaker.value.utf8.allSatisfy({ $0 == 0x2D || $0 &- 0x30 < 10 || $0 &- 0x61 < 26 }),
            let near = Spelling.nearest(to: speaker.value, among: archive.entities.lazy.map(\.id))
        else { return }
        archive.diagnostics.append(
            Diagnostic(
                .warning, "unknown-entity", at: speaker.place,
                "no entity has the id `\(speaker.value)`",
                help: "did you mean `\(near)`? A speaker without a page is written as a name"))
    }

    private mutating func checkRelation(_ relation: Claim.Relation, of claim: Claim) {
        let to = relation.to
        if to.value == claim.id {
            report(
                "unknown-claim", to, "the claim `\(claim.id)` is related to itself",
                help: "name another claim")
        } else if archive.lookup.claimByID[to.value] == nil, !gaps.claims {
            report(
                "unknown-claim", to, "no claim has the id `\(ArticleReader.shown(to.value))`",
                help: suggestion(
                    to.value, archive.claims.lazy.map(\.id), "add the claim to content/claims/"))
        }
    }

    private mutating func checkDecisions() {
        for slug in archive.decisions.keys.sorted() {
            guard var decisions = archive.decisions[slug] else { continue }
            if !isArticle(slug) {
                reportArticle(Located(slug, at: Diagnostic.Place(file: decisions.file)))
            }
            decisions.accept = decisions.accept.filter { $0.entity.flatMap { known($0) } != nil }
            decisions.reject = decisions.reject.filter {
                $0.entity.map { known($0) != nil } ?? true
            }
            archive.decisions[slug] = isKnownArticle(slug) ? decisions : nil
        }
    }

    // MARK: Whether it exists

    private mutating func known(_ id: Located<String>) -> Located<String>? {
        if archive.lookup.entityByID[id.value] != nil { return id }
        if !gaps.entities.contains(id.value) {
            report(
                "unknown-entity", id, "no entity has the id `\(ArticleReader.shown(id.value))`",
                help: suggestion(
                    id.value, archive.entities.lazy.map(\.id),
                    "add a file to \(entityFolders)"))
        }
        return nil
    }

    /// "content/people/, content/products/ or content/organizations/".
    private var entityFolders: String {
        let folders = archive.kinds.map { "content/\($0.folder)/" }
        return folders.dropLast().joined(separator: ", ") + " or " + (folders.last ?? "")
    }

    private mutating func knownMetric(_ id: Located<String>) -> Located<String>? {
        if archive.lookup.metricByID[id.value] != nil { return id }
        if !gaps.metrics {
            report(
                "unknown-metric", id, "no metric has the id `\(ArticleReader.shown(id.value))`",
                help: suggestion(
                    id.value, archive.metrics.lazy.map(\.id), "add it to content/metrics.yml"))
        }
        return nil
    }

    private func isKnownArticle(_ slug: String) -> Bool {
        archive.lookup.articleBySlug[slug] != nil
    }

    private func isArticle(_ slug: String) -> Bool {
        isKnownArticle(slug) || gaps.articles.contains(slug)
    }

    private mutating func reportArticle(_ slug: Located<String>) {
        report(
            "unknown-article", slug, "no article has the slug `\(ArticleReader.shown(slug.value))`",
            help: suggestion(
                slug.value, archive.articles.lazy.map(\.slug),
                "the slug is the file name below content/articles/"))
    }

    private func suggestion(
        _ word: String, _ candidates: some Sequence<String>, _ otherwise: String
    ) -> String {
        Spelling.nearest(to: word, among: candidates).map { "did you mean `\($0)`?" } ?? otherwise
    }

    private mutating func report(
        _ id: String, _ what: Located<String>, _ message: String, help: String
    ) {
        archive.diagnostics.append(Diagnostic(.error, id, at: what.place, message, help: help))
    }
}

/// Finds entities that are, through `part-of`, parts of themselves.
enum PartOfCycles {
    /// One diagnostic for each cycle, at its first id, and the indices of all entities on cycles.
    static func find(_ archive: Archive) -> (diagnostics: [Diagnostic], onCycles: [Int]) {
        var diagnostics: [Diagnostic] = []
        var onCycles: [Int] = []
        /// The walk that saw an entity first.
        var seenBy = [Int?](repeating: nil, count: archive.entities.count)
        for start in archive.entities.indices {
            var path: [Int] = []
            var at: Int? = start
            while let index = at, seenBy[index] == nil {
                seenBy[index] = start
                path.append(index)
                at = archive.entities[index].partOf.flatMap { archive.lookup.entityByID[$0.value] }
            }
            guard let end = at, seenBy[end] == start, let first = path.firstIndex(of: end) else {
                continue
            }
            let cycle = Array(path[first...])
            onCycles += cycle
            diagnostics.append(diagnostic(cycle, archive))
        }
        return (diagnostics, onCycles)
    }

    private static func diagnostic(_ cycle: [Int], _ archive: Archive) -> Diagnostic {
        let least =
            cycle.indices.min { archive.entities[cycle[$0]].id < archive.entities[cycle[$1]].id }
            ?? 0
        let turned = cycle[least...] + cycle[..<least]
        let ids = turned.map { archive.entities[$0].id }
        let path = (ids + ids.prefix(1)).map { "`\($0)`" }.joined(separator: " → ")
        return Diagnostic(
            .error, "part-of-cycle", at: archive.entities[turned.first ?? 0].partOf?.place,
            "`part-of` forms a cycle: \(path)", help: "remove one of these `part-of` lines"
        )
    }
}

/// Ids that may be in files that could not be read: references to them are not mistakes of their
/// own.
struct Gaps {
    var articles: Set<String> = []
    var entities: Set<String> = []
    var claims = false
    var metrics = false

    mutating func add(_ path: String, _ role: ContentFolder.Role) {
        switch role {
        case .article, .rawArticle:
            let name = ArticleReader.fileName(path)
            articles.insert(name)
            if let dated = Slug.dated(name) { articles.insert(dated.slug) }
        case .entity: entities.insert(FileRole.stem(path))
        case .claims: claims = true
        case .metrics: metrics = true
        case .annotations, .page, .settings, .outlets: break
        }
    }
}
