/// Reads numbers in English words: five billion, twenty-three, dozens, hundreds of millions.
struct EnglishNumeral {
    private let text: QuantityText
    private var at: Int
    private var total = DecimalNumber.zero
    private var group: DecimalNumber?
    private var place = 0
    private var hasScale = false

    /// - Parameter index: the first letter of a word.
    static func read(_ text: QuantityText, at index: Int) -> Numeral? {
        do throws(DecimalOverflow) {
            if let vague = try vague(text, at: index) { return vague }
            if let fraction = fraction(text, at: index) { return fraction }
            var reader = EnglishNumeral(text: text, at: index)
            return try reader.numeral(from: index)
        } catch {
            var end = index
            while text.isLetter(end) { end += 1 }
            return .outOfRange(index..<end, .english)
        }
    }

    private init(text: QuantityText, at: Int) {
        self.text = text
        self.at = at
    }

    private mutating func numeral(from start: Int) throws(DecimalOverflow) -> Numeral? {
        var end = start
        if let (_, after) = EnglishWords.articles.match(text, at: at) {
            let next = text.skippingSpaces(after)
            guard
                EnglishWords.scales.match(text, at: next) != nil
                    || EnglishWords.hundreds.match(text, at: next) != nil
            else { return nil }
            group = .one
            at = next
        }
        while true {
            if let (value, after) = EnglishWords.numbers.match(text, at: at) {
                group = try (group ?? .zero) + DecimalNumber(value)
                place = 0
                end = after
            } else if let (value, after) = EnglishWords.hundreds.match(text, at: at),
                let count = group
            {
                group = try count * DecimalNumber(value)
                place = value == 100 ? 2 : 0
                end = after
            } else if let (exponent, after) = EnglishWords.scales.match(text, at: at),
                let count = group
            {
                total = try total + (try count * (try DecimalNumber.powerOfTen(exponent)))
                place += exponent
                group = nil
                hasScale = true
                end = after
            } else {
                break
            }
            at = text.skippingSpaces(end)
            if text[at] == 0x2D { at += 1 }
            if let (_, after) = EnglishWords.ands.match(text, at: at),
                EnglishWords.numbers.match(text, at: text.skippingSpaces(after)) != nil,
                place >= 2
            {
                at = text.skippingSpaces(after)
            }
        }
        guard end > start else { return nil }
        let value = try total + (group ?? .zero)
        var numeral = Numeral(value, place: place, at: start..<end, .english)
        numeral.hasScale = hasScale
        return numeral
    }

    /// dozens, hundreds of millions, several thousand, a few.
    private static func vague(_ text: QuantityText, at index: Int) throws(DecimalOverflow)
        -> Numeral?
    {
        var low = 2
        var high = 9
        var end: Int
        var hasScale = false
        if let (bounds, after) = EnglishWords.plurals.match(text, at: index) {
            (low, high) = bounds
            end = after
            let next = text.skippingSpaces(after)
            if text.has([0x6F, 0x66, 0x20], at: next),
                EnglishWords.plurals.match(text, at: text.skippingSpaces(next + 3)) != nil
            {
                end = text.skippingSpaces(next + 3)
            }
        } else if let (_, after) = EnglishWords.some.match(text, at: index) {
            end = after
        } else {
            return nil
        }
        var factor = DecimalNumber.one
        let next = text.skippingSpaces(end)
        if let (value, after) = EnglishWords.hundreds.match(text, at: next) {
            low *= value
            high = high * value + value - 1
            end = after
            hasScale = true
        } else if let (exponent, after) = EnglishWords.scales.match(text, at: next)
            ?? EnglishWords.pluralScales.match(text, at: next)
        {
            factor = try DecimalNumber.powerOfTen(exponent)
            end = after
            hasScale = true
        } else if low == 2, high == 9, EnglishWords.some.match(text, at: index) == nil,
            let (exponent, after) = EnglishWords.pluralScales.match(text, at: index)
        {
            factor = try DecimalNumber.powerOfTen(exponent)
            end = after
            hasScale = true
        }
        var numeral = Numeral(DecimalNumber(low), place: 0, at: index..<end, .english)
        numeral.high = DecimalNumber(high)
        try numeral.multiply(factor)
        numeral.isVague = true
        numeral.hasScale = hasScale || low > 2
        return numeral
    }

    /// half, a quarter, two-thirds.
    private static func fraction(_ text: QuantityText, at index: Int) -> Numeral? {
        guard let (parts, end) = EnglishWords.fractions.match(text, at: index) else { return nil }
        return Fractions.numeral(
            DecimalNumber(parts.0), DecimalNumber(parts.1), at: index..<end, .english)
    }
}
