import Archive
import Search
import Text

/// `search/` and `404.html`.
struct ServicePages {
    let renderer: PageRenderer

    var models: [PageModel] { [search, notFound] }

    private var search: PageModel {
        var model = renderer.model(
            .search, path: "search/", title: renderer.strings["search"], section: "search")
        let usual = Set(SearchUnit.Kind.usual.map(\.name))
        let further = renderer.archive.kinds.filter { !usual.contains($0.id) }
        if !further.isEmpty {
            model["furtherKinds"] = further.map { kind -> Fields in
                ["id": kind.id, "title": renderer.kindWords.title(kind)]
            }
        }
        return model
    }

    /// Served for addresses of any depth, so its links start from the site's root as `base-url`
    /// gives it.
    ///
    /// Without `base-url` the root is unknown, and the links are relative like those of all pages.
    private var notFound: PageModel {
        let root = renderer.archive.settings.baseURL.map(BasePath.of) ?? ""
        return PageModel(
            path: "404.html", template: .notFound,
            fields: renderer.frame.fields(
                path: "", title: renderer.strings["not-found"], section: "404", root: root))
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
