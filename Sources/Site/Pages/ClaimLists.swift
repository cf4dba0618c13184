import Annotation
import Archive
import Text

/// `claims/` with its filters, `claims/disputed/`, and a plain list for each value of each filter:
/// `claims/by/year/2024/`.
struct ClaimLists {
    private static let rowsPerPage = 200
    /// Values of a filter that are shown before a link to all of them.
    private static let termsShown = 12

    let renderer: PageRenderer

    var models: [PageModel] {
        let all = Array(renderer.archive.claims.indices)
        let filters = ClaimFilter.allCases.map { (filter: $0, terms: $0.terms(renderer)) }
        var models = list(
            all, at: "claims/", heading: renderer.strings["claims"], filters: html(filters))
        let disputed = all.filter { renderer.graph.ledger.status(of: $0) == .disputed }
        models += list(
            disputed, at: "claims/disputed/", heading: renderer.strings["disputed-claims"])
        for (filter, terms) in filters {
            models.append(index(of: filter, terms))
            for term in terms where filter.path(of: term) != "claims/disputed/" {
                models += list(
                    term.claims, at: filter.path(of: term), heading: term.name,
                    kicker: renderer.strings["by-\(filter.rawValue)"], from: filter.path,
                    isOfOneSubject: filter == .subject)
            }
        }
        return models
    }

    /// All values of a filter.
    private func index(of filter: ClaimFilter, _ terms: [ClaimFilter.Term]) -> PageModel {
        let heading = renderer.strings["claims"] + " · " + renderer.strings["by-\(filter.rawValue)"]
        var model = renderer.model(.terms, path: filter.path, title: heading, section: "claims")
        model["heading"] = heading
        model["terms"] = terms.map { term in
            [
                "href": SitePath.link(from: filter.path, to: filter.path(of: term)),
                "name": term.name, "count": String(term.claims.count),
            ]
        }
        return model
    }

    /// The filters as lists of links with counts.
    private func html(_ filters: [(filter: ClaimFilter, terms: [ClaimFilter.Term])]) -> String? {
        let shown = filters.filter { !$0.terms.isEmpty }
        guard !shown.isEmpty else { return nil }
        return shown.map { filter, terms in
            let title = HTML.escape(renderer.strings["by-\(filter.rawValue)"])
            let all = SitePath.link(from: "claims/", to: filter.path)
            var items = terms.prefix(Self.termsShown).map { term in
                let href = SitePath.link(from: "claims/", to: filter.path(of: term))
                return
                    "<li><a href=\"\(href)\">\(HTML.escape(term.name))</a> <span class=\"count\">\(term.claims.count)</span></li>"
            }
            if terms.count > Self.termsShown {
                let words = renderer.strings("all-items", ["n": String(terms.count)])
                items.append("<li><a href=\"\(all)\">\(HTML.escape(words))</a></li>")
            }
            return
                "<dt><a href=\"\(all)\">\(title)</a></dt>\n<dd><ul class=\"terms\">\n\(items.joined(separator: "\n"))\n</ul></dd>"
        }.joined(separator: "\n")
    }

    // MARK: One list

    private func list(
        _ claims: [Int], at path: String, heading: String, filters: String? = nil,
        kicker: String? = nil, from parent: String = "claims/", isOfOneSubject: Bool = false
    ) -> [PageModel] {
        let groups = ClaimGroups(renderer: renderer, isBySubject: !isOfOneSubject)
        let pages = Pager.pages(
            groups.sorted(claims), size: Self.rowsPerPage, path: path, renderer: renderer)
        return pages.map { page in
            var model = renderer.model(.claims, path: page.path, title: heading, section: "claims")
            model["heading"] = heading
            model["count"] = renderer.count("claims", claims.count)
            model["filters"] = page.number == 1 ? filters : nil
            model["kicker"] = kicker.map {
                ["href": SitePath.link(from: page.path, to: parent), "text": $0] as Fields
            }
            let shown = groups.groups(Array(page.items), from: page.path)
            model["groups"] = shown.map {
                ["id": $0.id, "title": $0.title, "items": $0.items.description]
            }
            if shown.count > 1, page.pager == nil, filters == nil {
                model["jumps"] = shown.map {
                    "<li><a href=\"#\($0.id)\">\($0.name)</a></li>"
                }.joined(separator: "\n")
            }
            model["pager"] = page.pager
            return model
        }
    }
}
