import Text

/// Decides from the context whether a number is meant as a quantity.
struct BareNumbers {
    private let text: QuantityText

    init(_ text: QuantityText) {
        self.text = text
    }

    /// - Parameters:
    ///   - hasModality: whether a word like 超过 bounds it.
    ///   - end: where the words end, as scalar.
    func isQuantity(_ amount: Amount, hasModality: Bool, end: Int) -> Bool {
        if isJoined(amount), !isStrong(amount) || !text.isLetter(amount.range.lowerBound - 1) {
            return false
        }
        // since at least 2001
        if isBareYear(amount), yearValue(amount.numeral.range) <= 2030, !amount.numeral.isMore,
            yearValue(amount.numeral.range) >= 1900
        {
            return false
        }
        let isBounded = hasModality || amount.numeral.isMore || amount.numeral.isPlus
        switch amount.numeral.kind {
        case .latin: return isLatinQuantity(amount, isBounded)
        case .han: return isHanQuantity(amount, isBounded)
        case .english: return isEnglishQuantity(amount, isBounded)
        }
    }

    /// 2005年: four digits with 年, from 1000 to 2999.
    func isYear(_ amount: Amount) -> Bool {
        amount.unit?.id == "year" && amount.numeral.kind == .latin && !amount.numeral.hasScale
            && amount.numeral.range.count == 4 && 1000...2999 ~= yearValue(amount.numeral.range)
    }

    /// 2002 of 2002 to 2005: four digits without a unit or separator.
    func isBareYear(_ amount: Amount) -> Bool {
        amount.unit == nil && amount.numeral.unit == nil && amount.numeral.kind == .latin
            && !amount.numeral.hasScale && amount.numeral.range.count == 4
            && 1500...2099 ~= yearValue(amount.numeral.range)
    }

    // MARK: Digits

    /// H20, V3, /300, #5: part of a name.
    private func isJoined(_ amount: Amount) -> Bool {
        guard amount.numeral.kind == .latin else { return false }
        let before = amount.range.lowerBound - 1
        if text.isLetter(before) || text.isDigit(before) { return true }
        let sign = text[before]
        if sign.isOne(of: "_#/@\\%") { return true }
        return sign.isOne(of: "-.‐‑")
            && (text.isLetter(before - 1) || text.isDigit(before - 1) || sign == ".")
    }

    private func isStrong(_ amount: Amount) -> Bool {
        if let unit = amount.unit { return unit.family == .share || unit.family == .currency }
        return amount.numeral.unit == "percent"
            || amount.numeral.hasScale && text.isHan(amount.numeral.range.upperBound - 1)
    }

    private func isLatinQuantity(_ amount: Amount, _ isBounded: Bool) -> Bool {
        let number = amount.numeral.range
        if amount.numeral.isPoint, amount.numeral.unit == "ratio" { return true }
        if let unit = amount.unit, amount.hasUnitWord {
            return isUnitMeant(amount, unit, isBounded)
        }
        if amount.unit != nil || amount.numeral.hasScale {
            // 2000亿token, and not 70Bx.
            return !text.isLetter(number.upperBound) || text.isHan(number.upperBound - 1)
        }
        let end = number.upperBound
        if text.isLetter(end) || Self.notUnits.holds(text, at: end) && !isBounded { return false }
        if text[number.lowerBound - 1] == "双" || isDotted(number) { return false }
        if isBounded { return !Self.notUnits.holds(text, at: end) || amount.numeral.isMore }
        if amount.isNegative || text[number.lowerBound - 1] == "+" {
            return !text.isHan(end) || isLink(end)
        }
        if text[number.lowerBound] == "0", number.count > 1, text.isDigit(number.lowerBound + 1) {
            return false
        }
        let isGrouped = number.contains { text[$0] == "," }
        if !isGrouped, number.count == 4, 1900...2099 ~= yearValue(number) { return false }
        let next = text.skippingSpaces(end)
        if text.isHan(next), !isLink(next) { return isGrouped }
        return isGrouped || !isNumbering(number) && !isNamed(number)
    }

    /// 9·11: a day, or a name made of one.
    private func isDotted(_ number: Range<Int>) -> Bool {
        func isDot(_ index: Int) -> Bool { text[index] == "·" || text[index] == "・" }
        return isDot(number.upperBound) && text.isDigit(number.upperBound + 1)
            || isDot(number.lowerBound - 1) && text.isDigit(number.lowerBound - 2)
    }

