import Text

/// A form with its kind, and how sure it is that it is a name.
public struct ScoredForm: Sendable {
    public var form: DiscoveredForm
    public var kind: NameKind
    /// 0 to 1.
    public var score: Float
}
