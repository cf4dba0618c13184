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
        let (path, rest) = Self.path(of: url)
        return root + HTML.percentEncoded(path: SitePath.file(path)) + rest
    }

    /// Whether an address does not lead into the site.
    static func isOutside(_ url: String) -> Bool {
        url.contains("://") || url.hasPrefix("mailto:") || url.hasPrefix("#")
    }

    /// The section of an entry: `claims/` is a section, `claims/disputed/` is one page of it.
    private func section(_ url: String) -> String {
        let (path, rest) = Self.path(of: url)
        guard rest.isEmpty, path.hasSuffix("/"), !path.dropLast().contains("/") else { return "" }
        return String(path.dropLast())
    }

    /// The path of an address in the site, and its query and fragment.
    ///
    /// A folder may be written without its slash, which only a server would add: `about` is
    /// `about/`.
    private static func path(of url: String) -> (path: String, rest: Substring) {
        let url = url.hasPrefix("/") ? url.dropFirst() : url[...]
        let end = url.firstIndex { $0 == "?" || $0 == "#" } ?? url.endIndex
        let path = url[..<end]
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        return (name.isEmpty || name.contains(".") ? String(path) : path + "/", url[end...])
    }
}
