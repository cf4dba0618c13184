/// What of raw HTML reaches a page.
///
/// Everything else becomes its words.
enum RawHTMLAllowList {
    enum Model {
        /// Stands in running text.
        case phrasing
        /// Stands in running text, without content.
        case void
        /// Holds blocks.
        case flow
        /// A block that holds running text only.
        case textBlock
        /// A block without content.
        case voidBlock
        /// Stands only inside one of these.
        case inside([[UInt8]])
    }

    static func model(of name: [UInt8]) -> Model? { models[name] }

    /// Elements whose content is no text for readers.
    static let hidden: Set<[UInt8]> = Set(
        ["script", "style", "template", "iframe"].map { Array($0.utf8) })

    static func allows(_ attribute: [UInt8], on element: [UInt8]) -> Bool {
        everywhere.contains(attribute) || attributes[element]?.contains(attribute) == true
    }

    /// Attributes whose value is an address.
    static let addresses: Set<[UInt8]> = [
        Array("href".utf8), Array("src".utf8), Array("cite".utf8),
    ]

    private static let everywhere = set("lang dir title")
    private static let attributes: [[UInt8]: Set<[UInt8]>] = dictionary([
        "a": set("href"), "img": set("src width height alt"), "blockquote": set("cite"),
        "q": set("cite"),
        "del": set("cite datetime"), "ins": set("cite datetime"), "details": set("open"),
        "ol": set("start reversed"), "td": set("colspan rowspan"),
        "th": set("colspan rowspan scope"),
    ])

    private static let models: [[UInt8]: Model] = {
        var models: [[UInt8]: Model] = [:]
        func add(_ names: String, _ model: Model) {
            for name in words(names) { models[name] = model }
        }
        add(
            "a abbr b cite code del dfn em i ins kbd mark q ruby s samp small span strong sub sup u var",
            .phrasing)
        add("br wbr img", .void)
        add("blockquote details div dl figure ol table ul", .flow)
        add("h1 h2 h3 h4 h5 h6 p pre", .textBlock)
        add("hr", .voidBlock)
        add("rp rt", .inside(words("ruby")))
        add("dd dt", .inside(words("dl")))
        add("li", .inside(words("ul ol")))
        add("summary", .inside(words("details")))
        add("figcaption", .inside(words("figure")))
        add("thead tbody tfoot", .inside(words("table")))
        add("tr", .inside(words("thead tbody tfoot table")))
        add("td th", .inside(words("tr")))
        return models
    }()

    private static func words(_ list: String) -> [[UInt8]] {
        list.split(separator: " ").map { Array($0.utf8) }
    }

    private static func set(_ list: String) -> Set<[UInt8]> { Set(words(list)) }

    private static func dictionary(_ pairs: KeyValuePairs<String, Set<[UInt8]>>) -> [[UInt8]: Set<
        [UInt8]
    >] {
        Dictionary(uniqueKeysWithValues: pairs.map { (Array($0.key.utf8), $0.value) })
    }
}
