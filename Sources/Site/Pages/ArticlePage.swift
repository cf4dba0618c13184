import Annotation
import Archive
import Files
import Markup
import Publishing
import Text

/// `articles/<slug>/`: the annotated article, and beside it its Markdown, its text and its
/// annotations.
struct ArticlePage {
    let renderer: PageRenderer
    /// Index in `Archive.articles`.
    let index: Int
    private let article: Article
    private let path: String

    init(renderer: PageRenderer, index: Int) {
        self.renderer = renderer
        self.index = index
        article = renderer.archive.articles[index]
        path = SitePath.article(article.slug)
    }

    var task: OutputTask {
        OutputTask(SitePath.file(path), inputs: inputs) {
            let (model, attachments) = contents
            return renderer.work(model, attachments)
        }
    }

    /// Of everything that the model can be made of: the archive without the words of its articles,
    /// this article's annotated words, and the claims that quote it.
    private var inputs: Fingerprint {
        var key = CacheKeyBuilder()
        key.add(renderer.inputs.surroundings)
        key.add(AnnotatedText(renderer: renderer, article: index).key)
        for claim in renderer.graph.claimsByArticle[index] {
            key.add(renderer.key(ofRowOfClaim: claim))
        }
        return key.fingerprint
    }

    /// The files, whatever the last build wrote.
    var files: [OutputFile] {
        let (model, attachments) = contents
        return renderer.files(model, attachments)
    }

    private var contents: (PageModel, [Attachment]) {
        let graph = renderer.graph
        let annotated = AnnotatedText(renderer: renderer, article: index)
        // The text is parsed for the page and for its Markdown, and only when one is rendered.
        let document = Lazy { [index] in graph.texts.document(of: index) }
        let html = Lazy { annotated.html(of: document.value) }
        let heading = DeferredMarkup(key: annotated.key) { html.value.title }
        let body = DeferredMarkup(key: annotated.key) { html.value.body }
        let words = renderer.textKey(ofArticle: index)
        let folders =
            [path]
            + RedirectPath.dataFolders(article.aliases, of: path, in: renderer.archive)
        let attachments = folders.flatMap { folder in
            [
                Attachment(
                    folder + "index.md",
                    DeferredMarkup(key: words) {
                        CanonicalMarkdown.published(document.value.untitled)
                    }),
                Attachment(
                    folder + "text.txt",
                    DeferredMarkup(key: words) { [index] in graph.texts[index].plain.utf8 }),
                renderer.annotations.attachment(to: index, annotated.key, in: folder),
            ]
        }
        return (model(heading: heading, body: body), attachments)
    }

    private func model(heading: DeferredMarkup, body: DeferredMarkup) -> PageModel {
        let graph = renderer.graph
        let schema = ArticleSchema(graph: graph, index: index, references: renderer.references)
        var model = renderer.model(
            .article, path: path, title: article.title, section: "articles",
            description: article.summary, data: schema.element)
        model.choice = article.template?.value
        model["params"] = renderer.theme.params(article.params)
        model["slug"] = article.slug
        model["textLang"] = article.language
        model["heading"] = heading
        model["body"] = body
        if let outlet = article.outlet, let name = renderer.outletName(of: article) {
            model["outlet"] =
                [
                    "href": SitePath.link(
                        from: path, to: graph.taxonomies.path(ofOutlet: outlet)), "name": name,
                    "params": renderer.archive.outlet(outlet).flatMap {
                        renderer.theme.params($0.params)
                    },
                ] as Fields
        }
        model["date"] = article.date.map { renderer.strings.dateFields($0) }
        model["byline"] = byline
        model["url"] = article.url.flatMap { WebAddress.isSafe($0) ? $0 : nil }
        let tags = article.tags.map {
            "<a href=\"\(SitePath.link(from: path, to: graph.taxonomies.path(ofTag: $0)))\">\(HTML.escape($0))</a>"
        }
        model["tags"] = tags.isEmpty ? nil : tags.joined(separator: " ")
        model["claims"] = renderer.rows(claims: graph.claimsByArticle[index], from: path)
        let cast = self.cast
        // For templates that were written before kinds could be declared.
        for (kind, rows) in zip(Entity.Kind.builtIn, cast) { model[kind.folder] = rows }
        model["kinds"] = renderer.sections(from: path, rows: cast)
        let related = graph.taxonomies.related(to: index, in: renderer.archive)
        model["related"] = renderer.cards(related, from: path)
        model["neighbors"] = neighbors
        return model
    }

    /// By kind: whom the article mentions, most mentioned first.
    private var cast: [DeferredMarkup?] {
        var members = [[Int]](repeating: [], count: renderer.archive.kinds.count)
        for member in renderer.graph.cast[index] {
            members[renderer.kindIndices[member.entity]].append(member.entity)
        }
        return members.map { renderer.rows(entities: $0, from: path) }
    }

    private var byline: String? {
        func names(_ key: String, _ people: [String]) -> String? {
            guard !people.isEmpty else { return nil }
            let links = renderer.strings.list(
                html: people.map { renderer.link(entity: $0, from: path) })
            return UIStrings.fill(HTML.escape(renderer.strings[key]), ["names": links])
        }
        let parts = [names("by", article.authors), names("translated-by", article.translators)]
            .compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// Articles are newest first: the previous one in the list is newer.
    private var neighbors: Fields? {
        let articles = renderer.archive.articles
        func link(_ index: Int) -> Fields? {
            guard articles.indices.contains(index) else { return nil }
            let article = articles[index]
            return [
                "href": SitePath.link(from: path, to: SitePath.article(article.slug)),
                "title": article.title, "params": renderer.theme.params(article.params),
            ]
        }
        let fields: Fields = ["newer": link(index - 1), "older": link(index + 1)]
        return fields.isEmpty ? nil : fields
    }
}
