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
    private var newest: ArraySlice<Article> {
        graph.archive.articles.prefix(max(0, graph.archive.settings.feedSize))
    }

    /// Without a version, so that a new release that writes the same pages writes the same bytes.
    private static let generator = "Variorum"

    private static func timestamp(_ article: Article) -> String {
        (article.updated ?? article.date)?.timestamp ?? "1970-01-01T00:00:00Z"
    }

    private var atom: [UInt8] {
        let settings = graph.archive.settings
        var xml = #"<?xml version="1.0" encoding="utf-8"?>"# + "\n"
        xml +=
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(HTML.escape(settings.language))\">\n"
        xml += "<id>\(HTML.escape(address.id(of: "")))</id>\n"
        xml += "<title>\(HTML.escape(settings.title))</title>\n"
        if !settings.description.isEmpty {
            xml += "<subtitle>\(HTML.escape(settings.description))</subtitle>\n"
        }
        xml += "<updated>\(newest.map(Self.timestamp).max() ?? "1970-01-01T00:00:00Z")</updated>\n"
        xml += "<author><name>\(HTML.escape(settings.author ?? settings.title))</name></author>\n"
        xml += "<link rel=\"self\" href=\"\(HTML.escape(address.of("feed.xml")))\"/>\n"
        xml += "<link rel=\"alternate\" href=\"\(HTML.escape(address.of("")))\"/>\n"
        xml += "<generator>\(Self.generator)</generator>\n"
        for article in newest {
            let path = SitePath.article(article.slug)
            xml += "<entry xml:lang=\"\(HTML.escape(article.language))\">\n"
            xml += "<id>\(HTML.escape(address.id(of: path)))</id>\n"
            xml += "<title>\(HTML.escape(article.title))</title>\n"
            xml += "<updated>\(Self.timestamp(article))</updated>\n"
            if let date = article.date { xml += "<published>\(date.timestamp)</published>\n" }
            for author in article.authors {
                xml += "<author><name>\(HTML.escape(author))</name></author>\n"
            }
            xml += "<link rel=\"alternate\" href=\"\(HTML.escape(address.of(path)))\"/>\n"
            for tag in article.tags { xml += "<category term=\"\(HTML.escape(tag))\"/>\n" }
            if let summary = article.summary {
                xml += "<summary>\(HTML.escape(summary))</summary>\n"
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
