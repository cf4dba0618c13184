import Text

/// What looks like a number and is none: addresses, dates, times, telephone numbers, versions,
/// years, chapters, names of models and networks.
enum LookAlikes {
    /// The end of an address or a joined run of digits that begins at `index`.
    static func end(_ text: QuantityText, at index: Int) -> Int? {
        if addresses.match(text, at: index) != nil, !text.isLetter(index - 1) {
            return addressEnd(text, index)
        }
        if let (_, end) = Idioms.words.match(text, at: index) { return end }
        if let end = hanDigitsEnd(text, index) { return end }
        if let end = EnglishLookAlikes.end(text, at: index) { return end }
        guard text.isDigit(index), !text.isDigit(index - 1) else { return nil }
        if let end = joinedDigitsEnd(text, index) { return end }
        if case .none(let end) = NumberRun.read(text, at: index) { return end }
        return nil
    }

    private static let addresses = WordTable<Bool>([
        ("http:// https:// ftp:// file:// mailto: www.", true)
    ])

    private static func addressEnd(_ text: QuantityText, _ index: Int) -> Int {
        var end = index
        while end < text.count {
            let scalar = text[end]
            if scalar <= 0x20 || ScalarClass(scalar) == .han || ScalarClass(scalar) == .space {
                break
            }
            if scalar.isOne(of: "\"<>“”、。，」】") {
                break
            }
            end += 1
        }
        return end
    }

    /// 2024-08-13, 400-800-1234, 12:30, 10.0.0.1, 2011-2016, 24/7, 0571-8888: the whole run.
    private static func joinedDigitsEnd(_ text: QuantityText, _ index: Int) -> Int? {
        var end = index
        var signs: [UInt32] = []
        var lengths: [Int] = []
        var length = 0
        while true {
            if text.isDigit(end) {
                length += 1
            } else if isJoint(text[end]), text.isDigit(end + 1), text[end] != "," {
                signs.append(text[end])
                lengths.append(length)
                length = 0
            } else {
                break
            }
            end += 1
        }
        lengths.append(length)
        if signs.contains(where: { $0 == ":" }) { return end }
        let dashes = signs.filter { $0 != "." }
        if dashes.count >= 2 || !dashes.isEmpty && text.isLetter(index - 1) { return end }
        if dashes.isEmpty {
            if signs.count >= 2 { return end }
            return signs.isEmpty && isNumberOfSomething(text, index..<end) ? end : nil
        }
        if dashes[0] == "/" { return fractionEnd(text, index..<end) == nil ? end : nil }
        if dashes[0].isOne(of: "×*") { return end }
        // One dash: a range when a unit follows (3-5%), else a date, a model or a score.
        let isCode = text[index] == "0" && lengths[0] > 1 && text[index + 1] != "."
        let isYears =
            lengths.allSatisfy { $0 == 4 } && (text[end] == "年" || !isFollowedByUnit(text, end))
        if isCode || isYears { return end }
        if dashes[0] == "-", !isFollowedByUnit(text, end) { return end }
        return nil
    }

    /// 二〇二四年, 九八年, 三三两两: digits in a row that make no number.
    ///
    /// 三四百 and 八五折 do.
    private static func hanDigitsEnd(_ text: QuantityText, _ index: Int) -> Int? {
        var end = index
        var digits: [Int] = []
        while case .digit(let digit)? = HanDigits.sign(text[end]) {
            digits.append(digit)
            end += 1
        }
        guard digits.count >= 2, text[index - 1] != "点" else { return nil }
        if digits.count == 2, digits[1] == digits[0] + 1 || digits == [3, 5] || text[end] == "折" {
            return nil
        }
        return text[end] == "年" ? end + 1 : end
    }

    private static func isJoint(_ scalar: UInt32) -> Bool {
        scalar.isOne(of: "-./:‐‑‒–—×*")
    }

    private static func isFollowedByUnit(_ text: QuantityText, _ end: Int) -> Bool {
        let at = text.skippingSpaces(end)
        if case .section? = HanDigits.sign(text[at]) { return true }
        if case .place? = HanDigits.sign(text[at]) { return true }
        return UnitTable.words.match(text, at: at) != nil
            || EnglishWords.scales.match(text, at: at) != nil
            || text[at].isOne(of: "kmb") && !text.isLetter(at + 1)
            || text.isLetter(at) && CountedNouns.words.match(text, at: at) != nil
    }

    /// A telephone number, or a day in eight digits.
    private static func isNumberOfSomething(_ text: QuantityText, _ range: Range<Int>) -> Bool {
        func value(_ digits: Range<Int>) -> UInt32 {
            digits.reduce(0) { $0 * 10 + (text[range.lowerBound + $1] - 0x30) }
        }
        if isFollowedByUnit(text, range.upperBound) { return false }
        if range.count == 11, text[range.lowerBound] == "1", text[range.lowerBound + 1] >= 0x33 {
            return true
        }
        return range.count == 8 && 1900...2099 ~= value(0..<4) && 1...12 ~= value(4..<6)
            && 1...31 ~= value(6..<8)
    }

    /// 1/3, 2/5: digits of a proper fraction.
    static func fractionEnd(_ text: QuantityText, _ range: Range<Int>) -> Int? {
        guard range.count == 3, text[range.lowerBound + 1] == "/",
            text[range.lowerBound] < text[range.lowerBound + 2], text[range.lowerBound] > 0x30
        else { return nil }
        let part = text[range.lowerBound]
        let whole = text[range.lowerBound + 2]
        return part == "1" || (0x32...0x35).contains(whole) ? range.upperBound : nil
    }
}

/// Names and set phrases that begin with a numeral and count nothing.
enum Idioms {
    static let words = WordTable(
        """
        一成不变 五行 十字路口 十字架 十字军 一起 一些 一样 一般 一直 一旦 一定 一切 一致 一方面 一时 一度 一向 一再 一边 一心 一下 万一 千万别 千万不 千万要 百度 百货 百姓 \
        十分重 十足 三星 三国 三人行 三角 三维 三农 三心二意 四川 四面八方 五花八门 七上八下 八卦 九寨 九州 二维 二手 二人转 七夕 五笔 四大名著 \
        三五成群 十全十美 千方百计 百花 百家争鸣 百家号 百家讲坛 万事 万物 万科 万达 千问 百川 千瓦时 七匹狼 三只松鼠 六个核桃 八大关 四通 三通一达 \
        一百八十度 三百六十行 二十四节气 二十四小时服务 二十四小时营业 二十四小时热线 三十而立 五十步笑百步 三十六计 一千零一夜 九牛一毛 三言两语 \
        两会 两岸 百年老店 百年大计 百年树人 百年好合 三天两头 三番五次 一五一十 十有八九 七七八八
        """)
}
