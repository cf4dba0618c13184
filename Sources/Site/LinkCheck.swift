import Annotation
import Archive
import Markup
import Text

/// Finds broken links in articles and in the prose of entities.
///
/// `[[target]]` must name an entity, article or claim: an error. An address inside the archive
/// should be the path of an existing file: a warning.
struct LinkCheck {
    /// `wikilinks` are errors and stop a build; `addresses` are warnings for `check`.
    struct Findings {
        var wikilinks: [Diagnostic] = []
        var addresses: [Diagnostic] = []
    }

    private let archive: Archive
    /// `nil` when addresses are not checked.
    private let book: LinkResolver?

    /// - Parameter advises: whether to check addresses as well.
    init(_ archive: Archive, advises: Bool) {
        self.archive = archive
        book = advises ? LinkResolver(archive) : nil
    }

    /// - Parameter suspects: indices of the articles to check.
    func findings(_ texts: ArticleTexts, _ suspects: [Int]) -> Findings {
        var findings = Findings()
        for index in suspects {
            let article = archive.articles[index]
            check(
                texts[index].plain, article.file, article.body, article.bodyLine, &findings)
        }
        for entity in archive.entities where !entity.body.isEmpty {
            let plain = MarkdownDocument(entity.body).plainText()
            check(plain, entity.file, entity.body, entity.bodyLine, &findings)
        }
        return findings
    }

    private func isKnown(_ id: String) -> Bool {
        let lookup = archive.lookup
        return lookup.entityByID[id] != nil || lookup.articleBySlug[id] != nil
            || lookup.claimByID[id] != nil
    }

    /// Sorted.
    private var known: [String] {
        Set(archive.entities.map(\.id) + archive.articles.map(\.slug) + archive.claims.map(\.id))
            .sorted()
    }

    private func check(
        _ plain: PlainText, _ file: String, _ body: [UInt8], _ firstLine: Int,
        _ findings: inout Findings
    ) {
        for link in plain.links {
            if link.isWikilink {
                let target = String(link.target.prefix { $0 != "#" })
                guard !target.isEmpty, !isKnown(target) else { continue }
                let near = Spelling.nearest(to: target, among: known)
                findings.wikilinks.append(
                    Diagnostic(
                        .error, "broken-link",
                        at: SourceSearch.place(
                            of: "[[\(link.target)", in: body, file: file, firstLine: firstLine),
                        "[[\(target)]] names no entity, article or claim",
                        help: near.map {
                            "did you mean [[\($0)]]? Ids are file names without extension"
                        }))
            } else if let book, book.destination(of: link.target, in: file) == .nowhere {
                findings.addresses.append(
                    Diagnostic(
                        .warning, "broken-link",
                        at: SourceSearch.place(
                            of: link.target, in: body, file: file, firstLine: firstLine),
                        "`\(link.target)` points to a file that does not exist",
                        help:
                            "write an address that begins with https:, or the path of a file below content/"
                    ))
            }
        }
    }
}

/// Places of words in Markdown source.
enum SourceSearch {
    /// The first place of `words` in `body`, or the file without a line when they do not occur.
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
