import Markup
import Synchronization

/// The texts of all articles, each read from its Markdown when it is first asked for.
///
/// Words and sentences are kept once they are read. Documents are several times as large and are
/// needed once more, by the article's own page: some are kept for it, as far as there is room, and
/// the others are parsed again.
///
/// May be asked from several threads.
public final class ArticleTexts: RandomAccessCollection, Sendable {
    /// A text, once it is read: seen by all threads without a lock.
    private final class Slot: Sendable {
        let text = AtomicLazyReference<ArticleText>()
    }

    private struct Shelf {
        var documents: [Int: MarkdownDocument] = [:]
        /// Bytes of Markdown whose documents may still be kept.
        var room: Int
    }

    private let parse: @Sendable (Int) -> MarkdownDocument
    private let slots: [Slot]
    private let shelf: Mutex<Shelf>
    public let endIndex: Int
    public var startIndex: Int { 0 }

    /// - Parameters:
    ///   - count: how many articles there are.
    ///   - room: bytes of Markdown whose documents are kept; a document takes about ten times as
    ///   much.
    ///   - parse: makes the document of an article, called on any thread.
    public init(
        count: Int, room: Int = 0, parse: @escaping @Sendable (Int) -> MarkdownDocument
    ) {
        endIndex = count
        slots = (0..<count).map { _ in Slot() }
        shelf = Mutex(Shelf(room: room))
        self.parse = parse
    }

    /// - Parameter article: index in `Archive.articles`.
    public subscript(article: Int) -> ArticleText {
        slots[article].text.load() ?? read(article).text
    }

    /// Reads an article, and keeps what is read.
    public func read(_ article: Int) -> (text: ArticleText, document: MarkdownDocument) {
        let document = parse(article)
        let text = slots[article].text.storeIfNil(ArticleText(article: article, document: document))
        let size = document.source.count
        guard shelf.withLock({ $0.room >= size }) else { return (text, document) }
        let fitted = document.fitted()
        shelf.withLock { shelf in
            if shelf.room >= size, shelf.documents[article] == nil {
                shelf.room -= size
                shelf.documents[article] = fitted
            }
        }
        return (text, document)
    }

    /// The same, of which nothing was read yet.
    public var unread: ArticleTexts { ArticleTexts(count: count, parse: parse) }

    /// The document of an article, which is not kept any longer.
    public func takeDocument(of article: Int) -> MarkdownDocument {
        let kept = shelf.withLock { shelf in
            let document = shelf.documents.removeValue(forKey: article)
            shelf.room += document?.source.count ?? 0
            return document
        }
        return kept ?? parse(article)
    }
}
