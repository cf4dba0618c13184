import Annotation
import Archive
import Markup
import Text

/// What was found in an article, as far as more than its own page needs it.
///
/// As long as nothing that it depends on has changed (`ReadingKeys`), a build takes it from the
/// last one and does not parse the article again.
struct ArticleReading: Sendable, Equatable {
    /// A mention as readers of data see it.
    struct Span: Sendable, Equatable {
        /// As the article writes it.
        var words: String
        /// Code points of the article's plain text before it, and before its end.
        var start: Int
        var end: Int
    }

    /// Ascending, not overlapping.
    var mentions: [Mention]
    /// By mention.
    var spans: [Span]
    /// Of the words of an article whose page shows addresses, pictures or other pages' titles;
    /// `nil` for all others.
    var addresses: Fingerprint?
    /// Whether the words depend on titles of other pages.
    var hasWikilinks: Bool
    /// Nothing in the article waits for somebody to see it.
    var isSilent: Bool

    /// One that was kept; only silent ones are.
    init(mentions: [Mention], spans: [Span], addresses: Fingerprint?, hasWikilinks: Bool) {
        self.mentions = mentions
        self.spans = spans
        self.addresses = addresses
        self.hasWikilinks = hasWikilinks
        isSilent = true
    }

    init(_ text: ArticleText, _ document: MarkdownDocument, _ found: ArticleMentions) {
        mentions = found.mentions
        var count = CodePointCounter(text.plain.utf8)
        spans = found.mentions.map {
            Span(
                words: text.words($0.range), start: count($0.range.lowerBound),
                end: count($0.range.upperBound))
        }
        let showsAddresses = document.events.contains { event in
            switch event.node {
            case .image, .htmlBlock, .htmlInline: true
            default: false
            }
        }
        addresses =
            showsAddresses || !text.plain.links.isEmpty ? Fingerprint(of: text.plain.utf8) : nil
        hasWikilinks = text.plain.links.contains(where: \.isWikilink)
        isSilent = found.unmatched.isEmpty && document.notes.isEmpty
    }
}
