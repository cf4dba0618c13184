import Annotation
import Archive
import Markup
import Text

/// What pages are printed with: the edition, the theme, the words of the interface, and the pieces
/// that many pages share (cards, rows, sentences).
struct Press: Sendable {
    let edition: Edition
    let theme: Theme
    let strings: UIStrings
    let frame: PageFrame
    /// By entity: its prose, parsed once.
    let prose: [EntityProse]
    /// By entity.
    let mentionTags: [MentionTags]
    private static let usualDepth = 2
    private var entityRows: [String] = []
    private var claimRows: [String] = []
    private var cards: [String] = []
    private let book: AddressBook

    init(_ edition: Edition, _ theme: Theme, _ strings: UIStrings) {
        self.edition = edition
        self.theme = theme
        self.strings = strings
        frame = PageFrame(edition.archive.settings, theme: theme, strings: strings)
        book = AddressBook(edition.archive)
        mentionTags = edition.archive.entities.map(MentionTags.init)
        prose = edition.archive.entities.map { EntityProse($0, in: edition.archive) }
        let usual = String(repeating: "-/", count: Self.usualDepth)
        entityRows = edition.archive.entities.indices.map {
            printRow(entity: $0, count: nil, from: usual)
        }
        cards = edition.archive.articles.indices.map { printCard($0, from: usual) }
        claimRows = edition.archive.claims.indices.map { printRow(claim: $0, from: usual) }
    }

    var archive: Archive { edition.archive }
    var language: String { archive.settings.language }

    /// A page as a file.
    func page(_ template: PageTemplate, at path: String, _ context: Theme.Context) -> OutputFile {
        OutputFile(path: SitePath.file(path), bytes: theme.render(template, context))
    }

    // MARK: Pieces

    func card(_ index: Int, from path: String) -> String {
        if SitePath.depth(path) == Self.usualDepth, index < cards.count { return cards[index] }
        return printCard(index, from: path)
    }

    private func printCard(_ index: Int, from path: String) -> String {
        let article = archive.articles[index]
        var context: Theme.Context = [
            "lang": article.language,
            "href": SitePath.link(from: path, to: SitePath.article(article.slug)),
            "title": article.title,
        ]
        context["outlet"] = outletName(of: article)
        context["date"] = article.date.map { DateWords.context($0, language: language) }
        context["summary"] = article.summary
        return theme.fragment(.articleCard, context)
    }

    /// Rows of a page two folders deep, where almost all rows stand, are printed once.
    func row(entity index: Int, count: String? = nil, from path: String) -> String {
        if count == nil, SitePath.depth(path) == Self.usualDepth, index < entityRows.count {
            return entityRows[index]
        }
        return printRow(entity: index, count: count, from: path)
    }

    func row(claim index: Int, from path: String) -> String {
        if SitePath.depth(path) == Self.usualDepth, index < claimRows.count {
            return claimRows[index]
        }
        return printRow(claim: index, from: path)
    }

    private func printRow(entity index: Int, count: String?, from path: String) -> String {
        let entity = archive.entities[index]
        var context: Theme.Context = [
            "id": entity.id,
            "kind": entity.kind.rawValue,
            "href": SitePath.link(from: path, to: SitePath.entity(entity)),
            "name": entity.name,
        ]
        context["lang"] = prose[index].nameLanguage.flatMap(foreign)
        context["count"] = count
        if !prose[index].line.isEmpty {
            context["line"] = prose[index].line
            context["lineLang"] = prose[index].language.flatMap(foreign)
        }
        return theme.fragment(.entityRow, context)
    }

