import Annotation
import Archive
import Quantities
import Text

/// The values of a claim as rows of one chart, oldest first: each statement's interval on a common
/// scale.
struct ValueChart {
    private static let width = 480
    private static let left = 150
    private static let rowHeight = 40
    private static let right = 12

    struct Row {
        var label: String
        /// In words; empty when it is not known.
        var date: String
        var words: String
        var verdict: String
        var quantity: Quantity
    }

    let rows: [Row]
    let title: String
    let strings: UIStrings

    /// `nil` when there are fewer than two values or nothing to draw between.
    var svg: String? {
        guard rows.count > 1, let scale = ValueScale(rows.map(\.quantity)) else { return nil }
        let plot = Self.width - Self.left - Self.right
        let bottom = rows.count * Self.rowHeight
        var svg =
            "<svg class=\"chart values\" viewBox=\"0 0 \(Self.width) \(bottom + 24)\" role=\"img\" aria-label=\"\(HTML.escape(title))\">\n"
        for (number, row) in rows.enumerated() {
            svg += draw(row, top: number * Self.rowHeight, scale, plot)
        }
        svg +=
            "<line class=\"axis\" x1=\"\(Self.left)\" y1=\"\(bottom)\" x2=\"\(Self.left + plot)\" y2=\"\(bottom)\"/>"
        let ends = strings.ends(scale.low, scale.high)
        svg += text(ends.low, Self.left, bottom + 18)
        svg += text(ends.high, Self.left + plot, bottom + 18, anchor: "end")
        return svg + "</svg>"
    }

    /// The source with its date on the left, the interval on the right and its words above it.
    private func draw(_ row: Row, top: Int, _ scale: ValueScale, _ plot: Int) -> String {
        let middle = top + 26
        let (from, to) = scale.range(row.quantity, width: plot)
        var svg = text(row.label, 0, top + (row.date.isEmpty ? 30 : 20))
        if !row.date.isEmpty { svg += text(row.date, 0, top + 34, name: "label date") }
        svg +=
            "<line class=\"grid\" x1=\"\(Self.left)\" y1=\"\(middle)\" x2=\"\(Self.left + plot)\" y2=\"\(middle)\"/>"
        svg +=
            "<rect class=\"bar\" data-verdict=\"\(row.verdict)\" x=\"\(Self.left + from)\" y=\"\(middle - 4)\" width=\"\(max(3, to - from))\" height=\"8\">"
        svg += "<title>\(HTML.escape(row.words))</title></rect>"
        let isRight = (from + to) / 2 > plot / 2
        let x = isRight ? max(to, from + 3) : from
        return svg
            + text(
                row.words, Self.left + x, middle - 8, anchor: isRight ? "end" : "start",
                name: "label words") + "\n"
    }

    private func text(
        _ words: String, _ x: Int, _ y: Int, anchor: String = "start", name: String = "label"
    ) -> String {
        "<text class=\"\(name)\" x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(HTML.escape(words))</text>"
    }
}

/// Positions of the values of one claim on a line of a given width: from the lowest bound to the
/// highest.
///
/// Only for drawing: positions are rounded to whole units, the numbers themselves stay exact
/// elsewhere.
struct ValueScale {
    let low: DecimalNumber
    let high: DecimalNumber
    private let origin: Double
    private let span: Double

    /// - Returns: `nil` when there are not two different bounds to draw between.
    init?(_ quantities: [Quantity]) {
        let bounds = quantities.flatMap { [$0.low, $0.high].compactMap { $0 } }
        guard let low = bounds.min(), let high = bounds.max(), low < high else { return nil }
        self.low = low
        self.high = high
        origin = Self.number(low)
        span = Self.number(high) - origin
        guard span > 0, span.isFinite else { return nil }
    }

    /// 0…width.
    func position(_ value: DecimalNumber, width: Int) -> Int {
        Int(((Self.number(value) - origin) / span * Double(width)).rounded())
    }

    /// Where an interval begins and ends; without a bound it runs to the edge.
    func range(_ quantity: Quantity, width: Int) -> (from: Int, to: Int) {
        (
            quantity.low.map { position($0, width: width) } ?? 0,
            quantity.high.map { position($0, width: width) } ?? width
        )
    }

    private static func number(_ value: DecimalNumber) -> Double {
        Double(value.description) ?? 0
    }
}

/// The interval of one statement on the scale of its claim: a small bar beside the value.
enum IntervalBar {
    private static let width = 200

    static func svg(_ quantity: Quantity, on scale: ValueScale, verdict: String) -> String {
        let (from, to) = scale.range(quantity, width: width)
        return
            "<svg class=\"interval\" viewBox=\"-4 0 \(width + 8) 12\" width=\"\(width + 8)\" height=\"12\" aria-hidden=\"true\" focusable=\"false\">"
            + "<line class=\"track\" x1=\"0\" y1=\"6\" x2=\"\(width)\" y2=\"6\"/>"
            + "<rect class=\"span\" data-verdict=\"\(verdict)\" x=\"\(from)\" y=\"3\" width=\"\(max(3, to - from))\" height=\"6\"/></svg>"
    }
}
