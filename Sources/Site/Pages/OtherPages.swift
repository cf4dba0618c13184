import Archive
import Markup
import Text

/// The search page, the page for what is not there, the editor's own pages, and redirects from old
/// paths.
struct OtherPages {
    let renderer: PageRenderer

    var files: [OutputFile] { [search, notFound] + own + redirects }

    private var search: OutputFile {
        let fields = renderer.frame.fields(
            path: "search/", title: renderer.strings["search"], section: "search")
        return renderer.page(.search, at: "search/", fields)
    }

    /// Served at any depth, so its links start from the site's root as `base-url` tells it.
    ///
    /// Without one nobody knows the root, and its links are relative like those of all pages.
    private var notFound: OutputFile {
        let root = renderer.archive.settings.baseURL.map(BasePath.of) ?? ""
        let fields = renderer.frame.fields(
            path: "", title: renderer.strings["not-found"], section: "404", root: root)
        return OutputFile(path: "404.html", bytes: renderer.theme.render(.notFound, fields))
    }

    private var own: [OutputFile] {
        renderer.archive.pages.filter { $0.path != "index" }.map { page in
            let path = page.path + "/"
            let document = renderer.document(page.body)
            let language = page.language ?? LanguageDetector.language(of: document.plainText().utf8)
            var fields = renderer.frame.fields(path: path, title: page.title, section: "pages")
            fields["heading"] = page.title
            fields["textLang"] = renderer.foreign(language)
            let html = HTMLWriter.html(
                of: document, options: renderer.options(on: path, of: page.file))
            fields["body"] = String(decoding: html, as: UTF8.self)
            return renderer.page(.page, at: path, fields)
        }
    }

    private var redirects: [OutputFile] {
        renderer.archive.articles.indices.flatMap { index -> [OutputFile] in
            guard !renderer.archive.articles[index].aliases.isEmpty else { return [] }
            let article = renderer.archive.articles[index]
            return article.aliases.compactMap { alias -> OutputFile? in
                guard let path = RedirectPath.of(alias) else { return nil }
                let fields: Fields = [
                    "lang": renderer.language, "title": article.title,
                    "href": SitePath.link(from: path, to: SitePath.article(article.slug)),
                ]
                return OutputFile(
                    path: SitePath.file(path), bytes: renderer.theme.render(.redirect, fields))
            }
        }
    }
}

/// The path part of a `base-url`: `/` for `https://example.org/`, `/a/` for
/// `https://example.org/a/`.
enum BasePath {
    static func of(_ baseURL: String) -> String {
        guard let scheme = baseURL.firstRange(of: "://") else { return "/" }
        let rest = baseURL[scheme.upperBound...]
        guard let slash = rest.firstIndex(of: "/") else { return "/" }
        let path = String(rest[slash...])
        return path.hasSuffix("/") ? path : path + "/"
    }
}

/// An old path of an article as a folder of the site, with a trailing slash.
enum RedirectPath {
    /// - Returns: `nil` for paths that lead nowhere or out of the site.
    static func of(_ alias: String) -> String? {
        var segments = alias.split(separator: "/").map(String.init)
        if segments.last == "index.html" { segments.removeLast() }
        guard !segments.isEmpty, !segments.contains(".."), !segments.contains(".") else {
            return nil
        }
        return segments.map(SitePath.segment).joined(separator: "/") + "/"
    }
}
