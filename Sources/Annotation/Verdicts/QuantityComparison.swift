import Quantities
import Text

/// Compares two quantities of one claim.
///
/// The rules are applied in the order of `Verdict`. The comparison is symmetric.
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

    /// Whether a number satisfies both quantities, including the bounds.
    private static func meet(_ a: ComparedQuantity, _ b: ComparedQuantity) throws(DecimalOverflow)
        -> Bool
    {
        if let low = try a.lowest(), let high = b.high, high < low { return false }
        if let low = try b.lowest(), let high = a.high, high < low { return false }
        return true
    }

    /// Whether the half-open intervals [low, high) of written precision overlap.
    ///
    /// An interval of width zero contains only its number.
    private static func overlap(_ a: ComparedQuantity, _ b: ComparedQuantity)
        throws(DecimalOverflow) -> Bool
    {
        guard let low = a.low, let high = a.high, let otherLow = b.low, let otherHigh = b.high
        else { return false }
        if low == high { return otherLow <= low && (low < otherHigh || low == otherLow) }
        if otherLow == otherHigh { return low <= otherLow && otherLow < high }
        return low < otherHigh && otherLow < high
    }

    /// Whether `a` is `b` truncated to fewer digits.
    private static func isCutOff(_ a: ComparedQuantity, of b: ComparedQuantity)
        throws(DecimalOverflow)
        -> Bool
    {
        guard let face = a.face, let place = a.place, let other = b.face, let otherPlace = b.place,
            place > otherPlace
        else { return false }
        return try other.cut(at: place) == face
    }

    /// Whether the difference is less than 2 % of the larger number.
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

/// A quantity converted to the base unit of its class.
struct ComparedQuantity {
    var low: DecimalNumber?
    var high: DecimalNumber?
    var face: DecimalNumber?
    /// Decimal exponent of the last written digit, in the base unit.
    var place: Int?
    var modality: Quantity.Modality
    var unit: UnitClass

    /// - Throws: `DecimalOverflow` if the number exceeds the range of exact arithmetic.
    init(_ quantity: Quantity) throws(DecimalOverflow) {
        let factor = quantity.unit.flatMap(QuantityUnit.withID)?.classFactor ?? .one
        if quantity.isOutOfRange { throw DecimalOverflow() }
        if let bound = quantity.low { low = try bound * factor }
        if let bound = quantity.high { high = try bound * factor }
        if let number = quantity.face { face = try number * factor }
        place = factor == .one ? quantity.place : nil
        modality = quantity.modality
        unit = UnitClass(quantity.unit)
    }

    /// Whether it is a bound (超过, 约, 几) instead of an exact value.
    var isBound: Bool { modality != .exact }

    /// The width of the interval; `nil` if a side is open.
    func width() throws(DecimalOverflow) -> DecimalNumber? {
        guard let low, let high else { return nil }
        return try high - low
    }

    /// The lower bound for comparisons.
    ///
    /// For 近三成 (almost) it is a tenth below the number.
    func lowest() throws(DecimalOverflow) -> DecimalNumber? {
        guard modality == .almost, let high else { return low }
        let tenth = try high.magnitude * DecimalNumber(mantissa: 1, exponent: -1)
        return try high - tenth
    }

    /// The number as written, otherwise the middle of the interval.
    func center() throws(DecimalOverflow) -> DecimalNumber? {
        if let face { return face }
        guard let low, let high else { return low ?? high }
        return try (try low + high) * DecimalNumber(mantissa: 5, exponent: -1)
    }
}

/// Chooses the value that all values of a claim are compared with.
enum Finest {
    /// The candidate with the narrowest interval, among those with the metric's unit (or with the
    /// most frequent unit).
    ///
    /// Ties: first exact values, then smaller ones.
    ///
    /// The result does not depend on the order of the candidates.
    static func index(of candidates: [Int], in quantities: [ComparedQuantity?], unit: UnitClass?)
        -> Int?
    {
        let pairs = candidates.compactMap { index in quantities[index].map { (index, $0) } }
        // A claim has few distinct units, so a linear search is enough.
        var units: [(unit: UnitClass, count: Int)] = []
        for (_, quantity) in pairs {
            if let at = units.firstIndex(where: { $0.unit == quantity.unit }) {
                units[at].count += 1
            } else {
                units.append((quantity.unit, 1))
            }
        }
        func size(_ unit: UnitClass) -> Int {
            units.reduce(0) { $0 + (unit.isComparable(to: $1.unit) ? $1.count : 0) }
        }
        let most = units.map { size($0.unit) }.max() ?? 0
        let allowed = units.map(\.unit).filter {
            unit?.isComparable(to: $0) ?? (size($0) == most)
        }
        let chosen = pairs.filter { allowed.contains($0.1.unit) }
        return (chosen.isEmpty ? pairs : chosen).min { isFiner($0.1, $1.1) }?.0
    }

    private static func isFiner(_ a: ComparedQuantity, _ b: ComparedQuantity) -> Bool {
        switch (width(a), width(b)) {
        case (let x?, let y?) where x != y: return x < y
        case (_?, nil): return true
        case (nil, _?): return false
        default: break
        }
        if a.isBound != b.isBound { return !a.isBound }
        let x = [a.low ?? a.high, a.high ?? a.low].compactMap { $0 }
        let y = [b.low ?? b.high, b.high ?? b.low].compactMap { $0 }
        if x != y { return x.lexicographicallyPrecedes(y) }
        return a.modality.rawValue < b.modality.rawValue
    }

    private static func width(_ quantity: ComparedQuantity) -> DecimalNumber? {
        do { return try quantity.width() } catch { return nil }
    }
}
