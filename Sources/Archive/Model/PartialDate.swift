/// A date as far as it is known: `2025`, `2025-04`, `2025-04-08`, or with a time of day (RFC 3339).
public struct PartialDate: Sendable, Hashable, Comparable {
    public var year: Int
    /// 1…12.
    public var month: Int?
    /// 1…31.
    public var day: Int?
    /// What follows the day in RFC 3339, as written: `T09:30:00+08:00`.
    public var time: String?

    public init(year: Int, month: Int? = nil, day: Int? = nil, time: String? = nil) {
        self.year = year
        self.month = month
        self.day = day
        self.time = time
    }

    /// By calendar, a coarser date before the finer ones it holds; times are compared as written.
    public static func < (a: PartialDate, b: PartialDate) -> Bool {
        (a.year, a.month ?? 0, a.day ?? 0, a.time ?? "") < (
            b.year, b.month ?? 0, b.day ?? 0, b.time ?? ""
        )
    }
}

extension PartialDate {
    /// Reads a date as people and programs write it.
    ///
    /// `2025`, `2025-04`, `2025-4-8`, `2025/04/08`, `2025.4.8`, `20250408`, `2025年4月8日`, and after
    /// a day `T09:30:00+08:00`, ` 09:30`, ` 09:30:00 +0800`, ` … Z`; the time becomes RFC 3339 as
    /// far as it is known. `nil` when it is none of these or no day of the calendar.
    public init?(_ text: String) {
        var reader = DateReader(Array(text.utf8))
        guard let date = reader.date() else { return nil }
        self = date
    }

    /// `2025`, `2025-04`, `2025-04-08` and, when known, the time: RFC 3339.
    public var text: String {
        var out = Self.padded(year, 4)
        guard let month else { return out }
        out += "-" + Self.padded(month, 2)
        guard let day else { return out }
        return out + "-" + Self.padded(day, 2) + (time ?? "")
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// Days of a month in the Gregorian calendar.
    static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Reads one date from bytes, left to right.
private struct DateReader {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        skipSpaces()
    }

    mutating func date() -> PartialDate? {
        let start = at
        guard var year = number(4...8) else { return nil }
        let width = at - start
        var month: Int?
        var day: Int?
        if width == 8 {
            (year, month, day) = (year / 10_000, year / 100 % 100, year % 100)
        } else if width != 4 {
            return nil
        } else if let separator = separator() {
            guard separator != .last else { return finished(PartialDate(year: year)) }
            guard let value = number(1...2) else { return nil }
            month = value
            if let second = self.separator(), second != .last {
                guard second == separator, let value = number(1...2) else { return nil }
                day = value
                if separator == .han, !take("日") { return nil }
            }
        }
        guard isDay(year, month, day) else { return nil }
        var date = PartialDate(year: year, month: month, day: day)
        if day != nil, at < bytes.count {
            guard let time = time() else { return nil }
            date.time = time.isEmpty ? nil : time
        }
        return finished(date)
    }

    private func isDay(_ year: Int, _ month: Int?, _ day: Int?) -> Bool {
        guard year > 0 else { return false }
        guard let month else { return true }
        guard 1...12 ~= month else { return false }
        guard let day else { return true }
        return 1...PartialDate.days(of: month, in: year) ~= day
    }

    private mutating func finished(_ date: PartialDate) -> PartialDate? {
        skipSpaces()
        return at == bytes.count ? date : nil
    }

    private enum Separator { case hyphen, slash, dot, han, last }

    /// `-`, `/`, `.`, `年` or `月`; `last` when the Han unit ends the text.
    private mutating func separator() -> Separator? {
        if take("-") { return .hyphen }
        if take("/") { return .slash }
        if take(".") { return .dot }
        if take("年") || take("月") { return at == bytes.count ? .last : .han }
        return nil
    }

    /// The time after a day as RFC 3339 writes it; "" when only white space is left.
    private mutating func time() -> String? {
        if !take("T"), !take("t") {
            let start = at
            skipSpaces()
            if at == bytes.count { return "" }
            if at == start { return nil }
        }
        guard let hour = number(1...2), hour < 24, take(":"), let minute = number(2...2),
            minute < 60
        else { return nil }
        var out = "T" + PartialDate.padded(hour, 2) + ":" + PartialDate.padded(minute, 2)
        if take(":") {
            guard let second = number(2...2), second < 61 else { return nil }
            out += ":" + PartialDate.padded(second, 2)
            if take(".") {
                let start = at
                guard number(1...12) != nil else { return nil }
                out += "." + String(decoding: bytes[start..<at], as: UTF8.self)
            }
        } else {
            out += ":00"
        }
        skipSpaces()
        guard let zone = zone() else { return nil }
        return out + zone
    }

    private mutating func zone() -> String? {
        if at == bytes.count { return "" }
        if take("Z") || take("z") || take("UTC") || take("GMT") { return "Z" }
        let sign = take("+") ? "+" : take("-") ? "-" : ""
        guard !sign.isEmpty, let hour = number(1...2), hour < 24 else { return nil }
        var minute = 0
        if take(":") || at < bytes.count {
            guard let value = number(2...2), value < 60 else { return nil }
            minute = value
        }
        return sign + PartialDate.padded(hour, 2) + ":" + PartialDate.padded(minute, 2)
    }

    private mutating func number(_ width: ClosedRange<Int>) -> Int? {
        let start = at
        var value = 0
        while at < bytes.count, at - start < width.upperBound, bytes[at] &- 0x30 < 10 {
            value = value * 10 + Int(bytes[at] - 0x30)
            at += 1
        }
        return at - start < width.lowerBound ? nil : value
    }

    private mutating func take(_ word: String) -> Bool {
        let word = Array(word.utf8)
        guard bytes.dropFirst(at).starts(with: word) else { return false }
        at += word.count
        return true
    }

    private mutating func skipSpaces() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    }
}
