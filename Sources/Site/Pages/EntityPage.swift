import Annotation
import Archive
import Files
import Markup
import Publishing
import Text

/// `people/<id>/`, `products/<id>/`, `organizations/<id>/`: what the archive says of an entity,
/// every mention in its sentence.
struct EntityPage {
    /// Articles whose mentions are shown on one page.
    static let articlesPerPage = 50
    /// Claims that are shown before the rest is folded away.
    static let claimsShown = 6

    let renderer: PageRenderer
    let cooccurrence: Cooccurrence
    let forms: NameForms
    let index: Int

    private var entity: Entity { renderer.archive.entities[index] }
    private var prose: EntityProse { renderer.prose[index] }
    private var path: String { SitePath.entity(entity) }
    private var appearances: [Appearance] { renderer.graph.appearances[index] }

    /// The pages and cards of all entities.
    ///
    /// Pages that show the same articles follow one another, so that the words of these are still
    /// in the processor's caches.
    static func tasks(
        _ renderer: PageRenderer, _ forms: NameForms, jobs: Int
    ) async throws -> [OutputTask] {
        let cooccurrence = Cooccurrence(
            cast: renderer.graph.cast, entities: renderer.archive.entities.count)
        let entities = Array(renderer.archive.entities.indices)
        let tasks = try await entities.concurrentMap(jobs: jobs) {
            EntityPage(renderer: renderer, cooccurrence: cooccurrence, forms: forms, index: $0)
                .tasks
        }
        return tasks.flatMap { $0 }
            .sorted { ($0.firstArticle, $0.task.name) < ($1.firstArticle, $1.task.name) }
            .map(\.task)
    }

    /// The pages, each by itself, the first one with the card; and the first article that each
    /// shows.
    private var tasks: [(firstArticle: Int, task: OutputTask)] {
        let pages = Pager.pages(
            appearances, size: Self.articlesPerPage, path: path, renderer: renderer)
        let inputs = self.inputs
        return pages.map { page in
            let task = OutputTask(SitePath.file(page.path), inputs: inputs) {
                let card = page.number == 1 ? self.cards : []
                return renderer.work(model(of: page), card)
            }
            return (page.items.first?.article ?? 0, task)
        }
    }

    /// Of everything that the models can be made of: the archive without the words of its articles,
    /// who is mentioned where, and the sentences that mention this entity.
    ///
    /// At its path, and at old paths.
    private var cards: [Attachment] {
        let old = RedirectPath.dataFolders(entity.oldPaths, of: path, in: renderer.archive)
        let card = self.card
        return ([path] + old).map { Attachment($0 + "card.json", bytes: card) }
    }

    private var inputs: Fingerprint {
        var key = CacheKeyBuilder()
        key.add(renderer.inputs.withoutWords)
        key.add(
            EntityMentions(renderer: renderer, index: index, path: path).key(of: appearances[...]))
        return key.fingerprint
    }

    private var bodyHTML: [UInt8] {
        HTMLWriter.html(of: prose.document, options: renderer.options(on: path, of: entity.file))
    }

    private var facts: String? { EntityFacts(renderer: renderer, index: index).html }

    private var schema: [UInt8] {
        EntitySchema(graph: renderer.graph, index: index, line: prose.line).element
    }

