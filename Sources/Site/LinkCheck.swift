import Annotation
import Archive
import Markup
import Synchronization
import Text

/// Finds broken links and pictures in every text of the archive: articles, entities, pages, notes
/// of claims and remarks of editors.
///
/// All are warnings. `[[target]]` must name an entity, article or claim, and is shown as plain text
/// otherwise; each build reports it. An address inside the archive should be the path of a file
/// that exists, and its fragment an anchor of that text: `check` reports these.
struct LinkCheck {
    private let archive: Archive
    /// `nil` when only wikilinks are checked.
    private let resolver: LinkResolver?
    /// Names for wikilinks, sorted; made when one is wrong.
    private let known: Lazy<[String]>
    /// By site path of a page.
    private let anchors: LazyAnchors

    /// - Parameter advises: whether to check addresses and anchors as well.
    init(_ archive: Archive, advises: Bool) {
        self.archive = archive
        resolver = advises ? LinkResolver(archive) : nil
        known = Lazy {
            Set(
                archive.entities.map(\.id) + archive.articles.map(\.slug)
                    + archive.claims.map(\.id)
            ).sorted()
        }
        anchors = LazyAnchors(archive)
    }

    /// The warnings about an article.
    func findings(inArticle index: Int) -> [Diagnostic] {
        let article = archive.articles[index]
        return check(
            Text(
                file: article.file, page: SitePath.article(article.slug), body: article.body,
                firstLine: article.bodyLine))
    }

    /// The warnings about everything that is not an article.
    var findingsElsewhere: [Diagnostic] {
        var found: [Diagnostic] = []
        for entity in archive.entities where !entity.body.isEmpty {
            found += check(
                Text(
                    file: entity.file, page: SitePath.entity(entity), body: entity.body,
                    firstLine: entity.bodyLine))
        }
        for page in archive.pages {
            found += check(
                Text(
                    file: page.file, page: page.path == "index" ? "" : page.path + "/",
                    body: page.body, firstLine: page.bodyLine))
        }
        for claim in archive.claims {
            guard let note = claim.note else { continue }
            found += check(
                Text(
                    file: claim.place.file, page: SitePath.claim(claim.id), body: Array(note.utf8),
                    place: claim.place))
        }
        for decisions in archive.decisions.values.sorted(by: { $0.file < $1.file }) {
            for note in decisions.notes {
                found += check(
                    Text(
                        file: decisions.file, page: nil, body: Array(note.note.utf8),
                        place: note.quote.place))
            }
        }
        return found
    }

    /// A Markdown text of the archive.
    private struct Text {
        var file: String
        /// The site path of the page that shows it, if its anchors are on that page.
        var page: String?
        var body: [UInt8]
        /// The line of the file at which the text begins.
        var firstLine = 1
        /// Of a text inside YAML: where to report everything.
        var place: Diagnostic.Place?
    }

    /// Whether a text that was read has a wikilink that names nothing.
    func hasUnknownWikilinks(_ plain: PlainText) -> Bool {
        plain.links.contains { link in
            guard link.isWikilink else { return false }
            let id = String(link.target.prefix { $0 != "#" })
            return !id.isEmpty && page(of: id) == nil
        }
    }

    private func check(_ text: Text) -> [Diagnostic] {
        // Only wikilinks are checked then, and a text without any need not be parsed.
        if resolver == nil, !ByteSearch.contains(Array("[[".utf8), in: text.body) { return [] }
        var done: [String: Int] = [:]
        return MarkdownDocument(note: text.body).linkTargets.compactMap { target in
            var target = target
            if target.offset == nil {
                // What was written in Obsidian's way has no place: the next one with these words.
                let from = done[target.address] ?? 0
                let found = text.body[from...].firstRange(of: Array(target.address.utf8))
                target.offset = found?.lowerBound
                done[target.address] = found?.upperBound
            }
            return target.kind == .wikilink
                ? wikilink(target, in: text) : address(target, in: text)
        }
    }

    private func wikilink(_ target: LinkTarget, in text: Text) -> Diagnostic? {
        let id = String(target.address.prefix { $0 != "#" })
        guard let page = id.isEmpty ? text.page : page(of: id) else {
            if id.isEmpty { return nil }
            return Diagnostic(
                .warning, "broken-link", at: place(of: target, in: text),
                "[[\(id)]] names no entity, article or claim; it is shown as plain text",
                help: Spelling.nearest(to: id, among: known.value).map {
                    "did you mean [[\($0)]]? Ids are file names without extension"
                })
        }
        return deadAnchor(String(target.address.dropFirst(id.count)), on: page, target, text)
    }

