import Markup
import Synchronization
import Text

/// The plain text of an article and the ranges of its sentences, which all later stages work on.
///
/// A class, because pages on all threads share the texts of thousands of articles by reference.
public final class ArticleText: Sendable {
    public struct Sentence: Sendable, Equatable {
        @usableFromInline let place: ShortRange
        @usableFromInline let blockNumber: Int32

        /// Bytes of `plain.utf8`.
        @inlinable public var range: Range<Int> { place.range }
        /// Index in `plain.blocks`.
        @inlinable public var block: Int { Int(blockNumber) }

        public init(range: Range<Int>, block: Int) {
            place = ShortRange(range)
            blockNumber = Int32(block)
        }
    }

    /// Index in `Archive.articles`.
    public let article: Int
    /// The plain text of the Markdown.
    ///
    /// Offsets of mentions, quotes and sentences are offsets in it.
    public let plain: PlainText
    /// Ascending; a code block is one sentence.
    public let sentences: [Sentence]
    /// By sentence: its id in the article's page, made from its words.
    public let sentenceIDs: [PlaceID]
    /// Whether the first block is a title that the Markdown does not have.
    public let hasAddedTitle: Bool
    /// Where the title ends; 0 without a title.
    public let titleEnd: Int

    /// - Parameters:
    ///   - article: index in `Archive.articles`.
    ///   - markdown: the article's `body`.
    public convenience init(article: Int, markdown: [UInt8]) {
        self.init(article: article, document: MarkdownDocument(note: markdown))
    }

    public init(article: Int, document: MarkdownDocument) {
        self.article = article
        plain = document.plainText()
        hasAddedTitle = document.title?.isAdded ?? false
        titleEnd = document.title == nil ? 0 : plain.blocks.first?.range.upperBound ?? 0
        var sentences: [Sentence] = []
        sentences.reserveCapacity(plain.utf8.count / 32)
        for (index, block) in plain.blocks.enumerated() {
            if block.kind == .code {
                guard !block.range.isEmpty else { continue }
                sentences.append(Sentence(range: block.range, block: index))
            } else {
                for range in Sentences.ranges(in: plain.utf8, block: block.range) {
                    sentences.append(Sentence(range: range, block: index))
                }
            }
        }
        self.sentences = sentences.fitted()
        sentenceIDs = PlaceID.numbered(
            sentences.map { [plain] in WordHash.of(plain.utf8, $0.range) })
    }

    /// Byte of `plain.utf8` at which the text of the Markdown begins.
    public var bodyStart: Int {
        guard hasAddedTitle else { return 0 }
        return plain.blocks.count > 1 ? plain.blocks[1].range.lowerBound : plain.utf8.count
    }

    /// Index of the block that contains the byte at `offset`, or else of the last block before it;
    /// `nil` if there is neither.
    public func block(at offset: Int) -> Int? {
        let behind = plain.blocks.partitioningIndex { $0.range.lowerBound > offset }
        return behind == 0 ? nil : behind - 1
    }

    /// The text of a range of `plain.utf8`.
    public func words(_ range: Range<Int>) -> String {
        String(decoding: plain.utf8[range], as: UTF8.self)
    }

    /// Index of the sentence that contains the byte at `offset`.
    ///
    /// White space between two sentences
    /// belongs to the first of them.
    ///
    /// 0 if the text has no sentence.
    public func sentence(at offset: Int) -> Int {
        max(0, sentences.partitioningIndex { $0.range.lowerBound > offset } - 1)
    }

    /// The id of a sentence; that of no words if the text has no sentence.
    public func id(ofSentence index: Int) -> PlaceID {
        sentenceIDs.indices.contains(index) ? sentenceIDs[index] : PlaceID(bits: 0)
    }

    /// The text folded for matching names: code is left out, and no match crosses a block.
    public func foldedForNames() -> FoldedText {
        var pieces: [Range<Int>] = []
        var code = plain.code[...]
        for block in plain.blocks where block.kind != .code {
            var start = block.range.lowerBound
            while let next = code.first, next.lowerBound < block.range.upperBound {
                code.removeFirst()
                if next.upperBound <= start { continue }
                if next.lowerBound > start { pieces.append(start..<next.lowerBound) }
                start = next.upperBound
            }
            if start < block.range.upperBound { pieces.append(start..<block.range.upperBound) }
        }
        return FoldedText(plain.utf8, blocks: pieces)
    }

    /// The text folded for finding quotes: code is included, and no match crosses a block.
    public func foldedForQuotes() -> FoldedText {
        FoldedText(plain.utf8, blocks: plain.blocks.map(\.range))
    }
}

/// The texts of all articles.
///
/// Each is parsed on first access and then kept.
///
/// Documents are not kept. The page of an article parses its Markdown again, which is cheaper
/// overall than keeping packed documents in memory (`docs/decisions/memory.md`).
///
/// Safe to use from several threads.
public final class ArticleTexts: RandomAccessCollection, Sendable {
    /// The text of one article once it is parsed.
    ///
    /// All threads read it without a lock.
    private final class Slot: Sendable {
        let text = AtomicLazyReference<ArticleText>()
    }

    private let parse: @Sendable (Int) -> MarkdownDocument
    private let slots: [Slot]
    public let endIndex: Int
    public var startIndex: Int { 0 }

    /// - Parameters:
    ///   - count: the number of articles.
    ///   - parse: parses the article with an index; called on any thread.
    public init(count: Int, parse: @escaping @Sendable (Int) -> MarkdownDocument) {
        endIndex = count
        slots = (0..<count).map { _ in Slot() }
        self.parse = parse
    }

    /// - Parameter article: index in `Archive.articles`.
    public subscript(article: Int) -> ArticleText {
        slots[article].text.load() ?? read(article).text
    }

    /// Parses an article and keeps its text.
    public func read(_ article: Int) -> (text: ArticleText, document: MarkdownDocument) {
        let document = parse(article)
        let text = slots[article].text.storeIfNil(ArticleText(article: article, document: document))
        return (text, document)
    }

    /// A copy in which no text is parsed yet.
    public var unread: ArticleTexts { ArticleTexts(count: count, parse: parse) }

    /// Parses the document of an article again.
    public func document(of article: Int) -> MarkdownDocument { parse(article) }
}
