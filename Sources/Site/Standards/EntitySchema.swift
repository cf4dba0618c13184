import Archive
import Text

/// An entity as schema.org describes it; the table of kinds has the type and the properties.
struct EntitySchema {
    let graph: ArchiveGraph
    /// Index in `Archive.entities`.
    let index: Int
    /// One sentence about it; may be empty.
    let line: String

    private var entity: Entity { graph.archive.entities[index] }
    private var byID: [String: Int] { graph.archive.lookup.entityByID }

    var element: [UInt8] {
        let path = SitePath.entity(entity)
        let data = StructuredData(graph, on: path)
        return data.element { json in
            json.member("@type", entity.kind.schemaType)
            json.member("@id", data.id(of: entity))
            json.member("name", entity.name)
            json.member(ifAny: "alternateName", otherNames)
            json.member(ifAny: "description", line)
            json.member("mainEntityOfPage", data.address.link(from: path, to: path))
            json.member(ifAny: "sameAs", Self.sameAs(entity))
            for property in entity.kind.schemaProperties { write(property, data, into: &json) }
        }
    }

    /// Labels and aliases, without misprints and those that name it in some places only.
    private var otherNames: [String] {
        entity.allAliases.filter {
            $0.text != entity.name && $0.isUnconditional && !graph.misprints.contains($0.text)
        }
        .map(\.text)
    }

    /// Addresses of the entity on other sites, without duplicates.
    static func sameAs(_ entity: Entity) -> [String] {
        var seen = Set<String>()
        let addresses = entity.sameAs.filter(WebAddress.isSafe).map(IRI.of)
        return ([entity.wikidata.flatMap(IRI.wikidata)].compactMap { $0 } + addresses)
            .filter { seen.insert($0).inserted }
    }

    /// schema.org puts a role with title and dates between a person and an organization.
    private func affiliations(_ data: StructuredData, _ name: String, into json: inout JSONWriter) {
        let known = entity.affiliations.filter { byID[$0.organization.value] != nil }
        guard !known.isEmpty else { return }
        json.array(name) { json in
            for affiliation in known {
                guard let organization = byID[affiliation.organization.value] else { continue }
                json.object { json in
                    json.member("@type", "OrganizationRole")
                    json.member(ifAny: "roleName", affiliation.role)
                    json.member(ifAny: "startDate", affiliation.from)
                    json.member(ifAny: "endDate", affiliation.until)
                    data.references(name, to: [organization], into: &json)
                }
            }
        }
    }

    private func write(
        _ property: Entity.Kind.SchemaProperty, _ data: StructuredData, into json: inout JSONWriter
    ) {
        func named(_ id: Located<String>?) -> [Int] {
            id.flatMap { byID[$0.value] }.map { [$0] } ?? []
        }
        var related: [Int] = []
        for source in property.sources {
            switch source {
            case .affiliations: return affiliations(data, property.name, into: &json)
            case .maker: related += named(entity.maker)
            case .partOf: related += named(entity.partOf)
            case .formerly: related += named(entity.formerly?.id)
            case .parts: related += graph.family.parts[index]
            }
        }
        if let target = property.target {
            related.removeAll { graph.archive.entities[$0].kind.id != target }
        }
        data.references(property.name, to: related, into: &json)
    }
}

extension Entity.Alias {
    /// Whether it names the entity everywhere.
    var isUnconditional: Bool { onlyIn.isEmpty && onlyInMarks == nil }
}
