import Quantities

/// Chooses the value that all values of a claim are compared with.
enum Finest {
    /// The candidate with the narrowest interval, among those with the metric's unit (or with the
    /// most frequent unit).
    ///
    /// Ties: first exact values, then smaller ones.
    ///
    /// The result does not depend on the order of the candidates.
    static func index(of candidates: [Int], in quantities: [ComparedQuantity?], unit: UnitClass?)
        -> Int?
    {
        let pairs = candidates.compactMap { index in quantities[index].map { (index, $0) } }
        // A claim has few distinct units, so a linear search is enough.
        var units: [(sample: ComparedQuantity, count: Int)] = []
        func isSame(_ a: ComparedQuantity, _ b: ComparedQuantity) -> Bool {
            a.unit == b.unit && a.kind == b.kind
        }
        for (_, quantity) in pairs {
            if let at = units.firstIndex(where: { isSame($0.sample, quantity) }) {
                units[at].count += 1
            } else {
                units.append((quantity, 1))
            }
        }
        func size(_ sample: ComparedQuantity) -> Int {
            units.reduce(0) { $0 + (sample.isComparable(to: $1.sample) ? $1.count : 0) }
        }
        let fitting = units.map(\.sample).filter { unit?.isComparable(to: $0.unit) ?? true }
        let most = fitting.map(size).max() ?? 0
        let allowed = fitting.filter {
            size($0) == most || unit.map { $0 != .count && $0 != .bare } ?? false
        }
        let chosen = pairs.filter { pair in allowed.contains { isSame($0, pair.1) } }
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
        do { return try quantity.rounded().width() } catch { return nil }
    }
}
