import Markup
import Text

/// An article's words as later stages read them: its plain text and where its sentences are.
///
/// A class: pages of all threads hold the texts of thousands of articles, one reference each.
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
    /// The words of its Markdown; what offsets of mentions, quotes and sentences refer to.
    public let plain: PlainText
    /// Ascending; a code block is one sentence.
    public let sentences: [Sentence]

    /// - Parameters:
    ///   - article: index in `Archive.articles`.
    ///   - markdown: the article's `body`.
    public convenience init(article: Int, markdown: [UInt8]) {
        self.init(article: article, document: MarkdownDocument(markdown))
    }

    public init(article: Int, document: MarkdownDocument) {
        self.article = article
        plain = document.plainText()
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
    }

    /// Index of the block that holds the byte at `offset`, or of the last before it; `nil` without
    /// one.
    public func block(at offset: Int) -> Int? {
        let behind = plain.blocks.partitioningIndex { $0.range.lowerBound > offset }
        return behind == 0 ? nil : behind - 1
    }

    /// The words of a range of `plain.utf8`.
    public func words(_ range: Range<Int>) -> String {
        String(decoding: plain.utf8[range], as: UTF8.self)
    }

    /// Index of the sentence that holds the byte at `offset`; of white space between two sentences
    /// the one before.
    ///
    /// 0 where the text has no sentence.
    public func sentence(at offset: Int) -> Int {
        max(0, sentences.partitioningIndex { $0.range.lowerBound > offset } - 1)
    }

    /// The text folded for matching names: without code, blocks kept apart.
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

    /// The text folded for finding quotes: all of it, blocks kept apart.
    public func foldedForQuotes() -> FoldedText {
        FoldedText(plain.utf8, blocks: plain.blocks.map(\.range))
    }
}
