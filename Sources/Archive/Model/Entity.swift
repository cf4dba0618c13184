import Text

/// A person, a product, an organization, or a thing of a kind that the archive declares, with a
/// page of its own.
public struct Entity: Sendable {
    /// A form of words that may name the entity.
    public struct Alias: Sendable, Equatable {
        public var text: String
        /// Article slugs; empty: everywhere.
        public var onlyIn: [String]
        /// Opening and closing mark that must enclose it: `《》`.
        public var onlyInMarks: String?
        /// `nil`: by the alias's own letters.
        public var letterCase: LetterCase?
        /// Whether the characters must be of the same script: 余力 is not 餘力.
        public var isScriptExact = false
        public var place: Diagnostic.Place

        public init(
            text: String, onlyIn: [String] = [], onlyInMarks: String? = nil, place: Diagnostic.Place
        ) {
            self.text = text
            self.onlyIn = onlyIn
            self.onlyInMarks = onlyInMarks
            self.place = place
        }
    }

    /// Which letters an alias matches.
    public enum LetterCase: String, Sendable, CaseIterable {
        case exact, any
    }

    public struct Affiliation: Sendable, Equatable {
        public var organization: Located<String>
        public var role: String?
        public var from: String?
        public var until: String?

        public init(
            organization: Located<String>, role: String? = nil, from: String? = nil,
            until: String? = nil
        ) {
            self.organization = organization
            self.role = role
            self.from = from
            self.until = until
        }
    }

    public struct Former: Sendable, Equatable {
        public var id: Located<String>
        public var until: String?

        public init(id: Located<String>, until: String? = nil) {
            self.id = id
            self.until = until
        }
    }

    /// File name without extension; unique among all kinds.
    public var id: String
    public var kind: Kind
    public var file: String
    public var name: String
    /// Names by language, sorted by language; they are aliases too.
    public var labels: [(language: String, name: String)]
    /// `aliases` of the file; `name` and `labels` are not repeated here.
    public var aliases: [Alias]
    /// Longer strings that contain an alias and never mean this entity.
    public var not: [Located<String>]
    public var affiliations: [Affiliation]
    public var maker: Located<String>?
    public var partOf: Located<String>?
    public var formerly: Former?
    public var wikidata: String?
    public var sameAs: [String]
    /// Paths of the site that redirect to its page.
    public var oldPaths: [Located<String>]
    /// Name of the template that its page is rendered with, without `.mustache`.
    public var template: Located<String>?
    public var extra: [String: Value]
    /// Prose in Markdown.
    public var body: [UInt8]
    public var bodyLine: Int

    public init(id: String, kind: Kind, file: String, name: String) {
        self.id = id
        self.kind = kind
        self.file = file
        self.name = name
        labels = []
        aliases = []
        not = []
        affiliations = []
        sameAs = []
        oldPaths = []
        extra = [:]
        body = []
        bodyLine = 1
    }

    /// Every form that may name the entity: name, labels, aliases; each text once, in that order.
    public var allAliases: [Alias] {
        var seen = Set<String>()
        let place = Diagnostic.Place(file: file)
        let names = [name] + labels.map(\.name)
        return (names.map { Alias(text: $0, place: place) } + aliases).filter {
            seen.insert($0.text).inserted
        }
    }
}
