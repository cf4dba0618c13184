import Text

/// A row of the review file: a proposed entity, and what the editor decided.
public struct ReviewRow: Equatable, Sendable {
    public enum Box: Character, Sendable {
        case open = " "
        case accepted = "x"
        case rejected = "-"
    }

    public var box = Box.open
    public var name: String
    /// The id of an entity kind.
    public var kind: String
    public var id: String
    public var forms: [String]
    /// Ids of rows or entities that the editor ticked as the same.
    public var sameAs: [String] = []
    /// 0 to 1; `nil` if the row does not say it.
    public var score: Double?
    /// 1-based line of the row.
    public var line = 0

    /// The forms as they are compared.
    public var foldedForms: Set<[UInt8]> { Set((forms + [name]).map(FoldedText.key)) }
}
