import Archive

/// Dates for readers, in the interface's language: `2025年4月8日`, `8 April 2025`.
enum DateWords {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    static func text(_ date: PartialDate, language: String) -> String {
        let isChinese = language.hasPrefix("zh") || language.hasPrefix("ja")
        if isChinese {
            return "\(date.year)年" + (date.month.map { "\($0)月" } ?? "")
                + (date.day.map { "\($0)日" } ?? "")
        }
        guard let month = date.month, months.indices.contains(month - 1) else {
            return "\(date.year)"
        }
        return (date.day.map { "\($0) " } ?? "") + "\(months[month - 1]) \(date.year)"
    }

    /// `{iso, text}` as templates are given a date.
    static func fields(_ date: PartialDate, language: String) -> Fields {
        ["iso": date.iso, "text": text(date, language: language)]
    }
}

extension PartialDate {
    /// `2025`, `2025-04` or `2025-04-08`: valid in `<time datetime>`.
    var iso: String {
        SitePath.padded(year, to: 4) + (month.map { "-" + SitePath.padded($0, to: 2) } ?? "")
            + (day.map { "-" + SitePath.padded($0, to: 2) } ?? "")
    }
}
