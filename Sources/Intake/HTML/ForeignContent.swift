/// Whether a place of a page is inside `svg` or `math`, where `/>` closes an element and elements
/// like `td` can nest.
struct ForeignContent {
    private var depth = 0
    /// Depths around the HTML inside of `foreignObject`.
    private var outside: [Int] = []

    var isOpen: Bool { depth > 0 }

    /// Looks at an opening tag: whether it is inside; HTML's own elements end what is open.
    mutating func open(_ name: [UInt8]) -> Bool {
        if depth > 0, Self.breakouts.contains(name) { depth = 0 }
        return depth > 0
    }

    /// An element was opened that was not closed at once.
    mutating func entered(_ name: [UInt8]) {
        if name == Self.object, depth > 0, outside.count < 100 {
            outside.append(depth)
            depth = 0
        } else if Self.roots.contains(name) {
            depth += 1
        }
    }

    mutating func left(_ name: [UInt8]) {
        if name == Self.object {
            depth = outside.popLast() ?? depth
        } else if Self.roots.contains(name) {
            depth = max(0, depth - 1)
        }
    }

    private static func names(_ list: String) -> Set<[UInt8]> {
        Set(list.split(separator: " ").map { Array($0.utf8) })
    }

    private static let roots = names("svg math")
    private static let object = Array("foreignobject".utf8)
    private static let breakouts = names(
        """
        b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta \
        nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
        """)
}
