import Text

/// Reads a number with its sign, currency and unit.
struct AmountReader {
    private let text: QuantityText
    /// Nothing before this scalar belongs to the amount.
    private let floor: Int

    init(_ text: QuantityText, floor: Int) {
        self.text = text
        self.floor = floor
    }

    /// - Parameter index: where the digits or words of the number begin.
    func read(at index: Int) -> Amount? {
        guard var numeral = share(at: index) ?? number(at: index) else { return nil }
        readPlus(&numeral)
        var amount = Amount(
            range: numeral.range, numeral: numeral, numberEnd: numeral.range.upperBound)
        do throws(DecimalOverflow) {
            if numeral.unit == nil { try readUnit(&amount) }
        } catch {
            amount.numeral.isOutOfRange = true
        }
        readSigns(&amount)
        return amount
    }

    // MARK: The number

    func number(at index: Int) -> Numeral? {
        if text.isDigit(index) {
            if let end = LookAlikes.fractionEnd(text, index..<min(text.count, index + 3)),
                !text.isDigit(end), text[end] != "/"
            {
                return Fractions.numeral(
                    DecimalNumber(Int(text[index] - 0x30)),
                    DecimalNumber(Int(text[index + 2] - 0x30)),
                    at: index..<end, .latin)
            }
            if let ratio = EnglishFractions.ratio(text, at: index) { return ratio }
            let numeral = LatinNumeral.read(text, at: index)
            return numeral.range.isEmpty ? nil : numeral
        }
        if let (part, whole) = VulgarFractions.parts(text[index]) {
            var share = Fractions.numeral(
                DecimalNumber(part), DecimalNumber(whole), at: index..<index + 1, .latin)
            let next = text.skippingSpaces(index + 1)
            if let (unit, _) = UnitTable.words.match(text, at: next), unit.family != .count {
                share?.unit = nil
            }
            return share
        }
        if let half = half(at: index) { return half }
        if HanDigits.sign(text[index]) != nil {
            return discount(at: index) ?? HanNumeral.read(text, at: index)
        }
        if text.isLetter(index), !text.isLetter(index - 1), !text.isDigit(index - 1) {
            return EnglishNumeral.read(text, at: index)
        }
        return nil
    }

    /// 百分之十五, 千分之三, 三分之二.
    private func share(at index: Int) -> Numeral? {
        if let (exponent, end) = Self.shares.match(text, at: index) {
            let at = text.skippingSpaces(end)
            guard text.isDigit(at) || HanDigits.sign(text[at]) != nil, var part = number(at: at)
            else { return nil }
            do throws(DecimalOverflow) {
                try part.multiply(try DecimalNumber.powerOfTen(exponent))
            } catch {
                return .outOfRange(index..<part.range.upperBound, .han)
            }
            part.unit = "percent"
            part.range = index..<part.range.upperBound
            return part
        }
        guard HanDigits.sign(text[index]) != nil, let whole = HanNumeral.read(text, at: index),
            text.has("分之", at: whole.range.upperBound), !whole.isVague,
            let part = HanNumeral.read(text, at: whole.range.upperBound + 2), !part.isOutOfRange,
            !part.isVague
        else { return nil }
        return Fractions.numeral(
            part.low, whole.low, at: index..<part.range.upperBound, .han)
    }

    private static let shares = WordTable<Int>([("百分之", 0), ("千分之", -1), ("万分之", -2)])

    /// 半年, 半个月, 一半, 半数.
    private func half(at index: Int) -> Numeral? {
        if let (_, end) = Self.halves.match(text, at: index),
            !Self.partsOfHalf.holds(text, before: index)
        {
            return Fractions.numeral(.one, DecimalNumber(2), at: index..<end, .han)
        }
        if text[index] == "半", Self.beforeHalf.holds(text, before: index),
            !text.isHan(index + 1) || text[index + 1] == "的"
        {
            return Fractions.numeral(.one, DecimalNumber(2), at: index..<index + 1, .han)
        }
        guard text[index] == "半", !Self.partsOfHalf.holds(text, before: index),
            let (unit, _) = UnitTable.words.match(text, at: index + 1), unit.family == .time
        else { return nil }
        var half = Fractions.numeral(.one, DecimalNumber(2), at: index..<index + 1, .han)
        half?.unit = nil
        return half
    }

