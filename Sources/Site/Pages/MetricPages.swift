import Archive
import Text

/// `metrics/` and `metrics/<id>/`: one measure over periods and outlets.
struct MetricPages {
    let press: Press

    var files: [OutputFile] {
        let metrics = press.archive.metrics
        let claims = Dictionary(grouping: press.archive.claims.indices) {
            press.archive.claims[$0].metric?.value ?? ""
        }
        var context = press.frame.context(
            path: "metrics/", title: press.strings["metrics"], section: "metrics")
        context["heading"] = press.strings["metrics"]
        context["terms"] = metrics.map {
            [
                "href": SitePath.link(from: "metrics/", to: SitePath.metric($0.id)),
                "name": $0.title(in: press.language), "count": String(claims[$0.id]?.count ?? 0),
            ]
        }
        return [press.page(.terms, at: "metrics/", context)]
            + metrics.map { page(of: $0, claims: claims[$0.id] ?? []) }
    }

    private func page(of metric: Metric, claims: [Int]) -> OutputFile {
        let path = SitePath.metric(metric.id)
        let title = metric.title(in: press.language)
        var context = press.frame.context(path: path, title: title, section: "metrics")
        context["heading"] = title
        let names = metric.titles.sorted { $0.key < $1.key }.filter { $0.value != title }
        context["names"] =
            names.isEmpty
            ? nil
            : names.map { "<span lang=\"\(HTML.escape($0.key))\">\(HTML.escape($0.value))</span>" }
                .joined(separator: " ")
        var facts: [String] = []
        if let unit = metric.unit {
            facts.append(
                "<dt>\(HTML.escape(press.strings["unit"]))</dt><dd>\(HTML.escape(unit))</dd>")
        }
        if let base = metric.growthOf?.value, let other = press.archive.metric(base) {
            let href = SitePath.link(from: path, to: SitePath.metric(base))
            facts.append(
                "<dt>\(HTML.escape(press.strings["growth-of"]))</dt><dd><a href=\"\(href)\">\(HTML.escape(other.title(in: press.language)))</a></dd>"
            )
        }
        context["facts"] = facts.isEmpty ? nil : facts.joined(separator: "\n")
        context["claims"] =
            claims.isEmpty
            ? nil : claims.map { press.row(claim: $0, from: path) }.joined(separator: "\n")
        let matrices = MetricMatrix.tables(claims: claims, press: press, path: path)
        context["tables"] = matrices.isEmpty ? nil : matrices
        return press.page(.metric, at: path, context)
    }
}
