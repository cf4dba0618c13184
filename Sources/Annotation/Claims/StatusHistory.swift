import Archive

/// The status of a claim at the date of each of its articles.
///
/// Statements of undated articles count at every date. Claims that update or contradict this one
/// count from the date of their first article.
public struct StatusHistory: Sendable, Equatable {
    public struct Step: Sendable, Equatable {
        public var date: PartialDate
        public var status: ClaimStatus
        /// Index of the statement that changed it; `nil`: another claim did.
        public var statement: Int?
    }

    /// From the earliest to the latest; only dates at which the status changed.
    public let steps: [Step]

    /// - Parameters:
    ///   - dates: of the statements' articles.
    ///   - others: dates of the first articles of the claims that update or contradict this one.
    ///   - status: the status with some of the statements, and with claims until a date.
    init(
        dates: [PartialDate?], others: [PartialDate],
        status: (_ statements: Set<Int>, _ until: PartialDate) -> ClaimStatus
    ) {
        var steps: [Step] = []
        var counted = Set(dates.indices.filter { dates[$0] == nil })
        for date in Set(dates.compactMap { $0 } + others).sorted() {
            let added = dates.indices.filter { dates[$0] == date }
            counted.formUnion(added)
            if counted.isEmpty { continue }
            let now = status(counted, date)
            if now != steps.last?.status {
                steps.append(Step(date: date, status: now, statement: added.first))
            }
        }
        self.steps = steps
    }
}
