import Archive
import Search
import Text

/// The search index of an edition: units in the order of the site, and words for facet values.
struct SearchFiles {
    let press: Press

    func task(_ keys: PageKeys?) -> PageTask {
        PageTask("search", key: keys?.search) { files() }
    }

    /// Entities come first, then claims, then articles newest first: of results of equal worth the
    /// shorter answer stands above.
    func files() -> [OutputFile] {
        let units = SearchUnits(edition: press.edition)
        var builder = SearchIndexBuilder(labels: labels)
        for entity in press.archive.entities.indices {
            builder.add(units.entity(entity, prose: press.prose[entity].text))
        }
        for claim in press.archive.claims.indices { builder.add(units.claim(claim)) }
        for article in press.archive.articles.indices {
            for passage in units.passages(of: article) { builder.add(passage) }
        }
        return builder.finish()
    }

    /// By facet and value.
    private var labels: [String: [String: String]] {
        var labels: [String: [String: String]] = [:]
        for kind in Entity.Kind.allCases {
            let members = press.archive.entities.filter { $0.kind == kind }
            labels[kind.rawValue] = Dictionary(
                members.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        }
        labels["outlet"] = Dictionary(
            press.edition.shelves.outlets.map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first })
        for kind in SearchUnit.Kind.allCases {
            labels["kind", default: [:]][kind.name] = press.strings[kind.name]
        }
        for language in Set(press.archive.articles.map(\.language)) {
            labels["language", default: [:]][language] = press.strings.language(language)
        }
        for status in ["single-source", "corroborated", "repeated", "disputed", "superseded"] {
            labels["status", default: [:]][status] = press.strings["status-\(status)"]
        }
        return labels
    }
}
