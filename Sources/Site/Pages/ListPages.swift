import Archive
import Publishing
import Text

/// The lists: articles, entities of each kind, claims, metrics, tags, outlets, years.
struct ListPages {
    static let articlesPerPage = 50
    static let rowsPerPage = 500

    let renderer: PageRenderer
    let keys: PageKeys?

    var tasks: [OutputTask] {
        var tasks = [
            articleList(
                Array(renderer.archive.articles.indices), at: "articles/",
                heading: renderer.strings["articles"], section: "articles", template: .list)
        ]
        tasks += renderer.archive.kinds.map(entities)
        let taxonomies = renderer.graph.taxonomies
        tasks += shelf(taxonomies.tags, at: "tags/", section: "tags", template: .tag)
        tasks += shelf(taxonomies.outlets, at: "outlets/", section: "outlets", template: .outlet)
        tasks += shelf(taxonomies.years, at: "years/", section: "years", template: .year)
        let renderer = renderer
        tasks.append(
            OutputTask("metrics/", key: keys?.claims) { MetricPages(renderer: renderer).files })
        tasks.append(
            OutputTask("claims/", key: keys?.claims) { ClaimLists(renderer: renderer).files })
        return tasks
    }

    /// - Parameter extra: what the template gets besides.
    private func articleList(
        _ articles: [Int], at path: String, heading: String, section: String,
        template: PageTemplate, extra: [String: String] = [:]
    ) -> OutputTask {
        let shown = [heading] + extra.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        return OutputTask(path, key: keys?.list(of: articles, shown: shown)) {
            pages(articles, path, heading, section, template, extra)
        }
    }

    private func pages(
        _ articles: [Int], _ path: String, _ heading: String, _ section: String,
        _ template: PageTemplate, _ extra: [String: String]
    ) -> [OutputFile] {
        Pager.pages(articles, size: Self.articlesPerPage, path: path, renderer: renderer).map {
            page in
            var fields = renderer.frame.fields(path: page.path, title: heading, section: section)
            for (key, value) in extra { fields[key] = value }
            fields["heading"] = heading
            fields["count"] = renderer.count("articles", articles.count)
            fields["items"] =
                HTMLText(
                    joining: page.items.map { renderer.card($0, from: page.path) }, separator: "\n")
                ?? HTMLText([])
            fields["pager"] = page.pager
            return renderer.page(template, at: page.path, fields)
        }
    }

    private func entities(_ kind: Entity.Kind) -> OutputTask {
        let members = renderer.archive.entities.indices
            .filter { renderer.archive.entities[$0].kind == kind }
            .map { (index: $0, count: renderer.graph.mentionCounts[$0]) }
            .sorted { ($1.count, $0.index) < ($0.count, $1.index) }
        let path = kind.folder + "/"
        return OutputTask(path, key: keys?.list(of: members)) { pages(of: kind, members, path) }
    }

    private func pages(
        of kind: Entity.Kind, _ members: [(index: Int, count: Int)], _ path: String
    ) -> [OutputFile] {
        Pager.pages(members, size: Self.rowsPerPage, path: path, renderer: renderer).map { page in
            var fields = renderer.frame.fields(
                path: page.path, title: renderer.kindWords.title(kind), section: kind.folder)
            fields["heading"] = renderer.kindWords.title(kind)
            fields["count"] = renderer.kindWords.count(members.count, of: kind)
            fields["items"] =
                HTMLText(
                    joining: page.items.map {
                        renderer.row(entity: $0.index, count: String($0.count), from: page.path)
                    }, separator: "\n") ?? HTMLText([])
            fields["pager"] = page.pager
            return renderer.page(.entities, at: page.path, fields)
        }
    }

    /// A page of all taxonomies of one kind, and the list of articles on each.
    private func shelf(
        _ taxonomies: [Taxonomies.Term], at path: String, section: String, template: PageTemplate
    ) -> [OutputTask] {
        var tasks = [OutputTask(SitePath.file(path)) { [terms(taxonomies, path, section)] }]
        for shelf in taxonomies {
            var extra: [String: String] = [:]
            if template == .outlet,
                let outlet = renderer.archive.outlets.first(where: { $0.id == shelf.id })
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
            tasks.append(
                articleList(
                    shelf.articles, at: "\(path)\(shelf.id)/", heading: shelf.name,
                    section: section, template: template, extra: extra))
        }
        return tasks
    }

    private func terms(_ taxonomies: [Taxonomies.Term], _ path: String, _ section: String)
        -> OutputFile
    {
        var fields = renderer.frame.fields(
            path: path, title: renderer.strings[section], section: section)
        fields["heading"] = renderer.strings[section]
        fields["terms"] = taxonomies.map {
            [
                "href": SitePath.link(from: path, to: "\(path)\($0.id)/"), "name": $0.name,
                "count": String($0.articles.count),
            ]
        }
        return renderer.page(.terms, at: path, fields)
    }
}
