import Archive
import Text

/// `articles/`: all articles, newest first, in parts of fifty.
///
/// The pages of tags, outlets and years
/// show their articles in the same way.
struct ArticleLists {
    static let articlesPerPage = 50

    let renderer: PageRenderer

    var models: [PageModel] {
        models(
            Array(renderer.archive.articles.indices), at: "articles/",
            heading: renderer.strings["articles"], section: "articles", template: .list)
    }

    /// - Parameters:
    ///   - articles: indices in `Archive.articles`, in the order of the list.
    ///   - extra: what the template gets besides.
    func models(
        _ articles: [Int], at path: String, heading: String, section: String,
        template: PageTemplate, extra: Fields = [:]
    ) -> [PageModel] {
        Pager.pages(articles, size: Self.articlesPerPage, path: path, renderer: renderer).map {
            page in
            var model = renderer.model(template, path: page.path, title: heading, section: section)
            for (name, field) in extra.entries { model[name] = field }
            model["heading"] = heading
            model["count"] = renderer.count("articles", articles.count)
            model["items"] =
                renderer.cards(page.items, from: page.path, separator: "\n") ?? HTMLText([])
            model["pager"] = page.pager
            return model
        }
    }
}
