import Annotation
import Archive
import Search
import Text

/// What the search index is given: every article in passages, every entity, every claim.
struct SearchUnits {
    /// A passage is closed at the first sentence end after this many bytes: about 1,500 Han
    /// characters.
    static let passageLength = 4_500

    let press: Press
    private var edition: Edition { press.edition }

    /// How many pages can be found.
    var count: Int {
        let archive = edition.archive
        return archive.entities.count + archive.claims.count + archive.articles.count
    }

    private enum Page {
        case entity(Int)
        case claim(Int)
        case article(Int)
    }

    /// Entities come first, then claims, then articles newest first: of results of equal worth the
    /// shorter answer stands above.
    private func page(_ number: Int) -> Page {
        let (entities, claims) = (edition.archive.entities.count, edition.archive.claims.count)
        if number < entities { return .entity(number) }
        if number < entities + claims { return .claim(number - entities) }
        return .article(number - entities - claims)
    }

    /// The units of a page, by its number in the index.
    func units(of page: Int) -> [SearchUnit] {
        switch self.page(page) {
        case .entity(let index): [entity(index, prose: press.prose[index].text)]
        case .claim(let index): [claim(index)]
        case .article(let index): passages(of: index)
        }
    }

    /// The facets of a page.
    func facets(of page: Int) -> (SearchUnit.Kind, [(facet: String, value: String)]) {
        switch self.page(page) {
        case .entity(let index): (kind(of: edition.archive.entities[index]), [])
        case .claim(let index): (.claim, facets(ofClaim: index))
        case .article(let index): (.article, facets(ofArticle: index))
        }
    }

    /// Passages of one article, which follow one another and cover its text whole.
    private func passages(of index: Int) -> [SearchUnit] {
        let article = edition.archive.articles[index]
        let text = edition.texts[index]
        let path = SitePath.article(article.slug)
        let facets = facets(ofArticle: index)
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
                    sentences: (first...number).map {
                        (sentences[$0].range.lowerBound, "s\($0 + 1)")
                    },
                    date: article.date?.iso ?? "", facets: units.isEmpty ? facets : []))
            start = end
            first = number + 1
        }
        if units.isEmpty {
            units.append(
                SearchUnit(
                    kind: .article, path: path, title: article.title, names: article.authors,
                    textPath: path + "text.txt", text: text.plain.utf8,
                    textRange: 0..<text.plain.utf8.count, date: article.date?.iso ?? "",
                    facets: facets))
        }
        return units
    }

    private func entity(_ index: Int, prose: String) -> SearchUnit {
        let entity = edition.archive.entities[index]
        let bytes = Array(prose.utf8)
        return SearchUnit(
            kind: kind(of: entity), path: SitePath.entity(entity), title: entity.name,
            names: entity.allAliases.map(\.text).filter { $0 != entity.name }, text: bytes,
            textRange: 0..<bytes.count)
    }

    private func claim(_ index: Int) -> SearchUnit {
        let claim = edition.archive.claims[index]
        let words = claim.statements.map(\.quote.value).joined(separator: "\n\n")
        let bytes = Array(words.utf8)
        return SearchUnit(
            kind: .claim, path: SitePath.claim(claim.id), title: claim.title, names: [claim.id],
            text: bytes, textRange: 0..<bytes.count,
            facets: facets(ofClaim: index))
    }

    private func kind(of entity: Entity) -> SearchUnit.Kind {
        switch entity.kind {
        case .person: .person
        case .product: .product
        case .organization: .organization
        }
    }

    private func facets(ofClaim index: Int) -> [(facet: String, value: String)] {
        let claim = edition.archive.claims[index]
        let subjects = claim.subjects.compactMap { edition.archive.lookup.entityByID[$0.value] }
        return [("status", edition.ledger.status(of: index).rawValue)]
            + subjects.map { facet(of: $0) }
    }

    private func facets(ofArticle index: Int) -> [(facet: String, value: String)] {
        let article = edition.archive.articles[index]
        var facets: [(facet: String, value: String)] = []
        if let year = article.date?.year { facets.append(("year", SitePath.padded(year, to: 4))) }
        if let outlet = article.outlet { facets.append(("outlet", SitePath.segment(outlet))) }
        facets.append(("language", article.language))
        facets += edition.cast[index].map { facet(of: $0.entity) }
        let statuses = Set(
            edition.claimsByArticle[index].map { edition.ledger.status(of: $0).rawValue })
        facets += statuses.sorted().map { ("status", $0) }
        return facets
    }

    private func facet(of index: Int) -> (facet: String, value: String) {
        let entity = edition.archive.entities[index]
        return (entity.kind.rawValue, entity.id)
    }
}
