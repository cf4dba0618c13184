import Annotation
import Archive
import Files
import Publishing
import Text

/// `articles/<slug>/annotations.json`: an article's mentions, statements, misprints and remarks as
/// a W3C AnnotationPage.
///
/// Ids are absolute (`urn:variorum:…` without a `base-url`); sources are relative to the file
/// without a `base-url`. Source: https://www.w3.org/TR/annotation-model/
struct AnnotationPage {
    let graph: ArchiveGraph
    /// The approximate size of one mention, in bytes.
    private static let itemSize = 720
    private let address: Address
    /// By entity: the body of an annotation that names it.
    private let entityBodies: [[UInt8]]

    init(graph: ArchiveGraph) {
        self.graph = graph
        let address = Address(graph.archive.settings)
        self.address = address
        entityBodies = graph.archive.entities.map { entity in
            // All articles have the same depth, so the link to an entity is the same from each.
            let page = address.link(from: SitePath.article("-"), to: SitePath.entity(entity))
            return JSONWriter.members { Self.resource(page, "identifying", into: &$0) }
        }
    }

    /// - Parameter text: the fingerprint of the annotated text.
    func attachment(to article: Int, _ text: Fingerprint) -> Attachment {
        let path = SitePath.article(graph.archive.articles[article].slug)
        let file = path + "annotations.json"
        var key = CacheKeyBuilder()
        key.add(text)
        key.add(address.base)
        key.add(graph.archive.articles[article].title)
        return Attachment(
            file,
            DeferredMarkup(key: key.fingerprint) { json(of: article, at: path, named: file) })
    }

    private func json(of article: Int, at path: String, named file: String) -> [UInt8] {
        let id = address.id(of: file)
        var target = AnnotationTarget(
            graph.texts[article], source: address.link(from: path, to: path + "text.txt"),
            scope: address.link(from: path, to: path))
        let total = total(of: article)
        return JSONWriter.document(size: (total + 1) * Self.itemSize) { json in
            json.object { json in
                json.member("@context", "http://www.w3.org/ns/anno.jsonld")
                json.member("id", id)
                json.member("type", "AnnotationPage")
                json.object("partOf") { json in
                    json.member("id", id + "#all")
                    json.member("type", "AnnotationCollection")
                    json.member("label", graph.archive.articles[article].title)
                    json.member("total", total)
                }
                json.member("startIndex", 0)
                json.array("items") { json in
                    writeMentions(of: article, id, &target, into: &json)
                    writeStatements(of: article, path, id, &target, into: &json)
                    writeRemarks(of: article, id, &target, into: &json)
                }
            }
        }
    }

    private func total(of article: Int) -> Int {
        let ledger = graph.ledger.articles[article]
        let remarks =
            decisions(of: article) == nil ? 0 : ledger.sic.count + ledger.notes.count
        return graph.mentions[article].count + ledger.statements.count + remarks
    }

    private func decisions(of article: Int) -> ArticleDecisions? {
        graph.archive.decisions[graph.archive.articles[article].slug]
    }

    private func writeMentions(
        of article: Int, _ id: String, _ target: inout AnnotationTarget,
        into json: inout JSONWriter
    ) {
        let codePoints = graph.readings[article].codePoints
        let open = Array("{\"id\":\(JSONText.quoted(id).dropLast())#m".utf8)
        for (number, mention) in graph.mentions[article].enumerated() {
            json.line()
            json.value { json in
                json += open
                json.appendDecimal(number.magnitude + 1)
                json.append(#"","type":"Annotation","motivation":"identifying","#)
                json += entityBodies[mention.entity]
                json.append(#","target":"#)
                target.append(
                    mention.range, codePoints[number].range, mention.sentence, to: &json)
                json.append("}")
            }
        }
    }

    private func writeStatements(
        of article: Int, _ path: String, _ id: String, _ target: inout AnnotationTarget,
        into json: inout JSONWriter
    ) {
        for (number, statement) in graph.ledger.articles[article].statements.enumerated() {
            let claim = graph.archive.claims[statement.claim].id
            json.line()
            json.object { json in
                open("c\(number + 1)", in: id, "linking", into: &json)
                let page = address.link(from: path, to: SitePath.claim(claim))
                Self.resource(page, "linking", into: &json)
                target.write(statement.anchor.range, into: &json)
            }
        }
    }

    /// Writes misprints with the motivation `editing`, remarks with `commenting`.
    private func writeRemarks(
        of article: Int, _ id: String, _ target: inout AnnotationTarget,
        into json: inout JSONWriter
    ) {
        guard let decisions = decisions(of: article) else { return }
        for (number, remark) in graph.ledger.articles[article].sic.enumerated() {
            json.line()
            json.object { json in
                open("e\(number + 1)", in: id, "editing", into: &json)
                text(decisions.sic[remark.index].correct, "text/plain", "editing", into: &json)
                target.write(remark.anchor.range, into: &json)
            }
        }
        for (number, remark) in graph.ledger.articles[article].notes.enumerated() {
            json.line()
            json.object { json in
                open("n\(number + 1)", in: id, "commenting", into: &json)
                let note = decisions.notes[remark.index].note
                text(note, "text/markdown", "commenting", into: &json)
                target.write(remark.anchor.range, into: &json)
            }
        }
    }

    private func open(
        _ name: String, in page: String, _ motivation: String, into json: inout JSONWriter
    ) {
        json.member("id", "\(page)#\(name)")
        json.member("type", "Annotation")
        json.member("motivation", motivation)
    }

    private static func resource(_ source: String, _ purpose: String, into json: inout JSONWriter) {
        json.object("body") { json in
            json.member("type", "SpecificResource")
            json.member("source", source)
            json.member("purpose", purpose)
        }
    }

    private func text(
        _ value: String, _ format: String, _ purpose: String, into json: inout JSONWriter
    ) {
        json.object("body") { json in
            json.member("type", "TextualBody")
            json.member("value", value)
            json.member("format", format)
            json.member("purpose", purpose)
        }
    }
}
