import Text

/// Reads `metrics.yml`.
enum MetricReader {
    struct Reading: Sendable {
        var metrics: [Metric]
        var isBroken: Bool
        var diagnostics: [Diagnostic]
    }

    static func read(_ bytes: [UInt8], path: String) -> Reading {
        let list = ListFile(bytes, path: path, key: "metrics", subject: "a metric")
        let metrics = list.rows.compactMap(metric)
        return Reading(
            metrics: metrics, isBroken: list.isBroken, diagnostics: list.file.diagnostics)
    }

    private static func metric(_ row: MapReader) -> Metric? {
        var row = row
        guard let id = row.identifier() else { return nil }
        var metric = Metric(id: id.value, place: id.place, titles: titles(&row))
        metric.unit = row.string("unit")
        metric.growthOf = row.text("growth-of")
        if metric.titles.isEmpty { metric.titles = ["und": id.value] }
        metric.extra = row.rest(known: ["id", "title", "unit", "growth-of"])
        return metric
    }

    /// `title: {zh-Hans: …}` or one text, then under its detected language; a growth rate may do
    /// without.
    private static func titles(_ row: inout MapReader) -> [String: String] {
        guard let node = row.node("title", "titles") else { return [:] }
        if case .map = node.content {
            let pairs = row.pairs("title") + row.pairs("titles")
            return Dictionary(
                pairs.map { ($0.key, $0.text.value) }, uniquingKeysWith: { first, _ in first })
        }
        guard let title = row.text(node, key: "title"), !title.value.isEmpty else { return [:] }
        return [LanguageDetector.language(of: Array(title.value.utf8)) ?? "und": title.value]
    }
}
