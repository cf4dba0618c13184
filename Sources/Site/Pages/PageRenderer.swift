import Annotation
import Archive
import Files
import Markup
import Publishing
import Text

/// What pages are rendered with: the graph, the theme, the words of the interface, and the
/// fragments that many pages show (cards, rows, sentences).
///
/// A class, as is `ArchiveGraph`: all pages on all threads refer to it, and a copy of a structure
/// of this size would update many shared reference counts.
final class PageRenderer: Sendable {
    let graph: ArchiveGraph
    let theme: Theme
    let strings: UIStrings
    let kindWords: KindWords
    let frame: PageFrame
    /// By id of a kind: what its section has on every page.
    private let kindSections: [String: Fields]
    /// By entity: the index of its kind in `Archive.kinds`.
    let kindIndices: [Int]
    /// By entity: its prose, parsed once.
    let prose: [EntityProse]
    /// `MentionTags`.
    let inlineTags: InlineTags
    let annotations: AnnotationPage
    /// By article; empty if it has no outlet.
    let outletNames: [String]
    /// By article.
    let headings: [ArticleHeading]
    /// By entity: how an article's structured data names it.
    let references: [[UInt8]]
    /// By entity: of what a mention in an article shows of it.
    let mentionKeys: [Fingerprint]
    /// Of the words of articles.
    let textKeys: TextKeys
    let inputs: PageInputs
    private let fragments: FragmentRenderer
    private let entityRows: [Fragment]
    private let claimRows: [Fragment]
    private let cards: LazyArray<Fragment>
    /// By article: the hash of everything that its card shows.
    private let cardKeys: [Fingerprint]
    private let links: LinkResolver

