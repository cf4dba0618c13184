import Quantities

/// The result of comparing a statement's quantity with the finest one of its claim.
///
/// The first case
/// that applies.
public enum Verdict: String, Sendable, CaseIterable {
    /// The same interval and modality.
    case equal
    /// One of the two is a bound (超过, 约, 几), and the other lies within it.
    case withinBound = "within-bound"
    /// The intervals of written precision overlap.
    case roundsTo = "rounds-to"
    /// The coarser number is the finer one truncated, not rounded.
    case truncatesTo = "truncates-to"
    /// Less than 2 % apart.
    case near
    /// They cannot both be true.
    case conflict
    /// Their units cannot be compared.
    case incomparable
    /// A value for a later period, in a claim without a period of its own; not a conflict.
    case update

    /// Whether the two values agree.
    public var isAgreement: Bool {
        switch self {
        case .equal, .withinBound, .roundsTo, .truncatesTo, .near: true
        case .conflict, .incomparable, .update: false
        }
    }
}

/// The reason for a verdict, with the words of the quotes.
///
/// The site turns it into a sentence in the language of the interface.
public enum VerdictReason: Sendable, Equatable {
    /// The most precise value of the claim, with which all values are compared.
    case finest
    case same(String)
    /// `value` is within `bound`. `isBound` is whether the value is itself a bound (数百).
    case bound(value: String, bound: String, isBound: Bool)
    case rounded(coarse: String, fine: String)
    case truncated(coarse: String, fine: String)
    case near(String, String)
    case conflict(String, String)
    /// One rises or is a profit, the other falls or is a loss.
    case opposite(String, String)
    /// The trailing zeros of `coarse` may be rounding.
    case roundCount(coarse: String, fine: String)
    /// One says by how much something grew, the other to how much: 增长了两倍, 增长到两倍.
    case multiples(String, String, agree: Bool)
    /// `增长N倍` is used for N and for N + 1 times; in one of the readings the two agree.
    case eitherMultiple(String, String)
    case otherUnit(String, String)
    /// The quote contains no quantity of the metric's unit.
    case noQuantity(Wanted)
    /// The number is too large or too long for exact arithmetic.
    case outOfRange(String)
    /// A value for a later period than `earlier`, so that both can be true.
    case later(Timed, earlier: Timed)
    /// A value for the earliest period of the claim.
    case earliest(Timed)

    /// A quantity as written, and its period.
    public struct Timed: Sendable, Equatable {
        public var words: String
        public var period: String
    }

    /// The kind of quantity that a quote should contain.
    public enum Wanted: Sendable, Equatable {
        /// An ISO 4217 code.
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
