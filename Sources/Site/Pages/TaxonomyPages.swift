import Archive
import Text

/// `tags/`, `outlets/`, `years/`: all terms of a taxonomy, and for each term the list of its
/// articles.
struct TaxonomyPages {
    let renderer: PageRenderer

    var models: [PageModel] {
        let taxonomies = renderer.graph.taxonomies
        return models(taxonomies.tags, section: "tags", template: .tag)
            + models(taxonomies.outlets, section: "outlets", template: .outlet)
            + models(taxonomies.years, section: "years", template: .year)
    }

    /// - Parameter section: of the menu; also the folder of the pages and the key of their heading.
    private func models(
        _ terms: [Taxonomies.Term], section: String, template: PageTemplate
    ) -> [PageModel] {
        let lists = ArticleLists(renderer: renderer)
        return [overview(of: terms, section: section)]
            + terms.flatMap { term in
                lists.models(
                    term.articles, at: "\(section)/\(term.id)/", heading: term.name,
                    section: section, template: template,
                    extra: template == .outlet ? fields(ofOutlet: term.written) : [:])
            }
    }

    private func overview(of terms: [Taxonomies.Term], section: String) -> PageModel {
        let path = section + "/"
        var model = renderer.model(
            .terms, path: path, title: renderer.strings[section], section: section)
        model["heading"] = renderer.strings[section]
        model["terms"] = terms.map { term -> Fields in
            let outlet = section == "outlets" ? renderer.archive.outlet(term.written) : nil
            return [
                "href": SitePath.link(from: path, to: "\(path)\(term.id)/"), "name": term.name,
                "count": String(term.articles.count),
                "params": outlet.flatMap { renderer.theme.params($0.params) },
            ]
        }
        return model
    }

    private func fields(ofOutlet id: String) -> Fields {
        guard let outlet = renderer.archive.outlet(id) else {
            return [:]
        }
        let names = outlet.labels.sorted { $0.key < $1.key }.filter { $0.value != outlet.name }.map
        {
            "<span lang=\"\(HTML.escape($0.key))\">\(HTML.escape($0.value))</span>"
        }
        return [
            "params": renderer.theme.params(outlet.params),
            "url": outlet.url.flatMap { WebAddress.isSafe($0) ? $0 : nil },
            "names": names.isEmpty ? nil : names.joined(separator: " "),
        ]
    }
}
