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
