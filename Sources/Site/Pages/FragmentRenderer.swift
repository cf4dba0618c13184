import Annotation
import Archive
import Text

/// Prints the pieces that many pages share: cards of articles, rows of entities and claims.
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
        let article = archive.articles[index]
        var context: Theme.Context = [
            "lang": article.language,
            "href": SitePath.link(from: path, to: SitePath.article(article.slug)),
            "title": article.title,
        ]
        context["outlet"] = outletName(of: article)
        context["date"] = article.date.map { DateWords.context($0, language: language) }
        context["summary"] = article.summary
        return theme.render(.articleCard, context)
    }

    func row(entity index: Int, count: String?, from path: String) -> [UInt8] {
        let entity = archive.entities[index]
        var context: Theme.Context = [
            "id": entity.id,
            "kind": entity.kind.rawValue,
            "href": SitePath.link(from: path, to: SitePath.entity(entity)),
            "name": entity.name,
        ]
        context["lang"] = prose[index].nameLanguage.flatMap(foreign)
        context["count"] = count
        if !prose[index].line.isEmpty {
            context["line"] = prose[index].line
            context["lineLang"] = prose[index].language.flatMap(foreign)
        }
        return theme.render(.entityRow, context)
    }

    func row(claim index: Int, from path: String) -> [UInt8] {
        let claim = archive.claims[index]
        let status = graph.ledger.status(of: index).rawValue
        var context: Theme.Context = [
            "id": claim.id,
            "href": SitePath.link(from: path, to: SitePath.claim(claim.id)),
            "title": claim.title,
            "status": status,
            "statusText": strings["status-\(status)"],
        ]
        context["lang"] = foreign(LanguageDetector.language(of: Array(claim.title.utf8)))
        if let line = claimLine(index) {
            context["line"] = line
            context["lineLang"] = foreign(LanguageDetector.language(of: Array(line.utf8)))
        }
        return theme.render(.claimRow, context)
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
