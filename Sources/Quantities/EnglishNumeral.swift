import Text

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
            if text[at] == "-" { at += 1 }
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
            if text.has("of ", at: next),
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

/// The words of English numbers.
enum EnglishWords {
    static let numbers = WordTable<Int>(
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen",
        ].enumerated().map { ($0.element, $0.offset) }
            + ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
            .enumerated().map { ($0.element, $0.offset * 10 + 20) })
    static let hundreds = WordTable<Int>([("hundred", 100), ("dozen", 12)])
    /// Exponents.
    static let scales = WordTable<Int>([
        ("thousand", 3), ("million mn mln mio", 6), ("billion bn bln", 9), ("trillion tn trn", 12),
    ])
    static let pluralScales = WordTable<Int>([
        ("thousands", 3), ("millions", 6), ("billions", 9), ("trillions", 12),
    ])
    /// The least and the most of what they count.
    static let plurals = WordTable<(Int, Int)>([
        ("tens dozens", (20, 99)), ("hundreds", (200, 999)),
        ("thousands millions billions trillions", (2, 9)),
    ])
    static let some = WordTable("several a_few a_couple_of")
    static let articles = WordTable("a an")
    static let ands = WordTable("and")
    static let fractions = WordTable<(Int, Int)>([
        ("half a_half one_half one-half", (1, 2)),
        ("a_third one_third one-third", (1, 3)), ("two_thirds two-thirds", (2, 3)),
        ("a_quarter one_quarter one-quarter", (1, 4)),
        ("three_quarters three-quarters", (3, 4)), ("a_fifth one_fifth one-fifth", (1, 5)),
        ("two_fifths two-fifths", (2, 5)), ("three_fifths three-fifths", (3, 5)),
        ("four_fifths four-fifths", (4, 5)), ("a_tenth one_tenth one-tenth", (1, 10)),
    ])
}
