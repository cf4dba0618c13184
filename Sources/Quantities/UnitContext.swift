import Text

/// Units whose words mean something else in another context: pounds, 12 of 13 won, km/h, 75C.
enum UnitContext {
    /// The unit that is meant, and its end; `nil`: the words are no unit here.
    static func meant(
        _ unit: QuantityUnit, _ text: QuantityText, _ amount: Amount, _ start: Int, _ end: Int
    ) -> (unit: QuantityUnit, end: Int)? {
        if let (speed, after) = speeds.match(text, at: start) { return (speed, after) }
        switch unit.id {
        case "meter"
        where unit.factor == DecimalNumber(1000)
            && hourly.holds(text, before: text.skippingSpaces(before: amount.range.lowerBound)):
            return (kilometers, end)
        case "GBP" where text.has("pound", at: start) && !sterling.holds(text, at: start):
            return (isWeight(text, amount, start, end) ? pound : unit, end)
        case "KRW" where text.has("won", at: start):
            // 12 of 13 won; 500 billion won.
            guard amount.numeral.hasScale || amount.numeral.low >= DecimalNumber(1000),
                !text.has("the", at: text.skippingSpaces(end))
            else { return nil }
            return (unit, end)
        case "times" where text.has("times", at: start):
            return (isMultiple(text, amount, end) ? unit : occurrence, end)
        case "times" where text[start] == "x" || text[start] == "×":
            return text.isSpace(start - 1) && text[start] == "x" ? nil : (unit, end)
        case "second"
        where amount.numeral.kind == .english && text.has("second", at: start)
            && text[start + 6] != "s" && text[start - 1] != "-":
            return nil
        default: return (unit, end)
        }
    }

    /// 75C, 98F: two digits or a minus sign, and no noun directly after (10C超充).
    static func degrees(_ text: QuantityText, _ amount: Amount, _ end: Int) -> (
        unit: QuantityUnit, end: Int
    )? {
        guard end < text.count, amount.numeral.kind == .latin, !amount.numeral.hasScale,
            amount.numeral.range.count >= 2, !text.isLetter(end + 1), !text.isDigit(end + 1),
            !text.isHan(end + 1), text[end + 1] != "-"
        else { return nil }
        switch text.cased[end] {
        case "C": return (celsius, end + 1)
        case "F":
            // 18F is more often a name.
            let near = max(0, amount.range.lowerBound - 60)..<min(text.count, end + 40)
            return near.contains { isWordStart(text, $0) && weather.holds(text, at: $0) }
                ? (fahrenheit, end + 1) : nil
        default: return nil
        }
    }

    private static let celsius = QuantityUnit("celsius", .measure, .measure("celsius"))
    private static let fahrenheit = QuantityUnit("fahrenheit", .measure, .measure("fahrenheit"))

    /// Money where the number has a scale, or words of money are near; else a weight.
    private static func isWeight(
        _ text: QuantityText, _ amount: Amount, _ start: Int, _ end: Int
    ) -> Bool {
        if amount.numeral.hasScale { return false }
        let near = max(0, amount.range.lowerBound - 50)..<min(text.count, end + 40)
        return !near.contains { isWordStart(text, $0) && money.holds(text, at: $0) }
    }

    private static func isWordStart(_ text: QuantityText, _ index: Int) -> Bool {
        text.isLetter(index) && !text.isLetter(index - 1)
    }

    /// Whether `times` compares sizes: 3 times as many; 250,000 times is how often.
    private static func isMultiple(
        _ text: QuantityText, _ amount: Amount, _ end: Int
    ) -> Bool {
        let next = text.skippingSpaces(end)
        if amount.numeral.place == 0, amount.numeral.low >= DecimalNumber(1000) { return false }
        if amount.numeral.place < 0 || next >= text.count || comparisons.holds(text, at: next) {
            return true
        }
        if case .change? = ChangeWords.before.match(
            text, before: text.skippingSpaces(before: amount.range.lowerBound))?.value
        {
            return true
        }
        return text[next].isOne(of: ".,;!?") && amount.numeral.low <= DecimalNumber(20)
            && ChangeWords.acrossObject.match(
                text, before: text.skippingSpaces(before: amount.range.lowerBound)) != nil
    }

    private static let comparisons = WordTable(
        "as the that what its their his her more less fewer greater larger bigger higher lower faster slower longer better worse smaller stronger than over last likelier growth earnings revenue sales"
    )
    private static let weather = WordTable(
        "temperature temperatures degrees heat cold weather hot warm warmer cooler high highs low lows freezing oven thermostat fever"
    )
    /// How often something happens.
    private static let occurrence = QuantityUnit("次", .count, .count)

    private static let hourly = WordTable("时速 每小时 时速达 时速约")
    private static let sterling = WordTable("pounds_sterling")
    private static let money = WordTable(
        "cost costs pay paid pays price priced prices worth fine fined sterling british pence spend spent earn earned salary budget tax fee fees uk london bill debt grant donation sold bought wages income ticket tickets"
    )
    /// A pound is 453.59237 g.
    static let pound = QuantityUnit(
        "pound", .measure, .measure("gram"),
        classFactor: DecimalNumber(unchecked: 45_359_237, exponent: -5))

    static let kilometers = QuantityUnit(
        "kilometer-per-hour", .measure, .measure("kilometer-per-hour"))
    static let miles = QuantityUnit(
        "mile-per-hour", .measure, .measure("kilometer-per-hour"),
        classFactor: DecimalNumber(unchecked: 1_609_344, exponent: -6))
    private static let speeds = WordTable<QuantityUnit>([
        (
            "km/h kph kmh kilometers_per_hour kilometres_per_hour kilometers_an_hour kilometres_an_hour km_per_hour 公里/小时 公里每小时",
            kilometers
        ),
        ("mph miles_per_hour miles_an_hour mi/h 英里/小时 英里每小时", miles),
    ])
}
