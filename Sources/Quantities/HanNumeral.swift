import Text

/// Reads numerals in Chinese characters: 一百零五万, 十几, 数十亿, 三四百, 一点五亿, 伍佰, 二十多万.
///
/// Three levels: a digit waits for its place, places add up to a section below 万, sections add up.
/// Precision: units and tens are written in full (二十 is 20), 百 and above are round (三千 is good to a
/// thousand); a place without a digit is the number itself (百分之百).
struct HanNumeral {
    private let text: QuantityText
    private let start: Int
    private var at: Int
    private var total: Span?
    private var totalSection = Int.max
    private var section: Span?
    private var lowestPlace = 4
    private var digit: Span?
    private var hasDigit = false
    private var signs = 0
    private var result: Numeral

    /// A number, or the least and the most that vague words mean, with the places of its last
    /// digits.
    private struct Span {
        var low: DecimalNumber
        var high: DecimalNumber
        var place = 0
        var lastPlace = 0

        func times(_ exponent: Int) throws(DecimalOverflow) -> Span {
            let power = try DecimalNumber.powerOfTen(exponent)
            return Span(
                low: try low * power, high: try high * power, place: place + exponent,
                lastPlace: lastPlace + exponent)
        }

        func plus(_ other: Span?) throws(DecimalOverflow) -> Span {
            guard let other else { return self }
            return Span(
                low: try low + other.low, high: try high + other.high, place: other.place,
                lastPlace: other.lastPlace)
        }
    }

    /// - Returns: `nil` when no numeral begins at `index`.
    static func read(_ text: QuantityText, at index: Int) -> Numeral? {
        if let near = nearPower(text, at: index) { return near }
        var reader = HanNumeral(text, index)
        do throws(DecimalOverflow) {
            return try reader.numeral()
        } catch {
            var end = reader.at
            while HanDigits.sign(text[end]) != nil { end += 1 }
            return .outOfRange(index..<end, .han)
        }
    }

    /// 千八百 is 800 to 1000, 百八十 80 to 100, 万八千 8000 to 10,000.
    private static func nearPower(_ text: QuantityText, at index: Int) -> Numeral? {
        guard HanDigits.sign(text[index - 1]) == nil,
            case .digit(let digit)? = HanDigits.sign(text[index + 1]),
            digit > 1, case .place(let lower)? = HanDigits.sign(text[index + 2])
        else { return nil }
        switch HanDigits.sign(text[index]) {
        case .place(let exponent)? where exponent == lower + 1: break
        case .section(4)? where lower == 3: break
        default: return nil
        }
        do throws(DecimalOverflow) {
            let power = try DecimalNumber.powerOfTen(lower)
            var numeral = Numeral(
                try DecimalNumber(digit) * power, place: lower, at: index..<index + 3, .han)
            numeral.high = try power * DecimalNumber(10)
            numeral.isRange = true
            return numeral
        } catch {
            return nil
        }
    }

    private init(_ text: QuantityText, _ index: Int) {
        self.text = text
        start = index
        at = index
        result = Numeral(.zero, place: 0, at: index..<index, .han)
    }

    private mutating func numeral() throws(DecimalOverflow) -> Numeral? {
        reading: while let sign = HanDigits.sign(text[at]) {
            switch sign {
            case .digit(let value):
                guard try add(digit: value) else { break reading }
            case .some:
                guard addSome() else { break reading }
            case .place(let exponent):
                guard exponent < lowestPlace, try add(place: exponent) else { break reading }
            case .section(let exponent):
                guard try add(section: exponent) else { break reading }
            }
            signs += 1
            at += 1
            try readDecimals()
            try readMore()
            skipCounter()
        }
        guard at > start else { return nil }
        return try finished()
    }

    // MARK: Signs

