import Text

/// The exact place of a quote in an article.
public struct QuoteAnchor: Sendable, Equatable {
    /// Index in `Archive.articles`.
    public var article: Int
    /// Bytes of the article's plain text.
    public var range: Range<Int>
    /// Index in `ArticleText.sentences` of the sentence where the quote begins.
    public var sentence: Int
    /// Of that sentence, in the article's page.
    public var sentenceID: PlaceID

    public init(article: Int, range: Range<Int>, sentence: Int, sentenceID: PlaceID) {
        self.article = article
        self.range = range
        self.sentence = sentence
        self.sentenceID = sentenceID
    }
}

/// Finds quotes in one article.
///
/// A quote is compared after folding and collapsing white space, within one block, ignoring
/// emphasis and links. It must not cut a number: a quote that begins or ends inside a number, or
/// omits its sign or the unit directly after it, does not match (`NumberEdges`).
public struct QuoteFinder {
    public enum Result: Equatable {
        case found(QuoteAnchor)
        /// Nowhere in the article.
        case missing
        /// Found, but not between the given `before` and `after`.
        case elsewhere([QuoteAnchor])
        /// Found at several places, and `before` and `after` do not select one.
        case several([QuoteAnchor])
        /// Found, but not as often as `occurrence` says.
        case fewer(Int)
    }

    public let text: ArticleText
    let folded: FoldedText

    public init(_ text: ArticleText) {
        self.text = text
        folded = text.foldedForQuotes()
    }

    /// Words that are in the title and once below it are those below it.
    /// - Parameters:
    ///   - before: words directly before the quote.
    ///   - after: words directly after the quote.
    ///   - occurrence: the how manieth of the places is meant, from 1, the title included.
    public func find(
        _ quote: String, before: String? = nil, after: String? = nil, occurrence: Int? = nil
    ) -> Result {
        let places = places(FoldedText.key(quote))
        guard !places.isEmpty else { return .missing }
        let left = places.filter { isPreceded($0, by: before) && isFollowed($0, by: after) }
        if let occurrence, !left.isEmpty {
            return left.indices.contains(occurrence - 1)
                ? .found(anchor(left[occurrence - 1])) : .fewer(left.count)
        }
        if left.count == 1 { return .found(anchor(left[0])) }
        let body = left.filter { folded.original($0).lowerBound >= text.titleEnd }
        if body.count == 1 { return .found(anchor(body[0])) }
        return left.isEmpty ? .elsewhere(places.map(anchor)) : .several(left.map(anchor))
    }

    /// The words of a quote before the end of a block, if the quote is in the article but extends
    /// over several blocks; otherwise `nil`.
    func partBeforeBlockEnd(_ quote: String) -> String? {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
        let key = FoldedText.key(quote).filter { !isSpace($0) }
        let kept = folded.bytes.indices.filter { !isSpace(folded.bytes[$0]) }
        let text = kept.map { folded.bytes[$0] }
        guard key.count > 1,
            let start = ByteSearch(key).first(in: text, from: 0, to: text.count)
        else { return nil }
        let first = kept[start]
        let last = kept[start + key.count - 1]
        guard let end = folded.bytes[first...last].firstIndex(of: 0x0A) else { return nil }
        return self.text.words(folded.original(first..<end))
    }

    /// All occurrences of folded words, sorted, in bytes of the folded text.
    private func places(_ key: [UInt8]) -> [Range<Int>] {
        let search = ByteSearch(key)
        var places: [Range<Int>] = []
        var at = 0
        while let start = search.first(in: folded.bytes, from: at, to: folded.bytes.count) {
            let place = start..<start + key.count
            if NumberEdges.areKept(folded.bytes, place) { places.append(place) }
            at = start + 1
        }
        return places
    }

    private func isPreceded(_ place: Range<Int>, by words: String?) -> Bool {
        guard let words else { return true }
        let key = FoldedText.key(words)
        var end = place.lowerBound
        if folded.bytes[..<end].suffix(key.count).elementsEqual(key) { return true }
        if end > 0, folded.bytes[end - 1] == 0x20 { end -= 1 }
        return folded.bytes[..<end].suffix(key.count).elementsEqual(key)
    }

    private func isFollowed(_ place: Range<Int>, by words: String?) -> Bool {
        guard let words else { return true }
        let key = FoldedText.key(words)
        let rest = folded.bytes[place.upperBound...]
        return rest.starts(with: key) || rest.first == 0x20 && rest.dropFirst().starts(with: key)
    }

    private func anchor(_ place: Range<Int>) -> QuoteAnchor {
        let range = folded.original(place)
        let sentence = text.sentence(at: range.lowerBound)
        return QuoteAnchor(
            article: text.article, range: range, sentence: sentence,
            sentenceID: text.id(ofSentence: sentence))
    }
}

/// Checks that a quote does not cut a number: 67亿 does not occur in 767亿, 升至767 not in 升至767亿,
/// 5% not in −5%.
enum NumberEdges {
    /// - Parameters:
    ///   - text: folded text.
    ///   - place: the quote, as a non-empty range of `text`.
    static func areKept(_ text: [UInt8], _ place: Range<Int>) -> Bool {
        !isCutBefore(text, place.lowerBound) && !isCutBehind(text, place.upperBound)
    }

    private static func isCutBefore(_ text: [UInt8], _ start: Int) -> Bool {
        guard isDigit(text[start]), let (before, length) = UTF8Scalars.decode(text, before: start)
        else {
            return false
        }
        if isDigit(before) { return true }
        let further = UTF8Scalars.decode(text, before: start - length)?.scalar
        switch before {
        case 0x2E:
            return further.map(isDigit) ?? false
        case 0x2C:
            return (further.map(isDigit) ?? false) && isThousands(text, start)
        case 0x2D, 0x2B, 0x2212, 0xB1:
            // A sign, unless it follows a letter or digit: 3-5, GPT-4.
            guard let further else { return true }
            return ScalarClass(further) != .word
        default:
            return false
        }
    }

    private static func isCutBehind(_ text: [UInt8], _ end: Int) -> Bool {
        guard end < text.count, isDigit(text[end - 1]) else { return false }
        let (behind, length) = UTF8Scalars.decode(text, at: end)
        switch behind {
        case "%", "‰", "十", "百", "千", "万", "亿", "兆", "倍", "成", "折":
            return true
        case 0x2E:
            return end + length < text.count && isDigit(text[end + length])
        case 0x2C:
            return isThousands(text, end + length)
        default:
            return isDigit(behind)
        }
    }

    /// Whether exactly three digits begin at `start`.
    ///
    /// After a comma they belong to the number before it. The comma in 0324，3月26日, which folds to
    /// the same character, separates two numbers.
    private static func isThousands(_ text: [UInt8], _ start: Int) -> Bool {
        var end = start
        while end < text.count, isDigit(text[end]) { end += 1 }
        return end - start == 3
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }
}
