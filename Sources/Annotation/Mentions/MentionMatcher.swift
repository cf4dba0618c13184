import Archive
import Markup
import Text

/// Finds the mentions of entities in an article.
///
/// 1. `NameTable` finds all names with valid boundaries (`NameBoundary`).
/// 2. `[[id|words]]` and accepted quotes are always mentions; names that overlap them are dropped.
/// 3. `not`, `reject`, `only-in` and `only-in-marks` exclude meanings of the remaining names.
/// 4. `NameSegmentation` chooses among overlapping names and excludes doubtful ones.
/// 5. `MentionResolution` resolves names of several entities, or leaves them undecided.
///
/// Created once and used for all articles. Safe to use from several threads.
public struct MentionMatcher: Sendable {
    let names: NameTable
    let frequencies = WordFrequencies()
    private let entities: [String: Int]
    private let people: [Entity]
    /// By article: whether a capital is no sign of a name (`NeighborNames`).
    private let hasCapitalNouns: [Bool]
    /// By article: the entities of `about`.
    private let about: [[Int]]
    /// By article.
    private let decisions: [ArticleDecisions?]

    public init(_ archive: Archive) {
        names = NameTable(archive)
        var ids: [String: Int] = [:]
        for (index, entity) in archive.entities.enumerated() { ids[entity.id] = index }
        entities = ids
        people = archive.entities
        hasCapitalNouns = archive.articles.indices.map {
            ["de", "lb"].contains(archive.articles[$0].language.prefix { $0 != "-" })
        }
        about = archive.articles.indices.map { index in
            archive.articles[index].about.compactMap { ids[$0.value] }
        }
        decisions = archive.articles.indices.map { archive.decisions[archive.articles[$0].slug] }
    }

    public func mentions(in text: ArticleText) -> ArticleMentions {
        steps(text).mentions
    }

    /// The editor's decisions about an article; `nil` if there are none.
    func editor(_ text: ArticleText, _ folded: FoldedText) -> EditorDecisions? {
        decisions[text.article].map {
            EditorDecisions($0, in: folded, of: text.plain.utf8, names: names, entities: entities)
        }
    }

    func steps(_ text: ArticleText) -> MentionSteps {
        let folded = text.foldedForNames()
        let editor = editor(text, folded)
        let fixed = fixed(text.plain.links, editor, folded)
        let taken = SpanIndex(fixed.map { ($0.range, ()) })
        let hits = names.hits(in: folded, of: text.plain.utf8)
        let meanings = PlaceMeanings(
            names, hits, editor, article: text.article, plain: text.plain.utf8)
        let all = candidates(hits, meanings, editor, folded)
        let free = all.filter { !taken.contains(overlapping: $0.original) { _, _ in true } }
        let segmentation = NameSegmentation(free, in: folded.bytes, frequencies)
        let choices = segmentation.choices()
        var resolution = MentionResolution(
            text, about: about[text.article], fixed: fixed, room: choices.count)
        let neighbors = neighbors(text, choices)
        for (index, choice) in choices.enumerated() {
            resolution.add(
                choice.candidate, crossedBy: choice.crossedBy.map(folded.original),
                beside: neighbors[index])
        }
        let mentions = resolution.finished(
            names: choices.compactMap(\.candidate.name), unmatched: editor?.unmatched ?? [])
        return MentionSteps(
            folded: folded, fixed: fixed, meanings: meanings, candidates: all,
            segmentation: segmentation, choices: choices, mentions: mentions)
    }

    /// By choice: the capitalized word that makes a person's one-word name doubtful.
    private func neighbors(_ text: ArticleText, _ choices: [NameSegmentation.Choice])
        -> [Int: Range<Int>]
    {
        guard !hasCapitalNouns[text.article] else { return [:] }
        let names = NeighborNames(text, people)
        var found: [Int: Range<Int>] = [:]
        var places: SpanIndex<Bool>?
        for (index, choice) in choices.enumerated()
        where choice.crossedBy == nil && !choice.candidate.isAccepted
            && choice.candidate.decided.isEmpty
            && NeighborNames.mayBeOne(text.plain.utf8, choice.candidate.original)
        {
            let known =
                places
                ?? SpanIndex(
                    choices.map { choice in
                        (
                            range: choice.candidate.original,
                            value: choice.candidate.entities.allSatisfy {
                                people[$0].kind == .person
                            }
                        )
                    })
            places = known
            found[index] = names.word(
                beside: choice.candidate.original, of: choice.candidate.entities, names: known)
        }
        return found
    }

