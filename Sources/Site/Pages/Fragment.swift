import Files

/// A card or row that many pages show, rendered once.
///
/// Only the relative path to the site's root differs from page to page. A fragment is rendered for
/// pages two folders deep, as nearly all pages are, and adapted to other depths.
final class Fragment: Sendable {
    private static let usualDepth = 2
    /// A page of that depth, to render fragments for.
    static let usualPath = String(repeating: "-/", count: usualDepth)

    /// The beginning of an attribute's value that is relative to the root of the site; escaped text
    /// contains no quotation mark.
    private static let usualRoot = Array(("=\"" + SitePath.root(from: usualPath)).utf8)

    /// Whether a page has the depth that fragments are rendered for.
    static func isUsual(_ path: String) -> Bool { SitePath.depth(path) == usualDepth }

    private let usual: [UInt8]
    /// Of the HTML.
    let key: Fingerprint

    /// - Parameter html: for a page at `usualPath`.
    init(_ html: [UInt8]) {
        usual = html
        key = Fingerprint(of: html)
    }

    /// - Parameter path: of the page that shows the fragment.
    func html(on path: String) -> [UInt8] {
        guard !Self.isUsual(path) else { return usual }
        let root = Array(SitePath.root(from: path).utf8)
        var html: [UInt8] = []
        html.reserveCapacity(usual.count + 8 * root.count)
        var start = 0
        var at = 0
        while let quote = usual[at...].firstIndex(of: UInt8(ascii: "\"")) {
            at = quote + 1
            guard quote > 0, usual[(quote - 1)...].starts(with: Self.usualRoot) else { continue }
            html += usual[start..<at]
            html += root
            start = quote - 1 + Self.usualRoot.count
        }
        return html + usual[start...]
    }
}
