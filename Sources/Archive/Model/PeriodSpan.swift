import Text

/// A span of days that a claim is about: 2024, 2024-Q4, 2024-H1, 2024-08, 2024-08-13, 2024/2026.
public struct PeriodSpan: Sendable, Hashable {
    /// How one span lies to another.
    public enum Relation: String, Sendable {
        case same, within, contains, overlaps, before, after
    }

    /// As written.
    public let text: String
    /// Days since 1 March of the year 0, the first and the last.
    public let days: ClosedRange<Int>

    /// `nil` when the text is not a valid period (see `Period`), or ends before it begins.
    public init?(_ text: String) {
        guard Period.isValid(text) else { return nil }
        let points = text.split(separator: "/").compactMap { Self.point(String($0)) }
        guard let first = points.first, let last = points.last, first.lowerBound <= last.upperBound
        else { return nil }
        self.text = text
        days = first.lowerBound...last.upperBound
    }

    public func relation(to other: PeriodSpan) -> Relation {
        if days == other.days { return .same }
        if days.upperBound < other.days.lowerBound { return .before }
        if days.lowerBound > other.days.upperBound { return .after }
        if other.days.contains(days.lowerBound), other.days.contains(days.upperBound) {
            return .within
        }
        if days.contains(other.days.lowerBound), days.contains(other.days.upperBound) {
            return .contains
        }
        return .overlaps
    }

    /// Whether it lasts about as long as another: a year and a year, a quarter and a quarter.
    public func isAsLong(as other: PeriodSpan) -> Bool {
        abs(days.count - other.days.count) * 10 <= max(days.count, other.days.count)
    }

    /// The same span a year before, as written; `nil` for two points and for 29 February.
    public var yearBefore: String? {
        guard !text.contains("/"), let year = Int(text.prefix(4)), year > 1 else { return nil }
        let digits = String(year - 1)
        let before = String(repeating: "0", count: 4 - digits.count) + digits + text.dropFirst(4)
        return Period.isValid(before) ? before : nil
    }

    private static func point(_ text: String) -> ClosedRange<Int>? {
        guard let year = Int(text.prefix(4)) else { return nil }
        let rest = text.dropFirst(5)
        let kind = rest.first
        if kind == "Q" || kind == "H", let number = Int(rest.dropFirst()) {
            let months = kind == "Q" ? 3 : 6
            return span(year, (number - 1) * months + 1, months: months)
        }
        if rest.isEmpty { return span(year, 1, months: 12) }
        guard let month = Int(rest.prefix(2)) else { return nil }
        if rest.count > 2, let day = Int(rest.dropFirst(3)) {
            let number = dayNumber(year, month, day)
            return number...number
        }
        return span(year, month, months: 1)
    }

    private static func span(_ year: Int, _ month: Int, months: Int) -> ClosedRange<Int> {
        let end = month + months
        return dayNumber(year, month, 1)...dayNumber(year + (end - 1) / 12, (end - 1) % 12 + 1, 1)
            - 1
    }

    /// Howard Hinnant's days_from_civil, counted from 1 March of the year 0.
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    }

    /// Its first day as a period.
    public var firstDay: String { Self.day(days.lowerBound) }
    /// Its last day as a period.
    public var lastDay: String { Self.day(days.upperBound) }
    /// How long it is, as ISO 8601 writes it: `P1Y`, `P3M`; `nil` for two points.
    public var duration: String? {
        if text.contains("/") { return nil }
        if text.contains("Q") { return "P3M" }
        if text.contains("H") { return "P6M" }
        return text.utf8.count == 4 ? "P1Y" : text.utf8.count == 7 ? "P1M" : "P1D"
    }
    /// The calendar years that it touches; of a long span only the first and the last.
    public var years: [Int] {
        guard let first = Int(firstDay.prefix(4)), let last = Int(lastDay.prefix(4)) else {
            return []
        }
        return last - first < 10 ? Array(first...last) : [first, last]
    }

    /// A day as a period: Howard Hinnant's civil_from_days.
    public static func day(_ number: Int) -> String {
        let era = (number >= 0 ? number : number - 146_096) / 146_097
        let dayOfEra = number - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return PartialDate(year: year, month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
            .text
    }
}

/// Spans of time as claims and entities write them.
public enum Period {
    /// Whether it is `2024`, `2024-Q4`, `2024-H1`, `2024-08`, `2024-08-13`, or two of these with
    /// `/`.
    public static func isValid(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
        return 1...2 ~= parts.count && parts.allSatisfy { isPoint(Array($0)) }
    }

    private static func isPoint(_ bytes: [UInt8]) -> Bool {
        if bytes.count == 7, bytes[4] == 0x2D, bytes[5] == 0x51 || bytes[5] == 0x48 {
            return bytes[..<4].allSatisfy { $0 &- 0x30 < 10 }
                && 0x31...(bytes[5] == 0x51 ? 0x34 : 0x32) ~= bytes[6]
        }
        guard [4, 7, 10].contains(bytes.count), bytes.count < 5 || bytes[4] == 0x2D,
            bytes.count < 8 || bytes[7] == 0x2D
        else { return false }
        return PartialDate(String(decoding: bytes, as: UTF8.self)) != nil
    }

    /// A date of `from` and `until`, kept as written; what is none gets a warning and is kept too.
    static func date(_ fields: inout MapReader, _ key: String) -> String? {
        guard let date = fields.text(key), !date.value.isEmpty else { return nil }
        if PartialDate(date.value) == nil, !isValid(date.value) {
            fields.file.warning(
                "bad-date", at: date.place,
                "`\(ArticleReader.shown(date.value))` is not a valid date",
                help: "write it as 2025, 2025-04 or 2025-04-08, in quotes")
        }
        return date.value
    }
}
