import Archive
import Text

/// The lists: articles, entities of each kind, claims, metrics, tags, outlets, years.
struct ListPages {
    static let articlesPerPage = 50
    static let rowsPerPage = 500

    let press: Press

    var files: [OutputFile] {
        var files = articleList(
            Array(press.archive.articles.indices), at: "articles/",
            heading: press.strings["articles"],
            section: "articles", template: .list)
        for kind in Entity.Kind.allCases { files += entities(kind) }
        files += shelf(press.edition.shelves.tags, at: "tags/", section: "tags", template: .tag)
        files += shelf(
            press.edition.shelves.outlets, at: "outlets/", section: "outlets", template: .outlet)
        files += shelf(press.edition.shelves.years, at: "years/", section: "years", template: .year)
        files += MetricPages(press: press).files
        files += ClaimLists(press: press).files
        return files
    }

    private func articleList(
        _ articles: [Int], at path: String, heading: String, section: String,
        template: PageTemplate,
        extra: Theme.Context = [:]
    ) -> [OutputFile] {
        Pager.pages(articles, size: Self.articlesPerPage, path: path, press: press).map { page in
            var context = press.frame.context(path: page.path, title: heading, section: section)
            context.merge(extra) { $1 }
            context["heading"] = heading
            context["count"] = press.count("articles", articles.count)
            context["items"] = page.items.map { press.card($0, from: page.path) }.joined(
                separator: "\n")
            context["pager"] = page.pager
            return press.page(template, at: page.path, context)
        }
    }

    private func entities(_ kind: Entity.Kind) -> [OutputFile] {
        let members = press.archive.entities.indices
            .filter { press.archive.entities[$0].kind == kind }
            .map { (index: $0, count: press.edition.mentionCount(of: $0)) }
            .sorted { ($1.count, $0.index) < ($0.count, $1.index) }
        let path = kind.folder + "/"
        return Pager.pages(members, size: Self.rowsPerPage, path: path, press: press).map { page in
            var context = press.frame.context(
                path: page.path, title: press.strings[kind.folder], section: kind.folder)
            context["heading"] = press.strings[kind.folder]
            context["count"] = press.count(kind.folder, members.count)
            context["items"] = page.items.map {
                press.row(entity: $0.index, count: String($0.count), from: page.path)
            }.joined(separator: "\n")
            context["pager"] = page.pager
            return press.page(.entities, at: page.path, context)
        }
    }

    /// A page of all shelves of one kind, and the list of articles on each.
    private func shelf(
        _ shelves: [Shelves.Shelf], at path: String, section: String, template: PageTemplate
    ) -> [OutputFile] {
        var context = press.frame.context(
            path: path, title: press.strings[section], section: section)
        context["heading"] = press.strings[section]
        context["terms"] = shelves.map {
            [
                "href": SitePath.link(from: path, to: "\(path)\($0.id)/"), "name": $0.name,
                "count": String($0.articles.count),
            ]
        }
        var files = [press.page(.terms, at: path, context)]
        for shelf in shelves {
            var extra: Theme.Context = [:]
            if template == .outlet,
                let outlet = press.archive.outlets.first(where: { $0.id == shelf.id })
            {
                extra["url"] = outlet.url.flatMap { WebAddress.isSafe($0) ? $0 : nil }
                let names = outlet.labels.sorted { $0.key < $1.key }.filter {
                    $0.value != outlet.name
                }
                extra["names"] =
                    names.isEmpty
                    ? nil
                    : names.map {
                        "<span lang=\"\(HTML.escape($0.key))\">\(HTML.escape($0.value))</span>"
                    }.joined(separator: " ")
            }
            files += articleList(
                shelf.articles, at: "\(path)\(shelf.id)/", heading: shelf.name, section: section,
                template: template, extra: extra)
        }
        return files
    }
}
