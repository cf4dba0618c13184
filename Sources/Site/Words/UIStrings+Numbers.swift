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

    /// A quantity's interval exactly as it was read, with its unit: `6602.5亿–6603.5亿元`,
    /// `3,999.5–4,000.5 employees`, `≥ 20%`; `nil` without bounds.
    func interval(_ quantity: Quantity) -> String? {
        let words: String
        switch (quantity.low, quantity.high) {
        case (let low?, let high?) where low == high: words = exact(low)
        case (let low?, let high?):
            words = self("interval", ["low": exact(low), "high": exact(high)])
        case (let low?, nil): words = "≥ " + exact(low)
        case (nil, let high?): words = "≤ " + exact(high)
        case (nil, nil): return nil
        }
        guard let unit = quantity.unit else { return words }
        if let pattern = table("units")[unit] { return Self.fill(pattern, ["n": words]) }
        let isHan = unit.unicodeScalars.contains { !$0.isASCII }
        return words + (isHan ? "" : "\u{A0}") + unit
    }

    /// All digits of a number, with a scale word where at most five digits follow its point.
    private func exact(_ number: DecimalNumber) -> String {
        let scale = scale(number.magnitude)
        if scale.exponent >= 4, number.exponent - scale.exponent >= -5 {
            do throws(DecimalOverflow) {
                return try scale.words(exactly: number)
            } catch {
                return number.description
            }
        }
        return grouped(number.description)
    }

    /// 3,999.5: digits in groups of three, where the language has a separator.
    private func grouped(_ digits: String) -> String {
        guard let separator = words(ifAny: "thousands-separator"), !separator.isEmpty else {
            return digits
        }
        let parts = digits.split(separator: ".", maxSplits: 1)
        let whole = Array(parts[0])
        var text = ""
        for (index, digit) in whole.enumerated() {
            let rest = whole.count - index
            if index > 0, rest % 3 == 0, whole[index - 1] != "-" { text += separator }
            text.append(digit)
        }
        return parts.count == 2 ? text + "." + parts[1] : text
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
