import Quantities

/// How a statement's quantity stands to the finest of its claim: the first that holds.
public enum Verdict: String, Sendable, CaseIterable {
    /// The same interval and modality.
    case equal
    /// One of the two is a bound (超过, 约, 几) and the other lies within it.
    case withinBound = "within-bound"
    /// The intervals of written precision overlap.
    case roundsTo = "rounds-to"
    /// The coarser is the finer cut off, not rounded.
    case truncatesTo = "truncates-to"
    /// Less than 2 % apart.
    case near
    /// They cannot both hold.
    case conflict
    /// Another unit.
    case incomparable
    /// Of a later time, in a claim that has no period of its own: a newer value and no conflict.
    case update

    /// Whether both can hold.
    public var isAgreement: Bool {
        switch self {
        case .equal, .withinBound, .roundsTo, .truncatesTo, .near: true
        case .conflict, .incomparable, .update: false
        }
    }
}

/// Why a verdict came out as it did, with the words of the quotes.
///
/// Sentences are made of it where the language of the interface is known.
public enum VerdictReason: Sendable, Equatable {
    /// The most precise value of the claim, which all others are compared with.
    case finest
    case same(String)
    /// `value` is within `bound`; `isBound`: the value is itself a bound (数百).
    case bound(value: String, bound: String, isBound: Bool)
    case rounded(coarse: String, fine: String)
    case truncated(coarse: String, fine: String)
    case near(String, String)
    case conflict(String, String)
    case otherUnit(String, String)
    /// The quote contains no quantity of the metric's unit.
    case noQuantity(Wanted)
    /// The number is too large or too long for exact arithmetic.
    case outOfRange(String)
    /// Of a later period than `earlier`, so that both can hold.
    case later(Timed, earlier: Timed)
    /// Of an earlier period than the other values of the claim.
    case earliest(Timed)

    /// A quantity as written and the period it is of.
    public struct Timed: Sendable, Equatable {
        public var words: String
        public var period: String
    }

    /// What was looked for in a quote.
    public enum Wanted: Sendable, Equatable {
        /// A code of ISO 4217.
        case money(String)
        case percent
        case other

        init(_ unit: UnitClass?) {
            switch unit {
            case .money(let code): self = .money(code)
            case .share("percent"): self = .percent
            default: self = .other
            }
        }
    }
}
