import Archive
import Text

/// `data/relations.json`: the relations between claims as a W3C AnnotationPage.
///
/// An annotation's target is the page of the claim that has the relation; its body links the page
/// of the other claim and has the relation as a tag. Source:
/// https://www.w3.org/TR/annotation-model/
struct RelationsFile {
    private static let path = "data/"
    private static let file = path + "relations.json"

    let graph: ArchiveGraph

    var output: OutputFile {
        let address = Address(graph.archive.settings)
        let claims = graph.archive.claims
        let relations = claims.flatMap { claim in claim.relations.map { (claim, $0) } }
        let bytes = JSONWriter.document { json in
            json.object { json in
                json.member("@context", "http://www.w3.org/ns/anno.jsonld")
                json.member("id", address.id(of: Self.file))
                json.member("type", "AnnotationPage")
                json.object("partOf") { json in
                    json.member("id", address.id(of: Self.file) + "#all")
                    json.member("type", "AnnotationCollection")
                    json.member("label", graph.archive.settings.title)
                    json.member("total", relations.count)
                }
                json.member("startIndex", 0)
                json.array("items") { json in
                    for (number, (claim, relation)) in relations.enumerated() {
                        json.line()
                        json.object { json in
                            json.member("id", "\(address.id(of: Self.file))#r\(number + 1)")
                            json.member("type", "Annotation")
                            json.member("motivation", "linking")
                            write(claim, relation, address, into: &json)
                        }
                    }
                }
            }
        }
        return OutputFile(path: Self.file, bytes: bytes)
    }

    private func write(
        _ claim: Claim, _ relation: Claim.Relation, _ address: Address, into json: inout JSONWriter
    ) {
        json.array("body") { json in
            json.object { json in
                json.member("type", "SpecificResource")
                json.member(
                    "source", address.link(from: Self.path, to: SitePath.claim(relation.to.value)))
                json.member("purpose", "linking")
            }
            json.object { json in
                json.member("type", "TextualBody")
                json.member("value", relation.kind.rawValue)
                json.member("format", "text/plain")
                json.member("purpose", "tagging")
            }
        }
        json.member("target", address.link(from: Self.path, to: SitePath.claim(claim.id)))
    }
}
