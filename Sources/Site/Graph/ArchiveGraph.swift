import Annotation
import Archive
import Files
import Markup
import Text

/// The references between articles, entities and claims.
///
/// Built once from the annotated articles and then read-only. Articles, entities and claims are
/// identified by their index in `archive`.
final class ArchiveGraph: Sendable {
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
    /// Indices of articles' mentions; the ranges of `appearances` refer to it.
    let mentionNumbers: [Int]
    /// By index in `mentionNumbers`: `ArticleReading.contexts`.
    let mentionContexts: [UInt64]
    /// By entity: the number of articles that mention it, and of its mentions without those of its
    /// parts.
    let articleCounts: [Int]
    let mentionCounts: [Int]
    /// By article: the entities that it mentions, most mentioned first.
    let cast: [[CastMember]]
    /// By article: the claims that quote it.
    let claimsByArticle: [[Int]]
    /// By entity: the claims about it, and the claims in which it speaks.
    let claimsAbout: [[Int]]
    let claimsBy: [[Int]]
    /// By claim: the claims that have a relation to it.
    let relationsTo: [[(claim: Int, kind: Claim.Relation.Kind)]]
    let family: EntityFamily
    let taxonomies: Taxonomies
    /// Texts that editors have marked as misprints; an alias among them is not shown.
    let misprints: Set<String>

    init(_ annotated: AnnotatedArchive, _ taxonomies: Taxonomies, jobs: Int) async throws {
        let archive = annotated.archive
        self.archive = archive
        self.taxonomies = taxonomies
        texts = annotated.texts
        readings = annotated.readings
        mentions = annotated.mentions.map(\.mentions)
        ledger = annotated.ledger
        family = EntityFamily(archive)
        misprints = Set(archive.decisions.values.flatMap { $0.sic.map(\.quote.value) })

        let (mentions, readings, family) = (self.mentions, self.readings, self.family)
        let named = try await Array(mentions.indices).concurrentMap(jobs: jobs) { article in
            let cast = CastMember.all(mentions[article])
            let found = Appearances(in: article, of: cast, mentions[article], family)
            let contexts = readings[article].contexts
            return (cast: cast, found: found, contexts: found.numbers.map { contexts[$0] })
        }
        cast = named.map(\.cast)
        var numbers: [Int] = []
        var contexts: [UInt64] = []
        let count = named.reduce(0) { $0 + $1.contexts.count }
        numbers.reserveCapacity(count)
        contexts.reserveCapacity(count)
        var appearances = Self.room(
            for: named.lazy.map(\.found), entities: archive.entities.count)
        var articleCounts = [Int](repeating: 0, count: archive.entities.count)
        var mentionCounts = articleCounts
        for (members, found, around) in named {
            for (entity, appearance) in found.byEntity {
                appearances[entity].append(appearance.moved(by: numbers.count))
            }
            numbers += found.numbers
            contexts += around
            for member in members {
                articleCounts[member.entity] += 1
                mentionCounts[member.entity] += member.mentions
            }
        }
        self.appearances = appearances
        mentionNumbers = numbers
        mentionContexts = contexts
        self.articleCounts = articleCounts
        self.mentionCounts = mentionCounts

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

    /// An array of empty arrays, one for each entity.
    private static func room(
        for articles: some Sequence<Appearances>, entities: Int
    ) -> [[Appearance]] {
        var counts = [Int](repeating: 0, count: entities)
        for article in articles {
            for (entity, _) in article.byEntity { counts[entity] += 1 }
        }
        return counts.map { count in
            var empty: [Appearance] = []
            empty.reserveCapacity(count)
            return empty
        }
    }

    /// One article with an edited text.
    struct Edit {
        /// Index in `Archive.articles`.
        var index: Int
        var article: Article
        var document: MarkdownDocument
        var found: ArticleMentions
    }

    /// A copy without the texts; optionally with one edited article, as far as the article's own
    /// page shows the change.
    init(_ other: ArchiveGraph, _ edit: Edit? = nil) {
        var archive = other.archive
        var (mentions, readings, cast) = (other.mentions, other.readings, other.cast)
        var (texts, ledger) = (other.texts.unread, other.ledger)
        if let edit {
            archive.articles[edit.index] = edit.article
            texts = ArticleTexts(count: archive.articles.count) { _ in edit.document }
            mentions[edit.index] = edit.found.mentions
            readings[edit.index] = ArticleReading(texts[edit.index], edit.document, edit.found)
            cast[edit.index] = CastMember.all(edit.found.mentions)
            ledger = ledger.reading(edit.index, again: texts, archive)
        }
        self.archive = archive
        self.texts = texts
        self.mentions = mentions
        self.readings = readings
        self.cast = cast
        self.ledger = ledger
        appearances = other.appearances
        mentionNumbers = other.mentionNumbers
        mentionContexts = other.mentionContexts
        articleCounts = other.articleCounts
        mentionCounts = other.mentionCounts
        claimsByArticle = other.claimsByArticle
        claimsAbout = other.claimsAbout
        claimsBy = other.claimsBy
        relationsTo = other.relationsTo
        family = other.family
        taxonomies = other.taxonomies
        misprints = other.misprints
    }
}
