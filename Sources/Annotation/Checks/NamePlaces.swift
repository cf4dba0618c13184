import Archive
import Markup
import Text

/// Counts the occurrences of a name in the archive and keeps two of them as examples.
struct NamePlaces {
    struct Example {
        /// Index in `Archive.articles`.
        var article: Int
        /// Bytes of the article's plain text.
        var range: Range<Int>
    }

    private(set) var count = 0
    private(set) var articles = 0
    /// The first occurrence, and the first in a different article (otherwise the second).
    private(set) var examples: [Example] = []
    private var last = -1

    /// Occurrences must be added article by article, in order.
    mutating func add(_ range: Range<Int>, in article: Int) {
        count += 1
        let isNewArticle = article != last
        if isNewArticle { articles += 1 }
        last = article
        let example = Example(article: article, range: range)
        if examples.count < 2 {
            examples.append(example)
        } else if isNewArticle, examples[0].article == examples[1].article {
            examples[1] = example
        }
    }

    /// `once`, `3 times`, `12 times in 4 articles`.
    var times: String {
        let times = count == 1 ? "once" : "\(count) times"
        return articles > 1 ? times + " in \(articles) articles" : times
    }

    /// One note for each example.
    func contexts(_ texts: ArticleTexts, _ file: (Int) -> String) -> [String] {
        examples.map { example in
            let words = Excerpt.around(example.range, in: texts[example.article])
            return articles > 1
                ? "in `\(file(example.article))`: \(words)" : "in: \(words)"
        }
    }
}

extension ArticleText {
    /// The place in the article's file of a span of the plain text: line and column of its words,
    /// or only the line of its block if the words are interrupted by markup.
    func place(of range: Range<Int>, in article: Article) -> Diagnostic.Place {
        if range.lowerBound < bodyStart { return titlePlace(of: range, in: article) }
        let source = MarkdownDocument(note: article.body).source
        let block = block(at: range.lowerBound)
        let from = block.map { plain.blocks[$0].source } ?? 0
        let next = block.map {
            $0 + 1 < plain.blocks.count ? plain.blocks[$0 + 1].source : source.count
        }
        let end = max(from, next ?? source.count)
        let words = ByteSearch(Array(plain.utf8[range]))
        let start = block.map { plain.blocks[$0].range.lowerBound } ?? 0
        var exact: Int?
        // The same words may occur earlier in the block: skip as many occurrences in the source
        // as there are before the span in the plain text.
        var at = from
        var before = start
        while let found = words.first(in: source, from: at, to: end) {
            exact = found
            guard
                let other = words.first(in: plain.utf8, from: before, to: range.lowerBound)
            else {
                break
            }
            before = other + range.count
            at = found + range.count
        }
        let offset = exact ?? from
        let lineStart = source[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let lineEnd = source[offset...].firstIndex(of: 0x0A) ?? source.count
        let line = source[..<lineStart].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        return Diagnostic.Place(
            file: article.file, line: article.bodyLine + line,
            column: exact == nil ? 0 : offset - lineStart + 1,
            excerpt: String(decoding: source[lineStart..<lineEnd], as: UTF8.self))
    }

    /// The place in the front matter of a span of the title.
    private func titlePlace(of range: Range<Int>, in article: Article) -> Diagnostic.Place {
        guard var place = article.titlePlace else { return Diagnostic.Place(file: article.file) }
        let line = Array((place.excerpt ?? "").utf8)
        let words = ByteSearch(Array(plain.utf8[range]))
        let start = min(line.count, max(0, place.column - 1))
        if let found = words.first(in: line, from: start, to: line.count) {
            place.column = found + 1
        }
        return place
    }
}
