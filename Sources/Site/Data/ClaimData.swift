import Annotation
import Archive
import Quantities
import Text

/// `data/claims.json` and `data/claims.csv`, which has a row for each statement.
///
/// Numbers are plain decimals in base units; reasons are in the archive's language.
struct ClaimData {
    static let columns = [
        "claim", "title", "kind", "subjects", "metric", "period", "status", "article", "date",
        "outlet", "origin", "speaker", "mode", "stance", "quote", "value", "sentence", "basis",
        "rank", "words", "low", "high", "unit", "modality", "time", "verdict", "reason",
    ]
    static let numbers: Set<String> = ["low", "high"]

    let graph: ArchiveGraph
    let strings: UIStrings

    // MARK: JSON

    var json: [UInt8] {
        JSONWriter.document { json in
            json.array { json in
                for (index, claim) in graph.archive.claims.enumerated() {
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
        json.member("status", graph.ledger.status(of: index).rawValue)
        json.member(ifAny: "pinned", claim.status)
        let history = graph.ledger.claims[index].history.steps
        if history.count > 1 {
            json.array("history") { json in
                for step in history {
                    json.object { json in
                        json.member("date", step.date.iso)
                        json.member("status", step.status.rawValue)
                        if let statement = step.statement { json.member("statement", statement) }
                    }
                }
            }
        }
        json.array("statements") { json in
            for number in claim.statements.indices {
                json.object { json in write(claim, index, number, into: &json) }
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

    private func write(
        _ claim: Claim, _ index: Int, _ number: Int, into json: inout JSONWriter
    ) {
        let statement = claim.statements[number]
        let reading = graph.ledger.comparisons[index].statements[number]
        let article = graph.archive.article(statement.article.value)
        json.member("article", statement.article.value)
        json.member(ifAny: "date", article?.date?.iso)
        json.member(ifAny: "outlet", article?.outlet)
        json.member(ifAny: "origin", StatementOrigins.text(statement, article))
        json.member("quote", statement.quote.value)
        json.member(ifAny: "sentence", sentence(index, number))
        json.member(ifAny: "speaker", statement.speaker?.value)
        json.member("mode", statement.mode.rawValue)
        json.member("stance", statement.stance.rawValue)
        json.member(ifAny: "value", statement.value?.value)
        json.member(ifAny: "basis", statement.basis)
        json.member("rank", statement.rank.rawValue)
        if let quantity = reading.quantity {
            json.object("quantity") { json in
                json.member("words", reading.words ?? "")
                if let low = quantity.low { json.member("low", low) }
                if let high = quantity.high { json.member("high", high) }
                json.member(ifAny: "unit", quantity.unit)
                json.member("modality", quantity.modality.rawValue)
                if quantity.isOutOfRange { json.member("problem", "out-of-range") }
            }
        }
        json.member(ifAny: "time", reading.period)
        json.member(ifAny: "verdict", reading.verdict?.rawValue)
        json.member(ifAny: "reason", reading.reason.map(strings.reason))
    }

    // MARK: CSV

    var csv: [UInt8] {
        var csv = CSVWriter()
        csv.row(Self.columns)
        for (index, claim) in graph.archive.claims.enumerated() {
            for number in claim.statements.indices { csv.row(row(claim, index, number)) }
        }
        return csv.bytes
    }

    private func row(_ claim: Claim, _ index: Int, _ number: Int) -> [String] {
        let statement = claim.statements[number]
        let reading = graph.ledger.comparisons[index].statements[number]
        let quantity = reading.quantity
        let article = graph.archive.article(statement.article.value)
        var fields = [claim.id, claim.title, claim.kind.rawValue]
        fields.append(claim.subjects.map(\.value).joined(separator: " "))
        fields += [claim.metric?.value ?? "", claim.period?.value ?? ""]
        fields.append(graph.ledger.status(of: index).rawValue)
        fields += [statement.article.value, article?.date?.iso ?? "", article?.outlet ?? ""]
        fields += [StatementOrigins.text(statement, article) ?? "", statement.speaker?.value ?? ""]
        fields += [statement.mode.rawValue, statement.stance.rawValue, statement.quote.value]
        fields += [statement.value?.value ?? "", sentence(index, number) ?? ""]
        fields += [statement.basis ?? "", statement.rank.rawValue, reading.words ?? ""]
        fields += [quantity?.low?.description ?? "", quantity?.high?.description ?? ""]
        fields += [quantity?.unit ?? "", quantity?.modality.rawValue ?? "", reading.period ?? ""]
        fields.append(reading.verdict?.rawValue ?? "")
        fields.append(reading.reason.map(strings.reason) ?? "")
        return fields
    }

    private func sentence(_ index: Int, _ number: Int) -> String? {
        graph.ledger.anchor(of: index, statement: number).map { "s\($0.sentenceID)" }
    }
}
