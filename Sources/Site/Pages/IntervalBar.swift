import Annotation
import Quantities
import Text

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
