import Text

/// Words that are a multiple by themselves: 翻番, doubled, halved.
enum MultipleWords {
    static let words = WordTable<Int>([
        (
            """
            翻番 翻倍 翻一番 翻了一番 翻了番 翻了倍 翻了一倍 翻一倍 翻了个倍 twice doubled doubling doubles twofold two-fold two_fold double_the double_its double_their double_last \
            double_that double_what
            """, 2000
        ),
        (
            "tripled trebled tripling triples threefold three-fold triple_the triple_its triple_last thrice",
            3000
        ),
        ("翻两番 翻了两番 quadrupled quadrupling fourfold four-fold quadruple_the", 4000),
        ("quintupled fivefold five-fold", 5000),
        ("翻三番 翻了三番", 8000), ("sixfold six-fold", 6000), ("eightfold eight-fold", 8000),
        ("tenfold ten-fold", 10_000), ("hundredfold", 100_000),
        ("腰斩 减半 halved halving", 500),
    ])

    /// What `twice` must stand before to compare sizes: won twice is a count of times.
    private static let comparing = WordTable(
        "as the its their his her last that what this our your")
    private static let twice = WordTable("twice thrice")

    /// A span with the unit `times`, its bounding words included.
    static func read(_ text: QuantityText, at index: Int, floor: Int) -> QuantitySpan? {
        guard let (thousandths, end) = words.match(text, at: index),
            !text.isLetter(index) || !text.isLetter(index - 1)
        else { return nil }
        if twice.holds(text, at: index), !comparing.holds(text, at: text.skippingSpaces(end)) {
            return nil
        }
        var numeral = Numeral(.zero, place: 0, at: index..<end, .english)
        do throws(DecimalOverflow) {
            let value = try DecimalNumber(mantissa: Int128(thousandths), exponent: -3)
            (numeral.low, numeral.high) = (value, value)
        } catch {
            return nil
        }
        numeral.isPoint = true
        numeral.unit = "times"
        var stop = end
        if text[end] == "多" || text[end] == "余" { stop += 1 }
        let amount = Amount(
            range: index..<stop, numeral: numeral, numberEnd: end)
        var span = QuantitySpan(text, floor: floor, first: amount)
        span.isWord = true
        span.readBounds(isMore: stop > end)
        return span
    }
}
