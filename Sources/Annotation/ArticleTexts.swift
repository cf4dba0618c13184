import Markup
import Synchronization

/// The texts of all articles, each read from its Markdown when it is first asked for, and kept.
///
/// Documents are not kept: an article's own page parses its Markdown again, which costs less than
/// keeping packed documents is worth (`docs/decisions/memory.md`).
///
/// May be asked from several threads.
public final class ArticleTexts: RandomAccessCollection, Sendable {
    /// A text, once it is read: seen by all threads without a lock.
    private final class Slot: Sendable {
        let text = AtomicLazyReference<ArticleText>()
    }

    private let parse: @Sendable (Int) -> MarkdownDocument
    private let slots: [Slot]
    public let endIndex: Int
    public var startIndex: Int { 0 }

    /// - Parameters:
    ///   - count: how many articles there are.
    ///   - parse: makes the document of an article, called on any thread.
    public init(count: Int, parse: @escaping @Sendable (Int) -> MarkdownDocument) {
        endIndex = count
        slots = (0..<count).map { _ in Slot() }
        self.parse = parse
    }

    /// - Parameter article: index in `Archive.articles`.
    public subscript(article: Int) -> ArticleText {
        slots[article].text.load() ?? read(article).text
    }

    /// Reads an article, and keeps its text.
    public func read(_ article: Int) -> (text: ArticleText, document: MarkdownDocument) {
        let document = parse(article)
        let text = slots[article].text.storeIfNil(ArticleText(article: article, document: document))
        return (text, document)
    }

    /// The same articles, with no text read yet.
    public var unread: ArticleTexts { ArticleTexts(count: count, parse: parse) }

    /// The document of an article, parsed again.
    public func document(of article: Int) -> MarkdownDocument { parse(article) }
}
