import Text

/// Reads numbers in English words: five billion, twenty-three, dozens, hundreds of millions.
struct EnglishNumeral {
    private let text: QuantityText
    private var at: Int
    private var total = DecimalNumber.zero
    private var group: DecimalNumber?
    private var place = 0
    private var hasScale = false
    /// The upper end of three or four.
    private var groupHigh: DecimalNumber?
    private var isHalfPoint = false

    /// - Parameter index: the first letter of a word.
    static func read(_ text: QuantityText, at index: Int) -> Numeral? {
        do throws(DecimalOverflow) {
            if let vague = try vague(text, at: index) { return vague }
            if let fraction = try EnglishFractions.read(text, at: index) { return fraction }
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
            if let (unit, stop) = UnitTable.words.match(text, at: next), unit.family == .time,
                isAndAHalf(stop)
            {
                // an hour and a half
                return Numeral(.one, place: 0, at: start..<after, .english)
            }
            guard
                EnglishWords.scales.match(text, at: next) != nil
                    || EnglishWords.hundreds.match(text, at: next) != nil
            else { return nil }
            group = .one
            at = next
        }
        var last = 0
        while true {
            if let (value, after) = EnglishWords.numbers.match(text, at: at) {
                // three four times: a unit follows only a ten or a hundred.
                if last > 0, last < 20 || value >= 10 || last % 100 == 0 && last < 100 { break }
                group = try (group ?? .zero) + DecimalNumber(value)
                last = value
                place = 0
                end = after
                try readOr(value, &end)
                try readPoint(&end)
                if try readHalf(&end) { last = 1 }
            } else if let (value, after) = EnglishWords.hundreds.match(text, at: at),
                let count = group
            {
                group = try count * DecimalNumber(value)
                groupHigh = try groupHigh.map { high throws(DecimalOverflow) in
                    try high * DecimalNumber(value)
                }
                place = value == 100 ? 2 + min(0, place) : 0
                last = 0
                end = after
                if try readHalf(&end, of: value) { place = 0 }
            } else if let (exponent, after) = EnglishWords.scales.match(text, at: at),
                let count = group
            {
                let power = try DecimalNumber.powerOfTen(exponent)
                total = try total + (try count * power)
                groupHigh = try groupHigh.map { high throws(DecimalOverflow) in try high * power }
                place += exponent
                group = nil
                hasScale = true
                last = 0
                end = after
                if isAndAHalf(end),
                    let stop = EnglishFractions.andAHalf.match(text, at: text.skippingSpaces(end))?
                        .end
                {
                    // a million and a half
                    total = try total + (try power * (try DecimalNumber(mantissa: 5, exponent: -1)))
                    place -= 1
                    end = stop
                }
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
        if let groupHigh {
            numeral.high = groupHigh
            numeral.isRange = true
        }
        if isHalfPoint, !hasScale { numeral.isPoint = true }
        return numeral
    }

    /// three or four.
    private mutating func readOr(_ value: Int, _ end: inout Int) throws(DecimalOverflow) {
        guard let (_, or) = EnglishWords.ors.match(text, at: text.skippingSpaces(end)),
            let (other, after) = EnglishWords.numbers.match(text, at: text.skippingSpaces(or)),
            other == value + 1, total == .zero
        else { return }
        groupHigh = DecimalNumber(other)
        end = after
    }

    /// one point two.
    private mutating func readPoint(_ end: inout Int) throws(DecimalOverflow) {
        let next = text.skippingSpaces(end)
        guard text.has("point ", at: next) else { return }
        var at = text.skippingSpaces(next + 5)
        var places = 0
        while let (digit, after) = EnglishWords.numbers.match(text, at: at), digit < 10 {
            places += 1
            group =
                try (group ?? .zero)
                + (try DecimalNumber(mantissa: Int128(digit), exponent: -places))
            end = after
            at = text.skippingSpaces(after)
        }
        if places > 0 { place = -places }
    }

    private func isAndAHalf(_ end: Int) -> Bool {
        EnglishFractions.andAHalf.holds(text, at: text.skippingSpaces(end))
    }

    /// ten and a half.
    private mutating func readHalf(_ end: inout Int, of unit: Int = 1) throws(DecimalOverflow)
        -> Bool
    {
        guard let (_, after) = EnglishFractions.andAHalf.match(text, at: text.skippingSpaces(end)),
            let count = group
        else { return false }
        group = try count + (try DecimalNumber(mantissa: Int128(5 * unit), exponent: -1))
        place = -1
        isHalfPoint = true
        end = after
        return true
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
            if let (bounds, stop) = EnglishWords.dozens.match(text, at: text.skippingSpaces(after))
            {
                // a few dozen
                (low, high) = bounds
                end = stop
            }
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
        ("tens dozens scores", (20, 99)), ("hundreds", (200, 999)),
        ("thousands millions billions trillions", (2, 9)),
    ])
    static let some = WordTable(
        "several a_few a_couple_of a_couple a_handful_of a_handful quite_a_few")
    static let dozens = WordTable<(Int, Int)>([("dozen", (24, 108))])
    static let ors = WordTable("or")
    static let articles = WordTable("a an")
    static let ands = WordTable("and")
}
