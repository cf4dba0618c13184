import Quantities
import Text

/// What a value and a growth rate of the same period say of the period before: value ÷ (1 +
/// growth).
public struct ImpliedBase: Sendable, Equatable {
    /// Where a number stands.
    public struct Source: Sendable, Equatable {
        /// Index in `Archive.claims`.
        public var claim: Int
        /// Index in `Claim.statements`.
        public var statement: Int
        /// The quantity as written.
        public var words: String
    }

    public var value: Source
    /// `nil`: not implied but stated, in a claim on the period before.
    public var growth: Source?
    /// In base units of `unit`.
    public var low: DecimalNumber
    public var high: DecimalNumber
    public var unit: String?
    /// Whether another base of the same claims lies elsewhere.
    public internal(set) var isConflict = false

    /// `(1 + 221%)`, whatever sign the words have: `(1 − 7%)` of -7%.
    public static func factor(_ growth: String) -> String {
        let signs: [(String, String)] = [
            ("+", "+"), ("＋", "+"), ("-", "−"), ("−", "−"), ("–", "−"),
        ]
        for (written, shown) in signs where growth.hasPrefix(written) {
            return "(1 \(shown) \(growth.dropFirst(written.count)))"
        }
        return "(1 + \(growth))"
    }
}