    private func yearValue(_ range: Range<Int>) -> Int {
        range.reduce(0) { $0 * 10 + (text.isDigit($1) ? Int(text[$1] - 0x30) : 100_000) }
    }

    private func isUnitMeant(_ amount: Amount, _ unit: QuantityUnit, _ isBounded: Bool) -> Bool {
        let number = amount.numeral.range
        let end = amount.range.upperBound
        switch unit.id {
        case "year":
            if isYear(amount), !isBounded { return false }
            if amount.numeral.kind == .latin, number.count == 2, text.isDigit(end),
                text[end + 1] == "月" || text[end + 2] == "月"
            {
                return false
            }
            return !isOrdinal(number.lowerBound)
        case "quarter":
            // 四季度 is a period, 四个季度 a time.
            return text[amount.numberEnd] != "季" || amount.numeral.low > DecimalNumber(4)
                || amount.numeral.isRange
        case "hour":
            let is24 =
                number.count == 2 && text[number.lowerBound] == "2"
                && text[number.lowerBound + 1] == "4"
            return !(is24 && Self.service.holds(text, at: text.skippingSpaces(end)))
        case "大": return amount.numeral.kind == .han && number.count == 1
        case "点":
            // 3000点 of an index; 三点 and 9点 are times.
            return amount.numeral.kind == .latin && amount.numeral.low >= DecimalNumber(100)
        case "度":
            // 三度 is three times, 零下三度 a temperature.
            return amount.numeral.kind == .latin || amount.numeral.hasScale || amount.isNegative
                || Self.scales.holds(text, before: number.lowerBound)
        default: return true
        }
    }

    private static let scales = WordTable("摄氏 华氏 摄氏温度")

    /// 24小时服务热线.
    private static let service = WordTable(
        "服务 热线 营业 在线 客服 值班 全天 不间断 不停 不打烊 无休 便利 待命 制 自助 监控 内送达 电话 hotline service")

    /// 年月日 and the like: dates, not units of a bare number.
    private static let notUnits = WordTable("年 月 日 号 时 点 分 届 级 版 楼 室 路 线 班 ° ′ ″ : ： 后 强 型 代 系")

    /// 的, 至: words that leave a number before them alone.
    private func isLink(_ index: Int) -> Bool { Self.links.holds(text, at: index) }
    private static let links = WordTable("的 至 到 和 与 及 或 以 左 之 了 是 吗 呢 吧 并 而 但 比 增 降 升 减")

    /// 1. and （3） at the start of a line, 3.2 as the number of a section, [5].
    private func isNumbering(_ number: Range<Int>) -> Bool {
        let before = text[number.lowerBound - 1]
        let after = text[number.upperBound]
        if before.isOne(of: "([【{"), after.isOne(of: ")]】}") {
            return number.count <= 2
        }
        let start = text.skippingSpaces(before: number.lowerBound)
        let isLineStart = start == 0 || text[start - 1] == "\n" || before == "§"
        guard isLineStart, number.upperBound < text.count else { return false }
        return after.isOne(of: ".)、)") && number.count <= 2
            || text.isSpace(number.upperBound) && !isBeforeSmallLetter(number.upperBound)
                && !isPlural(text.skippingSpaces(number.upperBound))
    }

    /// 300 died.
    private func isBeforeSmallLetter(_ end: Int) -> Bool {
        let next = text.skippingSpaces(end)
        return next < text.count && text.cased[next] &- 0x61 < 26
    }

    /// Windows 10, chapter 3, 4.5 Turbo.
    private func isNamed(_ number: Range<Int>) -> Bool {
        let start = text.skippingSpaces(before: number.lowerBound)
        if Self.versions.holds(text, before: start) { return true }
        if start < number.lowerBound || text[number.lowerBound - 1] == "." {
            var word = start
            while word > 0, text.isLetter(word - 1) { word -= 1 }
            if word < start {
                if Self.numbered.holds(text, before: start) { return true }
                let isCapital = (word..<start).contains { text.cased[$0] &- 0x41 < 26 }
                if isCapital, !Self.openers.holds(text, before: start) { return true }
            }
        }
        let next = text.skippingSpaces(number.upperBound)
        return next < text.count && next > number.upperBound && text.cased[next] &- 0x41 < 26
            && !isPlural(next)
    }

