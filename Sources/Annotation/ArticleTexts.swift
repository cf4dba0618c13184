import Markup
import Synchronization

/// The texts of all articles, each read from its Markdown when it is first asked for.
///
/// Words and sentences are kept once they are read. Documents are needed once more, by the
/// article's own page: they are kept for it, packed, as far as there is room, and the others are
/// parsed again.
///
/// May be asked from several threads.
public final class ArticleTexts: RandomAccessCollection, Sendable {
    /// A text, once it is read: seen by all threads without a lock.
    private final class Slot: Sendable {
        let text = AtomicLazyReference<ArticleText>()
    }

    private struct Shelf {
        var documents: [Int: PackedDocument] = [:]
        /// Bytes that documents may still take.
        var room: Int
    }

    private let parse: @Sendable (Int) -> MarkdownDocument
    private let slots: [Slot]
    private let shelf: Mutex<Shelf>
    public let endIndex: Int
    public var startIndex: Int { 0 }

    /// - Parameters:
    ///   - count: how many articles there are.
    ///   - room: bytes that packed documents may take; one of prose takes about a fifth of its
    ///   Markdown.
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
        guard shelf.withLock({ $0.room > 0 }) else { return (text, document) }
        let packed = PackedDocument(document)
        shelf.withLock { shelf in
            if shelf.room >= packed.size, shelf.documents[article] == nil {
                shelf.room -= packed.size
                shelf.documents[article] = packed
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
            shelf.room += document?.size ?? 0
            return document
        }
        return kept?.document ?? parse(article)
    }
}
