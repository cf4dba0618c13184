import Text

/// Reads ranks: 第三, 第3-5名, 排名前三, 前十名, Top 3, No.
///
/// 1, #3, 30th, third place, second-largest.
struct RankReader {
    private let text: QuantityText
    private let floor: Int

    init(_ text: QuantityText, floor: Int) {
        self.text = text
        self.floor = floor
    }

    /// What a 第, 前 or top begins: a rank, or something to be passed over.
    struct Result {
        var quantity: Quantity?
        /// Scalar after it.
        var end: Int
    }

    func read(at index: Int) -> Result? {
        if let (_, end) = Self.firstPlace.match(text, at: index),
            text[index] != "登" || (end..<end + 24).contains(where: { text[$0] == "榜" })
        {
            return Result(quantity: rank(.one, .one, index, end, .exact), end: end)
        }
        switch text[index] {
        case "第": return ordinal(at: index)
        case "前": return leading(at: index)
        case "#": return hash(at: index)
        default: return text.isDigit(index) ? digitOrdinal(at: index) : english(at: index)
        }
    }

    /// #3.
    private func hash(at index: Int) -> Result? {
        guard !text.isLetter(index - 1), !text.isDigit(index - 1), text[index - 1] != "&",
            let number = self.number(at: index + 1), number.kind == .latin,
            number.range.count <= 2, number.low > .zero, !text.isLetter(number.range.upperBound),
            !text.isHan(number.range.upperBound)
        else { return nil }
        let end = number.range.upperBound
        return Result(quantity: rank(number.low, number.low, index, end, .exact), end: end)
    }

    /// 30th; but the 30th floor and July 30th are passed over.
    private func digitOrdinal(at index: Int) -> Result? {
        guard !text.isDigit(index - 1), !text.isLetter(index - 1),
            !text[index - 1].isOne(of: ".,-/")
        else { return nil }
        var end = index
        var value = 0
        while text.isDigit(end), end - index < 5 {
            value = value * 10 + Int(text[end] - 0x30)
            end += 1
        }
        guard let (_, after) = Self.suffixes.match(text, at: end), !text.isLetter(after), value > 0
        else {
            return nil
        }
        let before = text.skippingSpaces(before: index)
        let isRank = isRanked(text.skippingSpaces(after))
        if !isRank,
            Self.months.holds(text, before: before)
                || Self.notRanks.holds(
                    text, at: text[after] == "-" ? after + 1 : text.skippingSpaces(after))
        {
            return Result(end: after)
        }
        let number = DecimalNumber(value)
        return Result(quantity: rank(number, number, index, after, .exact), end: after)
    }

    /// place, -largest, most …: words that make an ordinal a rank.
    private func isRanked(_ index: Int) -> Bool {
        rankedEnd(index) != nil
    }

    private func rankedEnd(_ index: Int) -> Int? {
        let at = text[index] == "-" ? index + 1 : index
        if let (_, end) = Self.rankNouns.match(text, at: at) { return end }
        var end = at
        while text.isLetter(end) { end += 1 }
        guard end - at >= 5, text.has("est", at: end - 3), !Self.notSuperlatives.holds(text, at: at)
        else { return nil }
        return end
    }

    private static let suffixes = WordTable("st nd rd th")
    private static let rankNouns = WordTable(
        "place most best worst least ranked spot seed-ranked biggest")
    private static let notSuperlatives = WordTable(
        "forest interest request protest harvest contest invest arrest guest quest west northwest southwest midwest budapest conquest suggest digest chest crest"
    )
    private static let notRanks = WordTable(
        """
        floor anniversary birthday century centuries street st st. avenue ave grade grader graders amendment congress district division infantry season edition annual time year day month week hour \
        minute quarter inning president circuit generation gen precinct regiment battalion airborne armored wedding consecutive straight round of and \
        percentile january february march april may june july august september october november december parallel arrondissement hole lap game match goal home visit
        """)
    private static let months = WordTable(
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. on"
    )

    /// 第三; but 第三章, 第三季度 are passed over with their number.
    private func ordinal(at index: Int) -> Result? {
        let at = text.skippingSpaces(index + 1)
        guard let number = number(at: at) else { return nil }
        var end = number.range.upperBound
        let isRanked = Self.rankWords.holds(text, before: text.skippingSpaces(before: index))
        var next = text.skippingSpaces(end)
        if let (_, joint) = RangeWords.joints.match(text, at: next),
            let last = self.number(at: text[joint] == "第" ? joint + 1 : joint),
            last.low > number.low,
            Self.places.holds(text, at: text.skippingSpaces(last.range.upperBound))
        {
            // 第3-5名.
            next = text.skippingSpaces(last.range.upperBound) + 1
            return Result(
                quantity: rank(number.low, last.low, start(index), next, .range), end: next)
        }
        if Self.places.holds(text, at: next) {
            end = next + 1
        } else if text.isHan(next), !Self.grades.holds(text, at: next) {
            guard isRanked, !Self.classifiers.holds(text, at: next) else {
                return Result(end: passed(end))
            }
        } else if !isRanked, isEnumeration(index, next) {
            return Result(end: end)
        }
        return Result(
            quantity: rank(number.low, number.low, start(index), end, .exact), end: end)
    }

    /// 第三， at the start of a sentence counts arguments.
    private func isEnumeration(_ index: Int, _ next: Int) -> Bool {
        let isStart =
            index == 0
            || text[text.skippingSpaces(before: index) - 1].isOne(of: "\n。;；!?")
        return isStart && text[next].isOne(of: "，,、:：.")
    }

    /// The unit after a number that is not a rank: 第三季度, 第5个小时.
    private func passed(_ end: Int) -> Int {
        UnitTable.words.match(text, at: end)?.end ?? end
    }

