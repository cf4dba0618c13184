import Annotation
import Archive
import Text

/// `claims/<id>/card.json`: what the hover card of a claim's mark shows, above all what other
/// articles say.
struct ClaimCard {
    /// The most articles that a card lists; the page that shows the card leaves itself out.
    private static let most = 6

    let renderer: PageRenderer
    let index: Int
    /// What decided the status.
    let reason: String

    var json: [UInt8] {
        let claim = renderer.archive.claims[index]
        let ledger = renderer.graph.ledger
        let status = renderer.strings["status-\(ledger.status(of: index).rawValue)"]
        let dispute = DisputeLine(graph: renderer.graph, strings: renderer.strings).text(index)
        return JSONWriter.document { json in
            json.object { json in
                json.member("name", claim.title)
                json.member("kind", "claim")
                json.member(ifAny: "lang", LanguageDetector.language(of: Array(claim.title.utf8)))
                json.member("line", "\(status) · \(dispute ?? reason)")
                json.member("lineLang", renderer.strings.language)
                json.array("articles") { json in
                    for number in firstOfEachArticle.prefix(Self.most) {
                        write(number, of: claim, into: &json)
                    }
                }
            }
        }
    }

    private var firstOfEachArticle: [Int] {
        var seen: Set<Int> = []
        return renderer.archive.claims[index].statements.indices.filter { number in
            renderer.graph.ledger.anchor(of: index, statement: number)
                .map { seen.insert($0.article).inserted } ?? false
        }
    }

    private func write(_ number: Int, of claim: Claim, into json: inout JSONWriter) {
        guard let anchor = renderer.graph.ledger.anchor(of: index, statement: number) else {
            return
        }
        let statement = claim.statements[number]
        let article = renderer.archive.articles[anchor.article]
        let outlet = renderer.outletName(of: article) ?? article.title
        json.object { json in
            json.member("title", "\(outlet): \(statement.quote.value)")
            json.member("lang", article.language)
            json.member(
                "url",
                SitePath.link(
                    from: "", to: SitePath.article(article.slug),
                    fragment: "s\(anchor.sentenceID)"))
        }
    }
}
