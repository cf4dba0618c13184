import Archive

/// What the files of an entity and of other entities say about it, as a list: roles, maker, parts,
/// former names, links; each fact is shown from both sides.
struct EntityFacts {
    /// Values of one fact that are shown before the rest is folded away.
    static let shown = 7

    let renderer: PageRenderer
    let index: Int

    private var entity: Entity { renderer.archive.entities[index] }
    private var family: EntityFamily { renderer.graph.family }
    private var path: String { SitePath.entity(entity) }

    var html: String? {
        var rows: [String] = []
        func add(_ key: String, _ values: [String]) {
            guard !values.isEmpty else { return }
            rows.append("<dt>\(HTML.escape(renderer.strings[key]))</dt>" + definitions(values))
        }
        let aliases = entity.aliases.map(\.text).filter { !renderer.graph.misprints.contains($0) }
        add("also-called", aliases.map { HTML.escape($0) })
        add("affiliations", entity.affiliations.map(affiliation))
        add("members", family.members[index].map(member))
        add(
            "maker",
            [entity.maker?.value].compactMap { $0 }.map { renderer.link(entity: $0, from: path) })
        add("makes", byCount(family.products[index]))
        add(
            "part-of",
            [entity.partOf?.value].compactMap { $0 }.map { renderer.link(entity: $0, from: path) })
        add("parts", byCount(family.parts[index]))
        if let former = entity.formerly {
            add(
                "formerly",
                [
                    renderer.link(entity: former.id.value, from: path)
                        + span(from: nil, until: former.until)
                ])
        }
        add("later", family.successors[index].map(link))
        let links =
            entity.sameAs
            + [entity.wikidata.flatMap(IRI.wikidata)].compactMap { $0 }
        add(
            "links",
            links.filter(WebAddress.isSafe).map {
                "<a href=\"\(HTML.escape($0))\" rel=\"external\">\(HTML.escape($0))</a>"
            })
        return rows.isEmpty ? nil : rows.joined(separator: "\n")
    }

    /// Long lists keep their first values in sight.
    private func definitions(_ values: [String]) -> String {
        func terms(_ values: ArraySlice<String>) -> String {
            values.map { "<dd>\($0)</dd>" }.joined()
        }
        guard values.count > Self.shown + 1 else { return terms(values[...]) }
        let rest = values.dropFirst(Self.shown)
        let label = HTML.escape(renderer.strings("show-more", ["n": String(rest.count)]))
        return terms(values.prefix(Self.shown))
            + "<dd><details class=\"more\"><summary>\(label)</summary><ul>"
            + rest.map { "<li>\($0)</li>" }.joined() + "</ul></details></dd>"
    }

    /// Links with how often the archive mentions each, most mentioned first.
    private func byCount(_ entities: [Int]) -> [String] {
        let counted = entities.map { (entity: $0, count: renderer.graph.mentionCounts[$0]) }
        return counted.sorted { ($1.count, $0.entity) < ($0.count, $1.entity) }.map {
            $0.count == 0
                ? link($0.entity) : "\(link($0.entity)) <span class=\"count\">\($0.count)</span>"
        }
    }

    private func link(_ other: Int) -> String {
        renderer.link(entity: renderer.archive.entities[other].id, from: path)
    }

    private func affiliation(_ affiliation: Entity.Affiliation) -> String {
        renderer.link(entity: affiliation.organization.value, from: path)
            + (affiliation.role.map { " " + HTML.escape($0) } ?? "")
            + span(from: affiliation.from, until: affiliation.until)
    }

    private func member(_ other: Int) -> String {
        let here = renderer.archive.entities[other].affiliations.filter {
            $0.organization.value == entity.id
        }
        let roles = here.map {
            ($0.role.map(HTML.escape) ?? "") + span(from: $0.from, until: $0.until)
        }
        .filter { !$0.isEmpty }
        return link(other) + (roles.isEmpty ? "" : " " + roles.joined(separator: " · "))
    }

    private func span(from: String?, until: String?) -> String {
        var words = ""
        if let from {
            words +=
                " "
                + HTML.escape(renderer.strings("since", ["date": renderer.strings.period(from)]))
        }
        if let until {
            words +=
                " "
                + HTML.escape(renderer.strings("until", ["date": renderer.strings.period(until)]))
        }
        return words
    }
}
