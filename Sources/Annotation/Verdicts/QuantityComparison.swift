import Quantities
import Text

/// Compares two quantities of one claim.
///
/// The order of the rules is that of `Verdict`; the result does not depend on which of the two
/// comes first.
public enum QuantityComparison {
    public static func verdict(_ a: Quantity, _ b: Quantity) -> Verdict {
        do throws(DecimalOverflow) {
            return try verdict(try ComparedQuantity(a), try ComparedQuantity(b))
        } catch {
            return .incomparable
        }
    }

    static func verdict(_ a: ComparedQuantity, _ b: ComparedQuantity) throws(DecimalOverflow)
        -> Verdict
    {
        guard a.unit.isComparable(to: b.unit) else { return .incomparable }
        if a.low == b.low, a.high == b.high, a.modality == b.modality { return .equal }
        if a.isBound || b.isBound {
            if try meet(a, b) { return .withinBound }
        } else if try overlap(a, b) {
            return .roundsTo
        } else if try isCutOff(a, of: b) {
            return .truncatesTo
        } else if try isCutOff(b, of: a) {
            return .truncatesTo
        }
        return try areNear(a, b) ? .near : .conflict
    }

    /// Whether some number satisfies both; bounds themselves included.
    private static func meet(_ a: ComparedQuantity, _ b: ComparedQuantity) throws(DecimalOverflow)
        -> Bool
    {
        if let low = try a.lowest(), let high = b.high, high < low { return false }
        if let low = try b.lowest(), let high = a.high, high < low { return false }
        return true
    }

    /// Whether the half-open intervals [low, high) of written precision share a number; an interval
    /// without width is its number.
    private static func overlap(_ a: ComparedQuantity, _ b: ComparedQuantity)
        throws(DecimalOverflow) -> Bool
    {
        guard let low = a.low, let high = a.high, let otherLow = b.low, let otherHigh = b.high
        else { return false }
        if low == high { return otherLow <= low && (low < otherHigh || low == otherLow) }
        if otherLow == otherHigh { return low <= otherLow && otherLow < high }
        return low < otherHigh && otherLow < high
    }

    /// Whether the number of `a` is that of `b` without its last digits.
    private static func isCutOff(_ a: ComparedQuantity, of b: ComparedQuantity)
        throws(DecimalOverflow)
        -> Bool
    {
        guard let face = a.face, let place = a.place, let other = b.face, let otherPlace = b.place,
            place > otherPlace
        else { return false }
        return try other.cut(at: place) == face
    }

    /// Less than 2 % of the larger apart.
    ///
    /// Ranks are never near.
    private static func areNear(_ a: ComparedQuantity, _ b: ComparedQuantity)
        throws(DecimalOverflow) -> Bool
    {
        guard a.unit != .share("rank"), let one = try a.center(), let other = try b.center()
        else { return false }
        let larger = max(one.magnitude, other.magnitude)
        return try (try one - other).magnitude < larger * DecimalNumber(mantissa: 2, exponent: -2)
    }
}
