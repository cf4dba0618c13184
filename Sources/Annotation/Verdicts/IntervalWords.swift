import Quantities
import Text

/// Numbers as people read them: in 万 and 亿, or in thousands, millions and billions.
public enum IntervalWords {
    /// `238.4亿–239.5亿`, `23.84 billion–23.95 billion`; four digits, rounded outward.
    public static func interval(_ low: DecimalNumber, _ high: DecimalNumber, language: String)
        -> String
    {
        let scale = Scale(max(low.magnitude, high.magnitude), VerdictLanguage(language))
        let first = scale.words(low, up: false)
        let last = scale.words(high, up: true)
        return first == last ? first : "\(first)–\(last)"
    }

    /// The two ends of an axis in as many digits as tell them apart, at least four.
    public static func ends(_ low: DecimalNumber, _ high: DecimalNumber, language: String)
        -> (low: String, high: String)
    {
        for digits in 4...12 {
            let ends = (
                number(low, digits: digits, language: language),
                number(high, digits: digits, language: language)
            )
            if ends.0 != ends.1 { return ends }
        }
        return (low.description, high.description)
    }

    /// One number, rounded to the nearest.
    public static func number(_ number: DecimalNumber, digits: Int = 4, language: String) -> String
    {
        do throws(DecimalOverflow) {
            let place = leadingExponent(number) - digits + 1
            let half = try DecimalNumber(mantissa: 5, exponent: place - 1)
            let middle = try number + (number.isNegative ? half.negated : half)
            let rounded = try middle.cut(at: place)
            let scale = Scale(rounded.magnitude, VerdictLanguage(language))
            return try scale.words(exactly: rounded)
        } catch {
            return number.description
        }
    }

    private struct Scale {
        var exponent = 0
        var word = ""

        init(_ number: DecimalNumber, _ language: VerdictLanguage) {
            let leading = number.isZero ? 0 : IntervalWords.leadingExponent(number)
            let scales: [(Int, String)] =
                switch language {
                case .english:
                    [(12, " trillion"), (9, " billion"), (6, " million"), (3, " thousand")]
                case .simplified: [(12, "万亿"), (8, "亿"), (4, "万")]
                case .traditional: [(12, "萬億"), (8, "億"), (4, "萬")]
                }
            if let scale = scales.first(where: { $0.0 <= leading }) { (exponent, word) = scale }
        }

        /// Four digits, cut below or above.
        func words(_ number: DecimalNumber, up: Bool) -> String {
            do throws(DecimalOverflow) {
                let place = IntervalWords.leadingExponent(number) - 3
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
            try DecimalNumber(mantissa: number.mantissa, exponent: number.exponent - exponent)
                .description + word
        }
    }

    /// The exponent of the first digit.
    private static func leadingExponent(_ number: DecimalNumber) -> Int {
        number.isZero ? 0 : String(number.mantissa.magnitude).utf8.count - 1 + number.exponent
    }
}