    /// Mentions that do not depend on names: wikilinks to entities, and accepted quotes that do not
    /// overlap them.
    private func fixed(
        _ links: [PlainText.Link], _ editor: EditorDecisions?, _ folded: FoldedText
    ) -> [MentionResolution.Fixed] {
        var fixed: [MentionResolution.Fixed] = []
        for link in links where link.isWikilink && !link.range.isEmpty {
            let id = link.target.prefix { $0 != "#" }
            if let entity = entities[String(id)] {
                fixed.append(.init(range: link.range, entity: entity, reason: .explicit))
            }
        }
        let links = SpanIndex(fixed.map { ($0.range, ()) })
        var end = 0
        for place in editor?.accepted ?? [] where place.isQuoted {
            let range = folded.original(place.folded)
            guard let entity = place.entity, range.lowerBound >= end,
                !links.contains(overlapping: range, where: { _, _ in true })
            else { continue }
            fixed.append(.init(range: range, entity: entity, reason: .decision))
            end = range.upperBound
        }
        return fixed
    }

    /// The names in the text with their remaining meanings, sorted by start, longest first.
    private func candidates(
        _ hits: [NameTable.Hit], _ meanings: PlaceMeanings, _ editor: EditorDecisions?,
        _ folded: FoldedText
    ) -> [NameCandidate] {
        var candidates: [NameCandidate] = []
        candidates.reserveCapacity(hits.count)
        for hit in hits {
            let all = names.meanings[hit.name]
            var left = all[...]
            if all.contains(where: { meanings.objection(to: $0, at: hit) != nil }) {
                left = all.filter { meanings.objection(to: $0, at: hit) == nil }[...]
            }
            guard !left.isEmpty else { continue }
            candidates.append(
                NameCandidate(
                    folded: hit.folded, original: hit.original, name: hit.name,
                    entities: left.count == all.count
                        ? names.entities[hit.name] : NameTable.distinct(left.map(\.entity)),
                    decided: NameTable.distinct(left.filter { $0.onlyIn != nil }.map(\.entity))))
        }
        let accepted = (editor?.accepted ?? []).filter { !$0.isQuoted }
        return accepted.isEmpty ? candidates : merge(accepted, into: candidates, folded)
    }

    /// Adds the words that an editor accepted in this article as names.
    private func merge(
        _ accepted: [EditorDecisions.Place], into candidates: [NameCandidate], _ folded: FoldedText
    ) -> [NameCandidate] {
        var found: [Range<Int>: NameCandidate] = [:]
        for candidate in candidates { found[candidate.folded] = candidate }
        for place in accepted {
            guard let entity = place.entity else { continue }
            var candidate =
                found[place.folded]
                ?? NameCandidate(
                    folded: place.folded, original: folded.original(place.folded), name: nil,
                    entities: [], decided: [])
            candidate.entities = NameTable.distinct(candidate.entities + [entity])
            candidate.decided = [entity]
            candidate.isAccepted = true
            found[place.folded] = candidate
        }
        return found.values.sorted {
            ($0.folded.lowerBound, -$0.folded.upperBound)
                < ($1.folded.lowerBound, -$1.folded.upperBound)
        }
    }
}

/// The intermediate results of `MentionMatcher` for one article.
///
/// `mentions` is the final result;
/// the rest is used by explanations.
struct MentionSteps {
    let folded: FoldedText
    let fixed: [MentionResolution.Fixed]
    let meanings: PlaceMeanings
    /// Sorted by start, longest first, including candidates that overlap fixed mentions.
    let candidates: [NameCandidate]
    let segmentation: NameSegmentation
    let choices: [NameSegmentation.Choice]
    let mentions: ArticleMentions
}
