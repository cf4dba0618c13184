import Text

/// Reads an article with the front matter of this program, Hugo, Hexo, Jekyll or Obsidian.
enum ArticleReader {
    /// The contract's keys, for suggestions.
    static let keys = [
        "title", "date", "updated", "authors", "author", "outlet", "url", "lang", "translators",
        "tags", "origin",
        "about", "summary", "slug", "aliases", "draft", "original", "sha256", "captured",
        "categories", "lastmod",
        "published", "source", "description",
    ]

    /// An article with what only the whole archive can decide.
    struct Reading: Sendable {
        var article: Article
        /// File name without extension when the slug is that name without its date.
        var longSlug: String?
        /// Where the slug was written.
        var slugPlace: Diagnostic.Place
        var originalPlace: Diagnostic.Place
        /// Bytes of the normalized text before the body.
        var bodyStart: Int
        var diagnostics: [Diagnostic]
    }

    static func read(_ bytes: consuming [UInt8], path: String) -> Reading {
        let length = bytes.count
        let isBlank = length == 0
        var document = MarkdownDocument(bytes, path: path, subject: "an article")
        let file = document.file
        if isBlank {
            file.warning(
                "empty-file", at: file.wholeFile, "this file is empty",
                help: "write the article, or remove the file")
        } else if document.isEmpty {
            file.warning(
                "empty-article", at: file.wholeFile, "this article has no text",
                help: "write the text below the front matter")
        }
        let name = fileName(path)
        let dated = Slug.dated(name)
        var slug = dated?.slug ?? name
        var longSlug = dated == nil ? nil : name
        var slugPlace = file.wholeFile
        if let written = document.fields.text("slug"), !written.value.isEmpty {
            if let problem = Slug.problem(written.value) {
                file.error(
                    "bad-slug", at: written.place,
                    "`\(shown(written.value))` is no slug: it \(problem)",
                    help:
                        "write one name without slashes, or leave `slug` out: the file name is used"
                )
            } else {
                slug = written.value
                slugPlace = written.place
                longSlug = nil
            }
        } else if Slug.isListPage(slug[...]) {
            file.error(
                "bad-slug", at: file.wholeFile,
                "`\(slug)` is no slug: it is the file name of a list's page",
                help: "rename the file, or give the article a `slug`")
        }
        var article = Article(
            slug: slug, file: path, title: "", language: "", body: document.body,
            bodyLine: document.bodyLine)
        let bodyStart = length - document.body.count
        document.body = []
        FieldsOfArticle.read(&document.fields, into: &article)
        if article.date == nil { article.date = dated?.date }
        if article.title.isEmpty { article.title = FirstHeading.text(article.body) ?? slug }
        if article.language.isEmpty {
            article.language = LanguageDetector.language(of: article.body) ?? ""
        }
        article.extra = document.fields.rest(known: keys, foreign: ForeignKeys.names)
        return Reading(
            article: article, longSlug: longSlug, slugPlace: slugPlace,
            originalPlace: document.fields.place(of: "original"), bodyStart: bodyStart,
            diagnostics: file.diagnostics)
    }

    /// The file name without extension; the folder's name for `index.md` in a folder of its own.
    static func fileName(_ path: String) -> String {
        let stem = FileRole.stem(path)
        let parts = path.utf8.split(separator: 0x2F)
        guard stem == "index", parts.count > 3 else { return stem }
        return String(decoding: parts[parts.count - 2], as: UTF8.self)
    }

    /// A value as a message shows it: control characters as U+FFFD.
    static func shown(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        view.append(
            contentsOf: text.unicodeScalars.map {
                $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0
            })
        return String(view)
    }
}