    /// The site path of the entity, article or claim that a wikilink names.
    private func page(of id: String) -> String? {
        let lookup = archive.lookup
        if let index = lookup.entityByID[id] { return SitePath.entity(archive.entities[index]) }
        if lookup.articleBySlug[id] != nil { return SitePath.article(id) }
        return lookup.claimByID[id] == nil ? nil : SitePath.claim(id)
    }

    private func address(_ target: LinkTarget, in text: Text) -> Diagnostic? {
        guard let resolver else { return nil }
        switch resolver.destination(of: target.address, in: text.file) {
        case .asWritten:
            guard target.address.hasPrefix("#"), let page = text.page else { return nil }
            return deadAnchor(target.address, on: page, target, text)
        case .inSite(let path, let rest):
            return deadAnchor(rest, on: path, target, text)
        case .nowhere:
            let what = target.kind == .picture ? "the picture " : ""
            return Diagnostic(
                .warning, "broken-link", at: place(of: target, in: text),
                "\(what)`\(target.address)` points to a file that does not exist",
                help:
                    "write an address that begins with https:, or the path of a file below content/"
            )
        }
    }

    /// - Parameter rest: what follows the path of an address.
    private func deadAnchor(
        _ rest: String, on page: String, _ target: LinkTarget, _ text: Text
    ) -> Diagnostic? {
        guard resolver != nil, let mark = rest.firstIndex(of: "#"),
            let anchors = anchors.of(page)
        else { return nil }
        let written = String(rest[rest.index(after: mark)...])
        let prefix = HTMLOptions.page.headingIDPrefix
        let id = String(LinkResolver.fragment("#" + written, onPage: page, prefix).dropFirst())
        if written.isEmpty || LinkResolver.isPart(written, ofPage: page) || anchors.contains(id) {
            return nil
        }
        if PlaceID.isSentence(written), page.hasPrefix("articles/") {
            return Diagnostic(
                .warning, "broken-anchor", at: place(of: target, in: text),
                "no sentence of `\(page)` is `#\(written)`, so the link leads to the top of the page",
                notes: ["the id of a sentence is made from its words, which have changed"],
                help: "copy the address of the sentence from the built site again")
        }
        return Diagnostic(
            .warning, "broken-anchor", at: place(of: target, in: text),
            "no heading or anchor of `\(page)` is `#\(written)`, so the link leads to the top of the page",
            help: Spelling.nearest(to: id, among: anchors.sorted()).map {
                "did you mean `#\($0.dropFirst(prefix.count))`?"
            })
    }

    private func place(of target: LinkTarget, in text: Text) -> Diagnostic.Place {
        if let place = text.place { return place }
        if let offset = target.offset {
            return SourceSearch.place(
                at: offset, in: text.body, file: text.file, firstLine: text.firstLine)
        }
        return Diagnostic.Place(file: text.file)
    }
}

/// The anchors of the pages that links lead to, by site path; each text is parsed once.
private final class LazyAnchors: Sendable {
    private let bodies: [String: [UInt8]]
    private let anchors = Mutex<[String: Set<String>]>([:])

    init(_ archive: Archive) {
        var bodies: [String: [UInt8]] = [:]
        for index in archive.articles.indices {
            bodies[SitePath.article(archive.articles[index].slug)] = archive.articles[index].body
        }
        for entity in archive.entities { bodies[SitePath.entity(entity)] = entity.body }
        for page in archive.pages {
            bodies[page.path == "index" ? "" : page.path + "/"] = page.body
        }
        self.bodies = bodies
    }

    /// `nil` for pages that are not made of one text.
    func of(_ page: String) -> Set<String>? {
        guard let body = bodies[page] else { return nil }
        return anchors.withLock { anchors in
            if let known = anchors[page] { return known }
            let document = MarkdownDocument(note: body)
            var found = document.anchors(prefix: HTMLOptions.page.headingIDPrefix)
            if page.hasPrefix("articles/") {
                let text = ArticleText(article: 0, document: document)
                found.formUnion(text.sentenceIDs.map { "s\($0)" })
            }
            anchors[page] = found
            return found
        }
    }
}

/// Places in Markdown source.
enum SourceSearch {
    /// The place of a byte offset in `body`.
    static func place(at offset: Int, in body: [UInt8], file: String, firstLine: Int)
        -> Diagnostic.Place
    {
        let before = body[..<min(offset, body.count)]
        let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
        let lineEnd = body[lineStart...].firstIndex(of: 0x0A) ?? body.count
        return Diagnostic.Place(
            file: file, line: firstLine + before.count { $0 == 0x0A },
            column: before.count - lineStart + 1,
            excerpt: String(decoding: body[lineStart..<lineEnd], as: UTF8.self))
    }
}
