/// What a number counts or measures.
struct QuantityUnit: Sendable {
    enum Family: Sendable {
        case currency, share, measure, time, count
    }

    var name: String
    var family: Family
    /// What one of it is in base units: 1024 for KiB.
    var factor: DecimalNumber

    init(_ name: String, _ family: Family, factor: DecimalNumber = .one) {
        self.name = name
        self.family = family
        self.factor = factor
    }
}
