import Archive
import Text

/// The subject of a page as schema.org data, in a `<script type="application/ld+json">` of its
/// head.
///
/// The id of a thing is its page's address with `#it`, since a person is not a page: absolute with
/// a `base-url`, else relative to the page. All terms are from https://schema.org.
struct StructuredData {
    let graph: ArchiveGraph
    /// The page that contains the data, with a trailing slash.
    let path: String
    let address: Address

    init(_ graph: ArchiveGraph, on path: String) {
        self.graph = graph
        self.path = path
        address = Address(graph.archive.settings)
    }

    /// The element with the members that `write` adds.
    func element(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        let bytes = JSONWriter.document { json in
            json.object { json in
                json.member("@context", "https://schema.org")
                write(&json)
            }
        }
        var element: [UInt8] = []
        element.reserveCapacity(bytes.count + 64)
        element.append("<script type=\"application/ld+json\">\n")
        element += Self.escaped(bytes)
        element.append("</script>")
        return element
    }

    /// `<`, `>` and `&` occur only inside strings of JSON, so they can be written as escapes, and
    /// no `</script>` or `<!--` can end the element.
    private static func escaped(_ json: [UInt8]) -> [UInt8] {
        let needsEscape = [0x26, 0x3C, 0x3E].contains {
            ByteWord.firstIndex(of: $0, in: json[...]) != nil
        }
        guard needsEscape else { return json }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(json.count)
        for byte in json {
            switch byte {
            case 0x26: bytes.append(contentsOf: #"\u0026"#.utf8)
            case 0x3C: bytes.append(contentsOf: #"\u003c"#.utf8)
            case 0x3E: bytes.append(contentsOf: #"\u003e"#.utf8)
            default: bytes.append(byte)
            }
        }
        return bytes
    }

    // MARK: Members

    func id(of entity: Entity) -> String {
        address.link(from: path, to: SitePath.entity(entity)) + "#it"
    }

    /// A reference to a thing with its own page: type, id and name.
    func reference(to index: Int, into json: inout JSONWriter) {
        let entity = graph.archive.entities[index]
        json.object { json in
            json.member("@type", entity.kind.schemaType)
            json.member("@id", id(of: entity))
            json.member("name", entity.name)
        }
    }

    /// References as an array; nothing when there are none.
    func references(_ key: String, to entities: [Int], into json: inout JSONWriter) {
        guard !entities.isEmpty else { return }
        json.array(key) { json in
            for entity in entities { reference(to: entity, into: &json) }
        }
    }
}