    private mutating func add(digit value: Int) throws(DecimalOverflow) -> Bool {
        if result.isMore || result.isAbout { return false }
        if value == 0, section != nil || total != nil, digit == nil {
            lowestPlace = min(lowestPlace, 4)
            hasDigit = true
            return true
        }
        let number = DecimalNumber(value)
        if let waiting = digit {
            // 三四百, 三五天: two digits in a row that count on, before a place or a word.
            guard !result.isVague, !result.isRange, waiting.low > .zero,
                number == (try waiting.low + .one)
                    || waiting.low == DecimalNumber(3) && value == 5,
                HanDigits.sign(text[at + 1]).map(Self.isPlace) ?? true
            else { return false }
            digit = Span(low: waiting.low, high: number)
            result.isRange = true
            return true
        }
        digit = Span(low: number, high: number)
        hasDigit = true
        return true
    }

    private static func isPlace(_ sign: HanDigits.Sign) -> Bool {
        switch sign {
        case .place, .section: true
        case .digit, .some: false
        }
    }

    private mutating func addSome() -> Bool {
        guard digit == nil, !result.isVague, !result.isMore else { return false }
        if text[at] == "数", at > start { return false }
        let isInside = section != nil
        digit = Span(low: DecimalNumber(isInside ? 1 : 2), high: DecimalNumber(9))
        result.isVague = true
        hasDigit = true
        return true
    }

    private mutating func add(place exponent: Int) throws(DecimalOverflow) -> Bool {
        if result.isMore || result.isAbout { return false }
        var part: Span
        if let digit {
            part = try digit.times(exponent)
            part.place = exponent == 1 ? 0 : exponent
            if result.isVague {
                part.high = try part.high + (try DecimalNumber.powerOfTen(exponent) - .one)
            }
        } else {
            guard exponent == 1 || section == nil && total == nil else { return false }
            let power = try DecimalNumber.powerOfTen(exponent)
            part = Span(low: power, high: power, place: 0, lastPlace: exponent)
        }
        section = try section?.plus(part) ?? part
        digit = nil
        lowestPlace = exponent
        return true
    }

    private mutating func add(section exponent: Int) throws(DecimalOverflow) -> Bool {
        var amount = section
        if let digit { amount = try section?.plus(digit) ?? digit }
        guard let amount else {
            // 万亿, or 亿 alone.
            let whole = total ?? Span(low: .one, high: .one)
            if total != nil, text[at - 1] != "万", text[at - 1] != "亿" { return false }
            total = try whole.times(exponent)
            totalSection = min(totalSection, exponent)
            result.hasScale = true
            return true
        }
        if let total, totalSection < exponent {
            self.total = try total.plus(amount).times(exponent)
        } else if totalSection == exponent {
            return false
        } else {
            let scaled = try amount.times(exponent)
            total = try total?.plus(scaled) ?? scaled
        }
        totalSection = exponent
        section = nil
        digit = nil
        lowestPlace = 4
        result.hasScale = true
        return true
    }

    // MARK: Between digits

    /// 一点五亿; 三点 before a time is none.
    private mutating func readDecimals() throws(DecimalOverflow) {
        guard text[at] == "点", digit != nil || section != nil, !result.isVague, !result.isRange
        else { return }
        var end = at + 1
        var fraction = DecimalNumber.zero
        while case .digit(let value) = HanDigits.sign(text[end]) {
            fraction =
                try fraction + (try DecimalNumber(mantissa: Int128(value), exponent: at - end))
            end += 1
        }
        guard end > at + 1, text[end] != "十", text[end] != "分" else { return }
        let part = Span(low: fraction, high: fraction, place: at + 1 - end, lastPlace: at + 1 - end)
        let whole = try section?.plus(digit) ?? digit ?? part
        section = try whole.plus(part)
        digit = nil
        lowestPlace = 0
        at = end
        signs += 2
    }

    /// 多, 余, 来 after a place or section.
    private mutating func readMore() throws(DecimalOverflow) {
        guard digit == nil, !result.isMore, !result.isVague else { return }
        let scalar = text[at]
        if scalar == "来", section != nil, !text.isDigit(at + 1) {
            result.isAbout = true
            at += 1
        } else if scalar == "多" || scalar == "余", !MoreWords.isOther(text, at) {
            result.isMore = true
            at += 1
            if var section {
                section.high = try section.high + (try DecimalNumber.powerOfTen(section.lastPlace))
                self.section = section
            } else if var total {
                total.high = try total.high + (try DecimalNumber.powerOfTen(total.lastPlace))
                self.total = total
            }
        }
    }

