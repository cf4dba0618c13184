/// A part of a year as Chinese names it: 上半年, 第三季度, 前三季度, 2月, 2月13日.
struct PeriodPart {
    /// The suffix after the year in a period: `-H1`, `-Q3`, `-02-13`.
    var text: String
    /// 1…12.
    var firstMonth: Int
    /// For 前三季度: the suffixes of its first and last part.
    var range: (String, String)?
    /// Whether it is a month or a day of one.
    var isMonth = false

    /// Reads the part that begins at `at` and moves `at` to its end.
    ///
    /// Leaves `at` unchanged if the
    /// result is `nil`.
    static func read(_ bytes: [UInt8], _ at: inout Int) -> PeriodPart? {
        let start = at
        for (words, text, month) in PeriodLexicon.halves where take(words, bytes, &at) {
            return PeriodPart(text: text, firstMonth: month)
        }
        if take(PeriodLexicon.first, bytes, &at) {
            if let number = small(bytes, &at) {
                if 2...4 ~= number, take(PeriodLexicon.quarter, bytes, &at) {
                    return PeriodPart(text: "", firstMonth: 1, range: ("-Q1", "-Q\(number)"))
                }
                if 2...12 ~= number, take(PeriodLexicon.monthCount, bytes, &at) {
                    return PeriodPart(text: "", firstMonth: 1, range: ("-01", "-" + two(number)))
                }
            }
            at = start
            return nil
        }
        let hasOrdinal = take(PeriodLexicon.ordinal, bytes, &at)
        if let number = small(bytes, &at), 1...4 ~= number,
            take(PeriodLexicon.plainQuarter, bytes, &at)
        {
            return PeriodPart(text: "-Q\(number)", firstMonth: number * 3 - 2)
        }
        at = start
        if hasOrdinal { return nil }
        let isInWord = at > 0 && bytes[at - 1] &- 0x61 < 26
        if !isInWord, take(PeriodLexicon.q, bytes, &at), at < bytes.count, 0x31...0x34 ~= bytes[at]
        {
            let number = Int(bytes[at] - 0x30)
            at += 1
            if at == bytes.count || bytes[at] &- 0x30 >= 10 && bytes[at] &- 0x61 >= 26 {
                return PeriodPart(text: "-Q\(number)", firstMonth: number * 3 - 2)
            }
        }
        at = start
        return month(bytes, &at)
    }

    /// 2月, 2月13日, 2月底.
    private static func month(_ bytes: [UInt8], _ at: inout Int) -> PeriodPart? {
        let start = at
        guard start == 0 || bytes[start - 1] &- 0x30 >= 10 && bytes[start - 1] != 0x2E,
            let month = number(bytes, &at), 1...12 ~= month,
            take(PeriodLexicon.month, bytes, &at)
        else {
            at = start
            return nil
        }
        let end = at
        if let day = number(bytes, &at), 1...31 ~= day, take(PeriodLexicon.day, bytes, &at) {
            return PeriodPart(
                text: "-" + two(month) + "-" + two(day), firstMonth: month, isMonth: true)
        }
        at = end
        at += PeriodLexicon.monthEnd.first { bytes[at...].starts(with: $0) }?.count ?? 0
        return PeriodPart(text: "-" + two(month), firstMonth: month, isMonth: true)
    }

    // MARK: Bytes

    private static func take(_ words: [[UInt8]], _ bytes: [UInt8], _ at: inout Int) -> Bool {
        guard let word = words.first(where: { bytes[at...].starts(with: $0) }) else { return false }
        at += word.count
        return true
    }

    /// A number written as 一 to 十二 or in digits.
    private static func small(_ bytes: [UInt8], _ at: inout Int) -> Int? {
        if let number = number(bytes, &at) { return number }
        for (index, word) in PeriodLexicon.numbers.enumerated().reversed()
        where bytes[at...].starts(with: word) {
            at += word.count
            return index + 1
        }
        return nil
    }

    private static func number(_ bytes: [UInt8], _ at: inout Int) -> Int? {
        let digits = bytes[at...].prefix { $0 &- 0x30 < 10 }
        guard 1...2 ~= digits.count else { return nil }
        at += digits.count
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
