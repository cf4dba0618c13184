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
