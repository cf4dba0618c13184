import Text

/// Finds the quantities in a text.
///
/// 1. Whatever only looks like a number is passed over (`LookAlikes`).
/// 2. A number with its sign, currency and unit is an `Amount` (`AmountReader`); two of them with a
///    dash or 至 between them are a range.
/// 3. Words around it bound it (`ModalityWords`).
/// 4. A number without any of these is a quantity only where nothing says otherwise
///    (`BareNumbers`).
struct QuantityReader {
    private let text: QuantityText
    /// The end of the last quantity.
    private var floor = 0
    private var at = 0

    init(_ text: QuantityText) {
        self.text = text
    }

    mutating func all() -> [Quantity] {
        var found: [Quantity] = []
        while at < text.count {
            if !QuantityStarts.contains(text, at) {
                at += 1
            } else if let end = LookAlikes.end(text, at: at) {
                at = end
            } else if let rank = RankReader(text, floor: floor).read(at: at) {
                at = rank.end
                if let quantity = rank.quantity {
                    found.append(quantity)
                    floor = at
                }
            } else if let quantity = multiple() ?? digitsCount() {
                found.append(quantity)
                floor = at
            } else if !readAmount(into: &found) {
                at += 1
            }
        }
        return found
    }

    // MARK: Words without a number

    /// 翻番, doubled.
    private mutating func multiple() -> Quantity? {
        guard let (times, end) = Self.multiples.match(text, at: at),
            !text.isLetter(at) || !text.isLetter(at - 1)
        else { return nil }
        let start = at
        at = end
        let value = DecimalNumber(times)
        return Quantity(
            range: text.bytes(start..<end), low: value, high: value, unit: "times",
            modality: .exact,
            face: value)
    }

    static let multiples = WordTable<Int>([
        ("翻番 翻倍 翻一番 翻了一番 翻了番 翻了倍 翻了一倍 翻一倍 twice doubled doubling twofold two-fold", 2),
        ("tripled tripling threefold", 3), ("翻两番 翻了两番 quadrupled fourfold", 4),
        ("fivefold", 5), ("tenfold", 10),
    ])

    /// 两位数, 个位数.
    private mutating func digitsCount() -> Quantity? {
        guard let (bounds, end) = Self.digitCounts.match(text, at: at) else { return nil }
        let start = at
        at = end
        var stop = end
        var unit: String?
        if let (_, after) = Self.percentWords.match(text, at: text.skippingSpaces(end)) {
            (unit, stop) = ("percent", after)
            at = after
        }
        return Quantity(
            range: text.bytes(start..<stop), low: DecimalNumber(bounds.0),
            high: DecimalNumber(bounds.1),
            unit: unit, modality: .vague)
    }

    static let digitCounts = WordTable<(Int, Int)>([
        ("个位数 single-digit single_digits", (1, 9)),
        ("两位数 双位数 double-digit double_digits", (10, 99)), ("三位数", (100, 999)),
        ("低两位数 低双位数", (10, 15)),
    ])
    private static let percentWords = WordTable("百分比 的百分比 百分点 percent percentage")

    // MARK: Numbers

    /// Whether something was read or passed over.
    private mutating func readAmount(into found: inout [Quantity]) -> Bool {
        let reader = AmountReader(text, floor: floor)
        guard let first = reader.read(at: at) else { return false }
        var span = QuantitySpan(text, floor: floor, first: first)
        if let second = secondEnd(first) { span.add(second) }
        span.readModality()
        guard span.isQuantity else {
            at = max(at + 1, first.numeral.range.upperBound)
            return true
        }
        let range = span.range
        found.append(span.quantity())
        at = range.upperBound
        floor = range.upperBound
        return true
    }

    /// The other end of 3–5%, 3%至5%, 三到五成, between 3 and 5 percent.
    private func secondEnd(_ first: Amount) -> Amount? {
        let end = first.range.upperBound
        let at = text.skippingSpaces(end)
        guard !first.numeral.isVague, !first.numeral.isOutOfRange,
            let (_, after) = RangeWords.joints.match(text, at: at),
            !RangeWords.needsBetween.holds(text, at: at)
                || RangeWords.between.holds(
                    text, before: text.skippingSpaces(before: first.range.lowerBound))
        else { return nil }
        let next = text.skippingSpaces(after)
        var start = next
        if let (_, begin) = RangeWords.signs.match(text, at: next) { start = begin }
        guard let second = AmountReader(text, floor: after).read(at: start),
            !second.numeral.isVague,
            !second.numeral.isOutOfRange,
            first.numeral.unit == second.numeral.unit
                || first.numeral.unit == "percent" && second.unit == nil,
            second.range.lowerBound == next
        else { return nil }
        return second
    }
}

/// The words of ranges.
enum RangeWords {
    static let joints = WordTable("- – — ―― —— ~ ～ ∼ 至 到 to and ‐ ‑")
    static let needsBetween = WordTable("and")
    static let between = WordTable("between")
    /// Signs that the second number may begin with.
    static let signs = WordTable("$ us$ hk$ € £ ¥ -")
}

/// Where a quantity, or something to be passed over, may begin: most of a text is neither.
enum QuantityStarts {
    /// A digit, a Han numeral, the first letter of a word, or the first character of a listed word.
    static func contains(_ text: QuantityText, _ index: Int) -> Bool {
        let scalar = text[index]
        if text.isLetter(index) { return !text.isLetter(index - 1) }
        return scalar < 0x10000 && plane[Int(scalar)]
    }

    /// By scalar of the basic plane.
    private static let plane: [Bool] = {
        var plane = [Bool](repeating: false, count: 0x10000)
        var starts = Set("0123456789第前半".unicodeScalars.map(\.value))
        starts.formUnion(HanDigits.all)
        starts.formUnion(Idioms.words.firsts)
        starts.formUnion(QuantityReader.multiples.firsts)
        starts.formUnion(QuantityReader.digitCounts.firsts)
        starts.formUnion(AmountReader.halves.firsts)
        starts.formUnion(RankReader.firstPlace.firsts)
        for scalar in starts where scalar < 0x10000 { plane[Int(scalar)] = true }
        return plane
    }()
}