    private func model(of page: Pager.Page<Appearance>) -> PageModel {
        var model = renderer.model(
            .entity, path: page.path, title: entity.name, section: entity.kind.folder,
            description: prose.line.isEmpty ? nil : prose.line,
            data: page.number == 1 ? schema : nil)
        model.choice = entity.template?.value
        model["params"] = renderer.theme.params(entity.params)
        model["id"] = entity.id
        model["kind"] = entity.kind.id
        model["kindText"] = renderer.kindWords.singular(entity.kind)
        model["heading"] = entity.name
        model["textLang"] = renderer.foreign(prose.language ?? prose.nameLanguage)
        model["count"] = countLine
        model["pager"] = page.pager
        if !page.items.isEmpty {
            let mentions = EntityMentions(renderer: renderer, index: index, path: page.path)
            model["mentions"] = DeferredMarkup(key: mentions.key(of: page.items)) {
                mentions.html(page.items)
            }
        }
        guard page.number == 1 else { return model }
        model["names"] = names
        if !entity.body.isEmpty { model["body"] = HTMLText(bodyHTML) }
        model["facts"] = facts
        addClaims(renderer.graph.claimsAbout[index], as: "claimsAbout", to: &model)
        addClaims(renderer.graph.claimsBy[index], as: "claimsBy", to: &model)
        model["claimsAboutTitle"] = renderer.strings("claims-about", ["name": entity.name])
        model["claimsByTitle"] = renderer.strings("claims-by", ["name": entity.name])
        model["timeline"] = EntityTimeline(renderer: renderer, index: index).html
        let together = cooccurrence.of(
            index, in: appearances.filter { !$0.own.isEmpty }.map(\.article),
            except: renderer.graph.family.kin(of: index))
        model["together"] = HTMLText(
            joining: together.map {
                renderer.row(
                    entity: $0.entity, count: renderer.count("articles", $0.articles), from: path)
            })
        model["variants"] = VariantTable(renderer: renderer, forms: forms.of(index)).html
        return model
    }

    private var countLine: String? {
        let articles = renderer.graph.articleCounts[index]
        guard articles > 0 else { return nil }
        return renderer.strings(
            "mentions-in-articles",
            [
                "mentions": renderer.count("mentions", renderer.graph.mentionCounts[index]),
                "articles": renderer.count("articles", articles),
            ])
    }

    private var names: String? {
        let names = entity.labels.filter { $0.name != entity.name }.map {
            "<span lang=\"\(HTML.escape($0.language))\">\(HTML.escape($0.name))</span>"
        }
        return names.isEmpty ? nil : names.joined(separator: " ")
    }

    /// The first rows as `key`, the others as `keyMore`; disputed ones come first.
    private func addClaims(_ claims: [Int], as key: String, to model: inout PageModel) {
        let ranks = Dictionary(
            uniqueKeysWithValues: claims.map {
                ($0, Self.rank(renderer.graph.ledger.status(of: $0)))
            })
        let sorted = claims.sorted { (ranks[$0] ?? 0, $0) < (ranks[$1] ?? 0, $1) }
        model[key] = renderer.rows(claims: sorted.prefix(Self.claimsShown), from: path)
        let rest = sorted.dropFirst(Self.claimsShown)
        guard let more = renderer.rows(claims: rest, from: path) else { return }
        let label = renderer.strings("show-more", ["n": String(rest.count)])
        model[key + "More"] = ["label": label, "rows": more] as Fields
    }

    private static func rank(_ status: ClaimStatus) -> Int {
        switch status {
        case .disputed: 0
        case .corroborated: 1
        case .reported: 2
        case .repeated: 3
        case .singleSource: 4
        case .superseded: 5
        }
    }

    /// What the card on a mention shows.
    private var card: [UInt8] {
        return JSONWriter.document { json in
            json.object { json in
                json.member("name", entity.name)
                json.member("kind", entity.kind.id)
                json.member(ifAny: "lang", prose.language ?? prose.nameLanguage)
                json.member(ifAny: "line", prose.line)
                json.member(ifAny: "mentions", countLine)
                json.array("articles") { json in
                    for appearance in appearances.lazy.filter({ !$0.own.isEmpty }).prefix(5) {
                        let article = renderer.archive.articles[appearance.article]
                        let first = renderer.graph.mentionNumbers[appearance.own.lowerBound]
                        let sentence = renderer.graph.readings[appearance.article]
                            .sentenceIDs[first]
                        json.object { json in
                            json.member("title", article.title)
                            json.member("lang", article.language)
                            json.member(
                                "url",
                                SitePath.link(
                                    from: "", to: SitePath.article(article.slug),
                                    fragment: "s\(sentence)"))
                        }
                    }
                }
            }
        }
    }
}