    private func printRow(claim index: Int, from path: String) -> String {
        let claim = archive.claims[index]
        let status = edition.ledger.status(of: index).rawValue
        var context: Theme.Context = [
            "id": claim.id,
            "href": SitePath.link(from: path, to: SitePath.claim(claim.id)),
            "title": claim.title,
            "status": status,
            "statusText": strings["status-\(status)"],
        ]
        context["lang"] = foreign(LanguageDetector.language(of: Array(claim.title.utf8)))
        if let line = claimLine(index) {
            context["line"] = line
            context["lineLang"] = foreign(LanguageDetector.language(of: Array(line.utf8)))
        }
        return theme.fragment(.claimRow, context)
    }

    /// The values as written, each once, or else the first quote.
    private func claimLine(_ index: Int) -> String? {
        let statements = archive.claims[index].statements
        var values: [String] = []
        for value in statements.compactMap({ $0.value?.value }) where !values.contains(value) {
            values.append(value)
        }
        return values.isEmpty ? statements.first?.quote.value : values.joined(separator: " · ")
    }

    /// A language only where it differs from the interface's, so that pages are not full of `lang`.
    func foreign(_ language: String) -> String? {
        language == self.language ? nil : language
    }

    func foreign(_ language: String?) -> String? {
        language.flatMap { foreign($0) as String? }
    }

    func outletName(of article: Article) -> String? {
        guard let outlet = article.outlet else { return nil }
        return archive.outlet(outlet)?.name ?? outlet
    }

    // MARK: Words

    /// `count-articles` with its number: "1 article", "7 articles".
    func count(_ key: String, _ number: Int) -> String {
        number == 1 ? strings["count-\(key)-one"] : strings("count-\(key)", ["n": String(number)])
    }

    /// A sentence as HTML, with some ranges of it in `tag`.
    ///
    /// - Parameter hits: byte ranges of the article's plain text, ascending, inside the sentence.
    func sentence(
        _ range: Range<Int>, of article: Int, hits: [Range<Int>],
        open: String = #"<b class="hit">"#,
        close: String = "</b>"
    ) -> String {
        let utf8 = edition.texts[article].plain.utf8
        var html: [UInt8] = []
        html.reserveCapacity(range.count + 64)
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
        return String(decoding: html, as: UTF8.self)
    }

    /// A name as a link to the entity's page, or as it is when it names none.
    func link(entity id: String, from path: String) -> String {
        guard let index = edition.archive.lookup.entityByID[id] else { return HTML.escape(id) }
        let entity = archive.entities[index]
        return
            "<a href=\"\(SitePath.link(from: path, to: SitePath.entity(entity)))\">\(HTML.escape(entity.name))</a>"
    }

    /// A text of the editor's, with names for its wikilinks.
    func document(_ markdown: [UInt8]) -> MarkdownDocument {
        MarkdownDocument(markdown).naming { archive.title(of: $0, language: language) }
    }

    /// How a Markdown text is written inside a page, with its addresses as they lead from there.
    ///
    /// - Parameters:
    ///   - file: of the archive that the text stands in, from which its addresses are read.
    ///   - linksEntities: `false` where `[[id]]` of an entity is a mention and gets its link as
    ///   such.
    func options(on path: String, of file: String, linksEntities: Bool = true) -> HTMLOptions {
        var options = HTMLOptions.page
        let (edition, book) = (edition, book)
        let inSite = { @Sendable (address: String) -> HTMLOptions.Destination? in
            switch book.destination(of: address, in: file) {
            case .asWritten, .nowhere: HTMLOptions.Destination(href: address)
            case .inSite(let target, let rest):
                HTMLOptions.Destination(href: SitePath.link(from: path, to: target) + rest)
            }
        }
        options.image = inSite
        options.link = { target, isWikilink in
            guard isWikilink else { return inSite(target) }
            let id = String(target.prefix { $0 != "#" })
            if !linksEntities, edition.archive.lookup.entityByID[id] != nil { return nil }
            return WikilinkTarget(id, in: edition).map {
                HTMLOptions.Destination(
                    href: SitePath.link(from: path, to: $0.path), attributes: $0.attributes)
            }
        }
        return options
    }
}
