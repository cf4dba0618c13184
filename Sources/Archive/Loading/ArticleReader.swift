import Text

/// Reads an article with the front matter of this program, Hugo, Hexo, Jekyll or Obsidian.
enum ArticleReader {
    /// The contract's keys, for suggestions.
    static let keys = [
        "title", "date", "updated", "authors", "author", "outlet", "url", "lang", "translators",
        "tags", "origin",
        "about", "summary", "slug", "aliases", "draft", "template", "original", "sha256",
        "captured",
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
        var document = FrontMatterDocument(bytes, path: path, subject: "an article")
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
                    "`\(shown(written.value))` is not a valid slug: it \(problem)",
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
                "`\(slug)` is not a valid slug: it is the file name of a list page",
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
        article.extra = document.fields.rest(
            known: keys, foreign: ForeignKeys.names, synonyms: ForeignKeys.meant)
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

/// An article without its text: cached, it saves parsing the front matter of the same bytes again.
///
/// It precedes the checks that need the whole archive (duplicate slugs, the default language,
/// unknown ids).
public struct ArticleHead: Sendable, Equatable {
    /// Without its body.
    public var article: Article
    /// Bytes of the normalized text before the body.
    public var bodyStart: Int
    /// File name without extension when the slug is that name without its date.
    public var longSlug: String?
    /// Where the slug was written.
    public var slugPlace: Diagnostic.Place
    public var originalPlace: Diagnostic.Place

    public init(
        article: Article, bodyStart: Int, longSlug: String?, slugPlace: Diagnostic.Place,
        originalPlace: Diagnostic.Place
    ) {
        self.article = article
        self.bodyStart = bodyStart
        self.longSlug = longSlug
        self.slugPlace = slugPlace
        self.originalPlace = originalPlace
    }

    /// `nil` when the file has diagnostics, which are not cached.
    init?(_ reading: ArticleReader.Reading) {
        guard reading.diagnostics.isEmpty else { return nil }
        article = reading.article
        article.body = []
        bodyStart = reading.bodyStart
        longSlug = reading.longSlug
        slugPlace = reading.slugPlace
        originalPlace = reading.originalPlace
    }

    /// - Parameter text: of the same bytes, normalized.
    func reading(_ text: consuming [UInt8]) -> ArticleReader.Reading {
        text.removeFirst(bodyStart)
        var article = article
        article.body = text
        return ArticleReader.Reading(
            article: article, longSlug: longSlug, slugPlace: slugPlace,
            originalPlace: originalPlace, bodyStart: bodyStart, diagnostics: [])
    }
}

/// Reads `pages/*.md`.
enum StaticPageReader {
    static func read(_ bytes: consuming [UInt8], path: String) -> (
        page: Page, diagnostics: [Diagnostic]
    ) {
        var document = FrontMatterDocument(bytes, path: path, subject: "a page")
        let stem = FileRole.stem(path)
        let folder = path.utf8.dropFirst("content/pages/".utf8.count)
            .split(separator: 0x2F).dropLast().map { String(decoding: $0, as: UTF8.self) + "/" }
            .joined()
        var page = Page(
            path: folder + stem, file: path, title: document.fields.string("title") ?? "",
            body: document.body,
            bodyLine: document.bodyLine)
        if page.title.isEmpty { page.title = FirstHeading.text(page.body) ?? stem }
        if let language = document.fields.text("lang", "language") {
            page.language = LanguageTag.read(language, document.file)
        }
        page.oldPaths = OldPath.all(&document.fields)
        page.template = document.fields.template()
        page.extra = document.fields.rest(
            known: ["title", "lang", "template", "aliases", "redirect-from"],
            foreign: ForeignKeys.names)
        return (page, document.file.diagnostics)
    }
}