    /// 300 Indians.
    private func isPlural(_ index: Int) -> Bool {
        var end = index
        while text.isLetter(end) { end += 1 }
        return end - index > 4 && text[end - 1] == "s" && text[end - 2] != "s"
    }

    private static let versions = WordTable("版本 版 型号 编号 序号 代码 电话 房间 学号 邮编")
    private static let numbered = WordTable(
        "chapter section page pages figure fig table version ver v no item step part volume vol line room gate route class grade type level"
    )
    private static let openers = WordTable(
        """
        in the with from of and by to at it we they for on a an is was are were has have had all only some these those its their his her our my your another more fewer just every last next \
        past most other that when while if after before since among than but or so then nearly almost about around over under roughly until through during between within without against as \
        not no yes now here there where why how what which who this each both either neither even still also yet once because although though unless whether like unlike including plus \
        additionally meanwhile however today tonight yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday
        """)

    // MARK: Chinese numerals

    private func isHanQuantity(_ amount: Amount, _ isBounded: Bool) -> Bool {
        let numeral = amount.numeral
        let number = numeral.range
        let start = number.lowerBound
        if numeral.unit != nil { return true }
        if text[start] == "数",
            Self.beforeSome.holds(text, before: start)
                || number.count == 1 && !Self.afterSome.holds(text, at: start + 1)
        {
            return false
        }
        if numeral.isBarePower {
            guard let unit = amount.unit else { return isBounded }
            return isBounded
                || number.count >= 2 && (unit.family == .currency || unit.family == .count)
        }
        if let unit = amount.unit {
            if numeral.isPoint { return true }
            return isHanUnit(amount, unit, isBounded)
        }
        if numeral.hasScale { return true }
        if isBounded, number.count > 1 || !text.isHan(number.upperBound) { return true }
        if number.count < 2 || isOrdinal(start) { return false }
        if numeral.isVague || numeral.low >= DecimalNumber(100) {
            return !Self.notUnits.holds(text, at: number.upperBound)
        }
        let next = text.skippingSpaces(number.upperBound)
        if Self.notUnits.holds(text, at: next) { return false }
        return !text.isHan(next) && !numeral.isRange || isLink(next)
    }

    private func isHanUnit(_ amount: Amount, _ unit: QuantityUnit, _ isBounded: Bool) -> Bool {
        let numeral = amount.numeral
        let start = numeral.range.lowerBound
        guard numeral.range.count == 1 else { return isUnitMeant(amount, unit, isBounded) }
        if isOrdinal(start) { return false }
        switch text[start] {
        case "一", "二":
            // 一家 is "a company"; 二次元, 二期 are not counts.
            return unit.family != .count
                && (unit.id != "quarter" || isUnitMeant(amount, unit, isBounded))
                || isBounded
        case "零", "〇":
            return unit.family == .share || unit.family == .currency
        default:
            return isUnitMeant(amount, unit, isBounded)
        }
    }

    /// 第三, 周三, 初三, 高三.
    private func isOrdinal(_ index: Int) -> Bool { Self.ordinals.holds(text, before: index) }
    private static let ordinals = WordTable("第 周 星期 礼拜 初 高 大 老 小 双 十一届 其")

    /// 人数, 总数: the number is not 数十.
    private static let beforeSome = WordTable(
        "人 户 次 倍 总 指 参 函 负 点 个 家 件 票 单 天 台 字 度 基 系 分 少 多 岁 级 位 页 股 大 无 复 半")
    private static let afterSome = WordTable("年 天 周 小时 分钟 秒 家 个 名 次 倍 种 项 张 件 款 台 人次 家次 轮 期 场 亿 万")

    // MARK: English words

    private func isEnglishQuantity(_ amount: Amount, _ isBounded: Bool) -> Bool {
        let numeral = amount.numeral
        if numeral.unit == "ratio" {
            return isBounded || numeral.range.count > 4
                || text.has("of", at: text.skippingSpaces(numeral.range.upperBound))
        }
        if amount.unit != nil, amount.hasUnitWord || numeral.hasScale { return true }
        // one or more
        if numeral.low == .one, numeral.high == .one, !numeral.hasScale { return false }
        if numeral.hasScale || isBounded { return true }
        return numeral.low >= DecimalNumber(12) && !numeral.isVague
    }
}
