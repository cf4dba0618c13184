import Annotation
import Archive
import Text

/// Every mention of an entity in its own sentence, article by article, with a link to that
/// sentence and what stands around it on demand.
struct EntityMentions {
    /// Sentences of one article that are shown before the rest is folded away.
    static let shown = 8

    private struct Hit {
        var sentence: Int
        /// Bytes of the article's plain text, ascending.
        var ranges: [Range<Int>]
        /// The version or sub-brand, when the sentence names no more than that.
        var part: Int?
    }

    let press: Press
    let index: Int
    /// Of the page that the links stand on.
    let path: String
    /// What every item has behind its address, and around its context: the same all over the page.
    private let anchorEnd: String
    private let contextStart: String

    init(press: Press, index: Int, path: String) {
        self.press = press
        self.index = index
        self.path = path
        let language = HTML.escape(press.language)
        anchorEnd = "\" lang=\"\(language)\">\(HTML.escape(press.strings["in-context"]))</a>"
        let label = HTML.escape(press.strings["more-context"])
        contextStart =
            "<details class=\"context\"><summary lang=\"\(language)\">\(label)</summary><p>"
    }

    /// One article's sentences that mention the entity.
    func group(_ appearance: Appearance) -> String {
        let article = press.archive.articles[appearance.article]
        let target = SitePath.link(from: path, to: SitePath.article(article.slug))
        let language = HTML.escape(article.language)
        var html = "<section class=\"in-article\"><h3 lang=\"\(language)\">"
        html += "<a href=\"\(target)\">\(HTML.escape(article.title))</a></h3>\n"
        let outlet = press.outletName(of: article).map { "<span>\(HTML.escape($0))</span>" }
        let date = article.date.map {
            "<time datetime=\"\($0.iso)\">\(DateWords.text($0, language: press.language))</time>"
        }
        let kicker = [outlet, date].compactMap { $0 }.joined(separator: " ")
        if !kicker.isEmpty { html += "<p class=\"kicker\">\(kicker)</p>\n" }
        let hits = self.hits(appearance)
        html += list(hits.prefix(Self.shown), of: appearance.article)
        if hits.count > Self.shown {
            let rest = hits.dropFirst(Self.shown)
            let label = HTML.escape(press.strings("show-more", ["n": String(rest.count)]))
            html += "<details class=\"more\"><summary>\(label)</summary>\n"
            html += list(rest, of: appearance.article) + "</details>\n"
        }
        return html + "</section>\n"
    }

    private func hits(_ appearance: Appearance) -> [Hit] {
        let mentions = press.edition.mentions[appearance.article]
        var hits: [Hit] = []
        for number in (appearance.own + appearance.parts).sorted() {
            let mention = mentions[number]
            let part = mention.entity == index ? nil : mention.entity
            if let last = hits.last, last.sentence == mention.sentence {
                hits[hits.count - 1].ranges.append(mention.range)
                if part == nil { hits[hits.count - 1].part = nil }
            } else {
                hits.append(Hit(sentence: mention.sentence, ranges: [mention.range], part: part))
            }
        }
        return hits
    }

    private func list(_ hits: ArraySlice<Hit>, of article: Int) -> String {
        let language = HTML.escape(press.archive.articles[article].language)
        return "<ol class=\"sentences\" lang=\"\(language)\">\n"
            + hits.map { item($0, of: article) }.joined() + "</ol>\n"
    }

    private func item(_ hit: Hit, of article: Int) -> String {
        let text = press.edition.texts[article]
        let words = press.sentence(
            text.sentences[hit.sentence].range, of: article, hits: hit.ranges)
        let href = SitePath.link(
            from: path, to: SitePath.article(press.archive.articles[article].slug),
            fragment: "s\(hit.sentence + 1)")
        var html = "<li>\(words) "
        if let part = hit.part {
            let language = HTML.escape(press.language)
            let name = HTML.escape(press.archive.entities[part].name)
            let words = HTML.escape(press.strings["mentions-of-part"])
            html += "<span class=\"part\" lang=\"\(language)\">"
            html += "\(words.replacing("{name}", with: name))</span> "
        }
        html += "<a class=\"anchor\" href=\"\(href)"
        html += anchorEnd
        if let around = surroundings(of: hit.sentence, in: text) {
            html += contextStart
            html += press.sentence(around, of: article, hits: hit.ranges)
            html += "</p></details>"
        }
        return html + "</li>\n"
    }

    /// The sentence with those before and after it in its block; `nil` when it stands alone.
    private func surroundings(of sentence: Int, in text: ArticleText) -> Range<Int>? {
        let block = text.sentences[sentence].block
        let around = [sentence - 1, sentence, sentence + 1].filter {
            text.sentences.indices.contains($0) && text.sentences[$0].block == block
        }
        guard around.count > 1 else { return nil }
        let last = text.sentences[around[around.count - 1]].range
        return text.sentences[around[0]].range.lowerBound..<last.upperBound
    }
}
