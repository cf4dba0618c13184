import Annotation
import Archive
import Markup
import Text

/// Finds `[[targets]]` that name no entity, article or claim, in articles and in entities' prose.
struct WikilinkCheck {
    private let archive: Archive
    private let known: Set<String>

    init(_ archive: Archive) {
        self.archive = archive
        known = Set(
            archive.entities.map(\.id) + archive.articles.map(\.slug) + archive.claims.map(\.id))
    }

    func diagnostics(_ texts: [ArticleText]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for text in texts {
            let article = archive.articles[text.article]
            diagnostics += check(text.plain, article.file, article.body, article.bodyLine)
        }
        for entity in archive.entities where !entity.body.isEmpty {
            let plain = MarkdownDocument(entity.body).plainText()
            diagnostics += check(plain, entity.file, entity.body, entity.bodyLine)
        }
        return diagnostics
    }

    private func check(_ plain: PlainText, _ file: String, _ body: [UInt8], _ firstLine: Int)
        -> [Diagnostic]
    {
        plain.links.filter {
            $0.isWikilink && !known.contains(String($0.target.prefix { $0 != "#" }))
        }.map { link in
            let place = SourceSearch.place(
                of: "[[\(link.target)", in: body, file: file, firstLine: firstLine)
            let near = Spelling.nearest(to: link.target, among: known.sorted())
            return Diagnostic(
                .error, "broken-link", at: place,
                "[[\(link.target)]] names no entity, article or claim",
                help: near.map { "did you mean [[\($0)]]? Ids are file names without extension" })
        }
    }
}

/// Places of words in Markdown source.
enum SourceSearch {
    /// The first place of `words` in `body`, or the file when they are not found as they are.
    static func place(of words: String, in body: [UInt8], file: String, firstLine: Int)
        -> Diagnostic.Place
    {
        guard let found = body.firstRange(of: Array(words.utf8)) else { return .init(file: file) }
        let before = body[..<found.lowerBound]
        let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
        let lineEnd = body[lineStart...].firstIndex(of: 0x0A) ?? body.count
        return Diagnostic.Place(
            file: file, line: firstLine + before.count { $0 == 0x0A },
            column: found.lowerBound - lineStart + 1,
            excerpt: String(decoding: body[lineStart..<lineEnd], as: UTF8.self))
    }
}
