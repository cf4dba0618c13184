import Text

/// An amount or a range of two, with the words that bound it.
struct QuantitySpan {
    private let text: QuantityText
    private let floor: Int
    private var first: Amount
    private var second: Amount?
    private(set) var range: Range<Int>
    private var modality: Quantity.Modality?
    /// 级 after 千亿, or 数以 before it.
    private var isMagnitude = false
    private var isCountless = false
    /// ±5%.
    private var isPlusMinus = false
    private var change = ChangeReader.Found()
    /// Whether 翻了一番 or doubled is the number.
    var isWord = false

    init(_ text: QuantityText, floor: Int, first: Amount) {
        self.text = text
        self.floor = floor
        self.first = first
        range = first.range
    }

    // MARK: Ranges

    /// Makes a range of two amounts when they fit together.
    mutating func add(_ other: Amount) {
        var first = first
        do throws(DecimalOverflow) {
            if first.unit == nil, first.numeral.unit == nil {
                if !first.numeral.hasScale, other.numeral.hasScale, let factor = Self.scale(other) {
                    try first.numeral.multiply(factor)
                    first.numeral.hasScale = true
                }
            } else if first.unit?.family == .currency, !first.hasUnitWord, !first.numeral.hasScale,
                let factor = Self.scale(other)
            {
                try first.numeral.multiply(factor)
            }
            var other = other
            if first.numeral.unit != nil { other.numeral.unit = first.numeral.unit }
            if first.unit?.family == .currency, other.unit == nil { other.unit = first.unit }
            first.unit = first.unit ?? other.unit
            guard first.unitName == other.unitName,
                other.unitName != nil || isPlainRange(first, other)
            else { return }
            var low = try first.bounds().least
            let high = try other.bounds().most
            if low > high, first.unit == nil || !self.first.hasUnitWord {
                first = self.first
                first.unit = other.unit
                low = try first.bounds().least
            }
            if first.isNegative, other.isNegative, low > high {
                // -5%~-10%.
                swap(&first, &other)
                low = high
            }
            guard low < (try other.bounds().most) else { return }
            self.first = first
            second = other
            range = range.lowerBound..<max(first.range.upperBound, other.range.upperBound)
        } catch {
            return
        }
    }

    /// The two ends apart, each with its unit; `nil`: there is one number.
    var ends: (QuantitySpan, QuantitySpan)? {
        guard let second else { return nil }
        return (
            QuantitySpan(text, floor: floor, first: first),
            QuantitySpan(text, floor: first.range.upperBound, first: second)
        )
    }

    /// The unit of the number.
    var unitName: String? { (second ?? first).unitName ?? first.unitName }
    var firstNumeral: Numeral { first.numeral }

    /// 300–500 and 300万至500万 are ranges; 3-5 may be a score.
    private func isPlainRange(_ a: Amount, _ b: Amount) -> Bool {
        text[a.range.upperBound] != "-" || b.numeral.hasScale
    }

    /// 亿 of 5–8亿.
    private static func scale(_ amount: Amount) -> DecimalNumber? {
        amount.numeral.hasScale ? amount.numeral.scale : nil
    }

    // MARK: Bounding words

    /// - Parameter previous: the quantity that ends at `floor`.
    mutating func readModality(after previous: ChangeReader.Previous? = nil) {
        readMagnitude()
        readPlusMinus()
        readPrefix()
        readSuffix()
        readChange(previous)
    }

    /// The bounding words of a word like doubled.
    mutating func readBounds(isMore: Bool) {
        readPrefix()
        if isMore { modality = .moreThan }
        readSuffix()
    }

    /// ±5%, 正负5%, plus or minus 5%.
    private mutating func readPlusMinus() {
        guard second == nil, !first.isNegative,
            let (_, start) = ModalityWords.plusMinus.match(
                text, before: text.skippingSpaces(before: range.lowerBound)), start >= floor
        else { return }
        isPlusMinus = true
        range = start..<range.upperBound
    }

