import Quantities
import Text

/// The choice of the value that all others are compared with.
enum Finest {
    /// Among `candidates` the one of the metric's unit (or of the unit that most have) with the
    /// narrowest interval; of two alike the exact one, then the smaller.
    ///
    /// Never by place in the list.
    static func index(of candidates: [Int], in quantities: [ComparedQuantity?], unit: UnitClass?)
        -> Int?
    {
        let pairs = candidates.compactMap { index in quantities[index].map { (index, $0) } }
        // Few units stand in one claim, however many values do.
        var units: [(unit: UnitClass, count: Int)] = []
        for (_, quantity) in pairs {
            if let at = units.firstIndex(where: { $0.unit == quantity.unit }) {
                units[at].count += 1
            } else {
                units.append((quantity.unit, 1))
            }
        }
        func size(_ unit: UnitClass) -> Int {
            units.reduce(0) { $0 + (unit.isComparable(to: $1.unit) ? $1.count : 0) }
        }
        let most = units.map { size($0.unit) }.max() ?? 0
        let allowed = units.map(\.unit).filter {
            unit?.isComparable(to: $0) ?? (size($0) == most)
        }
        let chosen = pairs.filter { allowed.contains($0.1.unit) }
        return (chosen.isEmpty ? pairs : chosen).min { isFiner($0.1, $1.1) }?.0
    }

    private static func isFiner(_ a: ComparedQuantity, _ b: ComparedQuantity) -> Bool {
        switch (width(a), width(b)) {
        case (let x?, let y?) where x != y: return x < y
        case (_?, nil): return true
        case (nil, _?): return false
        default: break
        }
        if a.isBound != b.isBound { return !a.isBound }
        let x = [a.low ?? a.high, a.high ?? a.low].compactMap { $0 }
        let y = [b.low ?? b.high, b.high ?? b.low].compactMap { $0 }
        if x != y { return x.lexicographicallyPrecedes(y) }
        return a.modality.rawValue < b.modality.rawValue
    }

    private static func width(_ quantity: ComparedQuantity) -> DecimalNumber? {
        do { return try quantity.width() } catch { return nil }
    }
}
