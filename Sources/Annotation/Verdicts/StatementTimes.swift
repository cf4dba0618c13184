import Archive

/// Statements of a claim without a period, by the time that they are of.
///
/// A statement is of the one period that its quote names; without one it is of the day of its
/// article, or undated.
struct StatementTimes {
    /// From the earliest to the latest, undated ones first; at least two.
    let groups: [(period: String, members: [Int])]

    /// `nil` when no quote names a period, or all are of one.
    init?(_ statements: [Statement], date: (String) -> PartialDate?) {
        let dates = statements.map { date($0.article.value) }
        let named = zip(statements, dates).map { statement, date in
            PeriodWords.only(Array(statement.quote.value.utf8), date: date)
        }
        guard named.contains(where: { $0 != nil }) else { return nil }
        var byDays: [ClosedRange<Int>: (period: String, members: [Int])] = [:]
        for index in statements.indices {
            let period = named[index] ?? dates[index]?.dayText ?? ""
            let days = Self.key(period)
            byDays[days, default: (period, [])].members.append(index)
            // Of two ways to write one span the shorter is shown, whatever their order.
            let shown = byDays[days]?.period ?? period
            if (period.utf8.count, period) < (shown.utf8.count, shown) {
                byDays[days]?.period = period
            }
        }
        guard byDays.count > 1 else { return nil }
        groups = byDays.sorted {
            ($0.key.upperBound, $1.key.lowerBound) < ($1.key.upperBound, $0.key.lowerBound)
        }.map(\.value)
    }

    /// The days of a period; of one no longer than a month its last, since 去年底 and 截至12月31日 are
    /// one time.
    private static func key(_ period: String) -> ClosedRange<Int> {
        guard let days = PeriodSpan(period)?.days else { return 0...0 }
        return days.count > 31 ? days : days.upperBound...days.upperBound
    }
}