    /// The direction, with words like 约 before the word of change: 约下降5%.
    private mutating func readChange(_ previous: ChangeReader.Previous?) {
        guard !isPlusMinus, unitName != "rank" else { return }
        let reader = ChangeReader(text: text, floor: floor, previous: previous)
        if let found = reader.before(range.lowerBound), isMeant(found) {
            change = found
            if let start = found.start {
                range = start..<range.upperBound
                if modality == nil, let (word, begin) = prefix(before: start),
                    word == .about || word == .almost
                {
                    modality = word
                    range = begin..<range.upperBound
                }
            }
        } else if let (direction, end) = reader.after(range.upperBound),
            isMeant(.init(direction: direction))
        {
            change.direction = direction
            change.isShared = false
            range = range.lowerBound..<end
            readSuffix()
        }
    }

    /// A loss is money or a share; what is cut (300 jobs) is counted and not negative.
    private func isMeant(_ found: ChangeReader.Found) -> Bool {
        let family = (second ?? first).unit?.family
        let isValue =
            family == .share || family == .currency || unitName == "percent"
            || unitName == "ratio"
        if found.isLoss { return isValue || family == nil && first.numeral.hasScale }
        guard let start = found.start, !isValue else { return true }
        return !ChangeWords.ofObjects.holds(text, at: start) || text.has("by", at: found.start ?? 0)
            || range.lowerBound - start > 12
    }

    /// What the next quantity needs to know of this one.
    var previous: ChangeReader.Previous {
        ChangeReader.Previous(
            start: range.lowerBound, direction: change.direction, isShared: change.isShared,
            isLoss: change.isLoss)
    }

    /// A loss that an earlier value of the same change has: 亏损从3亿收窄到2亿.
    mutating func inheritLoss() {
        guard change.direction == nil else { return }
        change.direction = .down
        change.isLoss = true
    }

    private mutating func readMagnitude() {
        guard second == nil, !first.isNegative, first.numeral.hasScale || first.numeral.isBarePower,
            first.numeral.low == first.numeral.high, first.numeral.low.mantissa == 1,
            !first.numeral.isPoint
        else { return }
        let end = first.numeral.range.upperBound
        guard let (_, after) = ModalityWords.magnitude.match(text, at: end) else { return }
        isMagnitude = true
        if text[end] == "元" { first.unit = UnitTable.yuan }
        range = range.lowerBound..<after
    }

    private mutating func readPrefix() {
        guard let (word, start) = prefix(before: range.lowerBound) else { return }
        if word == .vague, first.isNegative { return }
        if word == .vague { isCountless = true } else { modality = word }
        range = start..<range.upperBound
    }

    private func prefix(before index: Int) -> (value: Quantity.Modality, start: Int)? {
        var at = text.skippingSpaces(before: index)
        if first.numeral.isBarePower || text[first.numeral.range.lowerBound] == "半",
            let found = match(ModalityWords.beforePower, at)
        {
            return found
        }
        for _ in 0..<3 {
            if let found = match(ModalityWords.before, at) { return found }
            guard at > floor, let (_, start) = ModalityWords.links.match(text, before: at),
                start >= floor
            else { return nil }
            at = text.skippingSpaces(before: start)
        }
        return nil
    }

    private func match(_ table: WordTable<Quantity.Modality>, _ at: Int)
        -> (value: Quantity.Modality, start: Int)?
    {
        guard at > floor, let found = table.match(text, before: at), found.start >= floor,
            !ModalityWords.others.holds(text, before: at)
                || at - found.start > 1
        else { return nil }
        // The > of a block quote.
        if text[found.start] == ">", found.start == 0 || text[found.start - 1] == "\n" {
            return text.isSpace(found.start + 1) ? nil : found
        }
        return found
    }

    private mutating func readSuffix() {
        let end = text.skippingSpaces(range.upperBound)
        guard let (word, after) = ModalityWords.behind.match(text, at: end),
            !ModalityWords.notBehind.holds(text, at: end),
            word != .atLeast || text[end] != "起" || first.unit?.family == .currency
                || first.hasUnitWord
        else { return }
        if modality == nil || modality == .about { modality = word }
        range = range.lowerBound..<after
    }

    // MARK: Whether it is one

    var isQuantity: Bool {
        if isWord || first.numeral.isOutOfRange || isMagnitude || isCountless { return true }
        if let second {
            let bare = BareNumbers(text)
            if bare.isBareYear(first), bare.isBareYear(second) { return false }
            return modality != nil || !(bare.isYear(first) && bare.isYear(second))
        }
        if isPlusMinus { return first.unitName != nil || first.numeral.hasScale }
        return BareNumbers(text).isQuantity(
            first, hasModality: modality != nil, end: range.upperBound)
    }

