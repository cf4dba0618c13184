import Text

/// Reads the direction of a quantity from the words before and after it.
///
/// Before it, words are taken from right to left as long as each is in `ChangeWords`; the first
/// word of change decides, unless 到 or `to` stands between it and the number. A loss is found
/// beyond a change: 亏损扩大至3亿 is −3亿. For by and of, the verb or noun may be some words away.
struct ChangeReader {
    /// The quantity that ends where this one's words may begin.
    struct Previous {
        /// Its first scalar.
        var start: Int
        var direction: Quantity.Direction?
        /// Whether its direction comes from words before it, so that a list shares it.
        var isShared: Bool
        /// Whether a word of loss gave the direction.
        var isLoss: Bool
    }

    struct Found {
        var direction: Quantity.Direction?
        var multiple: Quantity.Multiple?
        /// The first scalar of the words; `nil`: they are not part of the quantity's words.
        var start: Int?
        var isShared = true
        var isLoss = false
    }

    let text: QuantityText
    let floor: Int
    let previous: Previous?

    // MARK: Before

    /// The direction from the words that end at `index`.
    func before(_ index: Int) -> Found? {
        var at = index
        var isLevel = false
        var hasBy = false
        var isJoined = false
        var change: Quantity.Direction?
        for _ in 0..<7 {
            at = text.skippingSpaces(before: at)
            guard at > floor else {
                return reached(isLevel: isLevel, isJoined: isJoined, change)
            }
            guard let (role, start) = word(before: at), start >= floor else { break }
            if isJoined, role != .link { return nil }
            switch role {
            case .change(let direction):
                if !isLevel { return found(direction, start, index) }
                change = direction
            case .loss: return Found(direction: .down, start: start, isLoss: true)
            case .level: isLevel = true
            case .link: hasBy = hasBy || text.has("by", at: start) || text.has("of", at: start)
            case .joint:
                if isLevel { return nil }
                isJoined = true
            }
            at = start
        }
        if isLevel { return change.map { _ in Found(multiple: .to) } }
        return isJoined ? nil : across(at, hasBy: hasBy)
    }

    private func word(before index: Int) -> (value: ChangeWords.Role, start: Int)? {
        guard let found = ChangeWords.before.match(text, before: index) else { return nil }
        if let (_, start) = ChangeWords.others.match(text, before: index), start < found.start {
            return nil
        }
        return found
    }

    /// The walk ended at the quantity before.
    private func reached(isLevel: Bool, isJoined: Bool, _ change: Quantity.Direction?) -> Found? {
        guard let previous, floor > 0 else { return isLevel ? levelFound(change) : nil }
        if isJoined {
            return previous.isShared && previous.direction != nil
                ? Found(
                    direction: previous.direction, isShared: true, isLoss: previous.isLoss) : nil
        }
        guard isLevel else { return nil }
        if previous.isLoss { return Found(direction: .down, isLoss: true) }
        // 亏损收窄20%至3亿元: what stands before the quantity in between.
        let outer = ChangeReader(text: text, floor: 0, previous: nil)
        if let found = outer.before(previous.start), found.isLoss {
            return Found(direction: .down, isLoss: true)
        }
        return levelFound(change)
    }

    private func levelFound(_ change: Quantity.Direction?) -> Found? {
        change.map { _ in Found(multiple: .to) }
    }

    private func found(_ direction: Quantity.Direction, _ start: Int, _ index: Int) -> Found {
        // 增长了两倍 says what was added.
        let isBy =
            (start..<index).contains { text[$0] == "了" } || text.has("多", at: start)
            || text.has("高出", at: start)
        return Found(direction: direction, multiple: isBy ? .by : .either, start: start)
    }

    /// cut costs by 5%, a decline in revenue of 5%, 降低成本30%.
    private func across(_ index: Int, hasBy: Bool) -> Found? {
        var at = index
        for step in 0..<(hasBy ? 7 : 3) {
            at = text.skippingSpaces(before: at)
            guard at > floor else { return nil }
            if let (direction, start) = ChangeWords.acrossObject.match(text, before: at),
                start >= floor, hasBy || step > 0
            {
                return Found(direction: direction, isShared: true)
            }
            if text.isHan(at - 1) {
                guard !hasBy else { return nil }
                return acrossHan(at)
            }
            let end = at
            while at > floor, text.isLetter(at - 1) || text[at - 1].isOne(of: "-'’") { at -= 1 }
            if at == end { return nil }
            if !hasBy, Self.stops.holds(text, before: end) { return nil }
        }
        return nil
    }

    /// 降低成本30%: at most six characters between verb and number, none of them a verb of being.
    private func acrossHan(_ index: Int) -> Found? {
        var at = index
        for distance in 0..<7 {
            guard at > floor, text.isHan(at - 1), !text[at - 1].isOne(of: "占为是达的比率有在到至从") else {
                return nil
            }
            if distance > 1,
                let (direction, start) = ChangeWords.acrossObject.match(text, before: at),
                start >= floor
            {
                return Found(direction: direction, isShared: true)
            }
            at -= 1
        }
        return nil
    }

    private static let stops = WordTable(
        "of in to for at on from with and or but that which was were is are the than as has have had"
    )

    // MARK: After

    private static let onward = WordTable("到 至 了 为 近 约 超 超过 逾 达 by")

    /// The direction from the words that begin at `index`, and where they end.
    func after(_ index: Int) -> (direction: Quantity.Direction, end: Int)? {
        var at = text.skippingSpaces(index)
        if text[at] == "-" { at += 1 }
        for _ in 0..<3 {
            if ChangeWords.notAfter.holds(text, at: at) { return nil }
            if let (direction, end) = ChangeWords.after.match(text, at: at) {
                // 从5亿元增长到6亿元: the verb belongs to what follows.
                let next = text.skippingSpaces(end)
                let isOfNext = Self.onward.holds(text, at: next) || text.isDigit(next)
                return isOfNext ? nil : (direction, end)
            }
            guard let (_, end) = ChangeWords.qualifiers.match(text, at: at) else { return nil }
            at = text.skippingSpaces(end)
        }
        return nil
    }
}
