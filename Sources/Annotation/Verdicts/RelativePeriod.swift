import Archive
import Text

/// Words of time that mean something only on the day they were written: 去年四季度, 上半年, 今年2月.
public struct RelativePeriod: Sendable, Equatable {
    /// Bytes of the text.
    public var range: Range<Int>
    /// What they mean: 2024-Q4.
    public var period: String

    /// All of them in a text, from left to right, resolved from the date of its article.
    ///
    /// A half, quarter or month without a year is that of the article's year, or of the year before
    /// when it has not begun by then.
    public static func read(_ text: [UInt8], date: PartialDate) -> [RelativePeriod] {
        let folded = FoldedText(text)
        var found: [RelativePeriod] = []
        var at = 0
        while at < folded.bytes.count {
            var reader = RelativePeriodReader(folded.bytes, at, date)
            if let period = reader.period() {
                found.append(RelativePeriod(range: folded.original(at..<reader.at), period: period))
                at = reader.at
            } else {
                at += UTF8Scalars.decode(folded.bytes, at: at).length
            }
        }
        return found
    }

    /// The words and what they were resolved to, as the site shows them: `去年四季度 (2024-Q4)`.
    public func words(in text: [UInt8]) -> String {
        String(decoding: text[range], as: UTF8.self) + " (\(period))"
    }
}

/// Reads one relative period.
private struct RelativePeriodReader {
    private let bytes: [UInt8]
    private(set) var at: Int
    private let date: PartialDate

    init(_ bytes: [UInt8], _ at: Int, _ date: PartialDate) {
        self.bytes = bytes
        self.at = at
        self.date = date
    }

    private static let years: [(word: String, shift: Int)] = [
        ("今年", 0), ("本年", 0), ("去年", -1), ("前年", -2), ("明年", 1), ("this year", 0),
        ("last year", -1),
        ("next year", 1),
    ]

    mutating func period() -> String? {
        if let month = monthWord() { return month }
        var year: Int?
        for (word, shift) in Self.years where take(word) {
            year = date.year + shift
            break
        }
        if year != nil {
            let start = at
            if !take("的"), !take(" ") { at = start }
            if let part = part() { return text(year ?? date.year) + part.text }
            at = start
            if take("全年") { return text(year ?? date.year) }
            at = start
            return year.map(text)
        }
        guard let part = part(), part.isClear else { return nil }
        let isLater = date.month.map { part.firstMonth > $0 } ?? false
        return text(isLater ? date.year - 1 : date.year) + part.text
    }

    /// 上个月, 本月.
    private mutating func monthWord() -> String? {
        guard let month = date.month else { return nil }
        var shift = 0
        if take("上个月") || take("上月") || take("last month") {
            shift = -1
        } else if take("本月") || take("这个月") || take("this month") {
            shift = 0
        } else {
            return nil
        }
        let number = month + shift
        return number == 0 ? text(date.year - 1) + "-12" : text(date.year) + "-" + two(number)
    }

    private struct Part {
        var text: String
        var firstMonth: Int
        /// Whether it means a period without a year before it.
        var isClear = true
    }

    /// 四季度, 第三季度, Q4, 上半年, 2月, 2月13日.
    private mutating func part() -> Part? {
        if take("上半年") || take("first half") { return Part(text: "-H1", firstMonth: 1) }
        if take("下半年") || take("second half") { return Part(text: "-H2", firstMonth: 7) }
        let start = at
        let hasOrdinal = take("第")
        for (index, word) in ["一", "二", "三", "四"].enumerated() {
            let here = at
            if take(word) || take(String(index + 1)), take("季度") {
                return Part(text: "-Q\(index + 1)", firstMonth: index * 3 + 1)
            }
            at = here
        }
        at = start
        if hasOrdinal { return nil }
        if take("q"), let number = digit(1...4), !isWord(at) {
            return Part(text: "-Q\(number)", firstMonth: number * 3 - 2)
        }
        at = start
        return month()
    }

    private mutating func month() -> Part? {
        let start = at
        guard start == 0 || !isDigit(start - 1), let month = number(), 1...12 ~= month, take("月"),
            !isWord(at) || isDigit(at)
        else {
            at = start
            return nil
        }
        let end = at
        if let day = number(), 1...31 ~= day, take("日") || take("号") {
            let text = "-" + two(month) + "-" + two(day)
            return Part(text: text, firstMonth: month, isClear: date.month != nil)
        }
        at = end
        return Part(text: "-" + two(month), firstMonth: month, isClear: false)
    }

    // MARK: Bytes

    private mutating func take(_ word: String) -> Bool {
        let word = FoldedText.key(word)
        guard bytes[at...].starts(with: word), !word.isEmpty else { return false }
        if word[0] < 0x80, at > 0, isWord(at - 1) { return false }
        at += word.count
        return true
    }

    private mutating func digit(_ range: ClosedRange<Int>) -> Int? {
        guard isDigit(at), range ~= Int(bytes[at] - 0x30) else { return nil }
        at += 1
        return Int(bytes[at - 1] - 0x30)
    }

    private mutating func number() -> Int? {
        var value = 0
        let start = at
        while isDigit(at), at - start < 2 {
            value = value * 10 + Int(bytes[at] - 0x30)
            at += 1
        }
        return at == start || isDigit(at) ? nil : value
    }

    private func isDigit(_ index: Int) -> Bool { index < bytes.count && bytes[index] &- 0x30 < 10 }
    private func isWord(_ index: Int) -> Bool {
        index < bytes.count && (isDigit(index) || bytes[index] &- 0x61 < 26)
    }
    private func text(_ year: Int) -> String { PartialDate(year: year).text }
    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