    init(
        _ graph: ArchiveGraph, _ theme: Theme, _ strings: UIStrings, _ textKeys: TextKeys, jobs: Int
    ) async throws {
        self.textKeys = textKeys
        mentionKeys = graph.archive.entities.map { entity in
            var key = CacheKeyBuilder()
            for words in [entity.id, entity.kind.id, entity.kind.folder] { key.add(words) }
            return key.fingerprint
        }
        async let links = LinkResolver(graph.archive)
        async let inputs = PageInputs(graph, textKeys, jobs: jobs)
        self.graph = graph
        self.theme = theme
        self.strings = strings
        let kindWords = KindWords(strings: strings, language: graph.archive.settings.language)
        self.kindWords = kindWords
        kindSections = Dictionary(
            graph.archive.kinds.map { kind -> (String, Fields) in
                let words: Fields = [
                    "id": kind.id, "folder": kind.folder, "title": kindWords.title(kind),
                    "all": kindWords.all(kind),
                ]
                return (kind.id, words)
            }, uniquingKeysWith: { first, _ in first })
        frame = PageFrame(graph.archive.settings, theme: theme, strings: strings)
        let kinds = Dictionary(
            graph.archive.kinds.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first })
        kindIndices = graph.archive.entities.map { kinds[$0.kind.id] ?? 0 }
        inlineTags = InlineTags(MentionTags.all(graph.archive.entities))
        annotations = AnnotationPage(graph: graph)
        let prose = try await graph.archive.entities.concurrentMap(jobs: jobs) {
            EntityProse($0, in: graph.archive)
        }
        let fragments = FragmentRenderer(graph: graph, theme: theme, strings: strings, prose: prose)
        let usual = Fragment.usualPath
        entityRows = try await Array(prose.indices).concurrentMap(jobs: jobs) {
            Fragment(fragments.row(entity: $0, count: nil, from: usual))
        }
        let articles = graph.archive.articles
        outletNames = articles.indices.map {
            articles[$0].outlet.map(fragments.name(outlet:)) ?? ""
        }
        cards = LazyArray(count: articles.count) { Fragment(fragments.card($0, from: usual)) }
        let keys = { @Sendable (index: Int) in
            var key = CacheKeyBuilder()
            key.add(fragments.cardFields(index, from: usual))
            return key.fingerprint
        }
        cardKeys = try await Array(articles.indices).concurrentMap(jobs: jobs, keys)
        headings = try await Array(articles.indices).concurrentMap(jobs: jobs) {
            ArticleHeading(
                articles[$0], outlet: fragments.outletName(of: articles[$0]),
                strings: strings)
        }
        claimRows = try await Array(graph.archive.claims.indices).concurrentMap(jobs: jobs) {
            Fragment(fragments.row(claim: $0, from: usual))
        }
        // All articles lie at one depth.
        let data = StructuredData(graph, on: SitePath.article("-"))
        references = graph.archive.entities.indices.map { entity in
            JSONWriter.members { data.reference(to: entity, into: &$0) }
        }
        self.prose = prose
        self.fragments = fragments
        self.links = await links
        self.inputs = try await inputs
    }

    /// The same for a graph of which only articles' own pages are rendered.
    init(_ other: PageRenderer, _ graph: ArchiveGraph) {
        self.graph = graph
        theme = other.theme
        strings = other.strings
        kindWords = other.kindWords
        kindSections = other.kindSections
        frame = other.frame
        kindIndices = other.kindIndices
        prose = other.prose
        textKeys = other.textKeys
        inputs = other.inputs
        mentionKeys = other.mentionKeys
        inlineTags = other.inlineTags
        annotations = AnnotationPage(graph: graph)
        outletNames = other.outletNames
        headings = other.headings
        references = other.references
        fragments = FragmentRenderer(
            graph: graph, theme: other.theme, strings: other.strings, prose: other.prose)
        entityRows = other.entityRows
        claimRows = other.claimRows
        cards = other.cards
        cardKeys = other.cardKeys
        links = other.links
    }

    var archive: Archive { graph.archive }
    /// Of the archive's texts; `strings.language` is that of the interface.
    var language: String { archive.settings.language }

    /// The key of an article's words.
    func textKey(ofArticle index: Int) -> Fingerprint {
        textKeys.key(of: index, hasWikilinks: graph.readings[index].hasWikilinks)
    }

    func key(ofRowOfClaim index: Int) -> Fingerprint { claimRows[index].key }

    /// The key of everything that an address or a wikilink in a text may refer to.
    var linkTargets: Fingerprint { links.targets }

    // MARK: Fragments

    func card(_ index: Int, from path: String) -> [UInt8] {
        adapted(cards[index], .articleCard, on: path) { fragments.card(index, from: path) }
    }

    func row(entity index: Int, count: String? = nil, from path: String) -> [UInt8] {
        guard count == nil else {
            return fragments.row(entity: index, count: count, from: path)
        }
        return adapted(entityRows[index], .entityRow, on: path) {
            fragments.row(entity: index, count: nil, from: path)
        }
    }

    func row(claim index: Int, from path: String) -> [UInt8] {
        adapted(claimRows[index], .claimRow, on: path) { fragments.row(claim: index, from: path) }
    }

    /// Cards of articles, one after the other; they enter the page's model by their hashes.
    ///
    /// - Returns: `nil` for no articles.
    func cards(_ articles: some Collection<Int>, from path: String, separator: StaticString = "")
        -> DeferredMarkup?
    {
        joined(articles, separator, { cardKeys[$0] }, { self.card($0, from: path) })
    }

    /// Rows of entities without counts.
    ///
    /// - Returns: `nil` for no entities.
    func rows(entities: some Collection<Int>, from path: String) -> DeferredMarkup? {
        joined(entities, "", { entityRows[$0].key }, { self.row(entity: $0, from: path) })
    }

    /// Rows of claims.
    ///
    /// - Returns: `nil` for no claims.
    func rows(claims: some Collection<Int>, from path: String, separator: StaticString = "")
        -> DeferredMarkup?
    {
        joined(claims, separator, { claimRows[$0].key }, { self.row(claim: $0, from: path) })
    }

    private func joined(
        _ items: some Collection<Int>, _ separator: StaticString, _ key: (Int) -> Fingerprint,
        _ html: @escaping @Sendable (Int) -> [UInt8]
    ) -> DeferredMarkup? {
        guard !items.isEmpty else { return nil }
        var keys = CacheKeyBuilder()
        for item in items { keys.add(key(item)) }
        let items = Array(items)
        return DeferredMarkup(key: keys.fingerprint) {
            HTMLText(joining: items.map(html), separator: separator)?.bytes ?? []
        }
    }

    /// A fragment on a page.
    ///
    /// Only the built-in templates are known to write addresses in the way that `Fragment` adapts;
    /// an overridden template is rendered again for other depths.
    private func adapted(
        _ fragment: Fragment, _ template: PageTemplate, on path: String, render: () -> [UInt8]
    ) -> [UInt8] {
        theme.overridden.contains(template) && !Fragment.isUsual(path)
            ? render() : fragment.html(on: path)
    }

    func foreign(_ language: String?) -> String? { fragments.foreign(language) }
    func outletName(of article: Article) -> String? { fragments.outletName(of: article) }

    /// The kinds that have rows on a page, with their words.
    ///
    /// - Parameter rows: by kind, in the order of `Archive.kinds`.
    func sections(from path: String, rows: [(any FieldValue)?]) -> [Fields]? {
        let sections = zip(archive.kinds, rows).compactMap { kind, rows -> Fields? in
            guard let rows else { return nil }
            var section = kindSections[kind.id] ?? Fields()
            section["href"] = SitePath.link(from: path, to: kind.folder + "/")
            section["rows"] = rows
            return section
        }
        return sections.isEmpty ? nil : sections
    }

    // MARK: Words

    /// `count-articles` with its number: "1 article", "7 articles".
    func count(_ key: String, _ number: Int) -> String {
        strings("count-\(key)", count: number)
    }

    /// A sentence as HTML, with some ranges of it in `tag`.
    ///
    /// - Parameter hits: byte ranges of the article's plain text, ascending, inside the sentence.
    func sentence(
        _ range: Range<Int>, of article: Int, hits: [Range<Int>],
        open: String = #"<b class="hit">"#,
        close: String = "</b>"
    ) -> String {
        var html: [UInt8] = []
        html.reserveCapacity(range.count + 64)
        append(range, of: graph.texts[article].plain.utf8, hits: hits, open, close, to: &html)
        return String(decoding: html, as: UTF8.self)
    }

    /// The same, appended to `html`.
    func append(
        _ range: Range<Int>, of utf8: [UInt8], hits: some Sequence<Range<Int>>,
        _ open: String = #"<b class="hit">"#, _ close: String = "</b>", to html: inout [UInt8]
    ) {
        var at = range.lowerBound
        for hit in hits {
            let hit = hit.clamped(to: at..<range.upperBound)
            guard !hit.isEmpty else { continue }
            HTML.append(utf8[at..<hit.lowerBound], to: &html)
            html += open.utf8
            HTML.append(utf8[hit], to: &html)
            html += close.utf8
            at = hit.upperBound
        }
        HTML.append(utf8[at..<range.upperBound], to: &html)
    }

    /// A name as a link to the entity's page, or as it is when it names none.
    func link(entity id: String, from path: String) -> String {
        guard let index = graph.archive.lookup.entityByID[id] else { return HTML.escape(id) }
        let entity = archive.entities[index]
        return
            "<a href=\"\(SitePath.link(from: path, to: SitePath.entity(entity)))\">\(HTML.escape(entity.name))</a>"
    }

    /// A text of the editor's, with names for its wikilinks.
    func document(_ markdown: [UInt8]) -> MarkdownDocument {
        MarkdownDocument(note: markdown).naming { archive.title(of: $0, language: language) }
    }

    /// How a Markdown text is written inside a page, with its addresses relative to that page.
    ///
    /// - Parameters:
    ///   - file: the file of the archive that contains the text; its addresses are relative to it.
    ///   - linksEntities: `false` where `[[id]]` of an entity is a mention and gets its link as
    ///   such.
    ///   - isOwn: whether the text is a page of the site's editors, whose raw HTML keeps its
    ///   classes.
    func options(
        on path: String, of file: String, linksEntities: Bool = true, isOwn: Bool = false
    ) -> HTMLOptions {
        var options = HTMLOptions.page
        options.keepsClasses = isOwn
        let (graph, links) = (graph, links)
        let prefix = options.headingIDPrefix
        let inSite = { @Sendable (address: String) -> HTMLOptions.Destination? in
            switch links.destination(of: address, in: file) {
            case .asWritten where address.hasPrefix("#"):
                HTMLOptions.Destination(
                    href: LinkResolver.fragment(address, onPage: path, prefix))
            case .asWritten, .nowhere: HTMLOptions.Destination(href: address)
            case .inSite(let target, let rest):
                HTMLOptions.Destination(
                    href: SitePath.link(from: path, to: target)
                        + LinkResolver.fragment(rest, onPage: target, prefix))
            }
        }
        options.image = inSite
        options.link = { target, isWikilink in
            guard isWikilink else { return inSite(target) }
            let id = String(target.prefix { $0 != "#" })
            let rest = String(target.dropFirst(id.count))
            if id.isEmpty { return inSite(target) }
            if !linksEntities, graph.archive.lookup.entityByID[id] != nil { return nil }
            return WikilinkTarget(id, in: graph).map {
                HTMLOptions.Destination(
                    href: SitePath.link(from: path, to: $0.path)
                        + LinkResolver.fragment(rest, onPage: $0.path, prefix),
                    attributes: $0.attributes)
            }
        }
        return options
    }
}
