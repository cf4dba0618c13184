import Annotation
import Archive
import Text

/// The values of a claim as rows of one chart, oldest first: each statement's interval on a common
/// scale.
struct ValueChart {
    private static let width = 480
    private static let left = 150
    private static let rowHeight = 26

    struct Row {
        var label: String
        var words: String
        var verdict: String
        var quantity: Quantity
    }

    let rows: [Row]
    let title: String
    let language: String

    /// `nil` when there are fewer than two values or nothing to draw between.
    var svg: String? {
        guard rows.count > 1, let scale = ValueScale(rows.map(\.quantity)) else { return nil }
        let plot = Self.width - Self.left - 10
        let bottom = rows.count * Self.rowHeight
        var svg =
            "<svg class=\"chart\" viewBox=\"0 0 \(Self.width) \(bottom + 24)\" role=\"img\" aria-label=\"\(HTML.escape(title))\">\n"
        for (number, row) in rows.enumerated() {
            let middle = number * Self.rowHeight + Self.rowHeight / 2
            let (from, to) = scale.range(row.quantity, width: plot)
            svg +=
                "<line class=\"grid\" x1=\"\(Self.left)\" y1=\"\(middle)\" x2=\"\(Self.left + plot)\" y2=\"\(middle)\"/>"
            svg +=
                "<text class=\"label\" x=\"0\" y=\"\(middle + 4)\">\(HTML.escape(row.label))</text>"
            svg +=
                "<rect class=\"bar\" data-verdict=\"\(row.verdict)\" x=\"\(Self.left + from)\" y=\"\(middle - 4)\" width=\"\(max(3, to - from))\" height=\"8\">"
            svg += "<title>\(HTML.escape(row.words))</title></rect>\n"
        }
        svg +=
            "<line class=\"axis\" x1=\"\(Self.left)\" y1=\"\(bottom)\" x2=\"\(Self.left + plot)\" y2=\"\(bottom)\"/>"
        svg += tick(scale.low, at: Self.left, anchor: "start", bottom)
        svg += tick(scale.high, at: Self.left + plot, anchor: "end", bottom)
        return svg + "</svg>"
    }

    private func tick(_ value: DecimalNumber, at x: Int, anchor: String, _ bottom: Int) -> String {
        let words = IntervalWords.interval(value, value, language: language)
        return
            "<text class=\"label\" x=\"\(x)\" y=\"\(bottom + 18)\" text-anchor=\"\(anchor)\">\(HTML.escape(words))</text>"
    }
}
