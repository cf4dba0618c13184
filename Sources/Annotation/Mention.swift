/// A span of an article's text that names an entity.
public struct Mention: Sendable, Equatable {
    /// Why the span was linked to this entity and no other.
    public enum Reason: Sendable, Equatable {
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

    /// Bytes of the article's plain text.
    public var range: Range<Int>
    /// Index in `Archive.entities`.
    public var entity: Int
    /// Index in `ArticleText.sentences`.
    public var sentence: Int
    public var reason: Reason

    public init(range: Range<Int>, entity: Int, sentence: Int, reason: Reason) {
        self.range = range
        self.entity = entity
        self.sentence = sentence
        self.reason = reason
    }
}
