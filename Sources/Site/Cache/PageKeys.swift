import Annotation
import Archive
import Files
import Text

/// Fingerprints of what pages are made of.
///
/// What a page shows of other things goes in as it is shown (rows, rendered prose), so that what
/// these are made of need not be known here. Articles are too many for that: `ArticleKeys`.
struct PageKeys: Sendable {
    private let renderer: PageRenderer
    /// Of what all pages share, with the names of all entities.
    private let site: Fingerprint
    /// Of all that an address or a wikilink may lead to.
    private let names: Fingerprint
    /// By article.
    private let articles: [ArticleKeys]
    /// Of who may be shown beside an entity: the row of each, and how many articles name it.
    private let company: Fingerprint

    /// By entity: its row in lists and on articles' pages.
    private let rows: [Fingerprint]
    /// Of all claims and their lists, but for the words around quotes.
    let claims: Fingerprint

    private var graph: ArchiveGraph { renderer.graph }
    private var archive: Archive { renderer.graph.archive }

    init(_ renderer: PageRenderer, _ inputs: BuildInputs, jobs: Int) async throws {
        self.renderer = renderer
        let graph = renderer.graph
        var site = CacheKeyBuilder()
        site.add(inputs.frame)
        // That of most articles where the settings name none.
        site.add(graph.archive.settings.language)
        for entity in graph.archive.entities {
            for words in [entity.id, entity.kind.id, entity.name] { site.add(words) }
        }
        self.site = site.fingerprint
        let rows = graph.archive.entities.indices.map {
            Fingerprint(of: renderer.row(entity: $0, from: "-/-/"))
        }
        self.rows = rows
        var company = CacheKeyBuilder()
        for (entity, articles) in graph.articleCounts.enumerated() {
            company.add(rows[entity])
            company.add(articles)
        }
        company.add(graph.archive.articles.count)
        self.company = company.fingerprint
        let names = Self.names(of: graph.archive)
        self.names = names
        articles = try await Array(graph.archive.articles.indices).concurrentMap(jobs: jobs) {
            ArticleKeys($0, renderer, inputs, names)
        }
        claims = Self.claims(renderer, inputs, self.site, names, rows, articles)
    }

    private static func names(of archive: Archive) -> Fingerprint {
        var names = CacheKeyBuilder()
        for index in archive.articles.indices {
            names.add(archive.articles[index].file)
            names.add(archive.articles[index].slug)
            names.add(archive.articles[index].title)
            names.add(archive.articles[index].language)
        }
        for entity in archive.entities {
            names.add(entity.file)
            names.add(entity.id)
        }
        for claim in archive.claims {
            names.add(claim.id)
            names.add(claim.title)
        }
        for page in archive.pages {
            names.add(page.file)
            names.add(page.path)
        }
        for path in archive.assets { names.add(path) }
        return names.fingerprint
    }

    // MARK: Pages

    func article(_ index: Int) -> Fingerprint {
        var key = CacheKeyBuilder()
        key.add(site)
        key.add(articles[index].words)
        key.add(articles[index].lines)
        for member in graph.cast[index] {
            key.add(rows[member.entity])
        }
        key.add(0)
        for claim in graph.claimsByArticle[index] {
            key.add(renderer.row(claim: claim, from: "-/-/"))
        }
        key.add(0)
        for other in graph.taxonomies.related(to: index, in: archive) {
            key.add(articles[other].card)
        }
        for neighbor in [index - 1, index + 1] {
            guard archive.articles.indices.contains(neighbor) else {
                key.add(0)
                continue
            }
            key.add(archive.articles[neighbor].slug)
            key.add(archive.articles[neighbor].title)
        }
        return key.fingerprint
    }

    /// - Parameter shown: what the page of the entity shows of it, but for mentions.
    func entity(_ index: Int, _ page: Pager.Page<Appearance>, of total: Int, shown: [String?])
        -> Fingerprint
    {
        var key = CacheKeyBuilder()
        key.add(site)
        key.add(index)
        key.add(page.number)
        key.add(total)
        for words in shown { key.add(words) }
        key.add(page.items.count)
        let (articles, contexts) = (self.articles, graph.mentionContexts)
        for appearance in page.items {
            key.add(articles[appearance.article].face)
            key.add(appearance.own.count)
            key.add(appearance.parts.count)
            for place in appearance.own { key.add(contexts[place]) }
            for place in appearance.parts { key.add(contexts[place]) }
        }
        return key.fingerprint
    }

