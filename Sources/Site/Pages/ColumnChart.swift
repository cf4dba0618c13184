/// Columns over an axis as inline SVG, 480 units wide; colors come from the style sheet.
struct ColumnChart {
    struct Column {
        /// From 0, whole steps of the axis.
        var position: Int
        var height: Int
        /// Stands on top of `height`, lighter.
        var upper: Int
        /// Shown beside the pointer.
        var title: String
    }

    struct Tick {
        var position: Int
        var label: String
    }

    private static let width = 480.0
    private static let top = 20.0
    private static let base = 112.0
    private static let bottom = 130.0
    /// Between two labels' middles, so that they do not touch on a phone.
    private static let labelWidth = 104.0

    /// Ascending by position, at least one.
    var columns: [Column]
    var firstLabel: String
    var lastLabel: String
    /// Labels between the first and the last; those that have no room are left out.
    var ticks: [Tick]
    /// The chart in words, for those who do not see it.
    var label: String

    private var step: Double { Self.width / Double((columns.last?.position ?? 0) + 1) }
    private var highest: Int { columns.reduce(1) { max($0, $1.height + $1.upper) } }

    var svg: String {
        var svg = "<svg class=\"chart\" viewBox=\"0 0 480 130\" role=\"img\""
        svg += " aria-label=\"\(HTML.escape(label))\">\n"
        let top = Self.number(Self.top)
        svg += "<path class=\"grid\" d=\"M0 \(top)H480\"/>"
        svg +=
            "<text class=\"label\" x=\"0\" y=\"\(Self.number(Self.top - 6))\">\(highest)</text>\n"
        for column in columns { svg += bars(column) }
        svg += "<path class=\"axis\" d=\"M0 \(Self.number(Self.base))H480\"/>\n"
        return svg + labels + "</svg>"
    }

    private func bars(_ column: Column) -> String {
        let width = max(1.5, min(step * 0.8, 26))
        let x = middle(of: column.position) - width / 2
        var y = Self.base
        var svg = "<g><title>\(HTML.escape(column.title))</title>"
        for (amount, name) in [(column.height, "bar"), (column.upper, "bar part")] where amount > 0
        {
            let height = Double(amount) / Double(highest) * (Self.base - Self.top)
            y -= height
            svg += "<rect class=\"\(name)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
            svg += " width=\"\(Self.number(width))\" height=\"\(Self.number(height))\"/>"
        }
        return svg + "</g>\n"
    }

    private func middle(of position: Int) -> Double { (Double(position) + 0.5) * step }

    private var labels: String {
        func text(_ x: Double, _ anchor: String, _ words: String) -> String {
            "<text class=\"label\" x=\"\(Self.number(x))\" y=\"\(Self.number(Self.bottom - 3))\""
                + " text-anchor=\"\(anchor)\">\(HTML.escape(words))</text>\n"
        }
        var svg = text(0, "start", firstLabel)
        var last = Self.labelWidth / 3
        for tick in ticks {
            let x = middle(of: tick.position)
            guard x - last >= Self.labelWidth, Self.width - x >= Self.labelWidth else { continue }
            svg += text(x, "middle", tick.label)
            last = x
        }
        return svg + text(Self.width, "end", lastLabel)
    }

    /// With at most one decimal: the same on every machine.
    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
}
