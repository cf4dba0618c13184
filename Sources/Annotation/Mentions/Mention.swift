import Archive
import Text

/// A span of an article's text that names an entity.
public struct Mention: Sendable, Equatable {
    /// Why the span was linked to this entity and no other.
    public enum Reason: Int, Sendable {
        /// The only entity of that name.
        case alias
        /// `[[id|text]]` in the text.
        case explicit
        /// An editor's `accept`, or an alias's `only-in`.
        case decision
        /// The article's `about` names the entity.
        case about
        /// The one candidate that the article also names by an alias of its own.
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

/// What names were found in one article.
public struct ArticleMentions: Sendable, Equatable {
    /// Ascending, not overlapping.
    public var mentions: [Mention]
    /// Names that were left alone and wait for an editor; ascending.
    public var undecided: [Undecided]
    /// Indices in `MentionMatcher.names` of the names that occur, linked or undecided; ascending,
    /// each once.
    public var names: [Int32]
    /// Decisions of the editor that fit no words of the article.
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

/// A span that may name an entity and is not linked.
public struct Undecided: Sendable, Equatable {
    public enum Reason: Sendable, Equatable {
        /// Several entities have the name and nothing chooses among them.
        case ambiguous
        /// An everyday word crosses one edge of the name; the word's bytes of the plain text.
        case doubtful(word: Range<Int>)
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

/// Which entities are part of which: a version of its family, a sub-brand of its brand.
///
/// A mention of a part also counts for what it is part of, marked as such.
public struct EntityFamilies: Sendable {
    /// By entity (index in `Archive.entities`): what it is part of, nearest first.
    ///
    /// Ends where a cycle would begin.
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
