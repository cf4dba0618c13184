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
        try comparison(a, b).verdict
    }

    /// The verdict, and what besides the two intervals decided it.
    static func comparison(_ a: ComparedQuantity, _ b: ComparedQuantity) throws(DecimalOverflow)
        -> (verdict: Verdict, cause: Cause?)
    {
        guard a.isComparable(to: b) else { return (.incomparable, nil) }
        if a.multiple != b.multiple, a.unit == .share("times") { return try multiples(a, b) }
        return try plain(a, b)
    }

    /// What decided a verdict, if it is not only the intervals.
    enum Cause {
        /// One rises and the other falls.
        case opposite
        /// Trailing zeros of a count.
        case roundCount
        /// What was added, against the result: 增长了两倍, 增长到两倍.
        case multiple
        /// 增长两倍 fits in one of its two readings only.
        case eitherMultiple
    }

    private static func plain(_ a: ComparedQuantity, _ b: ComparedQuantity) throws(DecimalOverflow)
        -> (verdict: Verdict, cause: Cause?)
    {
        if a.isOpposite(to: b) { return (.conflict, .opposite) }
        if a.low == b.low, a.high == b.high, a.modality == b.modality { return (.equal, nil) }
        if a.isBound || b.isBound {
            if try meet(a, b) { return (.withinBound, nil) }
        } else if try overlap(a, b) {
            return (.roundsTo, nil)
        } else if try isCutOff(a, of: b) {
            return (.truncatesTo, nil)
        } else if try isCutOff(b, of: a) {
            return (.truncatesTo, nil)
        } else if a.rounding != nil || b.rounding != nil, try overlap(a.rounded(), b.rounded()) {
            return (.roundsTo, .roundCount)
        }
        return (try areNear(a, b) ? .near : .conflict, nil)
    }

    /// Compares what multiples come to: 增长了两倍 is 3, 增长到两倍 2, 增长两倍 either.
    private static func multiples(_ a: ComparedQuantity, _ b: ComparedQuantity)
        throws(DecimalOverflow) -> (verdict: Verdict, cause: Cause?)
    {
        var best: (verdict: Verdict, cause: Cause?)?
        for one in try a.factors() {
            for other in try b.factors() {
                let found = try plain(one, other)
                if found.verdict.isAgreement, best?.verdict.isAgreement != true { best = found }
                if best == nil { best = found }
            }
        }
        guard let best else { return (.incomparable, nil) }
        guard best.cause == nil else { return best }
        let isEither = a.multiple == .either || b.multiple == .either
        return (best.verdict, isEither && best.verdict.isAgreement ? .eitherMultiple : .multiple)
    }

    /// Whether a number satisfies both quantities, including the bounds.
    private static func meet(_ a: ComparedQuantity, _ b: ComparedQuantity) throws(DecimalOverflow)
        -> Bool
    {
        if let low = try a.lowest(), let high = try b.highest(), high < low { return false }
        if let low = try b.lowest(), let high = try a.highest(), high < low { return false }
        return true
    }

    /// Whether the half-open intervals [low, high) of written precision overlap.
    ///
    /// An interval of width zero contains only its number. Intervals of negative numbers are
    /// half-open at their lower end, so that a verdict does not depend on the sign.
    private static func overlap(_ a: ComparedQuantity, _ b: ComparedQuantity)
        throws(DecimalOverflow) -> Bool
    {
        guard let low = a.low, let high = a.high, let otherLow = b.low, let otherHigh = b.high
        else { return false }
        if high < .zero || otherHigh < .zero {
            if low == high { return low <= otherHigh && (otherLow < low || low == otherHigh) }
            if otherLow == otherHigh { return otherHigh <= high && low < otherHigh }
        }
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
    var direction: Quantity.Direction?
    var multiple: Quantity.Multiple?
    /// What is counted; empty: anything, or nothing.
    var kind = ""
    /// Half of what trailing zeros of a count may have rounded away, at most a twentieth of it.
    var rounding: DecimalNumber?

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
        direction = quantity.direction
        if unit == .share("times"), let multiple = quantity.multiple, multiple != .to {
            self.multiple = multiple
        }
        if unit == .count {
            kind = CountKind.of(unit: quantity.unit ?? "", noun: quantity.noun)
        } else if unit == .bare {
            kind = quantity.noun ?? ""
        }
        if quantity.isRoundCount, let face {
            let half = try DecimalNumber(mantissa: 5, exponent: face.exponent - 1)
            let most = try face.magnitude * DecimalNumber(mantissa: 5, exponent: -2)
            rounding = min(half, most)
        }
    }

    func isComparable(to other: ComparedQuantity) -> Bool {
        unit.isComparable(to: other.unit) && CountKind.isComparable(kind, other.kind)
    }

    /// Whether the two cannot be true together because one is positive and the other negative.
    func isOpposite(to other: ComparedQuantity) -> Bool {
        if let direction, let otherDirection = other.direction, direction != otherDirection {
            // 增长-5% falls, and so does 下降5%.
            return isNegative == other.isNegative ? false : true
        }
        return isNegative && other.isPositiveBound || other.isNegative && isPositiveBound
    }

    private var isNegative: Bool {
        (face ?? high ?? low)?.isNegative ?? false
    }

    /// 不到5%: of something that is not negative.
    private var isPositiveBound: Bool {
        guard low == nil, let high else { return false }
        return !high.isNegative
    }

    /// With the width that trailing zeros may have.
    func rounded() throws(DecimalOverflow) -> ComparedQuantity {
        guard let rounding, let face else { return self }
        var rounded = self
        rounded.low = try face - rounding
        rounded.high = try face + rounding
        return rounded
    }

    /// What a multiple may come to.
    func factors() throws(DecimalOverflow) -> [ComparedQuantity] {
        var result = self
        result.multiple = nil
        result.direction = nil
        guard multiple == .by || multiple == .either else { return [result] }
        var added = result
        added.low = try low.map { value throws(DecimalOverflow) in try value + .one }
        added.high = try high.map { value throws(DecimalOverflow) in try value + .one }
        added.face = try face.map { value throws(DecimalOverflow) in try value + .one }
        return multiple == .by ? [added] : [result, added]
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
        guard modality == .almost, low == nil, let high else { return low }
        let tenth = try high.magnitude * DecimalNumber(mantissa: 1, exponent: -1)
        return try high - tenth
    }

    /// The upper bound for comparisons, for 下降近三成 in the same way.
    func highest() throws(DecimalOverflow) -> DecimalNumber? {
        guard modality == .almost, high == nil, let low else { return high }
        let tenth = try low.magnitude * DecimalNumber(mantissa: 1, exponent: -1)
        return try low + tenth
    }

    /// The number as written, otherwise the middle of the interval.
    func center() throws(DecimalOverflow) -> DecimalNumber? {
        if let face { return face }
        guard let low, let high else { return low ?? high }
        return try (try low + high) * DecimalNumber(mantissa: 5, exponent: -1)
    }
}
