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
