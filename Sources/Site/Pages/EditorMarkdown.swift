import Archive
import Markup
import Text

/// A remark in Markdown, as inline HTML.
enum LineOfMarkdown {
    /// One paragraph with its links and emphasis; anything longer as its words, paragraphs after
    /// one another.
    static func html(_ markdown: String, options: HTMLOptions) -> String {
        let document = MarkdownDocument(note: Array(markdown.utf8))
        let plain = document.plainText()
        guard plain.blocks.count == 1, plain.blocks[0].kind == .paragraph else {
            let words = plain.blocks.map { String(decoding: plain.utf8[$0.range], as: UTF8.self) }
            return HTML.escape(words.joined(separator: " "))
        }
        let html = String(decoding: HTMLWriter.html(of: document, options: options), as: UTF8.self)
        guard html.hasPrefix("<p>"), html.hasSuffix("</p>\n") else {
            return HTML.escape(String(decoding: plain.utf8, as: UTF8.self))
        }
        return String(html.dropFirst("<p>".count).dropLast("</p>\n".count))
    }
}

extension HTMLOptions {
    /// Texts inside a page of the site: the page's own heading is the `h1`.
    static var page: HTMLOptions {
        var options = HTMLOptions()
        options.modern = true
        options.headingIDs = true
        options.headingIDPrefix = "h-"
        options.headingShift = 1
        options.scrollableTables = true
        options.lazyImages = true
        return options
    }
}

/// What `[[id]]` in a text refers to: an entity, an article or a claim, in this order.
struct WikilinkTarget {
    var path: String
    var title: String
    /// Further attributes of the link, with a leading space; empty for articles and claims.
    var attributes: String

    init?(_ id: String, in graph: ArchiveGraph) {
        let archive = graph.archive
        if let index = graph.archive.lookup.entityByID[id] {
            let entity = archive.entities[index]
            path = SitePath.entity(entity)
            title = entity.name
            attributes =
                " class=\"mention\" data-entity=\"\(HTML.escape(id))\" data-kind=\"\(entity.kind.id)\""
        } else if let index = graph.archive.lookup.articleBySlug[id] {
            let article = archive.articles[index]
            path = SitePath.article(article.slug)
            title = article.title
            attributes = ""
        } else if let index = graph.archive.lookup.claimByID[id] {
            let claim = archive.claims[index]
            path = SitePath.claim(claim.id)
            title = claim.title
            attributes = ""
        } else {
            return nil
        }
    }
}
