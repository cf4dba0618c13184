import Archive

/// Absolute addresses for formats that need them: feeds, sitemap, canonical links.
///
/// Without a `base-url` addresses stay relative to the site's root.
struct Address: Sendable {
    /// With a trailing slash; empty when the archive has none.
    let base: String

    init(_ settings: ArchiveSettings) {
        let url = settings.baseURL ?? ""
        base = url.isEmpty || url.hasSuffix("/") ? url : url + "/"
    }

    var isAbsolute: Bool { !base.isEmpty }

    /// - Parameter path: of a page (trailing slash) or a file. Servers know folders, so no
    ///   `index.html`.
    func of(_ path: String) -> String {
        base
            + HTML.percentEncoded(
                path: isAbsolute || !path.hasSuffix("/") ? path : SitePath.file(path))
    }

    /// A name that stays the same wherever the site is hosted, for feed readers.
    func id(of path: String) -> String {
        isAbsolute ? of(path) : "urn:variorum:" + HTML.percentEncoded(path: path)
    }

    /// An address for data that a page or file of the site holds: absolute when the site has a
    /// `base-url`, else relative to where it stands.
    func link(from page: String, to path: String) -> String {
        if isAbsolute { return of(path) }
        let isBelow = !page.isEmpty && path.hasPrefix(page)
        return isBelow
            ? SitePath.link(from: "", to: String(path.dropFirst(page.count)))
            : SitePath.link(from: page, to: path)
    }
}
