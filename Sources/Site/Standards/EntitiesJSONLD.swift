import Archive
import Text

/// `data/entities.jsonld`: the archive's entities as a SKOS concept scheme with schema.org's types.
///
/// The context is in the file, so that it can be read offline. Source:
/// https://www.w3.org/TR/skos-reference/
struct EntitiesJSONLD {
    private static let path = "data/"

    let graph: ArchiveGraph
    /// By entity.
    let prose: [EntityProse]
    private let address: Address

    init(graph: ArchiveGraph, prose: [EntityProse]) {
        self.graph = graph
        self.prose = prose
        address = Address(graph.archive.settings)
    }

    var file: OutputFile {
        let scheme = address.link(from: Self.path, to: Self.path + "entities.jsonld") + "#scheme"
        let bytes = JSONWriter.document { json in
            json.object { json in
                json.object("@context", context)
                json.array("@graph") { json in
                    json.line()
                    json.object { json in
                        json.member("@id", scheme)
                        json.member("@type", "skos:ConceptScheme")
                        json.object("prefLabel") { json in
                            let settings = graph.archive.settings
                            json.member(settings.language, settings.title)
                        }
                    }
                    for index in graph.archive.entities.indices {
                        json.line()
                        json.object { json in write(index, in: scheme, into: &json) }
                    }
                }
            }
        }
        return OutputFile(path: Self.path + "entities.jsonld", bytes: bytes)
    }

    private func context(_ json: inout JSONWriter) {
        func term(
            _ name: String, _ iri: String, _ key: String, _ value: String,
            into json: inout JSONWriter
        ) {
            json.object(name) { json in
                json.member("@id", iri)
                json.member(key, value)
            }
        }
        json.member("schema", "https://schema.org/")
        json.member("skos", "http://www.w3.org/2004/02/skos/core#")
        for label in ["prefLabel", "altLabel", "hiddenLabel", "definition"] {
            term(label, "skos:\(label)", "@container", "@language", into: &json)
        }
        for relation in ["inScheme", "broader", "exactMatch"] {
            term(relation, "skos:\(relation)", "@type", "@id", into: &json)
        }
        for relation in ["sameAs", "manufacturer", "affiliation", "mainEntityOfPage"] {
            term(relation, "schema:\(relation)", "@type", "@id", into: &json)
        }
        json.member("notation", "skos:notation")
    }

    private func write(_ index: Int, in scheme: String, into json: inout JSONWriter) {
        let entity = graph.archive.entities[index]
        json.member("@id", id(of: entity))
        json.array("@type") { json in
            json.string("skos:Concept")
            json.string("schema:\(entity.kind.schemaType)")
        }
        json.member("inScheme", scheme)
        json.member("notation", entity.id)
        let labels = ConceptLabels(
            entity, language: prose[index].nameLanguage, misprints: graph.misprints)
        json.object("prefLabel") { json in
            for label in labels.preferred { json.member(label.language, label.text) }
        }
        write("altLabel", labels.alternative, into: &json)
        write("hiddenLabel", labels.hidden, into: &json)
        if !prose[index].line.isEmpty {
            json.object("definition") { json in
                json.member(prose[index].language ?? ConceptLabels.noLanguage, prose[index].line)
            }
        }
        json.member("mainEntityOfPage", address.link(from: Self.path, to: SitePath.entity(entity)))
        write("broader", [entity.partOf?.value], into: &json)
        write("manufacturer", [entity.maker?.value], into: &json)
        write("affiliation", entity.affiliations.map(\.organization.value), into: &json)
        json.member(ifAny: "sameAs", EntitySchema.sameAs(entity))
        json.member(ifAny: "exactMatch", entity.wikidata.flatMap(IRI.wikidata))
    }

    private func id(of entity: Entity) -> String {
        address.link(from: Self.path, to: SitePath.entity(entity)) + "#it"
    }

    private func write(
        _ key: String, _ labels: [ConceptLabels.Label], into json: inout JSONWriter
    ) {
        guard !labels.isEmpty else { return }
        let byLanguage = Dictionary(grouping: labels, by: \.language)
        json.object(key) { json in
            for (language, labels) in byLanguage.sorted(by: { $0.key < $1.key }) {
                json.member(ifAny: language, labels.map(\.text))
            }
        }
    }

    /// Writes the ids of existing entities, without duplicates.
    private func write(_ key: String, _ ids: [String?], into json: inout JSONWriter) {
        let known = ids.compactMap { $0 }.compactMap { graph.archive.lookup.entityByID[$0] }
        let unique = Set(known).sorted()
        json.member(ifAny: key, unique.map { id(of: graph.archive.entities[$0]) })
    }
}
