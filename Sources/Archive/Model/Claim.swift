import Text

/// What several statements with the same truth conditions say.
public struct Claim: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case quantity, event, statement, forecast, ranking
    }

    public struct Relation: Sendable, Equatable {
        public enum Kind: String, Sendable, CaseIterable {
            case updates, contradicts, supports, refines
            case partOf = "part-of"
        }
        public var to: Located<String>
        public var kind: Kind

        public init(to: Located<String>, kind: Kind) {
            self.to = to
            self.kind = kind
        }
    }

    public var id: String
    public var place: Diagnostic.Place
    public var title: String
    public var kind: Kind
    public var subjects: [Located<String>]
    public var metric: Located<String>?
    /// As written: 2024, 2024-Q4, 2024-08, 2024-08-13, 2024/2026.
    public var period: Located<String>?
    public var statements: [Statement]
    /// An editor's pin, shown beside the computed status.
    public var status: String?
    /// Markdown.
    public var note: String?
    public var relations: [Relation]
    /// Name of the template that its page is rendered with, without `.mustache`.
    public var template: Located<String>?
    /// Paths of the site that redirect to its page.
    public var oldPaths: [Located<String>]
    public var extra: [String: Value]

    public init(id: String, place: Diagnostic.Place, title: String, kind: Kind) {
        self.id = id
        self.place = place
        self.title = title
        self.kind = kind
        subjects = []
        statements = []
        relations = []
        oldPaths = []
        extra = [:]
    }
}

/// One source's words about one claim: an exact quote in one article, with who said it and how.
public struct Statement: Sendable {
    public enum Mode: String, Sendable, CaseIterable {
        case direct, indirect, report, inference, rumour
    }
    public enum Stance: String, Sendable, CaseIterable {
        case supports, denies, mixed
    }
    public enum Rank: String, Sendable, CaseIterable {
        case preferred, normal, deprecated
    }

    /// Slug.
    public var article: Located<String>
    public var quote: Located<String>
    public var before: String?
    public var after: String?
    /// Which of several places of the words is meant, from 1.
    public var occurrence: Int?
    /// Entity id or a name.
    public var speaker: Located<String>?
    public var mode: Mode
    public var stance: Stance
    public var value: Located<String>?
    public var basis: String?
    /// The event or document that it goes back to; `nil`: its article's.
    public var origin: Located<String>?
    public var rank: Rank
    /// Keys without a meaning of their own.
    public var extra: [String: Value]

    public init(article: Located<String>, quote: Located<String>) {
        self.article = article
        self.quote = quote
        mode = .report
        stance = .supports
        rank = .normal
        extra = [:]
    }
}
