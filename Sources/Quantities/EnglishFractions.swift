import Text

/// Reads halves and fractions in English words, alone and of a scale: half a billion, a quarter of
/// a
/// million, half a dozen, two-thirds, eight out of ten, 1 in 4.
enum EnglishFractions {
    static func read(_ text: QuantityText, at index: Int) throws(DecimalOverflow) -> Numeral? {
        if let ratio = ratio(text, at: index) { return ratio }
        guard let (parts, end) = words.match(text, at: index) else { return nil }
        let part = DecimalNumber(parts.0)
        let whole = DecimalNumber(parts.1)
        if let scaled = try scaled(text, parts, index, end) { return scaled }
        guard isMeant(text, index, end) else {
            // Passed over as a whole: a third buyer, first half of 2019.
            return nil
        }
        return Fractions.numeral(part, whole, at: index..<end, .english)
    }

    /// half a billion, half a dozen, a quarter of a million, half an hour, half a percentage point.
    private static func scaled(
        _ text: QuantityText, _ parts: (Int, Int), _ index: Int, _ end: Int
    ) throws(DecimalOverflow) -> Numeral? {
        var at = text[end] == "-" ? end + 1 : text.skippingSpaces(end)
        if let (_, after) = ofA.match(text, at: at) {
            at = text[after] == "-" ? after + 1 : text.skippingSpaces(after)
        } else if text[end] != "-" || parts.1 > 4 {
            return nil
        }
        guard
            let share = Fractions.numeral(
                DecimalNumber(parts.0), DecimalNumber(parts.1), at: index..<end, .english)
        else { return nil }
        var numeral = share
        numeral.unit = nil
        if let (exponent, after) = EnglishWords.scales.match(text, at: at) {
            numeral.isPoint = share.low != share.high
            numeral.place = -1
            numeral.lastPlace = -1
            if parts.1 == 4 { (numeral.place, numeral.lastPlace) = (-2, -2) }
            try numeral.multiply(try DecimalNumber.powerOfTen(exponent))
            numeral.hasScale = true
            numeral.range = index..<after
            return numeral
        }
        if let (value, after) = EnglishWords.hundreds.match(text, at: at), text[after] != "s" {
            try numeral.multiply(DecimalNumber(value))
            numeral.range = index..<after
            numeral.hasScale = true
            return numeral
        }
        guard let (unit, _) = UnitTable.words.match(text, at: at), unit.family != .count,
            text.isLetter(at), unit.id != "quarter"
        else { return nil }
        numeral.range = index..<at
        return numeral
    }

    /// Whether a third, half or a quarter is a share here.
    private static func isMeant(_ text: QuantityText, _ index: Int, _ end: Int) -> Bool {
        let before = text.skippingSpaces(before: index)
        if partsBefore.holds(text, before: before) { return false }
        if plurals.holds(text, at: index) { return true }
        let next = text.skippingSpaces(end)
        if next >= text.count || followers.holds(text, at: next) {
            return !text.has("quarter", at: end - 7) || !timesBefore.holds(text, before: before)
                || text.has("of", at: next)
        }
        if text[next].isOne(of: ".,;:!?)\"”") {
            return !text.has("quarter", at: end - 7) && !text.has("half", at: index)
                || boundsBefore.holds(text, before: before)
        }
        return boundsBefore.holds(text, before: before) && !text.isLetter(next)
    }

    /// eight out of ten, 1 in 4, one in every five, 12 of 13.
    static func ratio(_ text: QuantityText, at index: Int) -> Numeral? {
        guard let (part, end) = smallNumber(text, at: index),
            let (isWeak, joint) = joints.match(text, at: text.skippingSpaces(end)),
            end < joint, text.isSpace(end)
        else { return nil }
        let next = text.skippingSpaces(joint)
        guard let (whole, stop) = smallNumber(text, at: next), part > 0, part < whole,
            whole <= 1000,
            !text.isLetter(stop), text[stop] != "-", !text[stop].isOne(of: "%:/")
        else { return nil }
        let after = text.skippingSpaces(stop)
        if let (unit, _) = UnitTable.words.match(text, at: after), unit.family != .count,
            unit.id != "KRW"
        {
            return nil
        }
        if EnglishWords.scales.match(text, at: after) != nil
            || EnglishWords.hundreds.match(text, at: after) != nil
        {
            return nil
        }
        // one of two men picks, two of three games counts; 3 in 12 may be a place.
        if isWeak, part == 1 || whole > 100 { return nil }
        if text.has("in ", at: text.skippingSpaces(end)), whole > 20, whole % 10 != 0 { return nil }
        return Fractions.numeral(
            DecimalNumber(part), DecimalNumber(whole), at: index..<stop, .english)
    }

    private static func smallNumber(_ text: QuantityText, at index: Int) -> (Int, Int)? {
        if text.isDigit(index), !text.isDigit(index - 1), !text[index - 1].isOne(of: ".,$£€-") {
            var at = index
            var value = 0
            while text.isDigit(at), at - index < 5 {
                value = value * 10 + Int(text[at] - 0x30)
                at += 1
            }
            if text[at].isOne(of: ".,") && text.isDigit(at + 1) || at - index > 4 { return nil }
            return (value, at)
        }
        guard !text.isLetter(index - 1) else { return nil }
        return EnglishWords.numbers.match(text, at: index)
    }

    /// Whether the joint only sometimes makes a share.
    private static let joints = WordTable<Bool>([
        ("out_of out_of_every in in_every of_every", false), ("of of_the", true),
    ])
    private static let ofA = WordTable("a an of_a of_an")
    static let andAHalf = WordTable("and_a_half and-a-half and_one-half")
    static let words = WordTable<(Int, Int)>([
        ("half one_half one-half a_half", (1, 2)),
        ("a_third one_third one-third third_of_a", (1, 3)), ("two_thirds two-thirds", (2, 3)),
        ("a_quarter one_quarter one-quarter quarter", (1, 4)),
        ("three_quarters three-quarters", (3, 4)), ("a_fifth one_fifth one-fifth", (1, 5)),
        ("two_fifths two-fifths", (2, 5)), ("three_fifths three-fifths", (3, 5)),
        ("four_fifths four-fifths", (4, 5)), ("a_sixth one_sixth one-sixth", (1, 6)),
        ("five_sixths five-sixths", (5, 6)), ("an_eighth one_eighth one-eighth", (1, 8)),
        ("three_eighths three-eighths", (3, 8)), ("seven_eighths seven-eighths", (7, 8)),
        ("a_tenth one_tenth one-tenth", (1, 10)), ("three-tenths three_tenths", (3, 10)),
        ("nine-tenths nine_tenths", (9, 10)), ("seven-tenths seven_tenths", (7, 10)),
    ])
    private static let plurals = WordTable(
        """
        two_thirds two-thirds three_quarters three-quarters two_fifths two-fifths three_fifths three-fifths four_fifths four-fifths five_sixths five-sixths \
        three_eighths three-eighths seven_eighths seven-eighths three-tenths three_tenths nine-tenths nine_tenths seven-tenths seven_tenths
        """)
    private static let partsBefore = WordTable(
        "first second last latter other top bottom back front better early late upper lower one-and-a and_a this each per every third fourth next previous"
    )
    private static let followers = WordTable(
        "of less more fewer lower higher smaller larger bigger as are were was is have had say said believe think the to all its their since from this"
    )
    private static let timesBefore = WordTable("in for per every each within after than")
    private static let boundsBefore = WordTable(
        "by than about nearly almost over under around roughly least to only just up down fell rose grew dropped cut"
    )
}
