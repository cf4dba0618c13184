import Quantities
import Text

/// Numbers with the scale words of the language: 万 and 亿, or thousand, million and billion.
extension UIStrings {
    /// `238.4亿–239.5亿`, `23.84 billion–23.95 billion`; four digits, rounded outward.
    func interval(_ low: DecimalNumber, _ high: DecimalNumber) -> String {
        let scale = scale(max(low.magnitude, high.magnitude))
        let first = scale.words(low, up: false)
        let last = scale.words(high, up: true)
        return first == last ? first : self("interval", ["low": first, "high": last])
    }

    /// The two ends of an axis with as many digits as needed to differ, at least four.
    func ends(_ low: DecimalNumber, _ high: DecimalNumber) -> (low: String, high: String) {
        for digits in 4...12 {
            let ends = (number(low, digits: digits), number(high, digits: digits))
            if ends.0 != ends.1 { return ends }
        }
        return (low.description, high.description)
    }

    /// One number, rounded to the nearest.
    func number(_ number: DecimalNumber, digits: Int = 4) -> String {
        do throws(DecimalOverflow) {
            let place = number.leadingExponent - digits + 1
            let half = try DecimalNumber(mantissa: 5, exponent: place - 1)
            let middle = try number + (number.isNegative ? half.negated : half)
            let rounded = try middle.cut(at: place)
            return try scale(rounded.magnitude).words(exactly: rounded)
        } catch {
            return number.description
        }
    }

    /// The largest power of ten with a name that is not greater than a number.
    private func scale(_ number: DecimalNumber) -> NumberScale {
        let leading = number.isZero ? 0 : number.leadingExponent
        let named = table("scales").compactMap { exponent, words in
            Int(exponent).map { NumberScale(exponent: $0, words: words) }
        }
        return named.filter { $0.exponent <= leading }.max { $0.exponent < $1.exponent }
            ?? NumberScale(exponent: 0, words: "{n}")
    }
}

/// A power of ten and its pattern: 8 and `{n}亿`.
private struct NumberScale {
    var exponent: Int
    var words: String

    /// Four digits, rounded down or up.
    func words(_ number: DecimalNumber, up: Bool) -> String {
        do throws(DecimalOverflow) {
            let place = number.leadingExponent - 3
            var cut = try number.cut(at: place)
            if cut != number, up != number.isNegative {
                let step = try DecimalNumber.powerOfTen(place)
                cut = try cut + (up ? step : step.negated)
            }
            return try words(exactly: cut)
        } catch {
            return number.description
        }
    }

    func words(exactly number: DecimalNumber) throws(DecimalOverflow) -> String {
        let scaled = try DecimalNumber(
            mantissa: number.mantissa, exponent: number.exponent - exponent)
        return UIStrings.fill(words, ["n": scaled.description])
    }
}

extension DecimalNumber {
    /// The exponent of the first digit; 0 for zero.
    fileprivate var leadingExponent: Int {
        isZero ? 0 : String(mantissa.magnitude).utf8.count - 1 + exponent
    }
}
