import Archive
import Text

/// A time expression and the period that it means: 去年四季度, 上半年, 截至2024年6月, Q4 2024, last year.
///
/// Relative expressions are resolved from the date of their article.
public struct PeriodWords: Sendable, Equatable {
    /// Bytes of the text.
    public var range: Range<Int>
    /// The period in the form of `period`: 2024-Q4.
    public var period: String
    /// Whether the period depends on the article's date.
    public var isRelative: Bool
    /// Whether the period is only the base of a comparison: 比去年, than last year, 2023年的2倍.
    public var isBase: Bool

    /// All time expressions in a text, from left to right.
    ///
    /// A half, quarter or month without a year belongs to the article's year. If it begins after
    /// the article's date, it belongs to the year before, unless the clause has a word of the
    /// future (将, 预计, will).
    /// - Parameter date: the date of the article; without it only absolute periods are read.
    public static func read(_ text: [UInt8], date: PartialDate?) -> [PeriodWords] {
        let folded = FoldedText(text)
        var found: [PeriodWords] = []
        var at = 0
        while at < folded.bytes.count {
            guard PeriodReader.mayStart(folded.bytes, at) else {
                at += UTF8Scalars.decode(folded.bytes, at: at).length
                continue
            }
            var reader = PeriodReader(folded.bytes, at, date)
            if let (period, isRelative) = reader.period() {
                found.append(
                    PeriodWords(
                        range: folded.original(at..<reader.at), period: period,
                        isRelative: isRelative, isBase: reader.isBase(at..<reader.at)))
                at = reader.at
            } else {
                at += UTF8Scalars.decode(folded.bytes, at: at).length
            }
        }
        return found
    }

    /// The only period that a text names; `nil` if it names none or several.
    public static func only(_ text: [UInt8], date: PartialDate?) -> String? {
        let periods = Set(read(text, date: date).filter { !$0.isBase }.map(\.period))
        return periods.count == 1 ? periods.first : nil
    }

    /// The words and their period, as shown on the site: `去年四季度 (2024-Q4)`.
    public func words(in text: [UInt8]) -> String {
        String(decoding: text[range], as: UTF8.self) + " (\(period))"
    }
}

/// Parses one time expression in folded text.
struct PeriodReader {
    let bytes: [UInt8]
    private(set) var at: Int
    let date: PartialDate?
    private var isRelative = false

    init(_ bytes: [UInt8], _ at: Int, _ date: PartialDate?) {
        self.bytes = bytes
        self.at = at
        self.date = date
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
        if let text = dayOrMonth() ?? quarterWord() ?? latin() ?? dated() {
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
