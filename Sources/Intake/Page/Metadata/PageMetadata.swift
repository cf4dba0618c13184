import Archive
import Foundation
import Text

/// The metadata of a page's article, each field with its evidence.
struct PageMetadata {
    var title: String?
    var authors: [String] = []
    var translators: [String] = []
    var outlet: String?
    var date: PartialDate?
    /// What the date may be, where the page does not say when the article was published.
    var dateGuess: (date: PartialDate, from: String)?
    var url: String?
    var language: String?
    var license: String?
    var image: String?
    /// The page's own summary of the article.
    var summary: String?
    var evidence: [IncomingArticle.Evidence] = []

    let tree: HTMLTree
    private var metas: [(name: String, value: String)] = []

    init(_ tree: HTMLTree) {
        self.tree = tree
        readMetas()
        let data = LinkedData(tree)
        readTitle(data)
        readDate(data)
        readAuthors(data)
        readOutlet(data)
        readAddress(data)
        readLanguage(data)
        if let license = data.license { note(\.license, license, "license", "JSON-LD license") }
        summary = meta("og:description", "description", "twitter:description").map(
            HTMLEntities.decoded)
        if let image = meta("og:image") { note(\.image, image, "image", "og:image") }
    }

    // MARK: - Sources

    private mutating func readMetas() {
        for index in tree.nodes.indices where tree.isElement(index, .meta) {
            guard let content = tree.string(index, .content), !content.isEmpty else { continue }
            for key in [HTMLAttribute.property, .name, .itemprop, .httpEquiv] {
                if let name = tree.string(index, key) {
                    // One element may have several: `dc:title og:title`.
                    for word in name.lowercased().split(whereSeparator: \.isWhitespace) {
                        metas.append((String(word), content))
                    }
                    break
                }
            }
        }
    }

    func meta(_ names: String...) -> String? {
        for name in names {
            if let value = metas.first(where: { $0.name == name })?.value.trimmed, !value.isEmpty {
                return value
            }
        }
        return nil
    }

    mutating func note(
        _ field: WritableKeyPath<PageMetadata, String?>, _ value: String, _ name: String,
        _ from: String
    ) {
        self[keyPath: field] = value
        evidence.append(IncomingArticle.Evidence(field: name, from: from))
    }

    // MARK: - Title

    private mutating func readTitle(_ data: LinkedData) {
        let page = tree.nodes.indices.first { tree.isElement($0, .title) }.map { words($0) } ?? ""
        let headings = tree.nodes.indices.filter { tree.isElement($0, .h1) && !leadsHome($0) }
            .prefix(12).map {
                tree.words(of: $0)
            }.filter { !$0.isEmpty && $0.utf8.count < 600 }
        let own: [(String?, String)] = [
            (
                meta("dc:title", "dc.title", "dcterms.title", "dcterm:title", "parsely-title"),
                "meta title"
            ),
            (meta("og:title", "twitter:title"), "og:title"), (data.headline, "JSON-LD headline"),
        ]
        let sources = own.compactMap { text, from in
            text.map { PageTitle.Source(words: HTMLEntities.decoded($0), from: from) }
        }
        guard
            let title = PageTitle(
                data: sources, headings: headings, page: page, names: siteNames(data))
        else { return }
        note(\.title, title.words, "title", title.from)
        for other in title.others {
            evidence.append(IncomingArticle.Evidence(field: "title", from: "differs: \(other)"))
        }
    }

    private func words(_ node: Int) -> String { tree.words(of: node) }

    /// A logo: a heading around a link to the front page.
    private func leadsHome(_ heading: Int) -> Bool {
        tree.subtree(of: heading).contains { node in
            guard tree.isElement(node, .a), let href = tree.string(node, .href) else {
                return false
            }
            if href == "/" || href == "./" || href == "index.html" { return true }
            guard let host = WebAddress.host(of: href) else { return false }
            return href.hasSuffix(host) || href.hasSuffix(host + "/")
        }
    }

    /// What the site calls itself.
    private func siteNames(_ data: LinkedData) -> [String] {
        var names = [
            meta("og:site_name"), meta("application-name"), meta("apple-mobile-web-app-title"),
            data.publisher,
            meta("twitter:site"),
        ].compactMap { $0 }.map(HTMLEntities.decoded)
        // Some pages name the article there.
        let titles = [meta("og:title"), data.headline].compactMap { $0 }.map {
            PageTitle.key(HTMLEntities.decoded($0))
        }
        names.removeAll { name in
            let key = PageTitle.key(name)
            return key.count >= 20 && titles.contains { $0 == key }
        }
        if let host = (meta("og:url") ?? data.url).flatMap(WebAddress.host) {
            names.append(host)
            names += host.split(separator: ".").map(String.init).filter { $0.utf8.count > 3 }
        }
        return names
    }

