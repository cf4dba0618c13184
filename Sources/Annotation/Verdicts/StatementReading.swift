import Archive
import Quantities
import Text

/// What a statement says as a quantity, and how that stands to the finest of its claim.
public struct StatementReading: Sendable, Equatable {
    /// Its range is in bytes of `words`' text: the quote, or the value when that stands elsewhere.
    public var quantity: Quantity?
    /// The quantity as written.
    public var words: String?
    /// `nil` when nothing is there to be compared with.
    public var verdict: Verdict?
    public var reason: VerdictReason?
    /// How many quantities of the metric's unit the quote holds when no `value` chooses.
    public var choices: Int
    /// The time that it is of, where the claim names no period and its statements do.
    public internal(set) var period: String?

    /// Whether a quantity was looked for and not found.
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
        let fitting = Self.fitting(found, unit)
        choices = fitting.count
        if let first = fitting.first { set(first, quote) }
    }

    private mutating func set(_ quantity: Quantity, _ text: [UInt8]) {
        self.quantity = quantity
        words = String(decoding: text[quantity.range], as: UTF8.self)
    }

    /// Those of the metric's unit; failing these, those that could be.
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

    /// Bytes of the quote where the words of a `value` stand.
    private static func place(of value: String, in quote: [UInt8]) -> Range<Int>? {
        let folded = FoldedText(quote)
        let key = FoldedText.key(value)
        guard let start = ByteSearch(key).first(in: folded.bytes, from: 0, to: folded.bytes.count)
        else { return nil }
        return folded.original(start..<start + key.count)
    }
}
