import Archive

/// What an entity's file and those of others say of it, as a list of terms: roles, maker, parts,
/// former names, links; each fact is shown from both sides.
struct EntityFacts {
    let press: Press
    let index: Int

    private var entity: Entity { press.archive.entities[index] }
    private var family: EntityFamily { press.edition.family }
    private var path: String { SitePath.entity(entity) }

    var html: String? {
        var rows: [String] = []
        func add(_ key: String, _ values: [String]) {
            guard !values.isEmpty else { return }
            rows.append(
                "<dt>\(HTML.escape(press.strings[key]))</dt>"
                    + values.map { "<dd>\($0)</dd>" }.joined())
        }
        add("also-called", entity.aliases.map { HTML.escape($0.text) })
        add("affiliations", entity.affiliations.map(affiliation))
        add("members", family.members[index].map(member))
        add(
            "maker",
            [entity.maker?.value].compactMap { $0 }.map { press.link(entity: $0, from: path) })
        add("makes", family.products[index].map(link))
        add(
            "part-of",
            [entity.partOf?.value].compactMap { $0 }.map { press.link(entity: $0, from: path) })
        add("parts", family.parts[index].map(link))
        if let former = entity.formerly {
            add(
                "formerly",
                [
                    press.link(entity: former.id.value, from: path)
                        + span(from: nil, until: former.until)
                ])
        }
        add("later", family.successors[index].map(link))
        let links =
            entity.sameAs
            + [entity.wikidata.map { "https://www.wikidata.org/wiki/\($0)" }].compactMap { $0 }
        add(
            "links",
            links.filter(WebAddress.isSafe).map {
                "<a href=\"\(HTML.escape($0))\" rel=\"external\">\(HTML.escape($0))</a>"
            })
        return rows.isEmpty ? nil : rows.joined(separator: "\n")
    }

    private func link(_ other: Int) -> String {
        press.link(entity: press.archive.entities[other].id, from: path)
    }

    private func affiliation(_ affiliation: Entity.Affiliation) -> String {
        press.link(entity: affiliation.organization.value, from: path)
            + (affiliation.role.map { " " + HTML.escape($0) } ?? "")
            + span(from: affiliation.from, until: affiliation.until)
    }

    private func member(_ other: Int) -> String {
        let here = press.archive.entities[other].affiliations.filter {
            $0.organization.value == entity.id
        }
        let roles = here.compactMap(\.role).map(HTML.escape)
        return link(other) + (roles.isEmpty ? "" : " " + roles.joined(separator: " · "))
    }

    private func span(from: String?, until: String?) -> String {
        var words = ""
        if let from { words += " " + HTML.escape(press.strings("since", ["date": from])) }
        if let until { words += " " + HTML.escape(press.strings("until", ["date": until])) }
        return words
    }
}
