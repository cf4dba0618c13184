import Annotation
import Archive
import Markup
import Text

/// Everything that pages say about one another: who is mentioned where, with whom, in which claims.
///
/// Built once from the annotated articles; pages only read it. Articles, entities and claims are
/// named by their index in `archive`.
final class Edition: Sendable {
    let archive: Archive
    /// By article.
    let texts: ArticleTexts
    /// By article.
    let readings: [ArticleReading]
    /// By article.
    let mentions: [[Mention]]
    let ledger: ClaimLedger
    /// By entity: the articles that mention it, or a part of it, in the archive's order.
    let appearances: [[Appearance]]
    /// By article: the entities that it mentions, most mentioned first.
    let cast: [[CastMember]]
    /// By article: the claims that quote it.
    let claimsByArticle: [[Int]]
    /// By entity: the claims whose subject it is, and those it makes.
    let claimsAbout: [[Int]]
    let claimsBy: [[Int]]
    /// By claim: the claims that have a relation to it.
    let relationsTo: [[(claim: Int, kind: Claim.Relation.Kind)]]
    let family: EntityFamily
    let shelves: Shelves
    /// Words that editors have marked as misprints; an alias among them is no name to show.
    let misprints: Set<String>

    init(_ annotated: AnnotatedArchive, jobs: Int) async throws {
        archive = annotated.archive
        texts = annotated.texts
        readings = annotated.readings
        mentions = annotated.mentions.map(\.mentions)
        ledger = annotated.ledger
        family = EntityFamily(archive)
        shelves = Shelves(archive)
        misprints = Set(archive.decisions.values.flatMap { $0.sic.map(\.quote.value) })

        let (mentions, family) = (self.mentions, self.family)
        let named = try await Array(mentions.indices).concurrentMap(jobs: jobs) {
            Named(in: $0, mentions[$0], family)
        }
        var appearances = [[Appearance]](repeating: [], count: archive.entities.count)
        for one in named {
            for (entity, appearance) in one.appearances { appearances[entity].append(appearance) }
        }
        self.appearances = appearances
        cast = named.map(\.cast)

        var claimsByArticle = [[Int]](repeating: [], count: archive.articles.count)
        var about = [[Int]](repeating: [], count: archive.entities.count)
        var by = about
        let entityByID = archive.lookup.entityByID
        for (index, claim) in archive.claims.enumerated() {
            for article in Set(ledger.anchors(of: index).map(\.article)).sorted() {
                claimsByArticle[article].append(index)
            }
            for subject in Set(claim.subjects.compactMap { entityByID[$0.value] }).sorted() {
                about[subject].append(index)
            }
            let speakers = claim.statements.compactMap {
                $0.speaker.flatMap { entityByID[$0.value] }
            }
            for speaker in Set(speakers).sorted() { by[speaker].append(index) }
        }
        var relationsTo = [[(claim: Int, kind: Claim.Relation.Kind)]](
            repeating: [], count: archive.claims.count)
        for (index, claim) in archive.claims.enumerated() {
            for relation in claim.relations {
                if let to = archive.lookup.claimByID[relation.to.value] {
                    relationsTo[to].append((index, relation.kind))
                }
            }
        }
        self.relationsTo = relationsTo
        self.claimsByArticle = claimsByArticle
        claimsAbout = about
        claimsBy = by
    }

    /// Mentions of an entity itself over the whole archive.
    func mentionCount(of entity: Int) -> Int {
        appearances[entity].reduce(0) { $0 + $1.own.count }
    }
}

/// Whom one article names.
private struct Named: Sendable {
    var cast: [CastMember]
    /// By entity; also of those of which it names a part.
    var appearances: [(entity: Int, appearance: Appearance)]

    init(in article: Int, _ mentions: [Mention], _ family: EntityFamily) {
        var counts: [Int: [Int]] = [:]
        for (index, mention) in mentions.enumerated() {
            counts[mention.entity, default: []].append(index)
        }
        cast = counts.map {
            CastMember(entity: $0.key, mentions: $0.value.count, first: $0.value[0])
        }
        .sorted { ($1.mentions, $0.first) < ($0.mentions, $1.first) }
        var byEntity: [Int: Appearance] = [:]
        for (entity, indices) in counts {
            byEntity[entity, default: Appearance(article: article)].own = indices
            for ancestor in family.ancestors(of: entity) {
                byEntity[ancestor, default: Appearance(article: article)].parts += indices
            }
        }
        appearances = byEntity.map { ($0.key, $0.value.sorted()) }
    }
}

/// One article's mentions of one entity.
struct Appearance: Sendable {
    var article: Int
    /// Indices of the article's mentions that name the entity itself.
    var own: [Int] = []
    /// Indices of those that name a version or sub-brand of it.
    var parts: [Int] = []

    init(article: Int) {
        self.article = article
    }

    func sorted() -> Appearance {
        var copy = self
        copy.parts.sort()
        return copy
    }
}

/// An entity as one article's cast shows it.
struct CastMember: Sendable {
    var entity: Int
    var mentions: Int
    /// Index of its first mention in the article.
    var first: Int
}
