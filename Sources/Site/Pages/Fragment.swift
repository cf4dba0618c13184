/// A card or row, printed once for all pages that show it.
///
/// Only the way to the site's root differs from page to page. It is printed for pages two folders
/// deep, where almost all pieces stand, and taken from there to other depths.
final class Fragment: Sendable {
    private static let usualDepth = 2
    /// A page of that depth, to print pieces for.
    static let usualPath = String(repeating: "-/", count: usualDepth)

    /// An attribute's value that begins at the root of the site; what is escaped holds no quotation
    /// mark.
    private static let usualRoot = Array(("=\"" + SitePath.root(from: usualPath)).utf8)

    /// Whether a page lies where pieces are printed for.
    static func isUsual(_ path: String) -> Bool { SitePath.depth(path) == usualDepth }

    private let usual: [UInt8]

    /// - Parameter html: for a page at `usualPath`.
    init(_ html: [UInt8]) {
        usual = html
    }

    /// - Parameter path: of the page that shows the piece.
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
