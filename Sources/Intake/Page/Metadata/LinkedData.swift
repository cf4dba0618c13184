import Foundation

/// A page's own metadata in JSON-LD: the object that describes an article.
struct LinkedData {
    var headline: String?
    var datePublished: String?
    var authors: [String] = []
    var publisher: String?
    var language: String?
    var url: String?
    var license: String?

    init(_ tree: HTMLTree) {
        for index in tree.nodes.indices where tree.isElement(index, .script) {
            guard let type = tree.string(index, .type), type.lowercased().contains("ld+json") else {
                continue
            }
            var words: [UInt8] = []
            for child in tree.children(of: index) where tree.nodes[child].kind == .text {
                words += tree.text(child)
            }
            words = Self.withoutCDATA(words)
            // Line ends inside strings are not JSON, but common.
            for at in words.indices where words[at] < 0x20 { words[at] = 0x20 }
            while words.last == 0x20 || words.last == UInt8(ascii: ";") { words.removeLast() }
            do {
                read(
                    try JSONSerialization.jsonObject(
                        with: Data(words), options: [.fragmentsAllowed]), depth: 0)
            } catch {
                // Invalid JSON in a page is ignored.
                continue
            }
        }
    }

    /// `<![CDATA[ {…} ]]>`, with or without comment signs around the marks, as pages in XHTML have
    /// it.
    private static func withoutCDATA(_ words: [UInt8]) -> [UInt8] {
        guard let mark = words.prefix(200).firstRange(of: Array("<![CDATA[".utf8)) else {
            return words
        }
        let brackets = "{[}]".utf8
        let rest = words[mark.upperBound...]
        guard let first = rest.firstIndex(where: { brackets.contains($0) }) else { return words }
        let close = rest.lastIndex { $0 == UInt8(ascii: ">") } ?? rest.endIndex
        let body = rest[first..<max(first, close)]
        let end = body.last == UInt8(ascii: "]") ? body.dropLast(2) : body
        return Array(end.prefix(through: end.lastIndex { brackets.contains($0) } ?? first))
    }

    private mutating func read(_ value: Any, depth: Int) {
        guard depth < 6 else { return }
        if let list = value as? [Any] {
            for item in list { read(item, depth: depth + 1) }
            return
        }
        guard let object = value as? [String: Any] else { return }
        let types = Self.strings(object["@type"])
        if types.contains(where: {
            Self.articleTypes.contains($0) || $0.hasSuffix("Article") || $0.hasSuffix("Posting")
        }) {
            headline =
                headline ?? Self.strings(object["headline"]).first
                ?? Self.strings(object["name"]).first
            datePublished =
                datePublished ?? Self.strings(object["datePublished"]).first
                ?? Self.strings(object["dateCreated"]).first
            if authors.isEmpty { authors = Self.names(object["author"]) }
            publisher = publisher ?? Self.names(object["publisher"]).first
            language = language ?? Self.strings(object["inLanguage"]).first
            url = url ?? Self.strings(object["url"]).first
            license = license ?? Self.strings(object["license"]).first
        } else if let published = Self.strings(object["pubDate"]).first {
            // Baidu's own vocabulary.
            datePublished = datePublished ?? published
            headline = headline ?? Self.strings(object["title"]).first
        }
        for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
            if let inner = object[key] { read(inner, depth: depth + 1) }
        }
    }

    private static let articleTypes: Set<String> = [
        "Article", "NewsArticle", "BlogPosting", "Report", "TechArticle", "ScholarlyArticle",
        "ReportageNewsArticle", "WebPage",
    ]

    private static func strings(_ value: Any?) -> [String] {
        if let text = value as? String {
            return text.trimmed.isEmpty ? [] : [HTMLEntities.decoded(text.trimmed)]
        }
        if let list = value as? [Any] { return list.flatMap { strings($0) } }
        return []
    }

    private static func names(_ value: Any?) -> [String] {
        if let list = value as? [Any] { return list.flatMap { names($0) } }
        if let object = value as? [String: Any] { return Array(strings(object["name"]).prefix(1)) }
        return strings(value)
    }
}

/// The few character references that are written twice in pages' data.
enum HTMLEntities {
    static func decoded(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var text = text
        for (name, sign) in [
            ("&quot;", "\""), ("&#39;", "'"), ("&#039;", "'"), ("&lt;", "<"), ("&gt;", ">"),
            ("&nbsp;", " "), ("&#8217;", "’"), ("&#8216;", "‘"), ("&#8220;", "“"), ("&#8221;", "”"),
            ("&#8211;", "–"), ("&ldquo;", "“"), ("&rdquo;", "”"), ("&amp;", "&"),
        ] {
            text = text.replacingOccurrences(of: name, with: sign)
        }
        return text
    }
}
