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
