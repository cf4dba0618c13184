/// A numeral with its unit, before words like 超过 and the other end of a range are read.
struct Amount: Sendable {
    /// Scalars, sign and sign of currency included.
    var range: Range<Int>
    var numeral: Numeral
    var unit: QuantityUnit?
    var isNegative = false
    /// The end of the number and start of the unit's word.
    var numberEnd: Int
    /// Whether the unit's word stands behind the number.
    var hasUnitWord = false

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
