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
    /// The last quantity, as the words of the next one may need it.
    private var previous: ChangeReader.Previous?
    private var found: [Quantity] = []
    private var pairs: ChangePairs

    init(_ text: QuantityText) {
        self.text = text
        pairs = ChangePairs(text)
    }

    mutating func all() -> [Quantity] {
        while at < text.count {
            if !QuantityStarts.contains(text, at) {
                at += 1
            } else if let end = LookAlikes.end(text, at: at) {
                at = end
            } else if let rank = RankReader(text, floor: floor).read(at: at) {
                at = max(rank.end, at + 1)
                if let quantity = rank.quantity {
                    found.append(quantity)
                    previous = nil
                    floor = at
                }
            } else if let multiple = MultipleWords.read(text, at: at, floor: floor) {
                add(multiple)
            } else if let quantity = digitsCount() {
                found.append(quantity)
                previous = nil
                floor = at
            } else if !readAmount() {
                at += 1
            }
        }
        return found
    }

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
        ("两位数 双位数 double-digit double_digits", (10, 99)), ("三位数 triple-digit", (100, 999)),
        ("低两位数 低双位数", (10, 15)),
    ])
    private static let percentWords = WordTable("百分比 的百分比 百分点 percent percentage")

    // MARK: Numbers

    /// Whether something was read or passed over.
    private mutating func readAmount() -> Bool {
        let reader = AmountReader(text, floor: floor)
        guard let first = reader.read(at: at) else { return false }
        var span = QuantitySpan(text, floor: floor, first: first)
        if let (second, joint) = secondEnd(first) {
            span.add(second)
            if let ends = span.ends, pairs.isChange(from: first, joint: joint, to: second) {
                var earlier = ends.0
                if !pairs.isStart(first) {
                    earlier.readModality(after: previous)
                    add(earlier)
                }
                var later = ends.1
                later.readModality(after: previous)
                add(later)
                return true
            }
        }
        span.readModality(after: previous)
        guard span.isQuantity else {
            let end = span.ends == nil ? first.numeral.range.upperBound : span.range.upperBound
            at = max(at + 1, end)
            return true
        }
        add(span)
        return true
    }

    private mutating func add(_ span: QuantitySpan) {
        var span = span
        if span.previous.direction == nil, pairs.earlierIsLoss(before: span, in: found) {
            span.inheritLoss()
        }
        var quantity = span.quantity()
        pairs.link(&quantity, span, in: &found)
        found.append(quantity)
        previous = span.previous
        at = span.range.upperBound
        floor = span.range.upperBound
    }

    /// The other end of 3–5%, 3%至5%, 三到五成, between 3 and 5 percent.
    private func secondEnd(_ first: Amount) -> (second: Amount, joint: Int)? {
        let end = first.range.upperBound
        let at = text.skippingSpaces(end)
        guard !first.numeral.isVague, !first.numeral.isOutOfRange,
            let (_, after) = RangeWords.joints.match(text, at: at),
            !RangeWords.needsBetween.holds(text, at: at)
                || RangeWords.between.holds(
                    text, before: text.skippingSpaces(before: first.range.lowerBound)),
            !text.has("or", at: at) || first.unit == nil && first.numeral.kind == .latin
        else { return nil }
        let next = text.skippingSpaces(after)
        var start = next
        if let (_, begin) = RangeWords.signs.match(text, at: next) { start = begin }
        guard let second = AmountReader(text, floor: after).read(at: start),
            !second.numeral.isVague,
            !second.numeral.isOutOfRange,
            first.numeral.unit == second.numeral.unit
                || first.numeral.unit == "percent" && second.unit == nil,
            second.range.lowerBound == next,
            !text.has("or", at: at) || second.numeral.low == first.numeral.nextInteger
        else { return nil }
        return (second, at)
    }
}

/// The words of ranges.
enum RangeWords {
    static let joints = WordTable("- – — ―― —— ~ ～ ∼ 至 到 to and or ‐ ‑")
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
        starts.formUnion(MultipleWords.words.firsts)
        starts.formUnion(QuantityReader.digitCounts.firsts)
        starts.formUnion(AmountReader.halves.firsts)
        starts.formUnion(RankReader.firstPlace.firsts)
        starts.formUnion("½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞#".unicodeScalars.map(\.value))
        for scalar in starts where scalar < 0x10000 { plane[Int(scalar)] = true }
        return plane
    }()
}
