import Archive
import Text

/// A page at each old path of an article (`aliases:`) that redirects to the article.
struct Redirects {
    let renderer: PageRenderer

    var models: [PageModel] {
        renderer.archive.articles.indices.flatMap { index -> [PageModel] in
            guard !renderer.archive.articles[index].aliases.isEmpty else { return [] }
            let article = renderer.archive.articles[index]
            let own = SitePath.article(article.slug)
            let paths = Set(article.aliases.compactMap { RedirectPath.of($0.value) })
            return paths.subtracting([own]).sorted().map { path in
                PageModel(
                    path: path, template: .redirect,
                    fields: [
                        "lang": renderer.strings.language, "title": article.title,
                        "href": SitePath.link(from: path, to: SitePath.article(article.slug)),
                    ])
            }
        }
    }
}

/// An old path of an article as a folder of the site, with a trailing slash; the home page's is
/// empty.
enum RedirectPath {
    /// - Returns: `nil` for an empty path and for one that leaves the site.
    static func of(_ alias: String) -> String? {
        var segments = alias.split(separator: "/").map(String.init)
        guard !segments.isEmpty else { return nil }
        if segments.last == "index.html" { segments.removeLast() }
        guard !segments.contains(".."), !segments.contains(".") else {
            return nil
        }
        return segments.map { SitePath.segment($0) + "/" }.joined()
    }
}
