import Archive
import Publishing
import Text

/// `feed.xml` (Atom, RFC 4287) and `feed.json` (JSON Feed 1.1): the newest articles.
struct Feeds {
    let graph: ArchiveGraph
    let address: Address

    init(_ graph: ArchiveGraph) {
        self.graph = graph
        address = Address(graph.archive.settings)
    }

    var files: [OutputFile] {
        [OutputFile(path: "feed.xml", bytes: atom), OutputFile(path: "feed.json", bytes: jsonFeed)]
    }

    /// Articles are newest first already.
    ///
    /// One without any date is in no feed: Atom asks for a date
    /// of each entry, and a false one would sort it in a reader's list.
    private var newest: [Article] {
        let archive = graph.archive
        return Array(
            archive.articles.lazy.filter { Self.timestamp($0) != nil }
                .prefix(max(0, archive.settings.feedSize)))
    }

    /// Without a version, so that a new release that writes the same pages writes the same bytes.
    private static let generator = "Variorum"

    /// When an article was written or changed; if it does not say, when it was captured.
    private static func timestamp(_ article: Article) -> String? {
        let captured = article.captured.flatMap { PartialDate($0) }
        return (article.updated ?? article.date ?? captured)?.timestamp
    }

    /// The text without characters that XML 1.0 (section 2.2) does not allow, escaped.
    private static func escape(_ text: String) -> String {
        let isForbidden: (Unicode.Scalar) -> Bool = {
            $0.value < 0x20 && ![0x09, 0x0A, 0x0D].contains($0.value) || $0.value == 0xFFFE
                || $0.value == 0xFFFF
        }
        guard text.unicodeScalars.contains(where: isForbidden) else { return HTML.escape(text) }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: text.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 })
        return HTML.escape(String(scalars))
    }

    private var atom: [UInt8] {
        let settings = graph.archive.settings
        var xml = #"<?xml version="1.0" encoding="utf-8"?>"# + "\n"
        xml +=
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(Self.escape(settings.language))\">\n"
        xml += "<id>\(Self.escape(address.id(of: "")))</id>\n"
        xml += "<title>\(Self.escape(settings.title))</title>\n"
        if !settings.description.isEmpty {
            xml += "<subtitle>\(Self.escape(settings.description))</subtitle>\n"
        }
        xml +=
            "<updated>\(newest.compactMap(Self.timestamp).max() ?? "1970-01-01T00:00:00Z")</updated>\n"
        xml += "<author><name>\(Self.escape(settings.author ?? settings.title))</name></author>\n"
        xml += "<link rel=\"self\" href=\"\(Self.escape(address.of("feed.xml")))\"/>\n"
        xml += "<link rel=\"alternate\" href=\"\(Self.escape(address.of("")))\"/>\n"
        xml += "<generator>\(Self.generator)</generator>\n"
        for article in newest {
            let path = SitePath.article(article.slug)
            xml += "<entry xml:lang=\"\(Self.escape(article.language))\">\n"
            xml += "<id>\(Self.escape(address.id(of: path)))</id>\n"
            xml += "<title>\(Self.escape(article.title))</title>\n"
            if let time = Self.timestamp(article) { xml += "<updated>\(time)</updated>\n" }
            if let date = article.date { xml += "<published>\(date.timestamp)</published>\n" }
            for author in article.authors {
                xml += "<author><name>\(Self.escape(author))</name></author>\n"
            }
            xml += "<link rel=\"alternate\" href=\"\(Self.escape(address.of(path)))\"/>\n"
            for tag in article.tags { xml += "<category term=\"\(Self.escape(tag))\"/>\n" }
            if let summary = article.summary {
                xml += "<summary>\(Self.escape(summary))</summary>\n"
            }
            xml += "</entry>\n"
        }
        xml += "</feed>\n"
        return Array(xml.utf8)
    }

    private var jsonFeed: [UInt8] {
        let settings = graph.archive.settings
        return JSONWriter.document { json in
            json.object { json in
                json.member("version", "https://jsonfeed.org/version/1.1")
                json.member("title", settings.title)
                json.member(ifAny: "description", settings.description)
                json.member("home_page_url", address.of(""))
                json.member("feed_url", address.of("feed.json"))
                json.member("language", settings.language)
                json.array("items") { json in
                    for article in newest { item(article, into: &json) }
                }
            }
        }
    }

    private func item(_ article: Article, into json: inout JSONWriter) {
        let path = SitePath.article(article.slug)
        json.line()
        json.object { json in
            json.member("id", address.id(of: path))
            json.member("url", address.of(path))
            json.member(ifAny: "external_url", article.url)
            json.member("title", article.title)
            json.member("content_text", article.summary ?? article.title)
            json.member(ifAny: "date_published", article.date?.timestamp)
            json.member(ifAny: "date_modified", article.updated?.timestamp)
            json.member("language", article.language)
            json.member(ifAny: "tags", article.tags)
            if !article.authors.isEmpty {
                json.array("authors") { json in
                    for author in article.authors { json.object { $0.member("name", author) } }
                }
            }
        }
    }
}

extension PartialDate {
    /// RFC 3339.
    ///
    /// Missing parts become January, the first day, midnight UTC.
    var timestamp: String {
        let day =
            "\(SitePath.padded(year, to: 4))-\(SitePath.padded(month ?? 1, to: 2))-\(SitePath.padded(self.day ?? 1, to: 2))"
        guard let time, time.utf8.count >= 9, time.hasPrefix("T"),
            time.hasSuffix("Z") || time.dropFirst(9).contains(where: { $0 == "+" || $0 == "-" })
        else { return day + "T00:00:00Z" }
        return day + time
    }
}
