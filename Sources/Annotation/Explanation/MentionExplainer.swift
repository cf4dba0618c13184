import Archive
import Markup
import Text

/// Answers why a place of an article is a mention or is none, with the words of every rule that
/// looked at it.
///
/// It asks the steps of `MentionMatcher` and repeats none of their decisions.
public struct MentionExplainer {
    let archive: Archive
    let matcher: MentionMatcher

    public init(_ archive: Archive, _ matcher: MentionMatcher) {
        self.archive = archive
        self.matcher = matcher
    }

    /// - Parameters:
    ///   - line: of the article's file, 1-based.
    ///   - column: in UTF-8 bytes, 1-based.
    ///   - index: of the article.
    public func explanation(line: Int, column: Int, inArticle index: Int) -> MentionExplanation {
        let document = MarkdownDocument(archive.articles[index].body)
        let text = ArticleText(article: index, document: document)
        let article = archive.articles[index]
        var place = Diagnostic.Place(file: article.file, line: line, column: column)
        func noText(_ answer: String) -> MentionExplanation {
            MentionExplanation(at: place, .noText, answer)
        }
        guard article.file.hasSuffix(".md") || article.file.hasSuffix(".markdown") else {
            return noText("this file is converted when it is read; bring it in with `variorum add`")
        }
        guard line >= article.bodyLine else {
            return noText("the front matter is not part of the text")
        }
        let source = document.source
        let lines = source.split(separator: 0x0A, omittingEmptySubsequences: false)
        let number = line - article.bodyLine
        guard number < lines.count else {
            return noText("the file has only \(article.bodyLine + lines.count - 1) lines")
        }
        place.excerpt = String(decoding: lines[number], as: UTF8.self)
        guard column <= lines[number].count else {
            return noText("this line has only \(lines[number].count) bytes")
        }
        switch document.shownPlace(ofSource: lines[number].startIndex + column - 1) {
        case .nothing: return noText("no text is shown from this place")
        case .code: return noText("this is code, where names are not looked for")
        case .text(let offset):
            return PlaceReport(self, text, offset).explanation(at: place)
        }
    }
}