    /// The first page of an entity tells of all its mentions.
    func firstPage(of index: Int, _ page: Fingerprint, shown: [String?]) -> Fingerprint {
        var key = CacheKeyBuilder()
        key.add(page)
        for words in shown { key.add(words) }
        key.add(company)
        let articles = self.articles
        for appearance in graph.appearances[index] {
            key.add(articles[appearance.article].face)
            key.add(appearance.own.count)
            key.add(appearance.parts.count)
        }
        for claims in [graph.claimsAbout[index], graph.claimsBy[index]] {
            key.add(claims.count)
            for claim in claims {
                key.add(renderer.row(claim: claim, from: "-/-/"))
                key.add(graph.ledger.status(of: claim).rawValue)
            }
        }
        return key.fingerprint
    }

    func claim(_ index: Int) -> Fingerprint {
        var key = CacheKeyBuilder()
        key.add(claims)
        key.add(index)
        for anchor in graph.ledger.anchors(of: index) {
            key.add(articles[anchor.article].words)
            key.add(anchor.range)
        }
        return key.fingerprint
    }

    /// Of a list of articles.
    func list(of list: [Int], shown: [String]) -> Fingerprint {
        var key = CacheKeyBuilder()
        key.add(site)
        for words in shown { key.add(words) }
        for article in list { key.add(articles[article].card) }
        return key.fingerprint
    }

    /// Of a list of entities with their mentions.
    func list(of entities: [(index: Int, count: Int)]) -> Fingerprint {
        var key = CacheKeyBuilder()
        key.add(site)
        for entity in entities {
            key.add(rows[entity.index])
            key.add(entity.count)
        }
        return key.fingerprint
    }

    /// Claims look at one another (series, contradictions, growth), so each is made of all.
    private static func claims(
        _ renderer: PageRenderer, _ inputs: BuildInputs, _ site: Fingerprint, _ names: Fingerprint,
        _ rows: [Fingerprint], _ articles: [ArticleKeys]
    ) -> Fingerprint {
        let graph = renderer.graph
        var key = CacheKeyBuilder()
        key.add(site)
        key.add(names)
        for file in Set(graph.archive.claims.map(\.place.file)).sorted() {
            inputs.add(file, to: &key)
        }
        var quoted = Set<Int>()
        for index in graph.archive.claims.indices {
            key.add(renderer.row(claim: index, from: "-/-/"))
            key.add(graph.ledger.status(of: index).rawValue)
            for anchor in graph.ledger.anchors(of: index) {
                key.add(anchor.article)
                key.add(anchor.sentence)
                quoted.insert(anchor.article)
            }
        }
        for index in quoted.sorted() {
            key.add(articles[index].card)
            key.add(graph.archive.articles[index].origin)
        }
        for entity in graph.archive.entities.indices {
            key.add(rows[entity])
            key.add(renderer.references[entity])
        }
        return key.fingerprint
    }

    // MARK: Files of the whole archive

    /// Of `data/mentions.csv`.
    var mentions: Fingerprint {
        var key = CacheKeyBuilder()
        key.add(site)
        for article in articles { key.add(article.lines) }
        return key.fingerprint
    }

    /// Of the addresses, titles, dates and outlets of all articles.
    var directory: Fingerprint {
        var key = CacheKeyBuilder()
        key.add(site)
        key.add(names)
        for index in archive.articles.indices {
            for words in [
                archive.articles[index].date?.iso, archive.articles[index].updated?.iso,
                archive.articles[index].outlet,
            ] { key.add(words) }
        }
        return key.fingerprint
    }

    /// Of `sitemap.xml`.
    ///
    /// - Parameter pages: paths of all pages.
    func sitemap(_ pages: some Sequence<String>) -> Fingerprint {
        var key = CacheKeyBuilder()
        key.add(directory)
        for page in pages { key.add(page) }
        return key.fingerprint
    }

    /// Of the search index.
    var search: Fingerprint {
        var key = CacheKeyBuilder()
        key.add(site)
        for (index, article) in articles.enumerated() {
            key.add(article.words)
            key.add(graph.cast[index].count)
            for member in graph.cast[index] { key.add(member.entity) }
            for claim in graph.claimsByArticle[index] {
                key.add(graph.ledger.status(of: claim).rawValue)
            }
        }
        for (index, entity) in archive.entities.enumerated() {
            key.add(renderer.prose[index].text)
            for alias in entity.allAliases { key.add(alias.text) }
            key.add(0)
        }
        for (index, claim) in archive.claims.enumerated() {
            for words in [claim.id, claim.title, graph.ledger.status(of: index).rawValue] {
                key.add(words)
            }
            for statement in claim.statements { key.add(statement.quote.value) }
            key.add(0)
            for subject in claim.subjects { key.add(subject.value) }
        }
        return key.fingerprint
    }
}
