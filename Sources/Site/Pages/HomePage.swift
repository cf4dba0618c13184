import Archive
import Markup
import Text

/// `index.html`: what the archive holds, the latest articles, who is mentioned most, what is
/// disputed.
struct HomePage {
    private static let latest = 8
    private static let mostMentioned = 8

    let renderer: PageRenderer

    var model: PageModel {
        let settings = renderer.archive.settings
        var model = renderer.model(
            .index, path: "", title: settings.title, section: "home",
            description: settings.description.isEmpty ? nil : settings.description)
        model["figures"] = figures
        if let page = renderer.archive.pages.first(where: { $0.path == "index" }) {
            let html = HTMLWriter.html(
                of: renderer.document(page.body),
                options: renderer.options(on: "", of: page.file, isOwn: true))
            model["body"] = String(decoding: html, as: UTF8.self)
            model.choice = page.template?.value
            model["params"] = renderer.theme.params(page.params)
        }
        model["latest"] = HTMLText(
            joining: renderer.archive.articles.indices.prefix(Self.latest).map {
                renderer.card($0, from: "")
            },
            separator: "\n")
        let disputed = renderer.archive.claims.indices.filter {
            renderer.graph.ledger.status(of: $0) == .disputed
        }
        model["disputed"] = HTMLText(
            joining: disputed.prefix(Self.mostMentioned).map { renderer.row(claim: $0, from: "") },
            separator: "\n")
        let mostMentioned = renderer.archive.kinds.map(self.mostMentioned)
        // For templates that were written before kinds could be declared.
        for (kind, rows) in zip(Entity.Kind.builtIn, mostMentioned) { model[kind.folder] = rows }
        model["kinds"] = renderer.sections(from: "", rows: mostMentioned)
        let browse = self.browse
        model["browse"] = browse.isEmpty ? nil : browse
        return model
    }

    private var figures: [Fields] {
        let strings = renderer.strings
        let words = renderer.kindWords
        func label(_ count: Int, _ one: String, _ other: String) -> String {
            count == 1 ? one : other
        }
        let articles = renderer.archive.articles.count
        var counts = [
            ("articles", label(articles, strings["article"], strings["articles"]), articles)
        ]
        counts += renderer.archive.kinds.map { kind in
            let count = renderer.archive.entities.count { $0.kind == kind }
            return (kind.folder, label(count, words.singular(kind), words.title(kind)), count)
        }
        let claims = renderer.archive.claims.count
        counts.append(("claims", label(claims, strings["claim"], strings["claims"]), claims))
        return counts.filter { $0.2 > 0 || $0.0 == "articles" }.map { folder, label, count in
            [
                "href": SitePath.link(from: "", to: "\(folder)/"), "count": String(count),
                "label": label,
            ]
        }
    }

    private func mostMentioned(_ kind: Entity.Kind) -> HTMLText? {
        let members = renderer.archive.entities.indices
            .filter { renderer.archive.entities[$0].kind == kind }
            .map { (index: $0, count: renderer.graph.mentionCounts[$0]) }
            .filter { $0.count > 0 }
            .sorted { ($1.count, $0.index) < ($0.count, $1.index) }
        return HTMLText(
            joining: members.prefix(Self.mostMentioned).map {
                renderer.row(entity: $0.index, count: String($0.count), from: "")
            }, separator: "\n")
    }

    private var browse: [Fields] {
        let taxonomies = renderer.graph.taxonomies
        return [
            ("years", taxonomies.years), ("outlets", taxonomies.outlets), ("tags", taxonomies.tags),
        ]
        .compactMap {
            section, shelf in
            guard !shelf.isEmpty else { return nil }
            let items = shelf.prefix(40).map {
                "<li><a href=\"\(SitePath.link(from: "", to: "\(section)/\($0.id)/"))\">\(HTML.escape($0.name))</a> <span class=\"count\">\($0.articles.count)</span></li>"
            }
            return ["title": renderer.strings[section], "items": items.joined(separator: "\n")]
        }
    }
}