    /// 三个亿, 几个亿.
    private mutating func skipCounter() {
        guard text[at] == "个", digit != nil || section != nil else { return }
        var next = at + 1
        while case .place = HanDigits.sign(text[next]) { next += 1 }
        if case .section = HanDigits.sign(text[next]), next == at + 1 { at += 1 }
    }

    // MARK: The end

    private mutating func finished() throws(DecimalOverflow) -> Numeral? {
        switch HanDigits.sign(text[start]) {
        case .place(2...), .section:
            if hasDigit { return nil }
            result.isBarePower = true
        default: break
        }
        if let digit, HanDigits.sign(text[at - 1]) != nil { try addColloquial(digit) }
        if signs == 1, HanDigits.isFinancial(text[start]) { return nil }
        guard var whole = total ?? section ?? digit else { return nil }
        if total != nil {
            whole = try whole.plus(section)
            whole = try whole.plus(digit)
        } else if section != nil {
            whole = try whole.plus(digit)
        }
        result.low = whole.low
        result.high = whole.high
        result.place = whole.place
        result.lastPlace = whole.lastPlace
        if section == nil, digit == nil, total != nil {
            result.scale = try DecimalNumber.powerOfTen(totalSection)
        }
        result.range = start..<at
        return result
    }

    /// 一百二 is 120, 三万五 is 35,000: the last digit has the place below.
    private mutating func addColloquial(_ digit: Span) throws(DecimalOverflow) {
        guard at - start >= 2, !result.isVague, !result.isRange,
            let before = HanDigits.sign(text[at - 2])
        else { return }
        switch before {
        case .place(let exponent) where exponent > 1:
            self.digit = try digit.times(exponent - 1)
            self.digit?.place = exponent == 2 ? 0 : exponent - 1
        case .section(let exponent) where section == nil && exponent < 12:
            self.digit = try digit.times(exponent - 1)
        default: return
        }
    }
}

/// 多 and 余 that are not "and more": 多少, 多样, 余额.
enum MoreWords {
    static func isOther(_ text: QuantityText, _ index: Int) -> Bool {
        others.holds(text, at: index)
    }

    private static let others = WordTable("多少 多样 多方 多维 多元化 多元文化 多次 余额 余下 余地 多模 多云 多端")
}

/// What single Han characters are in a numeral.
///
/// All keys are folded.
enum HanDigits {
    enum Sign: Sendable, Equatable {
        case digit(Int)
        /// 十 百 千: exponent.
        case place(Int)
        /// 万 亿 兆: exponent.
        case section(Int)
        /// 几 数.
        case some
    }

    static func sign(_ scalar: UInt32) -> Sign? { signs[scalar] }

    /// All signs, folded.
    static var all: some Sequence<UInt32> { signs.keys }

    static func isFinancial(_ scalar: UInt32) -> Bool { financial.contains(scalar) }

    private static let signs: [UInt32: Sign] = {
        var signs: [UInt32: Sign] = [:]
        func add(_ words: String, _ sign: Sign) {
            for scalar in words.unicodeScalars { signs[Folding.fold(scalar.value)] = sign }
        }
        for (digit, words) in [
            "零〇", "一壹", "二两贰兩貳", "三叁参參叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖",
        ].enumerated() {
            add(words, .digit(digit))
        }
        add("十拾", .place(1))
        add("百佰", .place(2))
        add("千仟", .place(3))
        add("万萬", .section(4))
        add("亿億", .section(8))
        add("兆", .section(12))
        add("几幾数數", .some)
        return signs
    }()

    private static let financial = Set(
        "壹贰貳叁参參叄肆伍陆陸柒捌玖拾佰仟".unicodeScalars.map { Folding.fold($0.value) })
}
