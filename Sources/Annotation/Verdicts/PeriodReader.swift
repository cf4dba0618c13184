import Archive
import Text

/// Parses one time expression in folded text.
struct PeriodReader {
    let bytes: [UInt8]
    private(set) var at: Int
    let date: PartialDate?
    /// The year of the last period in the sentence.
    let yearInForce: Int?
    private var isRelative = false

    init(_ bytes: [UInt8], _ at: Int, _ date: PartialDate?, yearInForce: Int? = nil) {
        self.bytes = bytes
        self.at = at
        self.date = date
        self.yearInForce = yearInForce
    }

    static func endsSentence(_ bytes: [UInt8], _ at: Int) -> Bool {
        switch bytes[at] {
        case 0x0A, 0x21, 0x3F: true
        case 0x2E:
            at + 1 == bytes.count || bytes[at + 1] == 0x20 && (at < 4 || bytes[at - 4] != 0x20)
        default: PeriodLexicon.sentenceMarks.contains(PeriodLexicon.scalar(bytes[at...]))
        }
    }

    /// The end of last week or fiscal 2018, which are no periods of their own.
    mutating func openEnd() -> Int? {
        let start = at
        defer { at = start }
        if take(PeriodLexicon.open), !isWord(at) || bytes[start] >= 0x80 {
            let end = at
            skip(PeriodLexicon.space)
            if digits(4) != nil, !isWord(at) { return at }
            return end
        }
        at = start
        // 2024财年
        if !isWord(at - 1), let year = digits(4), 1900...2099 ~= year {
            skip(PeriodLexicon.space)
            if take(PeriodLexicon.fiscal) { return at }
        }
        return nil
    }

    /// Whether a time expression may begin at a byte; a quick test.
    static func mayStart(_ bytes: [UInt8], _ at: Int) -> Bool {
        if bytes[at] < 0x80 { return PeriodLexicon.latinStarts[Int(bytes[at])] }
        guard bytes[at] >= 0xE0, at + 2 < bytes.count else { return false }
        return PeriodLexicon.hanStarts.contains(PeriodLexicon.scalar(bytes[at...]))
    }

    mutating func period() -> (text: String, isRelative: Bool)? {
        let start = at
        let isAsOf = take(PeriodLexicon.asOf)
        if isAsOf { skip(PeriodLexicon.space) }
        if let text = dayOrMonth() ?? quarterWord() ?? referredYear() ?? englishDate() ?? latin()
            ?? dated()
        {
            return (isAsOf ? Self.lastDay(of: text) : text, isRelative)
        }
        at = start
        return nil
    }

    /// Whether the expression at `range` is only the base of a comparison.
    func isBase(_ range: Range<Int>) -> Bool {
        if PeriodLexicon.comparing.contains(where: { bytes[..<range.lowerBound].hasSuffix($0) }) {
            return true
        }
        var rest = bytes[range.upperBound...]
        guard rest.starts(with: PeriodLexicon.of) else { return false }
        rest = rest.dropFirst(PeriodLexicon.of.count)
        let number = rest.prefix { $0 &- 0x30 < 10 || $0 == 0x2E }
        return !number.isEmpty && rest.dropFirst(number.count).starts(with: PeriodLexicon.times)
    }

    /// 截至2024年6月 means the last day of June.
    private static func lastDay(of period: String) -> String {
        PeriodSpan(period)?.lastDay ?? period
    }

    // MARK: Forms

    /// 昨天, 上个月, last month.
    private mutating func dayOrMonth() -> String? {
        guard let date, let month = date.month else { return nil }
        for (words, shift) in PeriodLexicon.months where take(words) {
            isRelative = true
            let number = month + shift
            if number < 1 { return text(date.year - 1) + "-12" }
            if number > 12 { return text(date.year + 1) + "-01" }
            return text(date.year) + "-" + two(number)
        }
        guard date.day != nil, let today = PeriodSpan(date.dayText) else { return nil }
        for (words, shift) in PeriodLexicon.days where take(words) {
            isRelative = true
            return PeriodSpan.day(today.days.lowerBound + shift)
        }
        return nil
    }

