/// What a number counts or measures.
///
/// All units are rows of `UnitTable`. A value of this type is a unit as one of its words names it:
/// km and 米 are the same unit with different factors.
public struct QuantityUnit: Sendable {
    /// How the reader treats the words of a unit.
    enum Family: Sendable {
        case currency, share, measure, time, count
    }

    /// What `Quantity.unit` holds.
    public let id: String
    let family: Family
    /// What the word that was read is in base units: 1000 for km, 1024 for KiB.
    let factor: DecimalNumber
    /// What its values can be compared with.
    public let unitClass: UnitClass
    /// What a value in base units is multiplied by before it is compared with others of its class:
    /// 60 for minutes, which are compared with seconds.
    public let classFactor: DecimalNumber

    init(
        _ id: String, _ family: Family, _ unitClass: UnitClass,
        classFactor: DecimalNumber = .one, factor: DecimalNumber = .one
    ) {
        self.id = id
        self.family = family
        self.unitClass = unitClass
        self.classFactor = classFactor
        self.factor = factor
    }

    /// Kilometers or miles per hour, meters per second.
    var isSpeed: Bool { unitClass == .measure("kilometer-per-hour") }

    func scaled(by factor: DecimalNumber) -> QuantityUnit {
        QuantityUnit(id, family, unitClass, classFactor: classFactor, factor: factor)
    }

    /// The unit with an id as `Quantity.unit` holds it; `nil` for an unknown id.
    public static func withID(_ id: String) -> QuantityUnit? { UnitTable.byID[id] }

    /// The unit that a metric's words name: `CNY`, `元`, `%`, `percentage points`; `nil` for what is
    /// only counted (`people`).
    public static func named(_ name: String) -> QuantityUnit? {
        let words = String(name.map { $0 == "_" ? " " : $0 })
        let text = QuantityText(Array(words.utf8))
        if let (unit, end) = UnitTable.words.match(text, at: 0), end == text.count { return unit }
        return withID(name)
    }
}

/// Which values can be compared: money of one currency, shares of one kind, times, counts.
public enum UnitClass: Sendable, Equatable {
    case money(String)
    /// `percent`, `percentage-point`, `times`, `rank`: never converted into one another.
    case share(String)
    /// Seconds to weeks, compared in seconds.
    case clock
    /// Months to years, compared in months: no number of days is a month exactly.
    case calendar
    /// Meters, bytes …
    case measure(String)
    /// People, shops, copies: all counting words are compared with one another.
    case count
    /// No unit: money, counts and measures whose unit is elsewhere in the sentence.
    case bare

    /// - Parameter unit: an id as `Quantity.unit` holds it.
    public init(_ unit: String?) {
        self = unit.map { QuantityUnit.withID($0)?.unitClass ?? .count } ?? .bare
    }

    /// The class that a metric's `unit` asks for; `nil` when the metric has none.
    public static func metric(_ unit: String?) -> UnitClass? {
        guard let unit, !unit.isEmpty else { return nil }
        return QuantityUnit.named(unit)?.unitClass ?? .bare
    }

    public func isComparable(to other: UnitClass) -> Bool {
        if self == other { return true }
        switch (self, other) {
        case (.bare, .money), (.bare, .count), (.bare, .measure), (.money, .bare), (.count, .bare),
            (.measure, .bare):
            return true
        default: return false
        }
    }
}
