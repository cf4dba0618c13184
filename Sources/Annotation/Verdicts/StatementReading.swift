import Archive
import Quantities
import Text

/// The quantity of a statement, and the result of its comparison with the finest one of its claim.
public struct StatementReading: Sendable, Equatable {
    /// Its range is in bytes of the quote, or of `value` if the value is not part of the quote.
    public var quantity: Quantity?
    /// The quantity as written.
    public var words: String?
    /// `nil` if there is nothing to compare it with.
    public var verdict: Verdict?
    public var reason: VerdictReason?
    /// The number of quantities with the metric's unit in the quote, if there is no `value`.
    public var choices: Int
    /// The period of the statement, if the claim has no period but its statements name one.
    public internal(set) var period: String?

    /// Whether no quantity was found.
    var isWithoutQuantity: Bool {
        if case .noQuantity = reason { true } else { false }
    }

    init(_ statement: Statement, unit: UnitClass?) {
        choices = 0
        let quote = Array(statement.quote.value.utf8)
        let found = Quantity.all(in: quote)
        if let value = statement.value?.value {
            if let place = Self.place(of: value, in: quote),
                let chosen = Self.closest(found.filter { $0.range.overlaps(place) }, to: place)
            {
                set(chosen, quote)
            } else if let other = Quantity.all(in: value).first {
                set(other, Array(value.utf8))
            }
            return
        }
        // The value before a change is not the statement's value, unless it is the only one.
        let later = found.filter { !$0.isEarlier }
        let fitting = Self.fitting(later.isEmpty ? found : later, unit)
        choices = fitting.count
        if let first = fitting.first { set(first, quote) }
    }

    private mutating func set(_ quantity: Quantity, _ text: [UInt8]) {
        self.quantity = quantity
        words = String(decoding: text[quantity.range], as: UTF8.self)
    }

    /// Quantities with the metric's unit, or if there are none, with a comparable unit.
    private static func fitting(_ found: [Quantity], _ unit: UnitClass?) -> [Quantity] {
        guard let unit else {
            let counted = found.filter { ![.clock, .calendar].contains(UnitClass($0.unit)) }
            return counted.isEmpty ? found : counted
        }
        let same = found.filter { UnitClass($0.unit) == unit }
        if !same.isEmpty { return same }
        return found.filter { UnitClass($0.unit).isComparable(to: unit) }
    }

    private static func closest(_ quantities: [Quantity], to place: Range<Int>) -> Quantity? {
        quantities.max { a, b in
            a.range.clamped(to: place).count < b.range.clamped(to: place).count
        }
    }

    /// The range of `value` in the quote, in bytes.
    private static func place(of value: String, in quote: [UInt8]) -> Range<Int>? {
        let folded = FoldedText(quote)
        let key = FoldedText.key(value)
        guard let start = ByteSearch(key).first(in: folded.bytes, from: 0, to: folded.bytes.count)
        else { return nil }
        return folded.original(start..<start + key.count)
    }
}