    /// 上季度, this quarter.
    private mutating func quarterWord() -> String? {
        guard let date, let month = date.month else { return nil }
        for (words, shift) in PeriodLexicon.quarters where take(words) {
            isRelative = true
            let number = date.year * 4 + (month - 1) / 3 + shift
            return text(number / 4) + "-Q\(number % 4 + 1)"
        }
        return nil
    }

    /// 上年, a year earlier: from the period in force; a year ago: from the article's date.
    private mutating func referredYear() -> String? {
        let start = at
        for (words, shift) in PeriodLexicon.referredYears where take(words) {
            guard bytes[start] >= 0x80 || !isWord(at), let year = yearInForce ?? date?.year else {
                break
            }
            if take(PeriodLexicon.samePeriod) { break }
            isRelative = true
            let base = text(year + shift)
            let end = at
            skip([PeriodLexicon.of])
            if bytes[start] >= 0x80, let part = PeriodPart.read(bytes, &at) {
                if let range = part.range { return base + range.0 + "/" + base + range.1 }
                return base + part.text
            }
            at = end
            return base
        }
        at = start
        guard let date else { return nil }
        for (words, shift) in PeriodLexicon.agoYears where take(words) {
            guard bytes[start] >= 0x80 || !isWord(at) else { break }
            isRelative = true
            return text(date.year + shift)
        }
        at = start
        return nil
    }

    /// Oct.
    ///
    /// 21, November 8, 2018, 21 October 2018, in October.
    private mutating func englishDate() -> String? {
        let start = at
        guard at < bytes.count, bytes[at] < 0x80, !isWord(at - 1) else { return nil }
        var day = dayNumber()
        if day != nil { skip(PeriodLexicon.space) }
        for (index, names) in PeriodLexicon.monthNames.enumerated() where take(names) {
            guard !isWord(at) else { break }
            let month = "-" + two(index + 1)
            var end = at
            if day == nil {
                skip(PeriodLexicon.space)
                day = dayNumber()
                if day == nil { at = end } else { end = at }
            }
            skip(PeriodLexicon.comma + PeriodLexicon.space)
            let dayText = day.map { "-" + two($0) } ?? ""
            if let year = year() { return year + month + dayText }
            at = end
            let isTime =
                day != nil
                || PeriodLexicon.beforeMonth.contains { bytes[..<start].hasSuffix($0) }
            guard isTime, let date, date.month != nil else { break }
            return withoutYear(
                PeriodPart(text: month + dayText, firstMonth: index + 1, isMonth: true))
        }
        at = start
        return nil
    }

    /// 1 to 31, with or without st, nd, rd, th; not the start of a longer number.
    private mutating func dayNumber() -> Int? {
        let start = at
        let digits = bytes[at...].prefix { $0 &- 0x30 < 10 }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard 1...2 ~= digits.count, 1...31 ~= number else { return nil }
        at += digits.count
        skip(PeriodLexicon.ordinalEnds)
        guard !isWord(at),
            !(at < bytes.count && bytes[at] == 0x2E && at + 1 < bytes.count
                && bytes[at + 1] &- 0x30 < 10),
            !(at < bytes.count && bytes[at] == 0x25)
        else {
            at = start
            return nil
        }
        return number
    }

    /// Q4 2024, the first half of last year, last year, in 2024.
    private mutating func latin() -> String? {
        let start = at
        guard at < bytes.count, bytes[at] < 0x80, !isWord(at - 1) else { return nil }
        var part: PeriodPart?
        for (words, text, month) in PeriodLexicon.latinParts where take(words) {
            guard !isWord(at) else { break }
            part = PeriodPart(text: text, firstMonth: month)
            break
        }
        if part == nil { at = start }
        if part != nil {
            let end = at
            skip(PeriodLexicon.ofLatin + PeriodLexicon.comma + PeriodLexicon.space)
            if let year = year() { return year + (part?.text ?? "") }
            at = end
            return part.flatMap { withoutYear($0) }
        }
        if let year = latinYear() { return year }
        at = start
        return nil
    }

    private mutating func latinYear() -> String? {
        let start = at
        if take(PeriodLexicon.inLatin), let number = digits(4), 1900...2099 ~= number, !isWord(at) {
            return text(number)
        }
        at = start
        guard let date else { return nil }
        for (words, shift) in PeriodLexicon.latinYears where take(words) && !isWord(at) {
            isRelative = true
            return text(date.year + shift)
        }
        at = start
        return nil
    }

