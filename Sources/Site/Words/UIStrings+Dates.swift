import Annotation
import Archive
import Text

/// Dates and periods: one form for each language.
extension UIStrings {
    /// `8 April 2025`, `April 2025` or `2025`, depending on the precision of the date.
    func date(_ date: PartialDate) -> String {
        var values = ["year": String(date.year)]
        guard let month = date.month else { return self("date-year", values) }
        values["month"] = entry(String(month), of: "months")
        guard let day = date.day else { return self("date-month", values) }
        values["day"] = String(day)
        return self("date-day", values)
    }

    /// `{iso, text}`: a date for templates.
    func dateFields(_ date: PartialDate) -> Fields {
        ["iso": date.iso, "text": self.date(date)]
    }

    /// A period of a claim: `2024-Q4`, `2024/2026`; anything else is returned as written.
    func period(_ text: String) -> String {
        guard PeriodSpan(text) != nil else { return text }
        let points = text.split(separator: "/").map { point(String($0)) }
        return points.count == 2
            ? self("period-range", ["from": points[0], "to": points[1]]) : points[0]
    }

    private func point(_ text: String) -> String {
        let parts = text.split(separator: "-")
        if parts.count == 2, let number = Int(parts[1].dropFirst()), let year = Int(parts[0]) {
            let key = ["Q": "quarters", "H": "halves"][parts[1].prefix(1)]
            if let key { return Self.fill(entry(String(number), of: key), ["year": String(year)]) }
        }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, let year = numbers.first else { return text }
        return date(
            PartialDate(
                year: year, month: numbers.count > 1 ? numbers[1] : nil,
                day: numbers.count > 2 ? numbers[2] : nil))
    }
}

extension PartialDate {
    /// `2025`, `2025-04` or `2025-04-08`: valid in `<time datetime>`.
    var iso: String {
        SitePath.padded(year, to: 4) + (month.map { "-" + SitePath.padded($0, to: 2) } ?? "")
            + (day.map { "-" + SitePath.padded($0, to: 2) } ?? "")
    }
}
