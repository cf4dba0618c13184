import Annotation
import Archive
import Text

/// A claim among those of the same measure in other periods: what is later is news, no conflict.
struct SeriesTable {
    /// Rows; of a longer series those nearest to the claim.
    private static let most = 24

    let renderer: PageRenderer
    let index: Int

    /// `nil` for a claim that is the only one of its measure.
    var html: String? {
        let series = renderer.graph.ledger.series
        let all = series.claims(with: index)
        guard all.count > 1, let place = all.firstIndex(of: index) else { return nil }
        let start = max(0, min(place - Self.most / 2, all.count - Self.most))
        let shown = all[start..<min(all.count, start + Self.most)].reversed()
        let later = Set(series.later(than: index))
        var html = "<table class=\"series\"><thead><tr>"
        for key in ["period", "value", "claim"] {
            html += "<th scope=\"col\">\(HTML.escape(renderer.strings[key]))</th>"
        }
        html += "</tr></thead>\n<tbody>\n"
        for claim in shown { html += row(claim, isLater: later.contains(claim)) }
        return html + "</tbody></table>"
    }

    private func row(_ other: Int, isLater: Bool) -> String {
        let claim = renderer.archive.claims[other]
        let path = SitePath.claim(renderer.archive.claims[index].id)
        let title = HTML.escape(claim.title)
        let status = renderer.graph.ledger.status(of: other).rawValue
        var html = other == index ? "<tr class=\"here\" aria-current=\"true\">" : "<tr>"
        html +=
            "<th scope=\"row\">\(HTML.escape(claim.period.map { renderer.strings.period($0.value) } ?? ""))</th>"
        html += "<td>\(HTML.escape(value(of: other)))</td><td>"
        if other == index {
            html += HTML.escape(renderer.strings["this-claim"])
        } else {
            let href = SitePath.link(from: path, to: SitePath.claim(claim.id))
            html += "<a href=\"\(href)\">\(title)</a>"
            if isLater {
                html +=
                    " <span class=\"later\">\(HTML.escape(renderer.strings["later-value"]))</span>"
            }
        }
        let words = HTML.escape(renderer.strings["status-\(status)"])
        return html
            + " <span class=\"status\" data-status=\"\(status)\">\(words)</span></td></tr>\n"
    }

    /// The finest value, or the first that there is.
    private func value(of claim: Int) -> String {
        let comparison = renderer.graph.ledger.comparisons[claim]
        let words = comparison.statements.map(\.words)
        return comparison.finest.flatMap { words[$0] } ?? words.compactMap { $0 }.first ?? ""
    }
}
