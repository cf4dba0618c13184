import Archive
import Files
import Markup
import Publishing
import Text

/// Resolves addresses in Markdown: `../assets/map.png`, `/people/lin/`, `other-article.md`.
///
/// An address is relative to the file that contains it, as in an editor's preview, or to `content/`
/// when it begins with `/`, as in the built site. Where that leads nowhere, it may be relative to
/// `content/` without the `/`, or the name of a file that only one file below `content/` has, as in
/// Obsidian.
struct LinkResolver: Sendable {
    enum Destination: Sendable, Equatable {
        /// Another site, an anchor on this page, a mail address: not changed.
        case asWritten
        /// A page (with trailing slash) or file of the site, and the query and fragment: `?…`,
        /// `#…`.
        case inSite(path: String, rest: String)
        case nowhere
    }

    /// Site path by path below `content/`.
    private var pages: [String: String] = [:]
    /// Site paths of pages and files that exist.
    private var known: Set<String> = [""]
    /// Site path by file name; `nil` when several files have it.
    private var byName: [String: String?] = [:]
    /// The cache key of all possible targets of addresses and wikilinks, with their titles.
    let targets: Fingerprint

    init(_ archive: Archive) {
        targets = Self.targets(of: archive)
        func add(_ file: String, _ path: String) {
            if file.hasPrefix("content/") { pages[String(file.dropFirst("content/".count))] = path }
            known.insert(path)
            let name = String(file.split(separator: "/").last ?? "")
            byName[name] = byName[name] == nil ? .some(path) : .some(nil)
        }
        for article in archive.articles { add(article.file, SitePath.article(article.slug)) }
        for entity in archive.entities { add(entity.file, SitePath.entity(entity)) }
        for page in archive.pages { add(page.file, page.path == "index" ? "" : page.path + "/") }
        for claim in archive.claims { known.insert(SitePath.claim(claim.id)) }
        for metric in archive.metrics { known.insert(SitePath.metric(metric.id)) }
        for asset in archive.assets {
            let path = SitePath.asset(asset)
            add(asset, path)
        }
        for kind in archive.kinds { known.insert(kind.folder + "/") }
        for list in ["articles", "claims", "claims/disputed", "metrics"] {
            known.insert(list + "/")
        }
        for list in ["tags", "outlets", "years", "search"] { known.insert(list + "/") }
        for file in ["feed.xml", "feed.json", "llms.txt", "data/datapackage.json"] {
            known.insert(file)
        }
    }

    private static func targets(of archive: Archive) -> Fingerprint {
        var key = CacheKeyBuilder()
        // By index: a whole article is expensive to copy.
        let articles = archive.articles
        for index in articles.indices {
            key.add(articles[index].file)
            key.add(articles[index].slug)
            key.add(articles[index].title)
            key.add(articles[index].language)
        }
        for entity in archive.entities {
            for words in [entity.file, entity.id, entity.kind.id, entity.kind.folder, entity.name] {
                key.add(words)
            }
        }
        // Each kind has a list.
        for kind in archive.kinds { key.add(kind.folder) }
        for claim in archive.claims {
            key.add(claim.id)
            key.add(claim.title)
        }
        for metric in archive.metrics { key.add(metric.id) }
        for page in archive.pages {
            key.add(page.file)
            key.add(page.path)
        }
        for path in archive.assets { key.add(path) }
        return key.fingerprint
    }

    /// - Parameters:
    ///   - address: as parsed from Markdown.
    ///   - file: path in the archive: `content/articles/a.md`.
    func destination(of address: String, in file: String) -> Destination {
        if address.isEmpty || address.hasPrefix("#") || address.hasPrefix("//")
            || Self.hasScheme(address)
        {
            return .asWritten
        }
        let end = address.utf8.firstIndex { $0 == 0x3F || $0 == 0x23 } ?? address.endIndex
        let written = Self.decoded(String(address[..<end]))
        let rest = String(address[end...])
        guard let path = Self.joined(written.hasPrefix("/") ? "" : file, written) else {
            return .nowhere
        }
        if let page = pages[path] ?? pages[path + ".md"] ?? pages[path + ".html"] {
            return .inSite(path: page, rest: rest)
        }
        let page = path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path
        for candidate in [path, page, page + "/"] where known.contains(candidate) {
            return .inSite(path: candidate, rest: rest)
        }
        // As in Obsidian: a path from the top of the vault, or a file's name alone.
        for top in [written, written + ".md"] {
            if let page = pages[top] { return .inSite(path: page, rest: rest) }
        }
        if !written.contains("/") {
            for name in [written, written + ".md"] {
                if let found = byName[name], let found { return .inSite(path: found, rest: rest) }
            }
        }
        return .nowhere
    }

    /// Fragments that are not an author's anchors: footnotes of articles, and sections that the
    /// templates of entities and claims have.
    static func isPart(_ fragment: String, ofPage path: String) -> Bool {
        if fragment.hasPrefix("fn-") || fragment.hasPrefix("fnref-") { return true }
        let isArticle = path.hasPrefix("articles/")
        return !isArticle
            && [
                "arithmetic", "claims", "claims-about", "claims-by", "main", "mentions", "note",
                "relations", "series", "stances", "statements", "timeline",
            ].contains(fragment)
    }

    /// What comes after an address, with its fragment as the id that a page gives to the heading or
    /// anchor (`Anchor`).
    ///
    /// - Parameters:
    ///   - rest: `?…` and `#…`, or nothing.
    ///   - path: of the page that is linked to.
    ///   - prefix: of the ids of anchors.
    static func fragment(_ rest: String, onPage path: String, _ prefix: String) -> String {
        guard let mark = rest.firstIndex(of: "#") else { return rest }
        let fragment = decoded(String(rest[rest.index(after: mark)...]))
        let isFile = path.split(separator: "/").last?.contains(".") == true && !path.hasSuffix("/")
        if fragment.isEmpty || isFile || isPart(fragment, ofPage: path)
            || PlaceID.isSentence(fragment)
        {
            return rest
        }
        // Of `#chapter#section`, as Obsidian writes it, the last one counts.
        let last = fragment.split(separator: "#").last.map(String.init) ?? fragment
        return rest[..<mark] + "#" + Anchor.id(last, prefix)
    }

    /// RFC 3986: a letter, then letters, digits, `+`, `-`, `.`, then a colon.
    private static func hasScheme(_ address: String) -> Bool {
        guard let colon = address.utf8.firstIndex(of: 0x3A), let first = address.utf8.first,
            Self.isLetter(first)
        else { return false }
        return address.utf8[..<colon].allSatisfy { byte in
            Self.isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D
                || byte == 0x2E
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    /// Joins the folder of a file with a relative path and removes `content/`, `.` and `..`; `nil`
    /// when the path leaves `content/`.
    private static func joined(_ file: String, _ written: String) -> String? {
        var segments = Array(file.utf8.split(separator: 0x2F).dropFirst().dropLast())
        for segment in written.utf8.split(separator: 0x2F) where !segment.elementsEqual(".".utf8) {
            if !segment.elementsEqual("..".utf8) {
                segments.append(segment)
            } else if segments.popLast() == nil {
                return nil
            }
        }
        var path = ""
        for segment in segments {
            if !path.isEmpty { path += "/" }
            path += Substring(segment)
        }
        return path
    }

    private static func decoded(_ address: String) -> String {
        guard address.utf8.contains(0x25) else { return address }
        return String(decoding: PercentEncoding.decoded(address.utf8), as: UTF8.self)
    }
}