    /// A year in any form, after a part of a year.
    private mutating func year() -> String? {
        if let year = latinYear() { return year }
        let start = at
        if let number = digits(4), 1900...2099 ~= number, !isWord(at) { return text(number) }
        at = start
        return nil
    }

    /// 2024年, 2024年第四季度, 去年四季度, 去年底, 上半年, 3月5日.
    private mutating func dated() -> String? {
        let start = at
        var year: Int?
        if !isWord(at - 1), let number = digits(4), 1900...2099 ~= number,
            take(PeriodLexicon.year) || isQuarter(at)
        {
            year = number
        } else {
            at = start
        }
        if year == nil, let date {
            for (words, shift) in PeriodLexicon.years where take(words) {
                isRelative = true
                year = date.year + shift
                break
            }
        }
        guard let year else {
            return PeriodPart.read(bytes, &at).flatMap { withoutYear($0) }
        }
        if take(PeriodLexicon.samePeriod) { return nil }
        let end = at
        skip([PeriodLexicon.of])
        if let part = PeriodPart.read(bytes, &at) {
            if let range = part.range { return text(year) + range.0 + "/" + text(year) + range.1 }
            return text(year) + part.text
        }
        at = end
        if take(PeriodLexicon.whole) { return text(year) }
        if take(PeriodLexicon.end) { return text(year) + "-12" }
        if take(PeriodLexicon.beginning) { return text(year) + "-01" }
        return text(year)
    }

    /// A part of a year without the year.
    private mutating func withoutYear(_ part: PeriodPart) -> String? {
        guard let date, date.month != nil || !part.isMonth else { return nil }
        isRelative = true
        let isLater = date.month.map { part.firstMonth > $0 } ?? false
        let year = text(isLater && !speaksOfFuture ? date.year - 1 : date.year)
        if let range = part.range { return year + range.0 + "/" + year + range.1 }
        return year + part.text
    }

    /// Whether the current clause contains a word of the future.
    private var speaksOfFuture: Bool {
        func isMark(_ index: Int) -> Bool {
            [0x21, 0x2C, 0x3B, 0x3F].contains(bytes[index])
                || bytes[index...].starts(with: [0x2E, 0x20])
                || PeriodLexicon.clauseMarks.contains(PeriodLexicon.scalar(bytes[index...]))
        }
        var start = min(at, bytes.count)
        while start > 0, !isMark(start - 1) { start -= 1 }
        var end = at
        while end < bytes.count, !isMark(end) { end += 1 }
        return PeriodLexicon.future.contains { $0.first(in: bytes, from: start, to: end) != nil }
    }

    // MARK: Bytes

    /// Skips the first of the words that matches here, if any.
    private mutating func skip(_ words: [[UInt8]]) {
        at += words.first { bytes[at...].starts(with: $0) }?.count ?? 0
    }

    private mutating func take(_ words: [[UInt8]]) -> Bool {
        words.contains { take($0) }
    }

    private mutating func take(_ word: [UInt8]) -> Bool {
        guard bytes[at...].starts(with: word) else { return false }
        if word[0] &- 0x61 < 26, isWord(at - 1) { return false }
        at += word.count
        return true
    }

    private mutating func digits(_ count: Int) -> Int? {
        guard at + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[at..<at + count] {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte &- 0x30)
        }
        at += count
        return value
    }

    /// 2024Q4.
    private func isQuarter(_ index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index] == 0x71 && 0x31...0x34 ~= bytes[index + 1]
    }

    private func isWord(_ index: Int) -> Bool {
        bytes.indices.contains(index) && (bytes[index] &- 0x30 < 10 || bytes[index] &- 0x61 < 26)
    }

    private func text(_ year: Int) -> String { PartialDate(year: year).text }
    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension PartialDate {
    /// The date without the time of day.
    var dayText: String { PartialDate(year: year, month: month, day: day).text }
}

extension ArraySlice<UInt8> {
    func hasSuffix(_ bytes: [UInt8]) -> Bool { suffix(bytes.count).elementsEqual(bytes) }
}
