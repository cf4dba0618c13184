/// A number as it stands in a text, before units and words like 超过 are read.
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
    /// The exponent of the place of the last digit that is not zero: what 多 behind it widens by.
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
