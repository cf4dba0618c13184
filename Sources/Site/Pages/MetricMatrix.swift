import Annotation
import Archive
import Text

/// What outlets say of one measure of one subject: a table of periods and outlets.
enum MetricMatrix {
    /// One table for every subject, the one with most claims first.
    static func tables(claims: [Int], press: Press, path: String) -> [[String: String]] {
        let bySubject = Dictionary(grouping: claims) {
            press.archive.claims[$0].subjects.first?.value ?? ""
        }
        return bySubject.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
            subject, claims in
            let title =
                subject.isEmpty
                ? HTML.escape(press.strings["other"]) : press.link(entity: subject, from: path)
            return [
                "id": "of-\(subject.isEmpty ? "other" : subject)", "title": title,
                "table": table(claims, press: press, path: path),
            ]
        }
    }

    private static func table(_ claims: [Int], press: Press, path: String) -> String {
        var outlets: [String] = []
        var cells: [String: [String: [String]]] = [:]
        for claim in claims {
            let period = press.archive.claims[claim].period?.value ?? ""
            for (number, statement) in press.archive.claims[claim].statements.enumerated() {
                guard let anchor = press.edition.ledger.anchor(of: claim, statement: number) else {
                    continue
                }
                let article = press.archive.articles[anchor.article]
                let outlet = press.outletName(of: article) ?? article.title
                if !outlets.contains(outlet) { outlets.append(outlet) }
                let href = SitePath.link(
                    from: path, to: SitePath.claim(press.archive.claims[claim].id))
                let verdict = press.edition.ledger.verdict(of: claim, statement: number)
                let words = HTML.escape(statement.value?.value ?? statement.quote.value)
                cells[period, default: [:]][outlet, default: []].append(
                    "<a data-verdict=\"\(verdict)\" href=\"\(href)\" lang=\"\(HTML.escape(article.language))\">\(words)</a>"
                )
            }
        }
        outlets.sort()
        var html =
            "<table class=\"matrix\"><thead><tr><th scope=\"col\">\(HTML.escape(press.strings["period"]))</th>"
        html +=
            outlets.map { "<th scope=\"col\">\(HTML.escape($0))</th>" }.joined()
            + "</tr></thead><tbody>\n"
        for (period, row) in cells.sorted(by: { $0.key > $1.key }) {
            html += "<tr><th scope=\"row\">\(HTML.escape(period))</th>"
            html +=
                outlets.map { "<td>\((row[$0] ?? []).joined(separator: " "))</td>" }.joined()
                + "</tr>\n"
        }
        return html + "</tbody></table>"
    }
}
