import Annotation
import Archive
import Markup
import Publishing
import Text

/// `articles/<slug>/`: the annotated article, its Markdown, its text, its annotations.
///
/// A class, so that what writes it later need not copy all of the article's fields.
final class ArticlePage: Sendable {
    let renderer: PageRenderer
    let index: Int
    private let article: Article
    private let path: String

    init(renderer: PageRenderer, index: Int) {
        self.renderer = renderer
        self.index = index
        article = renderer.archive.articles[index]
        path = SitePath.article(article.slug)
    }

    func task(_ keys: PageKeys?) -> OutputTask {
        OutputTask(path, key: keys?.article(index)) { self.files }
    }

    /// The page, its Markdown, its text and its annotations.
    var files: [OutputFile] {
        let document = renderer.graph.texts.takeDocument(of: index)
        return [
            renderer.page(.article, at: path, fields(document)),
            OutputFile(path: path + "index.md", bytes: CanonicalMarkdown.write(document)),
            OutputFile(path: path + "text.txt", bytes: renderer.graph.texts[index].plain.utf8),
            renderer.annotations.file(of: index),
        ]
    }

    private func fields(_ document: MarkdownDocument) -> Fields {
        let graph = renderer.graph
        let schema = ArticleSchema(graph: graph, index: index, references: renderer.references)
        var fields = renderer.frame.fields(
            path: path, title: article.title, section: "articles", description: article.summary,
            data: schema.element)
        fields["slug"] = article.slug
        fields["textLang"] = article.language
        fields["body"] = HTMLText(
            AnnotatedText(renderer: renderer, article: index).html(of: document))
        if let outlet = article.outlet, let name = renderer.outletName(of: article) {
            fields["outlet"] =
                [
                    "href": SitePath.link(from: path, to: SitePath.outlet(outlet)), "name": name,
                ] as Fields
        }
        fields["date"] = article.date.map { DateWords.fields($0, language: renderer.language) }
        fields["byline"] = byline
        fields["url"] = article.url.flatMap { WebAddress.isSafe($0) ? $0 : nil }
        let tags = article.tags.map {
            "<a href=\"\(SitePath.link(from: path, to: SitePath.tag($0)))\">\(HTML.escape($0))</a>"
        }
        fields["tags"] = tags.isEmpty ? nil : tags.joined(separator: " ")
        fields["claims"] = HTMLText(
            joining: graph.claimsByArticle[index].map { renderer.row(claim: $0, from: path) })
        for kind in Entity.Kind.builtIn { fields[kind.folder] = cast(kind) }
        let related = graph.taxonomies.related(to: index, in: renderer.archive)
        fields["related"] = HTMLText(joining: related.map { renderer.card($0, from: path) })
        fields["neighbors"] = neighbors
        return fields
    }

    /// Whom the article mentions, most mentioned first.
    private func cast(_ kind: Entity.Kind) -> HTMLText? {
        var rows: [UInt8] = []
        for member in renderer.graph.cast[index] where renderer.kinds[member.entity] == kind {
            rows += renderer.row(entity: member.entity, from: path)
        }
        return rows.isEmpty ? nil : HTMLText(rows)
    }

    private var byline: String? {
        let separator = HTML.escape(renderer.strings["name-separator"])
        func names(_ key: String, _ people: [String]) -> String? {
            guard !people.isEmpty else { return nil }
            let links = people.map { renderer.link(entity: $0, from: path) }.joined(
                separator: separator)
            return UIStrings.fill(HTML.escape(renderer.strings[key]), ["names": links])
        }
        let parts = [names("by", article.authors), names("translated-by", article.translators)]
            .compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// Articles are newest first: the one before is newer.
    private var neighbors: Fields? {
        let articles = renderer.archive.articles
        func link(_ index: Int) -> Fields? {
            guard articles.indices.contains(index) else { return nil }
            let article = articles[index]
            return [
                "href": SitePath.link(from: path, to: SitePath.article(article.slug)),
                "title": article.title,
            ]
        }
        var fields: Fields = [:]
        fields["newer"] = link(index - 1)
        fields["older"] = link(index + 1)
        return fields.isEmpty ? nil : fields
    }
}
