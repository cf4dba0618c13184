import Archive
import Text

/// A span of an article's text that names an entity.
public struct Mention: Sendable, Equatable {
    /// Why the span was linked to this entity.
    public enum Reason: Int, Sendable {
        /// The name has only this meaning.
        case alias
        /// `[[id|text]]` in the text.
        case explicit
        /// An editor's `accept`, or an alias's `only-in`.
        case decision
        /// The article's `about` names the entity.
        case about
        /// Only this candidate is also mentioned in the article by an unambiguous name.
        case companion
    }

    @usableFromInline let place: ShortRange
    @usableFromInline let entityNumber: Int32
    @usableFromInline let sentenceNumber: Int32
    public let reason: Reason

    /// Bytes of the article's plain text.
    @inlinable public var range: Range<Int> { place.range }
    /// Index in `Archive.entities`.
    @inlinable public var entity: Int { Int(entityNumber) }
    /// Index in `ArticleText.sentences`.
    @inlinable public var sentence: Int { Int(sentenceNumber) }

    public init(range: Range<Int>, entity: Int, sentence: Int, reason: Reason) {
        place = ShortRange(range)
        entityNumber = Int32(entity)
        sentenceNumber = Int32(sentence)
        self.reason = reason
    }
}

/// The names that were found in one article.
public struct ArticleMentions: Sendable, Equatable {
    /// Sorted by start, not overlapping.
    public var mentions: [Mention]
    /// Names that are not linked until an editor decides, sorted by start.
    public var undecided: [Undecided]
    /// Indices in `MentionMatcher.names` of the names that occur, linked or undecided; sorted,
    /// without duplicates.
    public var names: [Int32]
    /// The editor's decisions whose words are not in the article.
    public var unmatched: [UnmatchedDecision]

    public init(
        mentions: [Mention] = [], undecided: [Undecided] = [], names: [Int32] = [],
        unmatched: [UnmatchedDecision] = []
    ) {
        self.mentions = mentions
        self.undecided = undecided
        self.names = names
        self.unmatched = unmatched
    }
}

/// A span that may be the name of an entity but is not linked.
public struct Undecided: Sendable, Equatable {
    public enum Reason: Sendable, Equatable {
        /// Several entities have the name, and no rule chooses one.
        case ambiguous
        /// An everyday word crosses one edge of the name. `word` is in bytes of the plain text.
        case doubtful(word: Range<Int>)
        /// A person's one-word name beside a capitalized word that is none of that person's names.
        /// `word` is in bytes of the plain text.
        case neighbor(word: Range<Int>)
    }

    /// Bytes of the article's plain text.
    public var range: Range<Int>
    /// Indices in `Archive.entities`, ascending.
    public var entities: [Int]
    /// Index in `ArticleText.sentences`.
    public var sentence: Int
    public var reason: Reason

    public init(range: Range<Int>, entities: [Int], sentence: Int, reason: Reason) {
        self.range = range
        self.entities = entities
        self.sentence = sentence
        self.reason = reason
    }
}

/// An `accept` or `reject` whose words are not in the article.
public struct UnmatchedDecision: Sendable, Equatable {
    public enum List: String, Sendable {
        case accept, reject
    }

    public var list: List
    /// Index in that list.
    public var index: Int

    public init(list: List, index: Int) {
        self.list = list
        self.index = index
    }
}

/// The part-of relation between entities: a version is part of a product family, a sub-brand is
/// part of a brand.
///
/// A mention of a part also counts as an indirect mention of the whole.
public struct EntityFamilies: Sendable {
    /// By entity (index in `Archive.entities`): the entities that it is part of, nearest first.
    ///
    /// A list ends before a cycle would repeat an entity.
    public let ancestors: [[Int]]

    public init(_ entities: [Entity]) {
        var ids: [String: Int] = [:]
        for (index, entity) in entities.enumerated() { ids[entity.id] = index }
        let parents = entities.map { entity in entity.partOf.flatMap { ids[$0.value] } }
        ancestors = entities.indices.map { entity in
            var line: [Int] = []
            var next = parents[entity]
            while let parent = next, parent != entity, !line.contains(parent) {
                line.append(parent)
                next = parents[parent]
            }
            return line
        }
    }
}