    /// 前三, 前10名; but 前三年, 前三季度 are passed over.
    private func leading(at index: Int) -> Result? {
        let at = text.skippingSpaces(index + 1)
        guard !Self.notLeading.holds(text, before: index + 1), let number = number(at: at),
            !number.isVague, number.low > .zero
        else { return nil }
        var end = number.range.upperBound
        let next = text.skippingSpaces(end)
        let isRanked = Self.rankWords.holds(text, before: index)
        if Self.places.holds(text, at: next) {
            end = next + 1
        } else if text.isHan(next), !Self.followers.holds(text, at: next) {
            guard isRanked, !Self.classifiers.holds(text, at: next) else {
                return Result(end: passed(end))
            }
        }
        if number.kind == .latin, text.isLetter(end) || text[end] == "%" { return nil }
        return Result(quantity: rank(.one, number.low, start(index), end, .atMost), end: end)
    }

    private func english(at index: Int) -> Result? {
        guard text.isLetter(index), !text.isLetter(index - 1), !text.isDigit(index - 1) else {
            return nil
        }
        if let (_, after) = Self.top.match(text, at: index) ?? top(index) {
            let at = text[after] == "-" ? after + 1 : text.skippingSpaces(after)
            guard let number = number(at: at) ?? EnglishNumeral.read(text, at: at), !number.isVague,
                !text.isLetter(number.range.upperBound), text[number.range.upperBound] != "%"
            else { return nil }
            let end = number.range.upperBound
            return Result(quantity: rank(.one, number.low, index, end, .atMost), end: end)
        }
        if let (place, after) = Self.ordinalWords.match(text, at: index),
            let end = rankedEnd(text[after] == "-" ? after : text.skippingSpaces(after))
        {
            let value = DecimalNumber(place)
            return Result(quantity: rank(value, value, index, end, .exact), end: end)
        }
        if let (_, after) = Self.ranked.match(text, at: index),
            let (place, end) = Self.ordinalWords.match(text, at: text.skippingSpaces(after))
        {
            let value = DecimalNumber(place)
            return Result(quantity: rank(value, value, index, end, .exact), end: end)
        }
        if let (_, after) = Self.number.match(text, at: index) {
            let at = text.skippingSpaces(after)
            if let number = number(at: at) ?? EnglishNumeral.read(text, at: at), number.low > .zero
            {
                return Result(
                    quantity: rank(number.low, number.low, index, number.range.upperBound, .exact),
                    end: number.range.upperBound)
            }
        }
        return nil
    }

    /// TOP3: no boundary between the word and the digits.
    private func top(_ index: Int) -> (value: Bool, end: Int)? {
        text.has("top", at: index) && text.isDigit(index + 3) ? (true, index + 3) : nil
    }

    /// Han or Latin digits without scale words in between.
    private func number(at index: Int) -> Numeral? {
        let numeral: Numeral? =
            if text.isDigit(index) { LatinNumeral.read(text, at: index) } else {
                HanNumeral.read(text, at: index)
            }
        guard let numeral, !numeral.isOutOfRange, !numeral.isBarePower, numeral.low == numeral.high,
            numeral.place >= 0
        else { return nil }
        return numeral
    }

    private func start(_ index: Int) -> Int {
        let at = text.skippingSpaces(before: index)
        guard at > floor, let (_, start) = Self.leads.match(text, before: at), start >= floor else {
            return index
        }
        return start
    }

    private func rank(
        _ low: DecimalNumber, _ high: DecimalNumber, _ start: Int, _ end: Int,
        _ modality: Quantity.Modality
    ) -> Quantity {
        Quantity(
            range: text.bytes(start..<end), low: low, high: high, unit: "rank", modality: modality,
            face: high)
    }

    /// Belongs to the words of the rank.
    private static let leads = WordTable("排名 排行 位列 位居 名列")
    private static let rankWords = WordTable(
        "排名 排行 位列 位居 名列 排 居 列 排在 排到 跻身 全球 全国 世界 中国 国内 行业 榜 榜单 升至 降至 跌至 下降到 上升到 位于 进入 挤进 冲进 稳居 市场 业内 应用"
    )
    /// 登顶 only of a list: 登顶免费榜, and not of a mountain.
    static let firstPlace = WordTable("榜首 头名 第一名 登顶")
    private static let places = WordTable("名 位 强")
    private static let grades = WordTable("大 高 多 低 的 和 与 及 至 到 快 长 重 富 好 强")
    private static let followers = WordTable("大 的 和 与 及 列 之 甲 席")
    private static let classifiers = WordTable(
        "章 节 条 款 页 届 次 个 季 批 期 轮 代 版 卷 部 集 回 步 天 年 月 周 日 线 方 者 人称 产业 财经 时间 曲线 阶 级 类 层 种 件 点 学期 世界 梯 手 课 号 场 性 小时 分钟 秒 半"
    )
    /// 以前, 目前, 提前: 前 is part of another word.
    private static let notLeading = WordTable("以前 之前 目前 提前 此前 日前 年前 从前 空前 当前 史前 超前 面前 眼前")
    private static let top = WordTable("top top-")
    private static let ranked = WordTable("ranked ranks ranking rank placed came finished")
    private static let number = WordTable("no. number_one_of ranked_no. ranked_number")
    private static let ordinalWords = WordTable<Int>([
        ("first 1st", 1), ("second 2nd", 2), ("third 3rd", 3), ("fourth 4th", 4), ("fifth 5th", 5),
        ("sixth 6th", 6), ("seventh 7th", 7), ("eighth 8th", 8), ("ninth 9th", 9),
        ("tenth 10th", 10), ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13),
        ("fourteenth", 14), ("fifteenth", 15), ("twentieth", 20),
    ])
}
