import Archive
import Markup
import Text

extension ArticleText {
    /// Where in the article's file a span of the plain text stands: the line of its words, or of
    /// its block when markup runs through them.
    func place(of range: Range<Int>, in article: Article) -> Diagnostic.Place {
        let source = MarkdownDocument(article.body).source
        let block = block(at: range.lowerBound)
        let from = block.map { plain.blocks[$0].source } ?? 0
        let next = block.map {
            $0 + 1 < plain.blocks.count ? plain.blocks[$0 + 1].source : source.count
        }
        let end = max(from, next ?? source.count)
        let words = ByteSearch(Array(plain.utf8[range]))
        let start = block.map { plain.blocks[$0].range.lowerBound } ?? 0
        var exact: Int?
        // The same words may stand before in the block: take as many places.
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
}
