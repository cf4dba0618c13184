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
        if text.isDigit(index), !text.isDigit(index - 1) { return joinedDigitsEnd(text, index) }
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
            if [0x22, 0x3C, 0x3E, 0x201C, 0x201D, 0x3001, 0x3002, 0xFF0C, 0x300D, 0x3011].contains(
                scalar)
            {
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
            } else if isJoint(text[end]), text.isDigit(end + 1), text[end] != 0x2C {
                signs.append(text[end])
                lengths.append(length)
                length = 0
            } else {
                break
            }
            end += 1
        }
        lengths.append(length)
        if signs.contains(0x3A) { return end }
        let dashes = signs.filter { $0 != 0x2E }
        if dashes.count >= 2 || !dashes.isEmpty && text.isLetter(index - 1) { return end }
        if dashes.isEmpty {
            if signs.count >= 2 { return end }
            return signs.isEmpty && isNumberOfSomething(text, index..<end) ? end : nil
        }
        if dashes == [0x2F] { return fractionEnd(text, index..<end) == nil ? end : nil }
        if [0xD7, 0x2A].contains(dashes[0]) { return end }
        // One dash: a range when a unit follows (3-5%), else a date, a model or a score.
        let isCode = text[index] == 0x30 && lengths[0] > 1 && text[index + 1] != 0x2E
        let isYears =
            lengths.allSatisfy { $0 == 4 } && (text[end] == 0x5E74 || !isFollowedByUnit(text, end))
        if isCode || isYears { return end }
        if dashes == [0x2D], !isFollowedByUnit(text, end) { return end }
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
        guard digits.count >= 2, text[index - 1] != 0x70B9 else { return nil }
        if digits.count == 2, digits[1] == digits[0] + 1 || text[end] == 0x6298 { return nil }
        return text[end] == 0x5E74 ? end + 1 : end
    }

    private static func isJoint(_ scalar: UInt32) -> Bool {
        [0x2D, 0x2E, 0x2F, 0x3A, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0xD7, 0x2A].contains(
            scalar)
    }

    private static func isFollowedByUnit(_ text: QuantityText, _ end: Int) -> Bool {
        let at = text.skippingSpaces(end)
        if case .section? = HanDigits.sign(text[at]) { return true }
        if case .place? = HanDigits.sign(text[at]) { return true }
        return UnitTable.words.match(text, at: at) != nil
            || EnglishWords.scales.match(text, at: at) != nil
            || [0x6B, 0x6D, 0x62].contains(text[at]) && !text.isLetter(at + 1)
    }

    /// A telephone number, or a day in eight digits.
    private static func isNumberOfSomething(_ text: QuantityText, _ range: Range<Int>) -> Bool {
        func value(_ digits: Range<Int>) -> UInt32 {
            digits.reduce(0) { $0 * 10 + (text[range.lowerBound + $1] - 0x30) }
        }
        if isFollowedByUnit(text, range.upperBound) { return false }
        if range.count == 11, text[range.lowerBound] == 0x31, text[range.lowerBound + 1] >= 0x33 {
            return true
        }
        return range.count == 8 && 1900...2099 ~= value(0..<4) && 1...12 ~= value(4..<6)
            && 1...31 ~= value(6..<8)
    }

    /// 1/3, 2/5: digits of a proper fraction.
    static func fractionEnd(_ text: QuantityText, _ range: Range<Int>) -> Int? {
        guard range.count == 3, text[range.lowerBound + 1] == 0x2F,
            text[range.lowerBound] < text[range.lowerBound + 2], text[range.lowerBound] > 0x30
        else { return nil }
        let part = text[range.lowerBound]
        let whole = text[range.lowerBound + 2]
        return part == 0x31 || (0x32...0x35).contains(whole) ? range.upperBound : nil
    }
}