    // MARK: The value

    func quantity() -> Quantity {
        var quantity = Quantity(
            range: text.bytes(range), low: nil, high: nil,
            unit: (second ?? first).unitName ?? first.unitName,
            modality: modality ?? .exact)
        guard !first.numeral.isOutOfRange else {
            quantity.isOutOfRange = true
            return quantity
        }
        do throws(DecimalOverflow) {
            try setBounds(&quantity)
        } catch {
            quantity.low = nil
            quantity.high = nil
            quantity.isOutOfRange = true
        }
        quantity.noun = (second ?? first).noun ?? first.noun
        quantity.isRoundCount = isRoundCount
        apply(change, to: &quantity)
        return quantity
    }

    /// 12,000 employees: digits that end in zeros, of something that is counted.
    private var isRoundCount: Bool {
        guard second == nil, modality == nil || modality == .exact, first.numeral.kind == .latin,
            !first.numeral.hasScale, first.numeral.place == 0, first.numeral.lastPlace > 0,
            first.numeral.low >= DecimalNumber(100)
        else { return false }
        return first.unit == nil || first.unit?.family == .count
    }

    private func apply(_ change: ChangeReader.Found, to quantity: inout Quantity) {
        if isPlusMinus {
            quantity.low = quantity.face?.negated
            quantity.high = quantity.face
            (quantity.face, quantity.place) = (nil, nil)
            quantity.modality = .range
            return
        }
        if quantity.unit == "times" {
            quantity.multiple = change.multiple
            if change.multiple == .either, quantity.face == .one { quantity.multiple = .by }
        }
        guard let direction = change.direction else { return }
        quantity.direction = direction
        guard direction == .down else { return }
        guard !first.isNegative else {
            quantity.isContradictory = !change.isLoss
            return
        }
        quantity.negate()
    }

    private func setBounds(_ quantity: inout Quantity) throws(DecimalOverflow) {
        let numeral = first.numeral
        var bounds = try first.bounds()
        var inner: Quantity.Modality = .exact
        if let second {
            let other = try second.bounds()
            bounds.low = bounds.least
            bounds.high = other.most
            bounds.most = other.most
            bounds.face = nil
            bounds.place = nil
            inner = .range
        } else if isMagnitude || isCountless {
            let high = try magnitudeEnd(bounds.least)
            (bounds.low, bounds.high, bounds.most) = (bounds.least, high, high)
            bounds.face = nil
            bounds.place = nil
            inner = .vague
        } else if numeral.isMore {
            inner = .moreThan
        } else if numeral.isRange {
            inner = .range
        } else if numeral.isVague {
            inner = .vague
        } else if numeral.isPlus {
            inner = .atLeast
        } else if numeral.isAbout {
            inner = .about
        }
        quantity.face = bounds.face
        quantity.place = bounds.place
        switch modality ?? inner {
        case .moreThan where numeral.isMore, .about where numeral.isMore,
            .almost where numeral.isMore:
            (quantity.low, quantity.high, quantity.modality) = (
                bounds.least, bounds.most, .moreThan
            )
        case .moreThan, .atLeast:
            quantity.low = bounds.least
            quantity.face = bounds.least
        case .lessThan, .atMost, .almost:
            quantity.high = bounds.most
            quantity.face = bounds.most
        case .exact, .about, .vague, .range:
            quantity.low = bounds.low
            quantity.high = bounds.high
        }
        if modality == nil || modality == .about && inner != .exact && inner != .about {
            quantity.modality = inner
        }
    }

    /// 千亿级 ends at 9,999亿, 数以百万计 at 9,999,999.
    private func magnitudeEnd(_ low: DecimalNumber) throws(DecimalOverflow) -> DecimalNumber {
        var step = 0
        if !isCountless {
            let value = low.leadingExponent
            step = value >= 12 ? 12 : value >= 8 ? 8 : value >= 4 ? 4 : 0
        }
        return try low * DecimalNumber(10) - (try DecimalNumber.powerOfTen(step))
    }
}
