import Archive
import Text

/// One article found in a source, before it is a file.
public struct IncomingArticle: Sendable {
    /// Words of the source that are not in the article, and the rule that took them out.
    public struct Dropped: Sendable, Equatable {
        /// Kebab-case name of the rule: `read-count`, `share-links`, `title` ….
        public var rule: String
        public var words: String

        public init(rule: String, words: String) {
            self.rule = rule
            self.words = words
        }
    }

    /// Where a field of the front matter came from.
    public struct Evidence: Sendable, Equatable {
        public var field: String
        /// In words, with the line of the source: `heading, line 2`.
        public var from: String

        public init(field: String, from: String) {
            self.field = field
            self.from = from
        }
    }

    public var title: String
    public var authors: [String]
    public var translators: [String]
    /// A name as the source writes it, or what its front matter says.
    public var outlet: String?
    public var date: PartialDate?
    /// BCP 47.
    public var language: String
    public var url: String?
    public var tags: [String]
    /// The source's own front matter, in its order; empty when it has none.
    public var frontMatter: [(key: String, value: Value)]
    /// Canonical Markdown without front matter; the title is not repeated in it.
    public var markdown: [UInt8]
    /// The words of `markdown` as a reader sees them.
    public var text: [UInt8]
    public var dropped: [Dropped]
    public var evidence: [Evidence]
    /// Pictures that are copied into the archive: paths below `content/`, and their bytes.
    public var assets: [(path: String, bytes: [UInt8])] = []
}
