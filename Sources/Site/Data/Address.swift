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

    /// - Parameter path: of a page (trailing slash) or a file. Servers resolve folders, so
    ///   `index.html` is omitted.
    func of(_ path: String) -> String {
        base
            + HTML.percentEncoded(
                path: isAbsolute || !path.hasSuffix("/") ? path : SitePath.file(path))
    }

    /// A stable identifier for feed readers, independent of the host without a `base-url`.
    func id(of path: String) -> String {
        isAbsolute ? of(path) : "urn:variorum:" + HTML.percentEncoded(path: path)
    }

    /// An address for data inside a page or file of the site: absolute when the site has a
    /// `base-url`, else relative to that page or file.
    func link(from page: String, to path: String) -> String {
        if isAbsolute { return of(path) }
        let isBelow = !page.isEmpty && path.hasPrefix(page)
        return isBelow
            ? SitePath.link(from: "", to: String(path.dropFirst(page.count)))
            : SitePath.link(from: page, to: path)
    }
}
