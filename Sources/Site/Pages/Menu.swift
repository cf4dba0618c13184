import Archive

/// The entries of the header and the footer.
struct Menu {
    let settings: ArchiveSettings
    let strings: UIStrings

    init(_ settings: ArchiveSettings, _ strings: UIStrings) {
        self.settings = settings
        self.strings = strings
    }

    /// The archive's own menu, or else one entry for every kind of page.
    func items(root: String) -> [Fields] {
        guard settings.menu.isEmpty else {
            return settings.menu.map { item($0.title, $0.url, root: root) }
        }
        let words = KindWords(strings: strings, language: settings.language)
        return [item(strings["articles"], "articles/", root: root)]
            + settings.kinds.map { item(words.title($0), $0.folder + "/", root: root) }
            + [item(strings["claims"], "claims/", root: root)]
    }

    func links(root: String) -> [Fields] {
        [
            item(strings["tags"], "tags/", root: root),
            item(strings["outlets"], "outlets/", root: root),
            item(strings["years"], "years/", root: root),
            item(strings["metrics"], "metrics/", root: root),
            item(strings["search"], "search/", root: root),
            item(strings["feed"], "feed.xml", root: root),
            item(strings["data"], "data/datapackage.json", root: root),
        ]
    }

    private func item(_ title: String, _ url: String, root: String) -> Fields {
        ["title": title, "href": href(url, root: root), "section": section(url)]
    }

    /// Addresses with a scheme are kept; a path of the site becomes relative to the page.
    private func href(_ url: String, root: String) -> String {
        if Self.isOutside(url) { return url }
        let path = url.hasPrefix("/") ? url.dropFirst() : url[...]
        let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
        return root + HTML.percentEncoded(path: SitePath.file(String(path[..<end]))) + path[end...]
    }

    /// Whether an address does not lead into the site.
    static func isOutside(_ url: String) -> Bool {
        url.contains("://") || url.hasPrefix("mailto:") || url.hasPrefix("#")
    }

    /// The section of an entry: `claims/` is a section, `claims/disputed/` is one page of it.
    private func section(_ url: String) -> String {
        let path = url.hasPrefix("/") ? url.dropFirst() : url[...]
        guard path.hasSuffix("/"), path.dropLast().contains("/") == false else { return "" }
        return String(path.dropLast())
    }
}
