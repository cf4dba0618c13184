import Annotation
import Archive

/// The forms in which the archive names each entity.
///
/// All are counted in one pass over the articles: entities share the articles that name them.
struct NameForms: Sendable {
    struct Form: Sendable {
        /// As written.
        var text: String
        /// Of the first article that has it.
        var language: String
        var count = 0
        /// By name; the empty name means that the article has no outlet.
        var outlets: [String: Int] = [:]
        /// The correct form of a misprint.
        var correct: String?
    }

    private var byEntity: [[Form]]

    init(_ renderer: PageRenderer) {
        let graph = renderer.graph
        let articles = graph.archive.articles
        byEntity = Array(repeating: [], count: graph.archive.entities.count)
        // Outlets are counted by number: names cost a hash for every mention.
        var counts = [[[Int: Int]]](repeating: [], count: byEntity.count)
        var outlets: [String] = []
        var outletNumbers: [String: Int] = [:]
        for index in articles.indices {
            let name = renderer.outletNames[index]
            let outlet = outletNumbers[name] ?? outlets.count
            if outlet == outlets.count {
                outlets.append(name)
                outletNumbers[name] = outlet
            }
            let mayBeMisprint = !graph.ledger.articles[index].sic.isEmpty
            for span in graph.readings[index].spans {
                let (entity, words) = (span.mention.entity, span.words)
                // By bytes: strings that differ only in how letters are composed are equal.
                let known = byEntity[entity].firstIndex {
                    $0.text.utf8.count == words.count && $0.text.utf8.elementsEqual(words)
                }
                let form = known ?? byEntity[entity].count
                if known == nil {
                    byEntity[entity].append(
                        Form(
                            text: String(decoding: words, as: UTF8.self),
                            language: articles[index].language))
                    counts[entity].append([:])
                }
                byEntity[entity][form].count += 1
                counts[entity][form][outlet, default: 0] += 1
                if mayBeMisprint, byEntity[entity][form].correct == nil {
                    byEntity[entity][form].correct = Self.correction(
                        of: span.mention.range, in: index, graph)
                }
            }
        }
        for (entity, forms) in counts.enumerated() {
            for (form, numbers) in forms.enumerated() {
                byEntity[entity][form].outlets = Dictionary(
                    uniqueKeysWithValues: numbers.map { (outlets[$0.key], $0.value) })
            }
        }
    }

    /// Most frequent first.
    func of(_ entity: Int) -> [Form] {
        byEntity[entity].sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }

    /// The editor's correction of words that contain the mention or are part of it.
    private static func correction(
        of range: Range<Int>, in article: Int, _ graph: ArchiveGraph
    ) -> String? {
        guard
            let remark = graph.ledger.articles[article].sic.first(where: {
                $0.anchor.range.overlaps(range)
            }), let decisions = graph.archive.decisions[graph.archive.articles[article].slug]
        else { return nil }
        return decisions.sic[remark.index].correct
    }
}
