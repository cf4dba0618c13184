import Annotation
import Archive
import Markup
import Text

/// `people/<id>/`, `products/<id>/`, `organizations/<id>/`: what the archive says of an entity,
/// every
/// mention in its sentence.
struct EntityPage {
    /// Articles whose mentions stand on one page.
    static let articlesPerPage = 100

    let press: Press
    let companions: Companions
    let index: Int

    private var entity: Entity { press.archive.entities[index] }
    private var prose: EntityProse { press.prose[index] }
    private var path: String { SitePath.entity(entity) }
    private var appearances: [Appearance] { press.edition.appearances[index] }

    var files: [OutputFile] {
        let pages = Pager.pages(appearances, size: Self.articlesPerPage, path: path, press: press)
        return pages.map { press.page(.entity, at: $0.path, context(of: $0)) } + [card]
    }

    private func context(of page: Pager.Page<Appearance>) -> Theme.Context {
        var context = press.frame.context(
            path: page.path, title: entity.name, section: entity.kind.folder,
            description: prose.line.isEmpty ? nil : prose.line)
        context["id"] = entity.id
        context["kind"] = entity.kind.rawValue
        context["kindText"] = press.strings[entity.kind.rawValue]
        context["heading"] = entity.name
        context["textLang"] = (prose.language ?? prose.nameLanguage).flatMap(press.foreign)
        context["count"] = countLine
        context["pager"] = page.pager
        context["mentions"] =
            page.items.isEmpty ? nil : page.items.map { group($0, from: page.path) }.joined()
        guard page.number == 1 else { return context }
        let schema = EntitySchema(edition: press.edition, index: index, line: prose.line)
        context["meta"] = [context["meta"] as? String, schema.element]
            .compactMap { $0 }.joined(separator: "\n")
        context["names"] = names
        if !entity.body.isEmpty {
            let html = HTMLWriter.html(
                of: prose.document, options: press.options(on: path, of: entity.file))
            context["body"] = String(decoding: html, as: UTF8.self)
        }
        context["facts"] = EntityFacts(press: press, index: index).html
        context["claimsAbout"] = rows(press.edition.claimsAbout[index])
        context["claimsBy"] = rows(press.edition.claimsBy[index])
        let together = companions.of(
            index, in: appearances.filter { !$0.own.isEmpty }.map(\.article))
        context["together"] =
            together.isEmpty
            ? nil
            : together.map {
                press.row(
                    entity: $0.entity, count: press.count("articles", $0.articles), from: path)
            }.joined()
        context["variants"] = VariantTable(press: press, index: index).html
        return context
    }

    private var countLine: String? {
        let own = appearances.filter { !$0.own.isEmpty }
        guard !own.isEmpty else { return nil }
        return press.strings(
            "mentions-in-articles",
            [
                "mentions": press.count("mentions", press.edition.mentionCount(of: index)),
                "articles": press.count("articles", own.count),
            ])
    }

    private var names: String? {
        let names = entity.labels.filter { $0.name != entity.name }.map {
            "<span lang=\"\(HTML.escape($0.language))\">\(HTML.escape($0.name))</span>"
        }
        return names.isEmpty ? nil : names.joined(separator: " ")
    }

    private func rows(_ claims: [Int]) -> String? {
        claims.isEmpty ? nil : claims.map { press.row(claim: $0, from: path) }.joined()
    }

    /// One article's sentences that mention the entity.
    private func group(_ appearance: Appearance, from page: String) -> String {
        let article = press.archive.articles[appearance.article]
        let target = SitePath.article(article.slug)
        var html = "<section class=\"in-article\"><h3 lang=\"\(HTML.escape(article.language))\">"
        html +=
            "<a href=\"\(SitePath.link(from: page, to: target))\">\(HTML.escape(article.title))</a></h3>\n"
        let outlet = press.outletName(of: article).map { "<span>\(HTML.escape($0))</span>" }
        let date = article.date.map {
            "<time datetime=\"\($0.iso)\">\(DateWords.text($0, language: press.language))</time>"
        }
        let kicker = [outlet, date].compactMap { $0 }.joined(separator: " ")
        if !kicker.isEmpty { html += "<p class=\"kicker\">\(kicker)</p>\n" }
        html += "<ol class=\"sentences\" lang=\"\(HTML.escape(article.language))\">\n"
        let mentions = press.edition.mentions[appearance.article]
        var bySentence: [(sentence: Int, hits: [Range<Int>], part: Int?)] = []
        for number in (appearance.own + appearance.parts).sorted() {
            let mention = mentions[number]
            let part = mention.entity == index ? nil : mention.entity
            if let last = bySentence.last, last.sentence == mention.sentence {
                bySentence[bySentence.count - 1].hits.append(mention.range)
                if part == nil { bySentence[bySentence.count - 1].part = nil }
            } else {
                bySentence.append((mention.sentence, [mention.range], part))
            }
        }
        for entry in bySentence {
            html += item(
                entry.sentence, entry.hits, part: entry.part, of: appearance.article, from: page)
        }
        return html + "</ol></section>\n"
    }

    private func item(
        _ sentence: Int, _ hits: [Range<Int>], part: Int?, of article: Int, from page: String
    ) -> String {
        let text = press.edition.texts[article]
        let words = press.sentence(text.sentences[sentence].range, of: article, hits: hits)
        let slug = press.archive.articles[article].slug
        let href = SitePath.link(
            from: page, to: SitePath.article(slug), fragment: "s\(sentence + 1)")
        let language = HTML.escape(press.language)
        var html = "<li>\(words) "
        if let part {
            let name = HTML.escape(press.archive.entities[part].name)
            html +=
                "<span class=\"part\" lang=\"\(language)\">\(HTML.escape(press.strings["mentions-of-part"]).replacing("{name}", with: name))</span> "
        }
        html +=
            "<a class=\"anchor\" href=\"\(href)\" lang=\"\(language)\">\(HTML.escape(press.strings["in-context"]))</a>"
        let around = [sentence - 1, sentence + 1].filter {
            text.sentences.indices.contains($0)
                && text.sentences[$0].block == text.sentences[sentence].block
        }
        if !around.isEmpty {
            let range =
                text.sentences[min(sentence, around[0])].range
                .lowerBound..<text.sentences[max(sentence, around[around.count - 1])].range
                .upperBound
            html +=
                "<details class=\"context\"><summary lang=\"\(language)\">\(HTML.escape(press.strings["more-context"]))</summary>"
            html += "<p>\(press.sentence(range, of: article, hits: hits))</p></details>"
        }
        return html + "</li>\n"
    }

    /// What the card on a mention shows.
    private var card: OutputFile {
        let bytes = JSONWriter.document { json in
            json.object { json in
                json.member("name", entity.name)
                json.member("kind", entity.kind.rawValue)
                json.member(ifAny: "lang", prose.language ?? prose.nameLanguage)
                json.member(ifAny: "line", prose.line)
                json.member(ifAny: "mentions", countLine)
                json.array("articles") { json in
                    for appearance in appearances.filter({ !$0.own.isEmpty }).prefix(5) {
                        let article = press.archive.articles[appearance.article]
                        let sentence = press.edition.mentions[appearance.article][appearance.own[0]]
                            .sentence
                        json.object { json in
                            json.member("title", article.title)
                            json.member("lang", article.language)
                            json.member(
                                "url",
                                SitePath.link(
                                    from: "", to: SitePath.article(article.slug),
                                    fragment: "s\(sentence + 1)"))
                        }
                    }
                }
            }
        }
        return OutputFile(path: path + "card.json", bytes: bytes)
    }
}
