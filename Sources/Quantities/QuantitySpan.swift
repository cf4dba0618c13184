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
            guard low < high else { return }
            self.first = first
            second = other
            range = range.lowerBound..<other.range.upperBound
        } catch {
            return
        }
    }

    /// 300–500 and 300万至500万 are ranges; 3-5 may be a score.
    private func isPlainRange(_ a: Amount, _ b: Amount) -> Bool {
        text[a.range.upperBound] != "-" || b.numeral.hasScale
    }

    /// 亿 of 5–8亿.
    private static func scale(_ amount: Amount) -> DecimalNumber? {
        amount.numeral.hasScale ? amount.numeral.scale : nil
    }

    // MARK: Bounding words

    mutating func readModality() {
        readMagnitude()
        readPrefix()
        readSuffix()
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
        return found
    }

    private mutating func readSuffix() {
        let end = text.skippingSpaces(range.upperBound)
        guard let (word, after) = ModalityWords.behind.match(text, at: end) else { return }
        if modality == nil || modality == .about { modality = word }
        range = range.lowerBound..<after
    }

    // MARK: Whether it is one

    var isQuantity: Bool {
        if first.numeral.isOutOfRange || isMagnitude || isCountless { return true }
        if let second {
            let bare = BareNumbers(text)
            return modality != nil || !(bare.isYear(first) && bare.isYear(second))
        }
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
        return quantity
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

/// Words that bound a number, before and after it.
enum ModalityWords {
    static let before = WordTable<Quantity.Modality>([
        (
            """
            超过 超過 突破 破 逾 超 多于 高于 大于 超出 不止 远超 已超 冲破 over more_than above exceeding exceeds exceeded exceed greater_than in_excess_of upwards_of \
            surpassing surpassed surpasses topping topped >
            """, .moreThan
        ),
        (
            """
            不到 不足 未满 不满 低于 少于 小于 未达 不及 跌破 less_than fewer_than lower_than under below <
            """, .lessThan
        ),
        (
            """
            至少 不少于 不低于 大于等于 大于或等于 最少 起码 最低 不小于 不下 不下于 至少有 at_least no_less_than no_fewer_than not_less_than not_fewer_than a_minimum_of minimum_of ≥ >= ⩾
            """, .atLeast
        ),
        (
            """
            不超过 不超 至多 最多 不多于 不高于 不大于 小于等于 小于或等于 不逾 顶多 最高 最多可达 最高可达 最高达 up_to at_most no_more_than not_more_than a_maximum_of maximum_of \
            ≤ <= ⩽
            """, .atMost
        ),
        ("近 将近 接近 几近 逼近 快到 nearly almost close_to approaching just_under just_shy_of", .almost),
        (
            """
            约 大约 大概 大致 约为 约莫 差不多 估计 大体 about around roughly approximately approx approx. circa ca. some ~ ≈ ∼ ～
            """, .about
        ),
    ])

    /// Before a place without a digit only: 上百, 过亿.
    static let beforePower = WordTable<Quantity.Modality>([
        ("上", .atLeast), ("过 已过", .moreThan), ("数以", .vague),
    ])

    /// Words in which one of these does not bound a number: 预约, 附近, 英超, 通过.
    static let others = WordTable(
        """
        预约 签约 合约 节约 纽约 条约 制约 违约 租约 履约 续约 邀约 契约 隐约 附近 最近 靠近 临近 邻近 亲近 新近 远近 英超 中超 赶超 反超 \
        通过 经过 不过 难过 打破 攻破 识破 告破 侦破 爆破 看破 读破 早上 晚上 马上 线上 网上 以上 加上 赶上 身上 版上 边上 超乎
        """)

    /// Between such a word and the number: 超过了, 至少有.
    static let links = WordTable("了 达 达到 有 为 是 到 需 需要 要 只 仅 only 的是")

    static let behind = WordTable<Quantity.Modality>([
        ("左右 上下 前后 or_so", .about),
        ("以上 及以上 或以上 或更多 开外 or_more or_above or_higher and_above and_up", .atLeast),
        ("以下 及以下 或以下 以内 之内 or_less or_fewer or_below or_lower", .atMost),
        ("有余", .moreThan),
    ])

    /// 千亿级: only after a place without a digit.
    static let magnitude = WordTable(
        "级 级别 等级 量级 规模 的量级 级的 数量级 的规模 之巨 计 元级 元级别 人民币量级 元人民币量级 元量级 元规模 级规模")
}
