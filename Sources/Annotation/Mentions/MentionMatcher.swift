import Archive
import Markup
import Text

/// Finds which words of an article name which entity.
///
/// 1. `NameTable` finds every name whose boundaries hold (`NameBoundary`).
/// 2. `[[id|words]]` and accepted quotes are mentions as they stand; names that touch them go.
/// 3. `not` strings, `reject`, `only-in` and `only-in-marks` take meanings away from the rest.
/// 4. `NameSegmentation` chooses among overlapping names and leaves doubtful ones out.
/// 5. `MentionResolution` decides names of several entities, or leaves them undecided.
///
/// Built once and used for all articles, from any thread.
public struct MentionMatcher: Sendable {
    let names: NameTable
    let frequencies = WordFrequencies()
    private let entities: [String: Int]
    /// By article: entities that the whole article is about.
    private let about: [[Int]]
    /// By article.
    private let decisions: [ArticleDecisions?]

    public init(_ archive: Archive) {
        names = NameTable(archive)
        var ids: [String: Int] = [:]
        for (index, entity) in archive.entities.enumerated() { ids[entity.id] = index }
        entities = ids
        about = archive.articles.indices.map { index in
            archive.articles[index].about.compactMap { ids[$0.value] }
        }
        decisions = archive.articles.indices.map { archive.decisions[archive.articles[$0].slug] }
    }

    public func mentions(in text: ArticleText) -> ArticleMentions {
        steps(text).mentions
    }

    /// What an editor decided about an article; `nil`: nothing.
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
        for choice in choices {
            resolution.add(choice, crossedBy: choice.crossedBy.map(folded.original))
        }
        let mentions = resolution.finished(
            names: choices.compactMap(\.candidate.name), unmatched: editor?.unmatched ?? [])
        return MentionSteps(
            folded: folded, fixed: fixed, meanings: meanings, candidates: all,
            segmentation: segmentation, choices: choices, mentions: mentions)
    }

    /// What stands whatever the names say: wikilinks to entities, then accepted quotes beside them.
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

    /// The names of the text with the meanings that are left to them, by start, longest first.
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

    /// Words that an editor accepted become names of this article.
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

/// What each step of `MentionMatcher` made of one article: `mentions` is the result, the rest is
/// what an explanation needs.
struct MentionSteps {
    let folded: FoldedText
    let fixed: [MentionResolution.Fixed]
    let meanings: PlaceMeanings
    /// By start, longest first; also those that touch what is fixed.
    let candidates: [NameCandidate]
    let segmentation: NameSegmentation
    let choices: [NameSegmentation.Choice]
    let mentions: ArticleMentions
}