    static let halves = WordTable("一半 半数")
    private static let beforeHalf = WordTable("过 超过 近 超")
    /// 上半年 is a period.
    private static let partsOfHalf = WordTable("上 下 前 后 大 小 东 西 南 北 夜 另")

    /// 八五折 is 8.5.
    private func discount(at index: Int) -> Numeral? {
        guard case .digit(let first)? = HanDigits.sign(text[index]), first > 0,
            case .digit(let second)? = HanDigits.sign(text[index + 1]), text[index + 2] == "折"
        else { return nil }
        do throws(DecimalOverflow) {
            let value = try DecimalNumber(mantissa: Int128(first * 10 + second), exponent: -1)
            return Numeral(value, place: -1, at: index..<index + 2, .han)
        } catch {
            return nil
        }
    }

    /// 100+.
    private func readPlus(_ numeral: inout Numeral) {
        let end = numeral.range.upperBound
        guard text[end] == "+", !text.isDigit(end + 1), !text.isLetter(end + 1) else { return }
        numeral.isPlus = true
        numeral.range = numeral.range.lowerBound..<end + 1
    }

    // MARK: The unit

    private func readUnit(_ amount: inout Amount) throws(DecimalOverflow) {
        let end = amount.numeral.range.upperBound
        var at = text.skippingSpaces(end)
        if amount.numeral.kind == .latin, !amount.numeral.hasScale,
            let (_, after) = EnglishFractions.andAHalf.match(text, at: at)
        {
            try addHalf(&amount)
            amount.numeral.range = amount.numeral.range.lowerBound..<after
            amount.range = amount.range.lowerBound..<after
            at = text.skippingSpaces(after)
            if let (exponent, end) = EnglishWords.scales.match(text, at: at) {
                amount.numeral.place = -1
                amount.numeral.isPoint = false
                try amount.numeral.multiply(try DecimalNumber.powerOfTen(exponent))
                amount.numeral.hasScale = true
                amount.numeral.range = amount.numeral.range.lowerBound..<end
                amount.range = amount.range.lowerBound..<end
                at = text.skippingSpaces(end)
            } else if UnitTable.words.match(text, at: at)?.value.family == .share {
                amount.numeral.place = -1
                amount.numeral.isPoint = false
            }
        }
        if text[at] == "-", text.isLetter(at + 1), amount.numeral.kind != .han { at += 1 }
        if let (unit, after) = UnitContext.degrees(text, amount, end) {
            return set(&amount, unit, from: end, to: after)
        }
        if text.has("个多", at: at),
            UnitTable.words.match(text, at: at + 2)?.value.family == .time
                || text.has("个多月", at: at)
        {
            // 3个多月: up to 4.
            try amount.numeral.widen()
            if text[at + 2] == "月" {
                return set(&amount, UnitTable.month, from: at, to: at + 3)
            }
            at += 2
        } else if text.has("个半", at: at) {
            // 一个半小时, 两个半月.
            try addHalf(&amount)
            if text[at + 2] == "月" {
                return set(&amount, UnitTable.month, from: at, to: at + 3)
            }
            at += 2
        }
        guard let (unit, after) = UnitTable.words.match(text, at: at),
            (UnitTable.notUnits.match(text, at: at)?.end ?? after) <= after,
            !(text.isLetter(at) && at == end && text.isLetter(after)), fits(unit, amount, at, after)
        else {
            try readBlock(&amount, at)
            return readNoun(&amount, at)
        }
        if unit.id == "percent", unit.factor == DecimalNumber(10) {
            return try readTenths(&amount, unit, at, after)
        }
        if unit.id == "起", NumberRun.hasCurrency(text, amount.numeral.range.lowerBound) { return }
        let meant = UnitContext.meant(unit, text, amount, at, after)
        guard let meant else { return readNoun(&amount, at) }
        set(&amount, meant.unit, from: at, to: meant.end)
        try readTail(&amount)
        if unit.family == .count, unit.id != "人" {
            amount.noun = CountedNouns.han(text, at: amount.range.upperBound)?.kind
        }
    }

