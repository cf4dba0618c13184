import Annotation
import Archive
import Text

/// Renders the fragments that many pages show: cards of articles, rows of entities and claims.
struct FragmentRenderer: Sendable {
    let graph: ArchiveGraph
    let theme: Theme
    let strings: UIStrings
    /// By entity.
    let prose: [EntityProse]

    private var archive: Archive { graph.archive }
    private var disputes: DisputeLine { DisputeLine(graph: graph, strings: strings) }
    private var language: String { graph.archive.settings.language }

    func card(_ index: Int, from path: String) -> [UInt8] {
        theme.render(.articleCard, cardFields(index, from: path))
    }

    /// Everything that an article's card shows.
    func cardFields(_ index: Int, from path: String) -> Fields {
        let article = archive.articles[index]
        var fields: Fields = [
            "lang": article.language,
            "href": SitePath.link(from: path, to: SitePath.article(article.slug)),
            "title": article.title,
            "root": SitePath.root(from: path),
        ]
        fields["params"] = theme.params(article.params)
        fields["outlet"] = outletName(of: article)
        fields["date"] = article.date.map { DateWords.fields($0, language: language) }
        fields["summary"] = article.summary
        return fields
    }

    func row(entity index: Int, count: String?, from path: String) -> [UInt8] {
        let entity = archive.entities[index]
        var fields: Fields = [
            "id": entity.id,
            "kind": entity.kind.id,
            "href": SitePath.link(from: path, to: SitePath.entity(entity)),
            "name": entity.name,
            "root": SitePath.root(from: path),
        ]
        fields["params"] = theme.params(entity.params)
        fields["lang"] = prose[index].nameLanguage.flatMap(foreign)
        fields["count"] = count
        if !prose[index].line.isEmpty {
            fields["line"] = prose[index].line
            fields["lineLang"] = prose[index].language.flatMap(foreign)
        }
        return theme.render(.entityRow, fields)
    }

    func row(claim index: Int, from path: String) -> [UInt8] {
        let claim = archive.claims[index]
        let status = graph.ledger.status(of: index).rawValue
        var fields: Fields = [
            "id": claim.id,
            "href": SitePath.link(from: path, to: SitePath.claim(claim.id)),
            "title": claim.title,
            "status": status,
            "statusText": strings["status-\(status)"],
            "root": SitePath.root(from: path),
        ]
        fields["params"] = theme.params(claim.params)
        fields["lang"] = foreign(LanguageDetector.language(of: Array(claim.title.utf8)))
        if let line = claimLine(index) {
            fields["line"] = line
            fields["lineLang"] = foreign(LanguageDetector.language(of: Array(line.utf8)))
        }
        return theme.render(.claimRow, fields)
    }

    /// What is in dispute; else the values as written, each once; else the first quote.
    private func claimLine(_ index: Int) -> String? {
        if let dispute = disputes.text(index) { return dispute }
        var values: [String] = []
        for reading in graph.ledger.comparisons[index].statements {
            if let words = reading.words, !values.contains(words) { values.append(words) }
        }
        return values.isEmpty
            ? archive.claims[index].statements.first?.quote.value
            : values.joined(separator: " · ")
    }

    /// A language only where it differs from the interface's, so that pages are not full of `lang`.
    func foreign(_ language: String) -> String? {
        language == self.language ? nil : language
    }

    func foreign(_ language: String?) -> String? {
        language.flatMap { foreign($0) as String? }
    }

    func outletName(of article: Article) -> String? {
        article.outlet.map(name(outlet:))
    }

    /// - Parameter outlet: its id, or a name that articles give.
    func name(outlet: String) -> String { archive.outlet(outlet)?.name ?? outlet }
}
