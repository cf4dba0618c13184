import Text

/// An RSS (0.9 to 2.0) or Atom feed whose entries have their text.
struct Feed {
    private let root: XMLElement
    private let isAtom: Bool

    /// Letters of a description that is taken for the text.
    private static let fewest = 400

    /// The first element is that of a feed; a text may speak of one.
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        var rest = bytes.prefix(4096)
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        while true {
            rest = rest.drop { $0 <= 0x20 }
            guard rest.starts(with: "<?".utf8) || rest.starts(with: "<!".utf8),
                let end = rest.firstIndex(of: UInt8(ascii: ">"))
            else { break }
            rest = rest[(end + 1)...]
        }
        return ["<rss", "<feed", "<rdf:RDF"].contains { rest.starts(with: $0.utf8) }
    }

    /// `nil` if the bytes are not a feed.
    init?(_ bytes: [UInt8]) {
        let label = PageDecoding.label(of: bytes)
        var utf8 = bytes
        if let encoding = label.flatMap(CharacterEncoding.init(label:)), encoding != .utf8,
            !encoding.isRefused, UTF8Validity.firstInvalid(bytes) != nil
        {
            utf8 = EncodingConverter.utf8(from: bytes[...], in: encoding).text
        }
        guard let root = XMLElement.parse(utf8),
            ["rss", "feed", "rdf:RDF"].contains(root.name)
        else { return nil }
        self.root = root
        isAtom = root.name == "feed"
    }

    func read(named name: String) -> (documents: [CapturedDocument], diagnostics: [Diagnostic]) {
        let place = Diagnostic.Place(file: name)
        let channel = isAtom ? root : root.first("channel") ?? root
        let items = isAtom ? root.all("entry") : channel.all("item") + root.all("item")
        var documents: [CapturedDocument] = []
        var summaries: [String] = []
        for item in items {
            var text = isAtom ? entry(item) : self.item(item)
            text.outlet = channel.first("title")?.text
            text.language =
                channel.first("language")?.text ?? item.attributes["xml:lang"]
                ?? root.attributes["xml:lang"]
            if hasText(item, text) {
                documents.append(text.document(named: name))
            } else {
                summaries.append(text.title ?? text.url ?? "an entry without title")
            }
        }
        var diagnostics: [Diagnostic] = []
        if !summaries.isEmpty || items.isEmpty {
            let what =
                items.isEmpty
                ? "the feed has no entries"
                : documents.isEmpty
                    ? "the feed has no texts: its \(summaries.count) entries are summaries or links"
                    : "\(summaries.count) of \(items.count) entries of the feed have no text and were not added"
            diagnostics.append(
                Diagnostic(
                    documents.isEmpty ? .error : .warning, "feed-without-text", at: place, what,
                    notes: summaries.prefix(3).map { "such as `\($0)`" },
                    help: "open those pages in a browser, save them, and add what was saved"))
        }
        return (documents, diagnostics)
    }

    private func hasText(_ item: XMLElement, _ text: ExportedText) -> Bool {
        let isFull = item.first("content:encoded") != nil || item.first("content") != nil
        return text.letters >= (isFull ? 1 : Self.fewest)
    }

    private func item(_ item: XMLElement) -> ExportedText {
        var text = ExportedText(from: "the feed")
        text.title = item.first("title")?.text
        text.url = item.first("link")?.text ?? item.first("guid")?.text
        text.authors = item.all("dc:creator").map(\.text)
        if text.authors.isEmpty, let author = item.first("author")?.text {
            // `name@example.org (Name)`
            let name = author.split(separator: "(").dropFirst().first?.prefix { $0 != ")" }
            text.authors = [name.map { String($0) } ?? author].filter { !$0.contains("@") }
        }
        text.date = item.first("pubDate")?.text ?? item.first("dc:date")?.text
        text.tags = item.all("category").map(\.text)
        text.html = item.first("content:encoded")?.text ?? item.first("description")?.text ?? ""
        return text
    }

    private func entry(_ entry: XMLElement) -> ExportedText {
        var text = ExportedText(from: "the feed")
        text.title = entry.first("title").map { title in
            title.attributes["type"] == "html" ? title.text.filter { $0 != "<" } : title.text
        }
        let links = entry.all("link")
        let link = links.first { ($0.attributes["rel"] ?? "alternate") == "alternate" }
        text.url = (link ?? links.first)?.attributes["href"]
        text.authors =
            (entry.all("author") + (entry.first("author") == nil ? root.all("author") : []))
            .compactMap { $0.first("name")?.text }
        text.date = entry.first("published")?.text ?? entry.first("updated")?.text
        text.tags = entry.all("category").compactMap {
            $0.attributes["label"] ?? $0.attributes["term"]
        }
        guard let content = entry.first("content") ?? entry.first("summary") else { return text }
        switch content.attributes["type"] ?? "text" {
        case "html", "text/html": text.html = content.text
        case "xhtml", "application/xhtml+xml": text.html = content.markup
        default: text.html = ExportedText.html(of: content.text)
        }
        return text
    }
}

