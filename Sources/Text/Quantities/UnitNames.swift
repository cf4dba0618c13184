extension Quantities {
    /// The unit that a metric's words name: `CNY`, `元`, `%`, `percentage points`; `nil` for what is
    /// only counted (`people`).
    public static func unit(named name: String) -> String? {
        let words = String(name.map { $0 == "_" ? " " : $0 })
        let text = QuantityText(Array(words.utf8))
        if let (unit, end) = UnitWords.units.match(text, at: 0), end == text.count {
            return unit.name
        }
        let known = [
            "rank", "ratio", "percentage-point", "bit-per-second", "square-meter", "watt-hour",
            "watt", "hertz", "celsius",
        ]
        return known.contains(name) ? name : nil
    }
}
