import Archive
import Text

/// `metrics/` and `metrics/<id>/`: one measure over periods and outlets.
struct MetricPages {
    private static let claimsPerPage = 200

    let renderer: PageRenderer

    var models: [PageModel] {
        let metrics = renderer.archive.metrics
        let claims = Dictionary(grouping: renderer.archive.claims.indices) {
            renderer.archive.claims[$0].metric?.value ?? ""
        }
        var model = renderer.model(
            .terms, path: "metrics/", title: renderer.strings["metrics"], section: "metrics")
        model["heading"] = renderer.strings["metrics"]
        model["terms"] = metrics.map { metric -> Fields in
            [
                "href": SitePath.link(from: "metrics/", to: SitePath.metric(metric.id)),
                "name": metric.title(in: renderer.language),
                "count": String(claims[metric.id]?.count ?? 0),
                "params": renderer.theme.params(metric.params),
            ]
        }
        return [model]
            + metrics.flatMap { pages(of: $0, claims: claims[$0.id] ?? []) }
    }

    /// Subjects with most claims first, so many on a page as have some hundred claims.
    private func pages(of metric: Metric, claims: [Int]) -> [PageModel] {
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
    ) -> PageModel {
        let path = page.path
        let title = metric.title(in: renderer.language)
        var model = renderer.model(.metric, path: path, title: title, section: "metrics")
        model["params"] = renderer.theme.params(metric.params)
        model["heading"] = title
        let names = metric.titles.sorted { $0.key < $1.key }.filter { $0.value != title }
        model["names"] =
            names.isEmpty
            ? nil
            : names.map { "<span lang=\"\(HTML.escape($0.key))\">\(HTML.escape($0.value))</span>" }
                .joined(separator: " ")
        model["facts"] = facts(of: metric, path)
        let claims = page.items.flatMap(\.value)
        model["claims"] =
            renderer.rows(claims: claims, from: path, separator: "\n")
        let matrices = page.items.map {
            MetricMatrix.table(of: $0.key, claims: $0.value, renderer: renderer, path: path)
        }
        model["tables"] = matrices.isEmpty ? nil : matrices
        model["pager"] = page.pager
        return model
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
