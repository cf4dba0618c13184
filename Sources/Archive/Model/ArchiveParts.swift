import Text

/// One row of `metrics.yml`.
public struct Metric: Sendable {
    public var id: String
    public var place: Diagnostic.Place
    /// By language; at least one.
    public var titles: [String: String]
    public var unit: String?
    /// Id of the metric of which this one is the growth rate.
    public var growthOf: Located<String>?
    /// Keys without a meaning of their own.
    public var extra: [String: Value]

    public init(id: String, place: Diagnostic.Place, titles: [String: String]) {
        self.id = id
        self.place = place
        self.titles = titles
        extra = [:]
    }
}

/// One row of `outlets.yml`: a publisher.
public struct Outlet: Sendable {
    public var id: String
    public var place: Diagnostic.Place
    public var name: String
    /// By language.
    public var labels: [String: String]
    public var url: String?
    /// Keys without a meaning of their own.
    public var extra: [String: Value]

    public init(id: String, place: Diagnostic.Place, name: String) {
        self.id = id
        self.place = place
        self.name = name
        labels = [:]
        extra = [:]
    }
}

/// An editor's decisions about one article, from `annotations/<slug>.yml`.
public struct ArticleDecisions: Sendable {
    /// Words of the article that name an entity after all (`accept`) or do not (`reject`).
    public struct Decision: Sendable {
        public var text: Located<String>
        /// Longer words around this one occurrence; `nil`: every occurrence.
        public var quote: Located<String>?
        /// Entity id; always there in `accept`; in `reject` `nil` means any entity.
        public var entity: Located<String>?

        public init(
            text: Located<String>, quote: Located<String>? = nil, entity: Located<String>? = nil
        ) {
            self.text = text
            self.quote = quote
            self.entity = entity
        }
    }

    /// A misprint of the source: shown beside the words, never changing them.
    public struct Sic: Sendable {
        public var quote: Located<String>
        public var correct: String
        public var note: String?

        public init(quote: Located<String>, correct: String, note: String? = nil) {
            self.quote = quote
            self.correct = correct
            self.note = note
        }
    }

    public struct Note: Sendable {
        public var quote: Located<String>
        /// Markdown.
        public var note: String

        public init(quote: Located<String>, note: String) {
            self.quote = quote
            self.note = note
        }
    }

    /// From the file name.
    public var slug: String
    public var file: String
    public var textSHA256: Located<String>?
    public var accept: [Decision]
    public var reject: [Decision]
    public var sic: [Sic]
    public var notes: [Note]

    public init(slug: String, file: String) {
        self.slug = slug
        self.file = file
        accept = []
        reject = []
        sic = []
        notes = []
    }
}

/// A page of the editor's own: `content/pages/<path>.md`.
public struct Page: Sendable {
    /// Path below `pages/` without extension; also its path in the site.
    public var path: String
    public var file: String
    public var title: String
    public var language: String?
    /// Paths of the site that redirect here.
    public var oldPaths: [Located<String>]
    /// Name of the template that it is rendered with, without `.mustache`.
    public var template: Located<String>?
    public var extra: [String: Value]
    public var body: [UInt8]
    public var bodyLine: Int

    public init(path: String, file: String, title: String, body: [UInt8], bodyLine: Int) {
        self.path = path
        self.file = file
        self.title = title
        self.body = body
        self.bodyLine = bodyLine
        oldPaths = []
        extra = [:]
    }
}

/// `content/archive.yml`.
public struct ArchiveSettings: Sendable {
    public struct MenuItem: Sendable {
        public var title: String
        /// Site path or absolute address.
        public var url: String
        /// Of the address.
        public var place: Diagnostic.Place?

        public init(title: String, url: String, place: Diagnostic.Place? = nil) {
            self.title = title
            self.url = url
            self.place = place
        }
    }

    public var title: String
    public var description: String
    /// Language of the interface, and of everything without one of its own (BCP 47).
    public var language: String
    /// With a trailing slash; `nil`: feeds, sitemap and canonical links are left relative or out.
    public var baseURL: String?
    public var author: String?
    public var menu: [MenuItem]
    /// The kinds of entities, built in and declared, in the order of menus and lists.
    public var kinds: [Entity.Kind]
    public var feedSize: Int
    public var extra: [String: Value]

    public init() {
        title = "Archive"
        description = ""
        language = "en"
        menu = []
        kinds = Entity.Kind.builtIn
        feedSize = 20
        extra = [:]
    }
}

/// A value together with the place in the archive that it was read from.
public struct Located<Value: Sendable>: Sendable {
    public var value: Value
    public var place: Diagnostic.Place

    public init(_ value: Value, at place: Diagnostic.Place) {
        self.value = value
        self.place = place
    }
}

extension Located: Equatable where Value: Equatable {}

/// A value of YAML or TOML that the program gives no meaning to itself and hands on to templates.
public indirect enum Value: Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case list([Value])
    /// Sorted by key where it is printed.
    case map([String: Value])
}
