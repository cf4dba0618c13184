import Annotation
import Archive
import Files
import Publishing
import Search
import Text

/// The units of the search index: articles in passages, entities, claims.
struct SearchUnits {
    /// A passage is closed at the first sentence end after this many bytes: about 1,500 Han
    /// characters.
    static let passageLength = 4_500

    let renderer: PageRenderer
    /// By number.
    let kinds: [SearchUnit.Kind]
    private let kindByID: [String: SearchUnit.Kind]

    init(renderer: PageRenderer) {
        self.renderer = renderer
        kinds = SearchUnit.Kind.all(with: renderer.archive.kinds.map(\.id))
        kindByID = Dictionary(
            kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private var graph: ArchiveGraph { renderer.graph }

    /// The number of pages in the index.
    var count: Int {
        let archive = graph.archive
        return archive.entities.count + archive.claims.count + archive.articles.count
    }

    private enum Page {
        case entity(Int)
        case claim(Int)
        case article(Int)
    }

    /// Entities come first, then claims, then articles newest first: results with equal scores are
    /// shown in this order.
    private func page(_ number: Int) -> Page {
        let (entities, claims) = (graph.archive.entities.count, graph.archive.claims.count)
        if number < entities { return .entity(number) }
        if number < entities + claims { return .claim(number - entities) }
        return .article(number - entities - claims)
    }

    /// The units of a page, by its number in the index.
    func units(of page: Int) -> [SearchUnit] {
        switch self.page(page) {
        case .entity(let index): [entity(index, prose: renderer.prose[index].text)]
        case .claim(let index): [claim(index)]
        case .article(let index): passages(of: index)
        }
    }

    /// The cache key of the units of a page, by the page's number in the index.
    func key(of page: Int) -> Fingerprint {
        if case .article(let index) = self.page(page) {
            var key = CacheKeyBuilder()
            key.add(renderer.textKey(ofArticle: index))
            key.add(graph.archive.articles[index].title)
            key.add(graph.archive.articles[index].date?.iso)
            for author in graph.archive.articles[index].authors { key.add(author) }
            return key.fingerprint
        }
        var key = CacheKeyBuilder()
        for unit in units(of: page) {
            key.add(unit.kind.number)
            key.add(unit.path)
            key.add(unit.title)
            key.add(unit.names.count)
            for name in unit.names { key.add(name) }
            key.add(unit.text)
        }
        return key.fingerprint
    }

    /// The facets of all pages, by their numbers in the index.
    var facets: FacetTable {
        var table = FacetTable()
        let archive = graph.archive
        let kinds = self.kinds.map { table.number(of: $0.name, in: "kind") }
        let entities = archive.entities.map { table.number(of: $0.id, in: $0.kind.id) }
        let statuses = archive.claims.indices.map {
            table.number(of: graph.ledger.status(of: $0).rawValue, in: "status")
        }
        for (page, entity) in archive.entities.enumerated() {
            table.add(kinds[kind(of: entity).number], to: page)
        }
        var page = archive.entities.count
        for (index, claim) in archive.claims.enumerated() {
            table.add(kinds[SearchUnit.Kind.claim.number], to: page)
            table.add(statuses[index], to: page)
            for subject in claim.subjects {
                guard let entity = archive.lookup.entityByID[subject.value] else { continue }
                table.add(entities[entity], to: page)
            }
            page += 1
        }
        // By index: a whole article is expensive to copy.
        for index in archive.articles.indices {
            table.add(kinds[SearchUnit.Kind.article.number], to: page)
            if let year = archive.articles[index].date?.year {
                table.add(table.number(of: SitePath.padded(year, to: 4), in: "year"), to: page)
            }
            if let outlet = archive.articles[index].outlet {
                table.add(
                    table.number(of: graph.taxonomies.outletSegments[outlet], in: "outlet"),
                    to: page)
            }
            table.add(table.number(of: archive.articles[index].language, in: "language"), to: page)
            for member in graph.cast[index] { table.add(entities[member.entity], to: page) }
            for claim in graph.claimsByArticle[index] { table.add(statuses[claim], to: page) }
            page += 1
        }
        return table
    }

    /// The consecutive passages of one article, which cover its whole text.
    private func passages(of index: Int) -> [SearchUnit] {
        let article = graph.archive.articles[index]
        let text = graph.texts[index]
        let path = SitePath.article(article.slug)
        var units: [SearchUnit] = []
        var start = 0
        var first = 0
        let sentences = text.sentences
        for number in sentences.indices {
            let isLast = number == sentences.count - 1
            let end = isLast ? text.plain.utf8.count : sentences[number + 1].range.lowerBound
            guard isLast || end - start >= Self.passageLength else { continue }
            units.append(
                SearchUnit(
                    kind: .article, path: path, title: article.title, names: article.authors,
                    textPath: path + "text.txt", text: Array(text.plain.utf8[start..<end]),
                    textRange: start..<end,
                    sentences: (first...number).map { sentences[$0].range.lowerBound },
                    date: article.date?.iso ?? ""))
            start = end
            first = number + 1
        }
        if units.isEmpty {
            units.append(
                SearchUnit(
                    kind: .article, path: path, title: article.title, names: article.authors,
                    textPath: path + "text.txt", text: text.plain.utf8,
                    textRange: 0..<text.plain.utf8.count, date: article.date?.iso ?? ""))
        }
        return units
    }

    private func entity(_ index: Int, prose: String) -> SearchUnit {
        let entity = graph.archive.entities[index]
        let bytes = Array(prose.utf8)
        return SearchUnit(
            kind: kind(of: entity), path: SitePath.entity(entity), title: entity.name,
            names: entity.allAliases.map(\.text).filter { $0 != entity.name }, text: bytes,
            textRange: 0..<bytes.count)
    }

    private func claim(_ index: Int) -> SearchUnit {
        let claim = graph.archive.claims[index]
        let words = claim.statements.map(\.quote.value).joined(separator: "\n\n")
        let bytes = Array(words.utf8)
        return SearchUnit(
            kind: .claim, path: SitePath.claim(claim.id), title: claim.title, names: [claim.id],
            text: bytes, textRange: 0..<bytes.count)
    }

    private func kind(of entity: Entity) -> SearchUnit.Kind {
        kindByID[entity.kind.id] ?? .article
    }
}
