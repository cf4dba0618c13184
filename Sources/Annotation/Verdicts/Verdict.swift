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