/// An element of a small XML document, read without validation.
///
/// Names keep their prefix; entities of XML and HTML's numbers are decoded. What is not well-formed
/// is read as far as it goes.
struct XMLElement {
    var name: String
    var attributes: [String: String] = [:]
    var children: [XMLElement] = []
    /// Its own text and that of its children, in order.
    private(set) var text = ""
    /// Its content as HTML.
    private(set) var markup = ""

    func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }
    func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

    private static let deepest = 64
    /// Elements whose own text is of no interest.
    private static let containers: Set<String> = [
        "", "rss", "feed", "rdf:RDF", "channel", "item", "entry",
    ]

    /// The root element; `nil` if there is none.
    static func parse(_ bytes: [UInt8]) -> XMLElement? {
        var stack = [XMLElement(name: "")]
        var at = 0
        func append(_ words: String) {
            stack[stack.count - 1].text += words
            stack[stack.count - 1].markup += ExportedText.escaped(words)
        }
        func close() {
            let element = stack.removeLast()
            let parent = stack.count - 1
            stack[parent].children.append(element)
            guard !containers.contains(stack[parent].name) else { return }
            let attributes = element.attributes.sorted { $0.key < $1.key }.map {
                " \($0.key)=\"\(ExportedText.escaped($0.value))\""
            }.joined()
            stack[parent].markup +=
                "<\(element.name)\(attributes)>\(element.markup)</\(element.name)>"
            stack[parent].text += element.text
        }
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<") else {
                let end =
                    ByteWord.firstIndex(of: UInt8(ascii: "<"), in: bytes[at...]) ?? bytes.count
                append(XMLText.decoded(bytes[at..<end]))
                at = end
                continue
            }
            let rest = bytes[at...]
            if rest.starts(with: "<!--".utf8) {
                at = ByteSearch.end(of: Array("-->".utf8), in: bytes, from: at) ?? bytes.count
            } else if rest.starts(with: "<![CDATA[".utf8) {
                let end = ByteSearch.end(of: Array("]]>".utf8), in: bytes, from: at)
                let stop = end.map { $0 - 3 } ?? bytes.count
                append(String(decoding: bytes[min(at + 9, stop)..<stop], as: UTF8.self))
                at = end ?? bytes.count
            } else if rest.starts(with: "<?".utf8) || rest.starts(with: "<!".utf8) {
                at = (ByteWord.firstIndex(of: UInt8(ascii: ">"), in: rest) ?? bytes.count - 1) + 1
            } else if rest.starts(with: "</".utf8) {
                at = (ByteWord.firstIndex(of: UInt8(ascii: ">"), in: rest) ?? bytes.count - 1) + 1
                if stack.count > 1 { close() }
            } else {
                let end = XMLText.tagEnd(bytes, at)
                let tag = bytes[(at + 1)..<max(at + 1, min(end, bytes.count))]
                let isEmpty = tag.last == UInt8(ascii: "/")
                guard stack.count < deepest else { return nil }
                stack.append(XMLText.element(isEmpty ? tag.dropLast() : tag))
                if isEmpty { close() }
                at = end + 1
            }
        }
        while stack.count > 1 { close() }
        return stack[0].children.first
    }
}

/// Tags and entities of XML.
private enum XMLText {
    /// The offset of the `>` that ends a tag.
    static func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        var quote: UInt8?
        var at = start
        while at < bytes.count {
            if let mark = quote {
                if bytes[at] == mark { quote = nil }
            } else if bytes[at] == 0x22 || bytes[at] == 0x27 {
                quote = bytes[at]
            } else if bytes[at] == UInt8(ascii: ">") {
                return at
            }
            at += 1
        }
        return bytes.count
    }

    static func element(_ tag: ArraySlice<UInt8>) -> XMLElement {
        var rest = tag
        let name = rest.prefix { $0 > 0x20 }
        rest = rest.dropFirst(name.count)
        var element = XMLElement(name: String(decoding: name, as: UTF8.self))
        while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
            let key = String(decoding: rest[..<equals], as: UTF8.self).trimmed
            rest = rest[(equals + 1)...].drop { $0 <= 0x20 }
            guard let quote = rest.first, quote == 0x22 || quote == 0x27 else { break }
            rest = rest.dropFirst()
            let value = rest.prefix { $0 != quote }
            element.attributes[key] = decoded(value)
            rest = rest.dropFirst(value.count + 1)
        }
        return element
    }

    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("&") else { return text }
        var out = ""
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "&") {
            out += rest[..<start]
            rest = rest[start...]
            guard let end = rest.prefix(12).firstIndex(of: ";"),
                let character = character(rest[rest.index(after: start)..<end])
            else {
                out += "&"
                rest = rest.dropFirst()
                continue
            }
            out.append(character)
            rest = rest[rest.index(after: end)...]
        }
        return out + rest
    }

    private static func character(_ name: Substring) -> Character? {
        switch name {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return "\u{A0}"
        default:
            guard name.hasPrefix("#") else { return nil }
            let digits = name.dropFirst()
            let code =
                digits.hasPrefix("x") || digits.hasPrefix("X")
                ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return code.flatMap(Unicode.Scalar.init).map(Character.init)
        }
    }
}