    /// 12,000 employees, 1.5亿用户: what is counted is the unit.
    private func readNoun(_ amount: inout Amount, _ index: Int) {
        guard amount.unit == nil else { return }
        var at = index
        if amount.numeral.isVague, text.has("of ", at: at) {
            // dozens of people
            at = text.skippingSpaces(at + 3)
        }
        if text.isLetter(at), at > amount.numeral.range.upperBound || amount.numeral.kind == .han {
            guard
                let (noun, end) = CountedNouns.match(text, at: at)
                    ?? CountedNouns.plural(text, at: at)
            else { return }
            amount.noun = noun.kind
            set(&amount, QuantityUnit(noun.word, .count, .count), from: at, to: end)
        } else if amount.numeral.hasScale, let noun = CountedNouns.han(text, at: at) {
            amount.noun = noun.kind
        }
    }

    private func fits(_ unit: QuantityUnit, _ amount: Amount, _ at: Int, _ after: Int) -> Bool {
        if unit.id == "times", text[at] == "×" || text[at] == "x" {
            return !text.isDigit(text.skippingSpaces(after))
        }
        return true
    }

    private func set(_ amount: inout Amount, _ unit: QuantityUnit, from start: Int, to end: Int) {
        amount.unit = unit
        amount.numberEnd = start
        amount.hasUnitWord = true
        amount.range = amount.range.lowerBound..<end
    }

    private func addHalf(_ amount: inout Amount) throws(DecimalOverflow) {
        let half = try DecimalNumber(mantissa: 5, exponent: -1)
        amount.numeral.low = try amount.numeral.low + half
        amount.numeral.high = try amount.numeral.high + half
        amount.numeral.isPoint = true
    }

    /// 块 is money after 万 and where no noun follows it; otherwise a counting word.
    private func readBlock(_ amount: inout Amount, _ at: Int) throws(DecimalOverflow) {
        guard text[at] == "块" else { return }
        let next = text.skippingSpaces(at + 1)
        // 一块 GPU is one piece.
        let isMoney = !text.isHan(at + 1) && !text.isLetter(next) || amount.numeral.hasScale
        set(
            &amount, isMoney ? UnitTable.yuan : UnitTable.piece, from: at,
            to: at + 1)
    }

    /// 三成, 三成五, 三成半, 三成多, 八折, 85折.
    private func readTenths(_ amount: inout Amount, _ unit: QuantityUnit, _ at: Int, _ after: Int)
        throws(DecimalOverflow)
    {
        var end = after
        guard amount.numeral.low > .zero, amount.numeral.high < DecimalNumber(100),
            !amount.numeral.hasScale
        else { return }
        if text[at] == "折" {
            if amount.numeral.low >= DecimalNumber(10) {
                try amount.numeral.multiply(try DecimalNumber.powerOfTen(-1))
            }
            if text[after] == "半", amount.numeral.low == amount.numeral.high {
                // 五折半.
                try addHalf(&amount)
                amount.numeral.isPoint = false
                amount.numeral.place = -1
                end += 1
            }
        } else {
            guard amount.numeral.high <= DecimalNumber(10) else { return }
            if case .digit(let digit)? = HanDigits.sign(text[after]), digit > 0,
                !amount.numeral.isRange,
                !amount.numeral.isVague, HanDigits.sign(text[after + 1]) == nil,
                // 四成八升至五成: 升 means rises here, not liters.
                text[after + 1] == "升" || UnitTable.words.match(text, at: after + 1) == nil
            {
                let value = try DecimalNumber(mantissa: Int128(digit), exponent: -1)
                amount.numeral.low = try amount.numeral.low + value
                amount.numeral.high = amount.numeral.low
                amount.numeral.place = -1
                end += 1
            } else if text[after] == "半", amount.numeral.low == amount.numeral.high {
                // 两成半.
                try addHalf(&amount)
                amount.numeral.isPoint = false
                amount.numeral.place = -1
                end += 1
            } else if text[after] == "多" || text[after] == "余", !amount.numeral.isMore,
                !amount.numeral.isRange, !amount.numeral.isVague, !MoreWords.isOther(text, after)
            {
                try amount.numeral.widen()
                end += 1
            }
        }
        set(&amount, unit, from: at, to: end)
    }

