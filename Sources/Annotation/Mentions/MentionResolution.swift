import Text

/// Collects an article's mentions and resolves names of several entities.
///
/// Rules, in this order: `accept` and `only-in`; `about`; the only candidate that the article also
/// mentions by an unambiguous name. A name that no rule resolves is undecided.
struct MentionResolution {
    /// A mention that does not depend on a name: a wikilink or an accepted quote.
    struct Fixed {
        /// Bytes of the plain text.
        var range: Range<Int>
        var entity: Int
        var reason: Mention.Reason
    }

    private let text: ArticleText
    private let about: Set<Int>
    private var mentions: [Mention] = []
    private var undecided: [Undecided] = []
    private var open: [NameCandidate] = []

    /// - Parameter room: the number of names that will be added, to reserve capacity.
    init(_ text: ArticleText, about: [Int], fixed: [Fixed], room: Int) {
        self.text = text
        self.about = Set(about)
        mentions.reserveCapacity(fixed.count + room)
        for one in fixed { mentions.append(mention(one.range, one.entity, one.reason)) }
    }

    /// - Parameters:
    ///   - word: the everyday word that crosses the name.
    ///   - neighbor: the capitalized word beside it that makes it doubtful.
    mutating func add(
        _ candidate: NameCandidate, crossedBy word: Range<Int>?, beside neighbor: Range<Int>?
    ) {
        if let word {
            leave(candidate, .doubtful(word: word))
        } else if let neighbor {
            leave(candidate, .neighbor(word: neighbor))
        } else if candidate.entities.count == 1 {
            mentions.append(
                mention(
                    candidate.original, candidate.entities[0],
                    candidate.decided.isEmpty ? .alias : .decision))
        } else if candidate.decided.count == 1 {
            mentions.append(mention(candidate.original, candidate.decided[0], .decision))
        } else {
            open.append(candidate)
        }
    }

    mutating func finished(names: [Int], unmatched: [UnmatchedDecision]) -> ArticleMentions {
        // Entities that the article mentions unambiguously.
        let companions = open.isEmpty ? [] : Set(mentions.map(\.entity))
        for candidate in open {
            let subjects = candidate.entities.filter(about.contains)
            let named = candidate.entities.filter(companions.contains)
            if subjects.count == 1 {
                mentions.append(mention(candidate.original, subjects[0], .about))
            } else if named.count == 1 {
                mentions.append(mention(candidate.original, named[0], .companion))
            } else {
                leave(candidate, .ambiguous)
            }
        }
        return ArticleMentions(
            mentions: mentions.sorted { $0.range.lowerBound < $1.range.lowerBound },
            undecided: undecided.sorted { $0.range.lowerBound < $1.range.lowerBound },
            names: Self.distinct(names), unmatched: unmatched)
    }

    private static func distinct(_ names: [Int]) -> [Int32] {
        var numbers = names.map { Int32($0) }
        numbers.sort()
        var last: Int32?
        numbers.removeAll { number in
            defer { last = number }
            return number == last
        }
        return numbers
    }

    private mutating func leave(_ candidate: NameCandidate, _ reason: Undecided.Reason) {
        undecided.append(
            Undecided(
                range: candidate.original, entities: candidate.entities,
                sentence: text.sentence(at: candidate.original.lowerBound), reason: reason))
    }

    private func mention(_ range: Range<Int>, _ entity: Int, _ reason: Mention.Reason) -> Mention {
        Mention(
            range: range, entity: entity, sentence: text.sentence(at: range.lowerBound),
            reason: reason)
    }
}
