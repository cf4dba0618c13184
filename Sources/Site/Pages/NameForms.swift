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
        /// By name; the empty name is no outlet.
        var outlets: [String: Int] = [:]
        /// What the misprint stands for.
        var correct: String?
    }

    /// A form by its bytes: strings that differ only in how letters are composed are equal.
    private struct ExactWords: Hashable {
        var words: String

        static func == (a: ExactWords, b: ExactWords) -> Bool {
            a.words.utf8.elementsEqual(b.words.utf8)
        }

        func hash(into hasher: inout Hasher) {
            var words = words
            words.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    private var byEntity: [[Form]]

    init(_ press: Press) {
        let edition = press.edition
        let articles = edition.archive.articles
        byEntity = Array(repeating: [], count: edition.archive.entities.count)
        var numbers = [[ExactWords: Int]](repeating: [:], count: byEntity.count)
        for index in articles.indices {
            let spans = edition.readings[index].spans
            let outlet = press.outletNames[index]
            let mayBeMisprint = !edition.ledger.articles[index].sic.isEmpty
            for (number, mention) in edition.mentions[index].enumerated() {
                let key = ExactWords(words: spans[number].words)
                let entity = mention.entity
                let form = numbers[entity][key] ?? byEntity[entity].count
                if form == byEntity[entity].count {
                    numbers[entity][key] = form
                    byEntity[entity].append(
                        Form(text: key.words, language: articles[index].language))
                }
                byEntity[entity][form].count += 1
                byEntity[entity][form].outlets[outlet, default: 0] += 1
                if mayBeMisprint, byEntity[entity][form].correct == nil {
                    byEntity[entity][form].correct = Self.correction(
                        of: mention.range, in: index, edition)
                }
            }
        }
    }

    /// Most frequent first.
    func of(_ entity: Int) -> [Form] {
        byEntity[entity].sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }

    /// What the editor reads in place of words that hold the mention, or stand in it.
    private static func correction(
        of range: Range<Int>, in article: Int, _ edition: Edition
    ) -> String? {
        guard
            let remark = edition.ledger.articles[article].sic.first(where: {
                $0.anchor.range.overlaps(range)
            }), let decisions = edition.archive.decisions[edition.archive.articles[article].slug]
        else { return nil }
        return decisions.sic[remark.index].correct
    }
}
