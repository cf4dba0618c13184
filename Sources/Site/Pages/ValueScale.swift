import Annotation
import Quantities
import Text

/// Where values of one claim stand on a line of a given width: from the lowest bound to the
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
