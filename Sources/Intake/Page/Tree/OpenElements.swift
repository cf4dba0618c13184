/// The formatting elements (`b`, `font` …) that are open at a place of a page, as the parser keeps
/// them: it repeats all of them in every paragraph that follows, so a page of unclosed ones would
/// grow with their number.
///
/// As in HTML's own rules, of more than three equal ones the oldest is forgotten ("Noah's Ark"),
/// and a link ends the link that is open.
struct OpenFormatting {
    /// More than pages nest, little enough to be repeated a hundred thousand times.
    static let most = 16

    static let names: Set<[UInt8]> = Set(
        "a b big code em font i nobr s small strike strong tt u".split(separator: " ").map {
            Array($0.utf8)
        })

    private struct Element {
        var name: [UInt8]
        /// Of the whole tag.
        var hash: UInt64
        /// Bytes that it costs to repeat it: its tag, and what the parser keeps beside.
        var cost: Int
    }

    private var elements: [Element] = []
    /// Bytes that the parser may yet repeat.
    private var budget: Int

    /// `page`: bytes of the page.
    init(page: Int) { budget = 1_000_000 + 4 * page }
    /// Tags that were refused and wait for their closing tags, by name.
    private var refused: [[UInt8]: Int] = [:]

    /// Whether the parser may see this tag.
    mutating func open(_ name: [UInt8], tag: ArraySlice<UInt8>) -> Bool {
        // FNV-1a.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in tag { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        if name == Self.link { elements.removeAll { $0.name == Self.link } }
        let equals = elements.indices.filter { elements[$0].hash == hash }
        if equals.count >= 3 { elements.remove(at: equals[0]) }
        guard elements.count < Self.most else {
            refused[name, default: 0] += 1
            return false
        }
        elements.append(Element(name: name, hash: hash, cost: tag.count + 40))
        return true
    }

    /// A block begins, in which the parser repeats what is open: the closing tags to put before it
    /// when it has done so too often.
    mutating func block() -> [UInt8] {
        budget -= elements.reduce(0) { $0 + $1.cost }
        guard budget < 0, !elements.isEmpty else { return [] }
        let tags = elements.reversed().map { "</\(String(decoding: $0.name, as: UTF8.self))>" }
        elements = []
        return Array(tags.joined().utf8)
    }

    /// Whether the parser may see this closing tag.
    mutating func close(_ name: [UInt8]) -> Bool {
        if let waiting = refused[name], waiting > 0 {
            refused[name] = waiting - 1
            return false
        }
        if let last = elements.lastIndex(where: { $0.name == name }) { elements.remove(at: last) }
        return true
    }

    private static let link = Array("a".utf8)
}

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
