import Text

/// What a proposed name names.
public enum NameKind: UInt8, CaseIterable, Sendable {
    case person, organization, product, place

    /// The label of the training data: `PER`, `ORG`, `PRD`, `LOC`.
    public init?(label: some StringProtocol) {
        switch label {
        case "PER": self = .person
        case "ORG": self = .organization
        case "PRD": self = .product
        case "LOC": self = .place
        default: return nil
        }
    }

    /// The id of the entity kind: `person`, `organization`, `product`, `place`.
    public var id: String {
        switch self {
        case .person: "person"
        case .organization: "organization"
        case .product: "product"
        case .place: "place"
        }
    }

    public init?(id: some StringProtocol) {
        guard let kind = Self.allCases.first(where: { $0.id == id }) else { return nil }
        self = kind
    }
}

/// The tags that the model gives to units, in the scheme BIOES: outside a name, or its begin,
/// inside, end, or a name of a single unit, for each kind.
public enum NameTag {
    public static let outside = 0
    /// Tags, `outside` included.
    public static let count = 1 + 4 * NameKind.allCases.count
    /// Tags that have weights; `outside` is the base that they are compared with.
    public static let weighted = count - 1

    public static func begin(_ kind: NameKind) -> Int { 1 + 4 * Int(kind.rawValue) }
    public static func inside(_ kind: NameKind) -> Int { 2 + 4 * Int(kind.rawValue) }
    public static func end(_ kind: NameKind) -> Int { 3 + 4 * Int(kind.rawValue) }
    public static func single(_ kind: NameKind) -> Int { 4 + 4 * Int(kind.rawValue) }

    /// Whether a name can go on over the edge between two units: after a begin or an inside comes
    /// an inside or an end of the same kind, after anything else comes none.
    public static func canFollow(_ left: Int, _ right: Int) -> Bool {
        goesOn(left) ? continues(right) && (left - 1) / 4 == (right - 1) / 4 : !continues(right)
    }

    /// Whether the name of this tag has a unit after this one.
    public static func goesOn(_ tag: Int) -> Bool { tag > 0 && (tag - 1) % 4 < 2 }

    /// Whether the name of this tag has a unit before this one.
    public static func continues(_ tag: Int) -> Bool { tag > 0 && [1, 2].contains((tag - 1) % 4) }

    /// The tag of unit `index` of a name of `count` units.
    public static func tag(_ kind: NameKind, unit index: Int, of count: Int) -> Int {
        if count == 1 { return single(kind) }
        return index == 0 ? begin(kind) : index == count - 1 ? end(kind) : inside(kind)
    }
}
