import Archive
import Files
import Publishing
import Text

/// The files that describe the site to other programs: sitemap, robots.txt, OpenSearch, llms.txt.
struct SiteFiles: Sendable {
    let graph: ArchiveGraph
    let strings: UIStrings
    let address: Address
    /// Of everything but the words of articles, which these files do not show.
    private let inputs: Fingerprint

    init(_ renderer: PageRenderer) {
        graph = renderer.graph
        strings = renderer.strings
        address = Address(graph.archive.settings)
        inputs = renderer.inputs.withoutWords
    }

    /// - Parameter files: paths of all other files of the site.
    func tasks(after files: [String]) -> [OutputTask] {
        [
            task("sitemap.xml") { sitemap(files) },
            task("robots.txt") { robots },
            task("opensearch.xml") { openSearch },
            task("llms.txt") { llms },
        ]
    }

    private func task(
        _ path: String, bytes: @escaping @Sendable () -> [UInt8]
    ) -> OutputTask {
        OutputTask(path, inputs: inputs) {
            OutputTask.Work(key: nil) { [OutputFile(path: path, bytes: bytes())] }
        }
    }

    /// https://www.sitemaps.org/protocol.html requires absolute addresses.
    ///
    /// Without a `base-url` they are relative, and the file has a comment that says so.
    ///
    /// - Parameter files: paths of all files but those of this type.
    private func sitemap(_ files: [String]) -> [UInt8] {
        let pages = files.filter(SitePath.isPage).map(SitePath.page).sorted()
        let articles = graph.archive.articles
        // By index: a whole article is expensive to copy.
        let dates = Dictionary(
            articles.indices.compactMap { index in
                (articles[index].updated ?? articles[index].date).map {
                    (SitePath.article(articles[index].slug), $0.iso)
                }
            }, uniquingKeysWith: { first, _ in first })
        var xml = #"<?xml version="1.0" encoding="utf-8"?>"# + "\n"
        if !address.isAbsolute {
            xml += "<!-- base-url in content/archive.yml makes these addresses absolute -->\n"
        }
        xml += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        for page in pages {
            xml += "<url><loc>\(HTML.escape(address.of(page)))</loc>"
            if let date = dates[page] { xml += "<lastmod>\(date)</lastmod>" }
            xml += "</url>\n"
        }
        xml += "</urlset>\n"
        return Array(xml.utf8)
    }

    private var robots: [UInt8] {
        var text = "User-agent: *\nAllow: /\n"
        if address.isAbsolute { text += "Sitemap: \(address.of("sitemap.xml"))\n" }
        return Array(text.utf8)
    }

    private var openSearch: [UInt8] {
        let title = HTML.escape(graph.archive.settings.title)
        let template = HTML.escape(address.of("search/") + "?q={searchTerms}")
        return Array(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
            <ShortName>\(title.prefix(16))</ShortName>
            <Description>\(title)</Description>
            <InputEncoding>UTF-8</InputEncoding>
            <Url type="text/html" template="\(template)"/>
            </OpenSearchDescription>

            """.utf8)
    }

    /// https://llmstxt.org: the archive in Markdown, with the Markdown of every article.
    private var llms: [UInt8] {
        let settings = graph.archive.settings
        var text = "# \(settings.title)\n\n"
        if !settings.description.isEmpty { text += "> \(settings.description)\n\n" }
        text += "## \(strings["articles"])\n\n"
        for article in graph.archive.articles {
            let path =
                address.base
                + HTML.percentEncoded(path: SitePath.article(article.slug) + "index.md")
            let facts = [article.date?.iso, article.outlet].compactMap { $0 }.joined(
                separator: ", ")
            text += "- [\(article.title)](\(path))" + (facts.isEmpty ? "\n" : ": \(facts)\n")
        }
        text += "\n## \(strings["data"])\n\n"
        for name in [
            "entities.json", "entities.jsonld", "mentions.csv", "claims.json", "claims.csv",
            "relations.json",
            "datapackage.json",
        ] {
            text += "- [\(name)](\(address.base)data/\(name))\n"
        }
        return Array(text.utf8)
    }
}

/// `content/assets/**` copied unchanged to `assets/`, and `content/root/**` to the root of the
/// site.
enum AssetFiles {
    /// - Parameter paths: relative to the archive folder.
    static func tasks(_ paths: [String], in archive: String) -> [OutputTask] {
        paths.filter { $0.hasPrefix("content/") }.map { path in
            OutputTask(path) {
                guard let bytes = try Disk.readIfPresent("\(archive)/\(path)") else { return [] }
                return [OutputFile(path: SitePath.asset(path), bytes: bytes)]
            }
        }
    }
}
