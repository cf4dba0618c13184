import Text

/// What can be compared with what: money by currency, shares by their kind, time, counts.
enum UnitClass: Equatable {
    case money(String)
    /// `percent`, `percentage-point`, `times`, `rank`: never converted into one another.
    case share(String)
    /// Minutes to weeks, or months to years: there is no exact way from one to the other.
    case clock, calendar
    /// Meters, bytes …
    case measure(String)
    /// People, shops, copies: every counting word counts.
    case count
    /// No unit: money, counts and measures whose unit stands elsewhere in the sentence.
    case bare

    init(_ unit: String?) {
        guard let unit else {
            self = .bare
            return
        }
        switch unit {
        case "percent", "ratio": self = .share("percent")
        case "percentage-point", "times", "rank": self = .share(unit)
        case "second", "minute", "hour", "day", "week": self = .clock
        case "month", "quarter", "year", "岁": self = .calendar
        default:
            let bytes = Array(unit.utf8)
            if bytes.count == 3, bytes.allSatisfy({ $0 &- 0x41 < 26 }) {
                self = .money(unit)
            } else {
                self = bytes.allSatisfy { $0 < 0x80 } ? .measure(unit) : .count
            }
        }
    }

    /// What a metric's `unit` asks for: a unit of `Quantity` or a word that `Quantities` reads as
    /// one.
    static func metric(_ unit: String?) -> UnitClass? {
        guard let unit, !unit.isEmpty else { return nil }
        return UnitClass(Quantities.unit(named: unit))
    }

    func isComparable(to other: UnitClass) -> Bool {
        if self == other { return true }
        switch (self, other) {
        case (.bare, .money), (.bare, .count), (.bare, .measure), (.money, .bare), (.count, .bare),
            (.measure, .bare):
            return true
        default: return false
        }
    }

    /// What a number of this unit is multiplied by before it is compared.
    static func factor(_ unit: String?) -> DecimalNumber {
        switch unit {
        case "ratio": DecimalNumber(100)
        case "minute": DecimalNumber(60)
        case "hour": DecimalNumber(3600)
        case "day": DecimalNumber(86_400)
        case "week": DecimalNumber(604_800)
        case "quarter": DecimalNumber(3)
        case "year", "岁": DecimalNumber(12)
        default: .one
        }
    }
}
