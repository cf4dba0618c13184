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
                    metas.append((name.lowercased(), content))
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
        let headings = tree.nodes.indices.filter { tree.isElement($0, .h1) }.prefix(12).map {
            tree.words(of: $0)
        }.filter { !$0.isEmpty }
        // A heading that the page's title begins with is that title without the site's name.
        if let heading = headings.first(where: {
            Self.begins(page, with: $0)
                && (Letters.of($0).count >= 6 || Self.isBeforeMark($0, in: page))
        }) {
            note(\.title, heading, "title", "h1")
        } else if let title = meta("og:title", "twitter:title") {
            note(\.title, TitleWords(HTMLEntities.decoded(title)).title, "title", "og:title")
        } else if let title = data.headline {
            note(\.title, title, "title", "JSON-LD headline")
        } else if headings.count == 1, Letters.of(headings[0]).count >= 6,
            !SiteName.matches(headings[0])
        {
            note(\.title, headings[0], "title", "h1")
        } else if !page.isEmpty {
            note(\.title, Self.withoutSite(page), "title", "title element")
        }
    }

    private func words(_ node: Int) -> String { tree.words(of: node) }

    private static func begins(_ page: String, with heading: String) -> Bool {
        let a = Letters.of(page)
        let b = Letters.of(heading)
        return !b.isEmpty && a.starts(with: b)
    }

    /// Whether a separator follows a heading in a page's title: `Ferry - Wiki`.
    private static func isBeforeMark(_ heading: String, in page: String) -> Bool {
        guard page.hasPrefix(heading) else { return false }
        let rest = String(page.dropFirst(heading.count)).trimmed
        return rest.unicodeScalars.first.map { "-–—|｜_:·".unicodeScalars.contains($0) } ?? true
    }

    /// Without what follows the first mark that sites put before their names.
    private static func withoutSite(_ page: String) -> String {
        let known = TitleWords(page)
        if !known.sites.isEmpty { return known.title }
        let scalars = Array(page.unicodeScalars)
        for mark in ["_", "|", "｜", "丨", "--", " - ", " – ", " — ", "-"] {
            let sign = Array(mark.unicodeScalars)
            guard
                let at = scalars.indices.first(where: {
                    $0 > 0 && scalars[$0...].starts(with: sign)
                })
            else { continue }
            let head = Scalars.string(scalars[..<at]).trimmed
            let tail = Scalars.string(scalars[(at + sign.count)...]).trimmed
            if mark == "-", !(LineShape(head).isMostlyHan && LineShape(tail).letters <= 12) {
                continue
            }
            if Letters.of(head).count >= 12 { return head }
        }
        return page
    }

    // MARK: - People and places

    private mutating func readAuthors(_ data: LinkedData) {
        var names = data.authors
        var from = "JSON-LD author"
        if names.isEmpty,
            let name = meta(
                "author", "article:author", "og:article:author", "dc.creator", "parsely-author",
                "sailthru.author", "byl")
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
        var kept: [String] = []
        for name in names {
            let clean = Self.personName(name)
            if !clean.isEmpty, clean.utf8.count < 100,
                clean.unicodeScalars.contains(where: { $0.properties.isAlphabetic }),
                !SiteName.isPlatform(clean), !Self.portals.contains(clean), !kept.contains(clean),
                !clean.hasPrefix("http"), !clean.contains("@")
            {
                kept.append(clean)
            }
        }
        guard !kept.isEmpty else { return }
        authors = kept
        evidence.append(IncomingArticle.Evidence(field: "authors", from: from))
    }

    /// Sites that put their own name into the author field.
    private static let portals = Set(WordList.outlets["portal"])

    /// Without `By`, and once where it is doubled (`A A`).
    static func personName(_ name: String) -> String {
        var name = HTMLEntities.decoded(name).trimmed
        for prefix in WordList.bylines["person-prefix"] where name.hasPrefix(prefix) {
            name = String(name.dropFirst(prefix.count)).trimmed
        }
        if let reporter = ReporterLine.names(in: name).first { return reporter }
        let words = name.split(separator: " ")
        if words.count >= 2, words.count % 2 == 0,
            words[..<(words.count / 2)] == words[(words.count / 2)...]
        {
            name = words[..<(words.count / 2)].joined(separator: " ")
        }
        return name
    }

    private mutating func readOutlet(_ data: LinkedData) {
        if let name = meta("og:site_name", "application-name") {
            note(\.outlet, HTMLEntities.decoded(name), "outlet", "og:site_name")
        } else if let name = data.publisher {
            note(\.outlet, name, "outlet", "JSON-LD publisher")
        } else if let page = tree.nodes.indices.first(where: { tree.isElement($0, .title) }),
            let site = TitleWords(words(page)).sites.last
        {
            note(\.outlet, site, "outlet", "title element")
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
            note(\.url, Self.withoutTracking(address), "url", from)
            return
        }
    }

    /// `<!-- saved from url=(0042)https://… -->`, and SingleFile's comment.
    private static func savedFrom(_ tree: HTMLTree) -> String? {
        for index in tree.nodes.indices where tree.nodes[index].kind == .comment {
            let words = String(decoding: tree.text(index).prefix(2000), as: UTF8.self)
            guard
                words.contains("saved from url") || words.contains("SingleFile")
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