    /// 两年半, 一倍半, 两年多, 3亿元多.
    private func readTail(_ amount: inout Amount) throws(DecimalOverflow) {
        let end = amount.range.upperBound
        guard let unit = amount.unit, !amount.numeral.isMore, !amount.numeral.isVague else {
            return
        }
        let isTime = unit.family == .time
        if let (_, after) = EnglishFractions.andAHalf.match(text, at: text.skippingSpaces(end)),
            text.isLetter(end - 1)
        {
            try addHalf(&amount)
            amount.range = amount.range.lowerBound..<after
        } else if text[end] == "半", isTime || unit.id == "times",
            unit.id != "month" || text[end - 1] == "月",
            UnitTable.words.match(text, at: end + 1) == nil, text[end + 1] != "夜"
        {
            try addHalf(&amount)
            amount.range = amount.range.lowerBound..<end + 1
        } else if text[end] == "多" || text[end] == "余", !MoreWords.isOther(text, end),
            isTime || unit.family == .currency || unit.id == "times"
        {
            try amount.numeral.widen()
            amount.range = amount.range.lowerBound..<end + 1
        }
    }

    // MARK: In front

    /// The sign and the currency in either order: −$5, $−5, 负5.
    private func readSigns(_ amount: inout Amount) {
        var start = amount.range.lowerBound
        func readSign() {
            if let sign = sign(before: start), !(amount.isNegative) {
                amount.isNegative = sign.isNegative
                start = sign.start
            }
        }
        readSign()
        let at = text.skippingSpaces(before: start)
        if at > floor, at >= start - 1,
            let (currency, begin) = UnitTable.wordsBefore.match(text, before: at),
            begin >= floor, amount.numeral.unit == nil,
            amount.unit == nil || amount.unit?.id == currency.id || isPlainMoney(amount)
        {
            amount.unit = currency
            start = begin
            readSign()
        }
        amount.range = start..<amount.range.upperBound
    }

    /// 元 alone: in 新台币30亿元 the words before say whose.
    private func isPlainMoney(_ amount: Amount) -> Bool {
        amount.range.upperBound == amount.numberEnd + 1
            && text[amount.numberEnd].isOne(of: "元圆")
    }

    private func sign(before index: Int) -> (isNegative: Bool, start: Int)? {
        let at = text.skippingSpaces(before: index)
        guard at > floor else { return nil }
        switch text[at - 1] {
        case "-", "−", "﹣":
            guard at == index, !text.isDigit(at - 2), !text.isLetter(at - 2), text[at - 2] != "%",
                text[at - 2] != "-"
            else { return nil }
            return (true, at - 1)
        case "+":
            guard at == index, !text.isDigit(at - 2), !text.isLetter(at - 2), text[at - 2] != "+"
            else { return nil }
            return (false, at - 1)
        case "负":
            return Self.notNegative.holds(text, before: at) ? nil : (true, at - 1)
        default:
            guard let (_, start) = Self.minus.match(text, before: at), start >= floor,
                !ModalityWords.plusMinus.holds(text, before: at)
            else { return nil }
            return (true, start)
        }
    }

    private static let notNegative = WordTable("正负 胜负 欺负 肩负 抱负 辜负 自负 担负 背负")
    private static let minus = WordTable("minus negative 零下 负的")
}
