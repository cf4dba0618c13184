import Annotation
import Quantities
import Text

/// Sentences that explain why values agree or conflict.
extension UIStrings {
    func reason(_ reason: VerdictReason) -> String {
        switch reason {
        case .finest: return self["comparison-finest"]
        case .same(let value): return self("comparison-equal", ["value": value])
        case .bound(let value, let bound, let isBound):
            let key = isBound ? "comparison-within-bounds" : "comparison-within-bound"
            return self(key, ["value": value, "bound": bound])
        case .rounded(let coarse, let fine):
            return self("comparison-rounds-to", ["value": coarse, "fine": fine])
        case .truncated(let coarse, let fine):
            return self("comparison-truncates-to", ["value": coarse, "fine": fine])
        case .near(let value, let other):
            return self("comparison-near", ["value": value, "other": other])
        case .conflict(let value, let other):
            return self("comparison-conflict", ["value": value, "other": other])
        case .opposite(let value, let other):
            return self("comparison-opposite", ["value": value, "other": other])
        case .roundCount(let coarse, let fine):
            return self("comparison-round-count", ["value": coarse, "fine": fine])
        case .multiples(let value, let other, let agree):
            let key = agree ? "comparison-multiples-agree" : "comparison-multiples"
            return self(key, ["value": value, "other": other])
        case .eitherMultiple(let value, let other):
            return self("comparison-either-multiple", ["value": value, "other": other])
        case .otherUnit(let value, let other):
            return self("comparison-other-unit", ["value": value, "other": other])
        case .noQuantity(.money(let code)):
            return self("comparison-no-amount", ["unit": code])
        case .noQuantity(.percent): return self["comparison-no-percentage"]
        case .noQuantity(.other): return self["comparison-no-quantity"]
        case .outOfRange(let value): return self("comparison-out-of-range", ["value": value])
        case .later(let value, let earlier):
            return self(
                "comparison-later",
                [
                    "value": value.words, "period": period(value.period),
                    "other": earlier.words, "earlier": period(earlier.period),
                ])
        case .earliest(let value):
            return self(
                "comparison-earliest", ["value": value.words, "period": period(value.period)])
        }
    }

    /// The arithmetic in one line: `767亿元 ÷ (1 + 221%) = 238.4亿–239.5亿`.
    func arithmetic(_ base: ImpliedBase) -> String {
        var values = ["value": base.value.words, "result": interval(base.low, base.high)]
        guard let growth = base.growth else { return self("base-stated", values) }
        values["factor"] = ImpliedBase.factor(growth.quantity, words: growth.words)
        return self("base-implied", values)
    }
}
