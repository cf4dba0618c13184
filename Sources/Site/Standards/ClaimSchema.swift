import Annotation
import Archive
import Quantities
import Text

/// A claim as schema.org describes it: https://schema.org/Claim, each statement an appearance of it
/// as a https://schema.org/Quotation, each value that was read an https://schema.org/Observation.
///
/// https://schema.org/ClaimReview is not used: it states the result of a fact check.
struct ClaimSchema {
    let graph: ArchiveGraph
    /// Index in `Archive.claims`.
    let index: Int

    private var claim: Claim { graph.archive.claims[index] }

    var element: [UInt8] {
        let path = SitePath.claim(claim.id)
        let data = StructuredData(graph, on: path)
        return data.element { json in
            json.member("@type", "Claim")
            json.member("@id", data.address.link(from: path, to: path) + "#it")
            json.member("url", data.address.link(from: path, to: path))
            json.member("name", claim.title)
            json.member(
                ifAny: "inLanguage", LanguageDetector.language(of: Array(claim.title.utf8)))
            json.member(ifAny: "temporalCoverage", temporalCoverage)
            data.references("about", to: subjects, into: &json)
            json.array("appearance") { json in
                for number in claim.statements.indices {
                    json.line()
                    json.object { json in write(number, data, into: &json) }
                }
            }
        }
    }

    private var subjects: [Int] {
        claim.subjects.compactMap { graph.archive.lookup.entityByID[$0.value] }
    }

    /// The period in ISO 8601: `2024`, `2024-08-13`, `2024-10-01/2024-12-31`.
    private var temporalCoverage: String? {
        guard let period = claim.period?.value, let span = PeriodSpan(period) else { return nil }
        return PartialDate(period) != nil ? period : span.firstDay + "/" + span.lastDay
    }

    private func write(_ number: Int, _ data: StructuredData, into json: inout JSONWriter) {
        let statement = claim.statements[number]
        json.member("@type", "Quotation")
        json.member("text", statement.quote.value)
        if let anchor = graph.ledger.anchor(of: index, statement: number) {
            let article = graph.archive.articles[anchor.article]
            let page = SitePath.article(article.slug)
            let address = data.address.link(from: data.path, to: page)
            json.member("url", "\(address)#s\(anchor.sentenceID)")
            json.member("inLanguage", article.language)
            json.member(ifAny: "datePublished", article.date?.isoWithTime)
            json.object("isPartOf") { json in
                json.member("@type", article.outlet == nil ? "Article" : "NewsArticle")
                json.member("@id", address + "#it")
                json.member("headline", article.title)
            }
        }
        if let speaker = statement.speaker?.value, !speaker.isEmpty {
            write(speaker: speaker, data, into: &json)
        }
        write(value: number, data, into: &json)
    }

    private func write(speaker: String, _ data: StructuredData, into json: inout JSONWriter) {
        json.key("spokenByCharacter")
        if let entity = graph.archive.lookup.entityByID[speaker] {
            data.reference(to: entity, into: &json)
        } else {
            json.object { json in
                json.member("@type", "Person")
                json.member("name", speaker)
            }
        }
    }

    private func write(value number: Int, _ data: StructuredData, into json: inout JSONWriter) {
        let reading = graph.ledger.comparisons[index].statements[number]
        guard let quantity = reading.quantity, let words = reading.words, !quantity.isOutOfRange
        else { return }
        json.object("about") { json in
            json.member("@type", "Observation")
            json.member("name", words)
            data.references("observationAbout", to: subjects, into: &json)
            if let metric = claim.metric.flatMap({ graph.archive.metric($0.value) }) {
                json.member(
                    "variableMeasured", metric.title(in: graph.archive.settings.language))
            }
            write(period: reading.period ?? claim.period?.value, into: &json)
            if let low = quantity.low { json.member("minValue", low) }
            if let high = quantity.high { json.member("maxValue", high) }
            if let face = quantity.face { json.member("value", face) }
            json.member(ifAny: "unitText", quantity.unit)
        }
    }

    /// Writes a date with its precision, or the last day of a span and the span's duration.
    private func write(period: String?, into json: inout JSONWriter) {
        guard let period, let span = PeriodSpan(period) else { return }
        let date = PartialDate(period)
        json.member("observationDate", date == nil ? span.lastDay : period)
        json.member(ifAny: "observationPeriod", span.duration)
    }
}
