import Archive
import Text

/// Dates as bylines write them: `2016年09月22日 14:22:45`, `2016-09-22`, `2016/9/22 14:22`,
/// `September 22, 2016`, `22 Sept 2016`.
///
/// A relative date (`3天前`) is not read.
enum DateWords {
    struct Match: Equatable {
        var date: PartialDate
        /// Scalar index after the date and its time of day.
        var end: Int
    }

    /// The date that begins at scalar `start`.
    ///
    /// A time of day without a zone is skipped: its moment is unknown.
    static func match(_ scalars: [Unicode.Scalar], at start: Int) -> Match? {
        if start > 0, isDigit(scalars[start - 1]) { return nil }
        guard var found = numeric(scalars, at: start) ?? english(scalars, at: start) else {
            return nil
        }
        found.end = afterTime(scalars, at: found.end)
        return found
    }

    /// The only date of a line that holds nothing else.
    static func only(_ text: String) -> PartialDate? {
        let scalars = Array(text.trimmed.unicodeScalars)
        guard let found = match(scalars, at: 0), found.end == scalars.count else { return nil }
        return found.date
    }

    private static func numeric(_ s: [Unicode.Scalar], at start: Int) -> Match? {
        guard let (year, afterYear) = number(s, at: start, digits: 4...4),
            (1500...2200).contains(year),
            afterYear < s.count
        else { return nil }
        let mark = s[afterYear]
        guard mark == "年" || mark == "-" || mark == "/" || mark == "." else { return nil }
        guard let (month, afterMonth) = number(s, at: skip(s, afterYear + 1), digits: 1...2),
            (1...12).contains(month)
        else { return nil }
        let next = afterMonth < s.count ? s[afterMonth] : " "
        if mark == "年" {
            guard next == "月" else { return nil }
            guard let (day, afterDay) = number(s, at: skip(s, afterMonth + 1), digits: 1...2),
                (1...31).contains(day),
                afterDay < s.count, s[afterDay] == "日" || s[afterDay] == "号" || s[afterDay] == "號"
            else { return Match(date: PartialDate(year: year, month: month), end: afterMonth + 1) }
            return Match(date: PartialDate(year: year, month: month, day: day), end: afterDay + 1)
        }
        guard next == mark, let (day, afterDay) = number(s, at: afterMonth + 1, digits: 1...2),
            (1...31).contains(day), afterDay == s.count || !isDigit(s[afterDay])
        else { return nil }
        return Match(date: PartialDate(year: year, month: month, day: day), end: afterDay)
    }

    private static func english(_ s: [Unicode.Scalar], at start: Int) -> Match? {
        if start > 0, ScalarClass(s[start - 1].value) == .word { return nil }
        if let (month, afterMonth) = monthName(s, at: start) {
            guard let (day, afterDay) = number(s, at: skip(s, afterMonth), digits: 1...2),
                (1...31).contains(day),
                let (year, end) = number(
                    s, at: skip(s, afterOrdinal(s, at: afterDay), ","), digits: 4...4)
            else { return nil }
            return Match(date: PartialDate(year: year, month: month, day: day), end: end)
        }
        guard let (day, afterDay) = number(s, at: start, digits: 1...2), (1...31).contains(day),
            let (month, afterMonth) = monthName(s, at: skip(s, afterOrdinal(s, at: afterDay))),
            let (year, end) = number(s, at: skip(s, afterMonth, ","), digits: 4...4)
        else { return nil }
        return Match(date: PartialDate(year: year, month: month, day: day), end: end)
    }

    private static func afterTime(_ s: [Unicode.Scalar], at end: Int) -> Int {
        var i = skip(s, end)
        if i < s.count, s[i] == "T" || s[i] == "t" { i += 1 }
        guard let (hour, afterHour) = number(s, at: i, digits: 1...2), hour < 25,
            afterHour < s.count,
            s[afterHour] == ":" || s[afterHour] == "：",
            let (_, afterMinute) = number(s, at: afterHour + 1, digits: 2...2)
        else { return end }
        i = afterMinute
        if i < s.count, s[i] == ":" || s[i] == "：",
            let (_, after) = number(s, at: i + 1, digits: 2...2)
        {
            i = after
        }
        return i
    }

    private static func number(
        _ s: [Unicode.Scalar], at start: Int, digits: ClosedRange<Int>
    ) -> (value: Int, end: Int)? {
        var i = start
        var value = 0
        while i < s.count, isDigit(s[i]), i - start <= digits.upperBound {
            value = value * 10 + Int(s[i].value - 0x30)
            i += 1
        }
        return digits.contains(i - start) ? (value, i) : nil
    }

    private static func monthName(_ s: [Unicode.Scalar], at start: Int) -> (Int, Int)? {
        var end = start
        while end < s.count, s[end].properties.isAlphabetic, s[end].isASCII { end += 1 }
        guard end - start >= 3 else { return nil }
        var name = ""
        name.unicodeScalars.append(contentsOf: s[start..<end])
        let lower = name.lowercased()
        guard
            let index = months.firstIndex(where: {
                $0 == lower || $0.prefix(3) == lower || lower == "sept" && $0 == "september"
            })
        else { return nil }
        return (index + 1, end < s.count && s[end] == "." ? end + 1 : end)
    }

    private static func afterOrdinal(_ s: [Unicode.Scalar], at i: Int) -> Int {
        guard i + 1 < s.count else { return i }
        var two = ""
        two.unicodeScalars.append(contentsOf: s[i..<i + 2])
        return ["st", "nd", "rd", "th"].contains(two) ? i + 2 : i
    }

    private static func skip(_ s: [Unicode.Scalar], _ start: Int, _ mark: Unicode.Scalar? = nil)
        -> Int
    {
        var i = start
        while i < s.count, ScalarClass(s[i].value) == .space || s[i] == mark { i += 1 }
        return i
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value)
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october",
        "november", "december",
    ]
}
