import Quantities
import Text

/// A quantity in the base unit of its class, ready to be compared.
struct ComparedQuantity {
    var low: DecimalNumber?
    var high: DecimalNumber?
    var face: DecimalNumber?
    /// Exponent of the last written digit, in the base unit.
    var place: Int?
    var modality: Quantity.Modality
    var unit: UnitClass

    /// - Throws: `DecimalOverflow` when the number leaves the range of exact numbers.
    init(_ quantity: Quantity) throws(DecimalOverflow) {
        let factor = quantity.unit.flatMap(QuantityUnit.withID)?.classFactor ?? .one
        if quantity.isOutOfRange { throw DecimalOverflow() }
        if let bound = quantity.low { low = try bound * factor }
        if let bound = quantity.high { high = try bound * factor }
        if let number = quantity.face { face = try number * factor }
        place = factor == .one ? quantity.place : nil
        modality = quantity.modality
        unit = UnitClass(quantity.unit)
    }

    /// Whether it bounds rather than says.
    var isBound: Bool { modality != .exact }

    /// The width; `nil` when a side is open.
    func width() throws(DecimalOverflow) -> DecimalNumber? {
        guard let low, let high else { return nil }
        return try high - low
    }

    /// What 近三成 reaches down to when it is compared: a tenth below.
    func lowest() throws(DecimalOverflow) -> DecimalNumber? {
        guard modality == .almost, let high else { return low }
        let tenth = try high.magnitude * DecimalNumber(mantissa: 1, exponent: -1)
        return try high - tenth
    }

    /// The number that stands for it: as written, or the middle.
    func center() throws(DecimalOverflow) -> DecimalNumber? {
        if let face { return face }
        guard let low, let high else { return low ?? high }
        return try (try low + high) * DecimalNumber(mantissa: 5, exponent: -1)
    }
}