    // MARK: - People and places

    private mutating func readAuthors(_ data: LinkedData) {
        var names = data.authors
        var from = "JSON-LD author"
        if names.isEmpty,
            let name = meta(
                "dc:creator", "dc.creator", "dcterm:creator", "author", "article:author",
                "og:article:author",
                "parsely-author", "sailthru.author", "byl")
        {
            if !name.hasPrefix("http") {
                names = [name]
                from = "meta author"
            }
        }
        if names.isEmpty {
            for index in tree.nodes.indices
            where tree.value(index, .itemprop)?.elementsEqual("author".utf8) == true {
                let name = tree.string(index, .content) ?? tree.words(of: index)
                if !name.isEmpty, name.utf8.count < 80 { names.append(name) }
                from = "itemprop author"
            }
        }
        if names.isEmpty {
            let links = tree.nodes.indices.filter {
                tree.isElement($0, .a) && tree.string($0, .rel)?.lowercased() == "author"
            }
            var people: [String] = []
            for name in links.map(words) where !name.isEmpty && name.utf8.count < 60 {
                if !people.contains(name) { people.append(name) }
            }
            // Lists of posts have many.
            if people.count <= 3 {
                names = people
                from = "rel=author"
            }
        }
        let kept = names.flatMap(AuthorNames.people)
        guard !kept.isEmpty else { return }
        authors = kept.enumerated().filter { kept.firstIndex(of: $0.element) == $0.offset }.map(
            \.element)
        evidence.append(IncomingArticle.Evidence(field: "authors", from: from))
    }

    private mutating func readOutlet(_ data: LinkedData) {
        let site = meta("og:site_name", "application-name").map {
            OutletName(HTMLEntities.decoded($0), "og:site_name")
        }
        let publisher = data.publisher.map { OutletName($0, "JSON-LD publisher") }
        let page = tree.nodes.indices.first { tree.isElement($0, .title) }
            .flatMap { TitleWords(words($0)).sites.last }.map { OutletName($0, "title element") }
        let all = [site, publisher, page].compactMap { $0 }
        guard let best = OutletName.best(all) else { return }
        note(\.outlet, best.words, "outlet", best.from)
        for other in all
        where PageTitle.key(other.words) != PageTitle.key(best.words) && !other.isPoor {
            evidence.append(
                IncomingArticle.Evidence(field: "outlet", from: "differs: \(other.words)"))
        }
    }

    private mutating func readAddress(_ data: LinkedData) {
        var canonical: String?
        for index in tree.nodes.indices where tree.isElement(index, .link) {
            if tree.string(index, .rel)?.lowercased() == "canonical" {
                canonical = tree.string(index, .href)
            }
        }
        for (address, from) in [
            (canonical, "canonical link"), (meta("og:url"), "og:url"), (data.url, "JSON-LD url"),
            (Self.savedFrom(tree), "the browser's note"),
        ] {
            guard let address, WebAddress.host(of: address) != nil else { continue }
            note(\.url, Self.withoutTracking(WaybackPage.original(of: address)), "url", from)
            return
        }
    }

    /// `<!-- saved from url=(0042)https://… -->`, and SingleFile's comment.
    private static func savedFrom(_ tree: HTMLTree) -> String? {
        for index in tree.nodes.indices where tree.nodes[index].kind == .comment {
            let words = String(decoding: tree.text(index).prefix(2000), as: UTF8.self)
            guard
                words.contains("saved from url") || words.contains("Saved from ")
                    || words.contains("SingleFile")
                    || words.contains("url:")
            else { continue }
            let scalars = Array(words.unicodeScalars)
            for at in scalars.indices where scalars[at] == "h" {
                if let end = WebAddress.end(scalars, at: at) {
                    return Scalars.string(scalars[at..<end])
                }
            }
        }
        return nil
    }

    static func withoutTracking(_ address: String, also: Set<String> = []) -> String {
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return address }
        let pieces = parts[1].split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let fields = pieces[0].split(separator: "&").filter { field in
            let name = field.prefix { $0 != "=" }.lowercased()
            return !name.hasPrefix("utm_") && !tracking.contains(name) && !also.contains(name)
        }
        let query = fields.isEmpty ? "" : "?" + fields.joined(separator: "&")
        return parts[0] + query + (pieces.count > 1 ? "#" + pieces[1] : "")
    }

    private static let tracking = Set(WordList.pages["tracking"])

    private mutating func readLanguage(_ data: LinkedData) {
        // The characters of the text identify the script better than a page's label; the label
        // decides between other languages.
        for index in tree.nodes.indices.prefix(4) where tree.isElement(index, .html) {
            if let lang = tree.string(index, .lang), !lang.isEmpty { language = lang }
        }
    }
}
