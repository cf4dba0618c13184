import Annotation
import Archive
import Text

/// What outlets say of one measure of one subject: a table of periods and outlets.
enum MetricMatrix {
    /// The table of one subject; the empty subject is none.
    static func table(of subject: String, claims: [Int], renderer: PageRenderer, path: String)
        -> Fields
    {
        let title =
            subject.isEmpty
            ? HTML.escape(renderer.strings["other"]) : renderer.link(entity: subject, from: path)
        return [
            "id": "of-\(subject.isEmpty ? "other" : subject)", "title": title,
            "table": table(claims, renderer: renderer, path: path),
        ]
    }

    private static func table(_ claims: [Int], renderer: PageRenderer, path: String) -> String {
        var named: Set<String> = []
        var cells: [String: [String: [String]]] = [:]
        for claim in claims {
            let period = renderer.archive.claims[claim].period?.value ?? ""
            for (number, statement) in renderer.archive.claims[claim].statements.enumerated() {
                guard let anchor = renderer.graph.ledger.anchor(of: claim, statement: number) else {
                    continue
                }
                let article = renderer.archive.articles[anchor.article]
                let outlet = renderer.outletName(of: article) ?? article.title
                named.insert(outlet)
                let href = SitePath.link(
                    from: path, to: SitePath.claim(renderer.archive.claims[claim].id))
                let verdict = renderer.graph.ledger.verdict(of: claim, statement: number)
                let reading = renderer.graph.ledger.comparisons[claim].statements[number]
                let words = HTML.escape(
                    statement.value?.value ?? reading.words ?? statement.quote.value)
                cells[period, default: [:]][outlet, default: []].append(
                    "<a data-verdict=\"\(verdict)\" href=\"\(href)\" lang=\"\(HTML.escape(article.language))\">\(words)</a>"
                )
            }
        }
        let outlets = named.sorted()
        var html =
            "<table class=\"matrix\"><thead><tr><th scope=\"col\">\(HTML.escape(renderer.strings["period"]))</th>"
        html +=
            outlets.map { "<th scope=\"col\">\(HTML.escape($0))</th>" }.joined()
            + "</tr></thead><tbody>\n"
        for (period, row) in cells.sorted(by: { isBefore($0.key, $1.key) }) {
            let name =
                period.isEmpty ? renderer.strings["no-period"] : renderer.strings.period(period)
            html += "<tr><th scope=\"row\">\(HTML.escape(name))</th>"
            html +=
                outlets.map { "<td>\((row[$0] ?? []).joined(separator: " "))</td>" }.joined()
                + "</tr>\n"
        }
        return html + "</tbody></table>"
    }

    /// The latest period first, a year before its quarters; no period last.
    private static func isBefore(_ a: String, _ b: String) -> Bool {
        guard let x = PeriodSpan(a)?.days, let y = PeriodSpan(b)?.days else {
            return PeriodSpan(b) == nil && PeriodSpan(a) != nil
        }
        return (y.upperBound, x.lowerBound, a) < (x.upperBound, y.lowerBound, b)
    }
}
