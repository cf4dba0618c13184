/// A tag of raw HTML: `<name attributes>`, `</name>`.
struct RawHTMLTag: Equatable {
    struct Attribute: Equatable {
        /// Lower case.
        var name: [UInt8]
        /// As written, character references and all; empty when there is none.
        var value: [UInt8]
    }

    /// Lower case.
    var name: [UInt8]
    var isClosing: Bool
    var attributes: [Attribute]
    /// How many bytes the tag takes.
    var length: Int

    /// The tag that begins the bytes; `nil` when none does.
    init?(_ bytes: ArraySlice<UInt8>) {
        let end = bytes.endIndex
        var at = bytes.startIndex
        guard at < end, bytes[at] == UInt8(ascii: "<") else { return nil }
        at += 1
        isClosing = at < end && bytes[at] == UInt8(ascii: "/")
        if isClosing { at += 1 }
        guard at < end, Self.isLetter(bytes[at]) else { return nil }
        let nameStart = at
        while at < end, !Self.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">"),
            bytes[at] != UInt8(ascii: "/")
        {
            at += 1
        }
        name = Self.lowercased(bytes[nameStart..<at])
        attributes = []
        while at < end, bytes[at] != UInt8(ascii: ">") {
            if Self.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
                at += 1
                continue
            }
            let start = at
            while at < end, !Self.isSpace(bytes[at]), bytes[at] != UInt8(ascii: "="),
                bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "/") || at == start
            {
                at += 1
            }
            let attribute = Self.lowercased(bytes[start..<max(at, start)])
            if at == start { at += 1 }
            var next = at
            while next < end, Self.isSpace(bytes[next]) { next += 1 }
            var value: ArraySlice<UInt8> = []
            if next < end, bytes[next] == UInt8(ascii: "=") {
                next += 1
                while next < end, Self.isSpace(bytes[next]) { next += 1 }
                guard next < end else { return nil }
                let quote = bytes[next]
                if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                    guard let close = bytes[(next + 1)...].firstIndex(of: quote) else { return nil }
                    value = bytes[next + 1..<close]
                    at = close + 1
                } else {
                    at = next
                    while at < end, !Self.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") {
                        at += 1
                    }
                    value = bytes[next..<at]
                }
            }
            // Of two attributes of one name a browser takes the first.
            if !attributes.contains(where: { $0.name == attribute }) {
                attributes.append(Attribute(name: attribute, value: Array(value)))
            }
        }
        guard at < end else { return nil }
        length = at + 1 - bytes.startIndex
    }

    /// `<br>` in any spelling.
    static func isBreak(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 4, bytes[bytes.startIndex + 1] | 0x20 == UInt8(ascii: "b") else {
            return false
        }
        return RawHTMLTag(bytes).map { !$0.isClosing && $0.name == Array("br".utf8) } ?? false
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}

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

    /// Elements whose content is not text for readers.
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
