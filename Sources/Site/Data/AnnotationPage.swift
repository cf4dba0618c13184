import Annotation
import Archive
import Files
import Publishing
import Text

/// `articles/<slug>/annotations.json`: an article's mentions, statements, misprints and remarks as
/// a W3C AnnotationPage.
///
/// Ids are absolute (`urn:variorum:…` without a `base-url`); sources are relative to the file
/// without a `base-url`. The fragment of an id is made from what it annotates, see
/// `AnnotationIDs`. Source: https://www.w3.org/TR/annotation-model/
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

    /// - Parameters:
    ///   - text: the fingerprint of the annotated text.
    ///   - folder: the article's, or an old path as deep as it: relative links are the same there.
    func attachment(to article: Int, _ text: Fingerprint, in folder: String) -> Attachment {
        let path = SitePath.article(graph.archive.articles[article].slug)
        let file = path + "annotations.json"
        var key = CacheKeyBuilder()
        key.add(text)
        key.add(address.base)
        key.add(graph.archive.articles[article].title)
        return Attachment(
            folder + "annotations.json",
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
        let ids = AnnotationIDs(graph.texts[article]).ids(
            graph.mentions[article].map { ($0.range, graph.archive.entities[$0.entity].id) })
        for (number, mention) in graph.mentions[article].enumerated() {
            json.line()
            json.value { json in
                json += open
                ids[number].append(to: &json)
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
        let statements = graph.ledger.articles[article].statements
        let ids = AnnotationIDs(graph.texts[article]).ids(
            statements.map { ($0.anchor.range, graph.archive.claims[$0.claim].id) })
        for (statement, annotation) in zip(statements, ids) {
            let claim = graph.archive.claims[statement.claim].id
            json.line()
            json.object { json in
                open("c\(annotation)", in: id, "linking", into: &json)
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
        let (sic, notes) = (
            graph.ledger.articles[article].sic, graph.ledger.articles[article].notes
        )
        let ids = AnnotationIDs(graph.texts[article])
        let editing = ids.ids(sic.map { ($0.anchor.range, decisions.sic[$0.index].correct) })
        for (remark, annotation) in zip(sic, editing) {
            json.line()
            json.object { json in
                open("e\(annotation)", in: id, "editing", into: &json)
                text(decisions.sic[remark.index].correct, "text/plain", "editing", into: &json)
                target.write(remark.anchor.range, into: &json)
            }
        }
        let commenting = ids.ids(notes.map { ($0.anchor.range, decisions.notes[$0.index].note) })
        for (remark, annotation) in zip(notes, commenting) {
            json.line()
            json.object { json in
                open("n\(annotation)", in: id, "commenting", into: &json)
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
