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
