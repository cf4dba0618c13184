import Text

/// Finds values before and after a change: rose from $5bn to $6bn, 从5亿增至6亿, to $6bn from $5bn.
///
/// The value after the change is the value; the one before it is marked as earlier and is noted in
/// the later one.
struct ChangePairs {
    private let text: QuantityText
    /// Index, in the quantities found, of one that from or 从 begins.
    private var start: Int?
    /// Where its words begin and end, as scalars.
    private var startRange = 0..<0
    private var startIsLoss = false

    init(_ text: QuantityText) {
        self.text = text
    }

    // MARK: 3 to 5 with one unit

    /// Whether `3 to 5 percent` is a change and not a range.
    func isChange(from first: Amount, joint: Int, to second: Amount) -> Bool {
        guard Self.levels.holds(text, at: joint) else { return false }
        if isStart(first), second.unit?.isSpeed ?? false { return true }
        let before = text.skippingSpaces(before: first.range.lowerBound)
        guard let (_, from) = Self.froms.match(text, before: before),
            !Self.ranging.holds(text, before: text.skippingSpaces(before: from)),
            !Self.ranging.holds(text, at: text.skippingSpaces(second.range.upperBound))
        else { return false }
        return speaksOfChange(before: from)
    }

    /// zero to 60 mph.
    func isStart(_ amount: Amount) -> Bool {
        amount.numeral.low == .zero && amount.numeral.high == .zero
            && !Self.froms.holds(text, before: text.skippingSpaces(before: amount.range.lowerBound))
    }

    /// A word of change among the four before `index`.
    private func speaksOfChange(before index: Int) -> Bool {
        var at = index
        for _ in 0..<4 {
            at = text.skippingSpaces(before: at)
            if Self.moves.holds(text, before: at) { return true }
            if case .change? = ChangeWords.before.match(text, before: at)?.value { return true }
            let end = at
            while at > 0, text.isLetter(at - 1) || text[at - 1] == "-" { at -= 1 }
            if at == end { return false }
        }
        return false
    }

    private static let froms = WordTable("from 从 由 自")
    private static let levels = WordTable("to 到 至 升至 增至 降至 涨至 跌至 成 为")
    private static let moves = WordTable(
        "went goes go going moved moves move came shifted changed changes swung")
    private static let ranging = WordTable(
        "range ranging ranged ranges vary varies varying anywhere 不等 之间 in_range between 区间")

    // MARK: Two quantities

    /// Whether the value before the same change was a loss.
    func earlierIsLoss(before span: QuantitySpan, in found: [Quantity]) -> Bool {
        guard let start, startIsLoss, start == found.count - 1, isResult(span) else { return false }
        return found[start].unit == span.unitName
    }

    /// Links a quantity to the one before it, if the words say that they are two ends of a change.
    mutating func link(_ quantity: inout Quantity, _ span: QuantitySpan, in found: inout [Quantity])
    {
        let number = span.firstNumeral.range
        if let start, start < found.count, found[start].unit == quantity.unit, isResult(span),
            isOneClause(startRange.upperBound, number.lowerBound)
        {
            found[start].isEarlier = true
            quantity.earlier = .init(low: found[start].low, high: found[start].high)
            self.start = nil
            return
        }
        let before = text.skippingSpaces(before: number.lowerBound)
        let lead = currencyStart(before)
        if let last = found.last, last.unit == quantity.unit, !last.isEarlier, quantity.unit != nil,
            isBase(before: lead), isAfterResult(found.count - 1, lead)
        {
            quantity.isEarlier = true
            if lastIsLoss, quantity.direction == nil { quantity.makeLoss() }
            found[found.count - 1].earlier = .init(low: quantity.low, high: quantity.high)
        } else if Self.starters.holds(text, before: lead) {
            start = found.count
            startRange = span.range
            startIsLoss = span.previous.isLoss
        } else if Self.samePeriod.holds(text, before: lead) {
            quantity.isEarlier = true
        }
        end = span.range.upperBound
        lastIsLoss = span.previous.isLoss
    }

    /// The end of the last quantity.
    private var end = 0
    private var lastIsLoss = false

    /// Before a sign of currency and bounding words: the $ of `from about $5bn`.
    private func currencyStart(_ index: Int) -> Int {
        var at = index
        if let (_, start) = UnitTable.wordsBefore.match(text, before: at) {
            at = text.skippingSpaces(before: start)
        }
        if let (_, start) = ModalityWords.before.match(text, before: at) {
            at = text.skippingSpaces(before: start)
        }
        return at
    }

    /// Whether `to` or 到 stands before the number.
    private func isResult(_ span: QuantitySpan) -> Bool {
        let before = text.skippingSpaces(before: span.firstNumeral.range.lowerBound)
        return Self.levels.holds(text, before: currencyStart(before))
    }

    /// from or 较…的 before the number, after a value that it led to.
    private func isBase(before index: Int) -> Bool {
        Self.bases.holds(text, before: index)
    }

    /// to $6bn from $5bn: only few words stand in between.
    private func isAfterResult(_ last: Int, _ index: Int) -> Bool {
        guard index - end < 40, isOneSentence(end, index) else { return false }
        return (max(0, end - 60)..<index).contains { text[$0] == "o" && text.has("to", at: $0 - 1) }
            || Self.compared.holds(text, before: index)
            || (end..<index).contains { text.has("up", at: $0) || text.has("down", at: $0) }
    }

    private func isOneClause(_ from: Int, _ to: Int) -> Bool {
        to - from < 40 && !(from..<max(from, to)).contains { text[$0].isOne(of: "。;；!?\n") }
    }

    private func isOneSentence(_ from: Int, _ to: Int) -> Bool {
        !(from..<max(from, to)).contains {
            text[$0].isOne(of: "。;；!?\n") || text[$0] == "." && text.isSpace($0 + 1)
        }
    }

    private static let starters = WordTable(
        """
        from 从 由 自 从去年的 从上年的 由去年的 由上年的 从去年同期的 从上年同期的 由去年同期的 由上年同期的 从此前的 从之前的 由此前的 由之前的 从原来的 由原来的 从原先的 由原先的 从当时的 从最初的 由最初的 \
        从前年的 从上季度的 由上季度的 从上月的 由上月的
        """)
    private static let bases = WordTable("from compared_with compared_to versus vs vs. against")
    private static let compared = WordTable("compared_with compared_to versus vs vs. against")
    private static let samePeriod = WordTable(
        """
        去年同期为 上年同期为 去年同期的 上年同期的 去年同期是 上年同期是 去年同期则为 上年同期则为 上年为 较上年的 较去年的 比去年的 比上年的 较此前的 高于去年的 低于去年的 \
        高于上年的 低于上年的 上一季度为 上季度为
        """)
}
