import Annotation
import Archive
import Text

/// `data/`: the archive as data, for spreadsheets, notebooks and other programs.
struct DataFiles {
    let edition: Edition

    var files: [OutputFile] {
        [
            OutputFile(path: "data/entities.json", bytes: entitiesJSON),
            OutputFile(path: "data/mentions.csv", bytes: mentionsCSV),
            OutputFile(path: "data/claims.json", bytes: claimsJSON),
            OutputFile(path: "data/claims.csv", bytes: claimsCSV),
            OutputFile(
                path: "data/datapackage.json", bytes: DataPackage.bytes(edition.archive.settings)),
        ]
    }

    private var entitiesJSON: [UInt8] {
        JSONWriter.document { json in
            json.array { json in
                for (index, entity) in edition.archive.entities.enumerated() {
                    json.line()
                    json.object { json in
                        json.member("id", entity.id)
                        json.member("kind", entity.kind.rawValue)
                        json.member("name", entity.name)
                        json.member("path", SitePath.entity(entity))
                        if !entity.labels.isEmpty {
                            json.object("labels") { json in
                                for label in entity.labels {
                                    json.member(label.language, label.name)
                                }
                            }
                        }
                        json.member(ifAny: "aliases", entity.aliases.map(\.text))
                        json.member(ifAny: "maker", entity.maker?.value)
                        json.member(ifAny: "partOf", entity.partOf?.value)
                        json.member(ifAny: "wikidata", entity.wikidata)
                        json.member(ifAny: "sameAs", entity.sameAs)
                        json.member("mentions", edition.mentionCount(of: index))
                        json.member(
                            "articles", edition.appearances[index].filter { !$0.own.isEmpty }.count)
                    }
                }
            }
        }
    }

    static let mentionColumns = [
        "article", "date", "outlet", "entity", "kind", "text", "start", "end", "sentence", "reason",
    ]

    private var mentionsCSV: [UInt8] {
        var csv = CSVWriter()
        csv.row(Self.mentionColumns)
        for (index, article) in edition.archive.articles.enumerated() {
            let text = edition.texts[index]
            var count = CodePointCounter(text.plain.utf8)
            for mention in edition.mentions[index] {
                let entity = edition.archive.entities[mention.entity]
                csv.row([
                    article.slug, article.date?.iso ?? "", article.outlet ?? "", entity.id,
                    entity.kind.rawValue,
                    String(decoding: text.plain.utf8[mention.range], as: UTF8.self),
                    String(count(mention.range.lowerBound)),
                    String(count(mention.range.upperBound)),
                    "s\(mention.sentence + 1)", "\(mention.reason)",
                ])
            }
        }
        return csv.bytes
    }

    private var claimsJSON: [UInt8] {
        JSONWriter.document { json in
            json.array { json in
                for (index, claim) in edition.archive.claims.enumerated() {
                    json.line()
                    json.object { json in write(claim, index, into: &json) }
                }
            }
        }
    }

    private func write(_ claim: Claim, _ index: Int, into json: inout JSONWriter) {
        json.member("id", claim.id)
        json.member("title", claim.title)
        json.member("kind", claim.kind.rawValue)
        json.member("path", SitePath.claim(claim.id))
        json.member(ifAny: "subjects", claim.subjects.map(\.value))
        json.member(ifAny: "metric", claim.metric?.value)
        json.member(ifAny: "period", claim.period?.value)
        json.member("status", edition.ledger.status(of: index).rawValue)
        json.member(ifAny: "pinned", claim.status)
        json.array("statements") { json in
            for (number, statement) in claim.statements.enumerated() {
                json.object { json in
                    json.member("article", statement.article.value)
                    json.member("quote", statement.quote.value)
                    if let anchor = edition.ledger.anchor(of: index, statement: number) {
                        json.member("sentence", "s\(anchor.sentence + 1)")
                    }
                    json.member(ifAny: "speaker", statement.speaker?.value)
                    json.member("mode", statement.mode.rawValue)
                    json.member("stance", statement.stance.rawValue)
                    json.member(ifAny: "value", statement.value?.value)
                    json.member(ifAny: "basis", statement.basis)
                    json.member("rank", statement.rank.rawValue)
                }
            }
        }
        if !claim.relations.isEmpty {
            json.array("relations") { json in
                for relation in claim.relations {
                    json.object { json in
                        json.member("to", relation.to.value)
                        json.member("type", relation.kind.rawValue)
                    }
                }
            }
        }
    }

    static let claimColumns = [
        "claim", "title", "kind", "subjects", "metric", "period", "status", "article", "date",
        "outlet",
        "speaker", "mode", "stance", "quote", "value", "sentence", "basis", "rank",
    ]

    private var claimsCSV: [UInt8] {
        let articles = Dictionary(
            edition.archive.articles.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        var csv = CSVWriter()
        csv.row(Self.claimColumns)
        for (index, claim) in edition.archive.claims.enumerated() {
            for (number, statement) in claim.statements.enumerated() {
                csv.row(row(claim, index, statement, number, articles[statement.article.value]))
            }
        }
        return csv.bytes
    }

    private func row(
        _ claim: Claim, _ index: Int, _ statement: Statement, _ number: Int, _ article: Article?
    ) -> [String] {
        let sentence = edition.ledger.anchor(of: index, statement: number).map {
            "s\($0.sentence + 1)"
        }
        var fields = [claim.id, claim.title, claim.kind.rawValue]
        fields.append(claim.subjects.map(\.value).joined(separator: " "))
        fields += [claim.metric?.value ?? "", claim.period?.value ?? ""]
        fields.append(edition.ledger.status(of: index).rawValue)
        fields += [statement.article.value, article?.date?.iso ?? "", article?.outlet ?? ""]
        fields += [
            statement.speaker?.value ?? "", statement.mode.rawValue, statement.stance.rawValue,
        ]
        fields += [statement.quote.value, statement.value?.value ?? "", sentence ?? ""]
        fields += [statement.basis ?? "", statement.rank.rawValue]
        return fields
    }
}
