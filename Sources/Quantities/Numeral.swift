/// A number as written in a text, before units and words like 超过 are read.
struct Numeral: Sendable {
    enum Kind: Sendable {
        case latin, han, english
    }

    /// Scalars.
    var range: Range<Int>
    var kind: Kind
    /// The number; for vague words and ranges the least that is meant.
    var low: DecimalNumber
    /// The number; for vague words, ranges and 多 the most that is meant.
    var high: DecimalNumber
    /// The exponent of the place of the last digit as written.
    var place: Int
    /// The exponent of the place of the last digit that is not zero: what 多 after it widens by.
    var lastPlace: Int
    var isVague = false
    var isRange = false
    /// 多, 余.
    var isMore = false
    /// 来, as in 十来个.
    var isAbout = false
    /// 100+.
    var isPlus = false
    /// 万, 亿, k, million.
    var hasScale = false
    /// What the digits are multiplied by; only where the last word is a scale.
    var scale: DecimalNumber?
    /// 千亿, 百万: places without a digit.
    var isBarePower = false
    /// Halves and fractions: no width.
    var isPoint = false
    /// `percent` of 百分之, `ratio` of 三分之二.
    var unit: String?
    var isOutOfRange = false

    init(_ value: DecimalNumber, place: Int, at range: Range<Int>, _ kind: Kind) {
        self.range = range
        self.kind = kind
        low = value
        high = value
        self.place = place
        lastPlace = place
    }

    mutating func multiply(_ factor: DecimalNumber) throws(DecimalOverflow) {
        low = try low * factor
        high = try high * factor
        if factor.mantissa == 1 {
            place += factor.exponent
            lastPlace += factor.exponent
        } else {
            place += factor.leadingExponent
            lastPlace += factor.leadingExponent
        }
    }

    /// The number and one more; `nil` where that is out of range.
    var nextInteger: DecimalNumber? {
        do { return try high + .one } catch { return nil }
    }

    /// 600多: up to the next full hundred.
    mutating func widen() throws(DecimalOverflow) {
        isMore = true
        high = try high + DecimalNumber.powerOfTen(lastPlace)
    }

    /// A number without a place for it: too large, or too many digits.
    static func outOfRange(_ range: Range<Int>, _ kind: Kind) -> Numeral {
        var numeral = Numeral(.zero, place: 0, at: range, kind)
        numeral.isOutOfRange = true
        numeral.hasScale = true
        return numeral
    }
}

/// A numeral with its unit, before words like 超过 and the other end of a range are read.
struct Amount: Sendable {
    /// Scalars, sign and sign of currency included.
    var range: Range<Int>
    var numeral: Numeral
    var unit: QuantityUnit?
    var isNegative = false
    /// The end of the number and start of the unit's word.
    var numberEnd: Int
    /// Whether the unit's word follows the number.
    var hasUnitWord = false
    /// The kind of thing that is counted.
    var noun: String?

    var unitName: String? { numeral.unit ?? unit?.id }

    /// The interval as written and the number, in base units.
    struct Bounds: Sendable {
        var low: DecimalNumber
        var high: DecimalNumber
        /// The number, or the ends of vague words.
        var least: DecimalNumber
        var most: DecimalNumber
        var face: DecimalNumber?
        var place: Int?
    }

    func bounds() throws(DecimalOverflow) -> Bounds {
        let factor = unit?.factor ?? .one
        var least = try numeral.low * factor
        var most = try numeral.high * factor
        var low = least
        var high = most
        let isSingle = numeral.low == numeral.high && !numeral.isPoint
        if isSingle {
            let half = try DecimalNumber(mantissa: 5, exponent: numeral.place - 1) * factor
            low = try least - half
            high = try most + half
        }
        if isNegative {
            (low, high) = (high.negated, low.negated)
            (least, most) = (most.negated, least.negated)
        }
        let isWritten = numeral.low == numeral.high
        return Bounds(
            low: low, high: high, least: least, most: most, face: isWritten ? least : nil,
            place: isSingle && factor.mantissa == 1 ? numeral.place + factor.exponent : nil)
    }
}

/// 三分之二, 四分之一, 2/3, two-thirds: shares of one, with the unit `ratio`.
enum Fractions {
    /// A quotient without end lies between two neighbors of six digits.
    static func numeral(
        _ part: DecimalNumber, _ whole: DecimalNumber, at range: Range<Int>, _ kind: Numeral.Kind
    ) -> Numeral? {
        var numeral = Numeral(.zero, place: 0, at: range, kind)
        do throws(DecimalOverflow) {
            let exact = try part.quotient(whole)
            numeral.low = exact.low
            numeral.high = exact.high
            if exact.low != exact.high {
                numeral.low = try exact.low.cut(at: -6)
                numeral.high = try numeral.low + (try DecimalNumber.powerOfTen(-6))
            }
        } catch {
            return nil
        }
        numeral.isPoint = true
        numeral.unit = "ratio"
        return numeral
    }
}
