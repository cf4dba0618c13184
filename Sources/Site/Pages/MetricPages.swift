import Archive
import Text

/// `metrics/` and `metrics/<id>/`: one measure over periods and outlets.
struct MetricPages {
    private static let claimsPerPage = 200

    let renderer: PageRenderer

    var files: [OutputFile] {
        let metrics = renderer.archive.metrics
        let claims = Dictionary(grouping: renderer.archive.claims.indices) {
            renderer.archive.claims[$0].metric?.value ?? ""
        }
        var fields = renderer.frame.fields(
            path: "metrics/", title: renderer.strings["metrics"], section: "metrics")
        fields["heading"] = renderer.strings["metrics"]
        fields["terms"] = metrics.map {
            [
                "href": SitePath.link(from: "metrics/", to: SitePath.metric($0.id)),
                "name": $0.title(in: renderer.language), "count": String(claims[$0.id]?.count ?? 0),
            ]
        }
        return [renderer.page(.terms, at: "metrics/", fields)]
            + metrics.flatMap { pages(of: $0, claims: claims[$0.id] ?? []) }
    }

    /// Subjects with most claims first, so many on a page as have some hundred claims.
    private func pages(of metric: Metric, claims: [Int]) -> [OutputFile] {
        let bySubject = Dictionary(grouping: claims) {
            renderer.archive.claims[$0].subjects.first?.value ?? ""
        }
        let subjects = bySubject.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let each = max(
            1, subjects.count * Self.claimsPerPage / max(Self.claimsPerPage, claims.count))
        return Pager.pages(
            subjects, size: each, path: SitePath.metric(metric.id), renderer: renderer
        ).map {
            page in
            self.page(of: metric, page)
        }
    }

    private func page(
        of metric: Metric, _ page: Pager.Page<Dictionary<String, [Int]>.Element>
    ) -> OutputFile {
        let path = page.path
        let title = metric.title(in: renderer.language)
        var fields = renderer.frame.fields(path: path, title: title, section: "metrics")
        fields["heading"] = title
        let names = metric.titles.sorted { $0.key < $1.key }.filter { $0.value != title }
        fields["names"] =
            names.isEmpty
            ? nil
            : names.map { "<span lang=\"\(HTML.escape($0.key))\">\(HTML.escape($0.value))</span>" }
                .joined(separator: " ")
        fields["facts"] = facts(of: metric, path)
        let claims = page.items.flatMap(\.value)
        fields["claims"] =
            HTMLText(joining: claims.map { renderer.row(claim: $0, from: path) }, separator: "\n")
        let matrices = page.items.map {
            MetricMatrix.table(of: $0.key, claims: $0.value, renderer: renderer, path: path)
        }
        fields["tables"] = matrices.isEmpty ? nil : matrices
        fields["pager"] = page.pager
        return renderer.page(.metric, at: path, fields)
    }

    private func facts(of metric: Metric, _ path: String) -> String? {
        var facts: [String] = []
        if let unit = metric.unit {
            facts.append(
                "<dt>\(HTML.escape(renderer.strings["unit"]))</dt><dd>\(HTML.escape(unit))</dd>")
        }
        if let base = metric.growthOf?.value, let other = renderer.archive.metric(base) {
            let href = SitePath.link(from: path, to: SitePath.metric(base))
            facts.append(
                "<dt>\(HTML.escape(renderer.strings["growth-of"]))</dt><dd><a href=\"\(href)\">\(HTML.escape(other.title(in: renderer.language)))</a></dd>"
            )
        }
        return facts.isEmpty ? nil : facts.joined(separator: "\n")
    }
}
