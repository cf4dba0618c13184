import Archive

/// A person, product or organization as schema.org describes it: https://schema.org/Person,
/// https://schema.org/Product, https://schema.org/Organization.
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
            json.member("@type", StructuredData.type(of: entity.kind))
            json.member("@id", data.id(of: entity))
            json.member("name", entity.name)
            json.member(ifAny: "alternateName", otherNames)
            json.member(ifAny: "description", line)
            json.member("mainEntityOfPage", data.address.link(from: path, to: path))
            json.member(ifAny: "sameAs", Self.sameAs(entity))
            switch entity.kind {
            case .person: affiliations(data, into: &json)
            case .product: product(data, into: &json)
            case .organization: organization(data, into: &json)
            }
        }
    }

    /// Labels and aliases; not those that name it in some places only, and no misprints.
    private var otherNames: [String] {
        entity.allAliases.filter {
            $0.text != entity.name && $0.isUnconditional && !graph.misprints.contains($0.text)
        }
        .map(\.text)
    }

    /// Addresses of the same thing elsewhere, each once.
    static func sameAs(_ entity: Entity) -> [String] {
        var seen = Set<String>()
        let addresses = entity.sameAs.filter(WebAddress.isSafe).map(IRI.of)
        return ([entity.wikidata.flatMap(IRI.wikidata)].compactMap { $0 } + addresses)
            .filter { seen.insert($0).inserted }
    }

    /// schema.org's way to say when and as what: a role between the two.
    private func affiliations(_ data: StructuredData, into json: inout JSONWriter) {
        let known = entity.affiliations.filter { byID[$0.organization.value] != nil }
        guard !known.isEmpty else { return }
        json.array("affiliation") { json in
            for affiliation in known {
                guard let organization = byID[affiliation.organization.value] else { continue }
                json.object { json in
                    json.member("@type", "OrganizationRole")
                    json.member(ifAny: "roleName", affiliation.role)
                    json.member(ifAny: "startDate", affiliation.from)
                    json.member(ifAny: "endDate", affiliation.until)
                    data.references("affiliation", to: [organization], into: &json)
                }
            }
        }
    }

    private func product(_ data: StructuredData, into json: inout JSONWriter) {
        let maker = entity.maker.flatMap { byID[$0.value] }.map { [$0] } ?? []
        let organizations = maker.filter {
            graph.archive.entities[$0].kind == .organization
        }
        data.references("manufacturer", to: organizations, into: &json)
        let related = [entity.partOf?.value, entity.formerly?.id.value].compactMap { $0 }
            .compactMap { byID[$0] }.filter { graph.archive.entities[$0].kind == .product }
        data.references("isRelatedTo", to: related, into: &json)
    }

    private func organization(_ data: StructuredData, into json: inout JSONWriter) {
        func organizations(_ indices: [Int]) -> [Int] {
            indices.filter { graph.archive.entities[$0].kind == .organization }
        }
        let parent = entity.partOf.flatMap { byID[$0.value] }.map { [$0] } ?? []
        data.references("parentOrganization", to: organizations(parent), into: &json)
        let parts = organizations(graph.family.parts[index])
        data.references("subOrganization", to: parts, into: &json)
    }
}

extension Entity.Alias {
    /// It names the entity wherever it stands.
    var isUnconditional: Bool { onlyIn.isEmpty && onlyInMarks == nil }
}
