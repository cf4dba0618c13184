import Archive
import Files

/// What every page shares: language, root, header, footer, words of the interface.
///
/// Head, header and footer differ between pages only by the way to the root, so each is rendered
/// once for every depth.
struct PageFrame: Sendable {
    private struct Furniture: Sendable {
        var head: DeferredMarkup
        var header: DeferredMarkup
        var footer: DeferredMarkup
    }

    let settings: ArchiveSettings
    let strings: UIStrings
    private let address: Address
    private let ownStyles: [String]
    /// By depth of the page below the root.
    private let furniture: [Furniture]
    private let furnish: @Sendable (_ root: String) -> Furniture
    private static let deepest = 8

    init(_ settings: ArchiveSettings, theme: Theme, strings: UIStrings) {
        self.settings = settings
        self.strings = strings
        address = Address(settings)
        ownStyles = theme.ownStyles
        let menu = Menu(settings, strings)
        let furnish = { @Sendable (root: String) -> Furniture in
            func part(_ template: PageTemplate, _ own: Fields) -> DeferredMarkup {
                var fields = own
                fields["root"] = root
                fields["lang"] = strings.language
                return DeferredMarkup(theme.render(template, fields))
            }
            let folders = theme.kindStyles.folders
            return Furniture(
                head: part(.head, ["feeds": true, "kindFolders": folders.isEmpty ? nil : folders]),
                header: part(.header, ["menu": menu.items(root: root)]),
                footer: part(
                    .footer, ["author": settings.author, "links": menu.links(root: root)]))
        }
        self.furnish = furnish
        furniture = (0...Self.deepest).map { furnish(String(repeating: "../", count: $0)) }
    }

    /// - Parameters:
    ///   - path: the page's, with a trailing slash; empty for the home page.
    ///   - section: the menu entry that it belongs to: `articles`, `people`, … or empty.
    ///   - root: the relative path to the site's root, if it is not the one from `path`.
    ///   - data: markup for the page's head: structured data.
    func fields(
        path: String, title: String, section: String, description: String? = nil,
        root: String? = nil, data: [UInt8]? = nil
    ) -> Fields {
        let depth = SitePath.depth(path)
        let furniture = root.map(furnish) ?? furniture[min(depth, Self.deepest)]
        var fields: Fields = [
            "lang": strings.language,
            "root": root ?? SitePath.root(from: path),
            "title": title,
            "section": section,
            "head": furniture.head,
            "header": furniture.header,
            "footer": furniture.footer,
        ]
        fields["description"] = description
        fields["styles"] = styles(root ?? SitePath.root(from: path))
        fields["meta"] = HTMLText(
            joining: [canonicalLink(path), data].compactMap { $0 }, separator: "\n")
        return fields
    }

    /// The archive's own style sheets, which come after the theme's.
    private func styles(_ root: String) -> [Fields]? {
        ownStyles.isEmpty ? nil : ownStyles.map { ["href": root + HTML.percentEncoded(path: $0)] }
    }

    private func canonicalLink(_ path: String) -> [UInt8]? {
        guard address.isAbsolute else { return nil }
        return Array("<link rel=\"canonical\" href=\"\(HTML.escape(address.of(path)))\">".utf8)
    }
}
