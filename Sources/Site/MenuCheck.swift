import Archive
import Text

/// Finds menu entries of the archive whose page does not exist.
struct MenuCheck {
    private let archive: Archive
    /// Pages that `LinkResolver` does not have: lists of one term, aliases.
    private let lists: Set<String>

    /// Folders whose files depend on more than the archive's content.
    private static let open = ["assets/", "claims/by/", "data/", "search/"]
    private static let files: Set<String> = [
        "404.html", "manifest.json", "opensearch.xml", "robots.txt", "sitemap.xml",
    ]

    init(_ archive: Archive) {
        self.archive = archive
        var lists: Set<String> = []
        if !archive.settings.menu.isEmpty {
            let taxonomies = Taxonomies(archive)
            for term in taxonomies.tags { lists.insert(taxonomies.path(ofTag: term.written)) }
            for term in taxonomies.outlets {
                lists.insert(taxonomies.path(ofOutlet: term.written))
            }
            for index in archive.articles.indices {
                if let year = archive.articles[index].date?.year {
                    lists.insert(SitePath.year(year))
                }
                lists.formUnion(
                    archive.articles[index].aliases.compactMap { RedirectPath.of($0.value) })
            }
        }
        self.lists = lists
    }

    var diagnostics: [Diagnostic] {
        guard !archive.settings.menu.isEmpty else { return [] }
        let resolver = LinkResolver(archive)
        return archive.settings.menu.compactMap { item in
            let address = item.url.hasPrefix("/") ? item.url : "/" + item.url
            guard !Menu.isOutside(item.url), !isKnown(address, resolver) else { return nil }
            return Diagnostic(
                .warning, "dead-menu-entry", at: item.place,
                "the menu entry `\(item.title)` leads to `\(item.url)`, which the site does not have",
                help: help(item.url))
        }
    }

    private func isKnown(_ address: String, _ resolver: LinkResolver) -> Bool {
        if resolver.destination(of: address, in: "") != .nowhere { return true }
        let path = String(address.dropFirst().prefix { $0 != "#" && $0 != "?" })
        let folder = path.hasSuffix("/") ? path : path + "/"
        return lists.contains(folder) || lists.contains(path.replacing("index.html", with: ""))
            || Self.files.contains(path) || Self.open.contains { path.hasPrefix($0) }
    }

    private func help(_ url: String) -> String {
        let pages =
            archive.pages.map { $0.path + "/" }
            + archive.kinds.map { $0.folder + "/" }
            + [
                "articles/", "claims/", "claims/disputed/", "metrics/", "tags/", "outlets/",
                "years/",
            ]
        let path = url.hasPrefix("/") ? String(url.dropFirst()) : url
        return Spelling.nearest(to: path, among: pages.sorted()).map { "did you mean `\($0)`?" }
            ?? "write a path of the site, as in `articles/`, or an address that begins with https://"
    }
}
