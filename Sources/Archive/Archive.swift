import Text

/// Everything that the files under `content/` say, as values, in the order the site lists them:
/// articles newest first (undated last, then by slug), everything else by id.
///
/// The three types to know: `ContentFolder` reads the disk, `Archive` is what was read, and
/// `Article`, `Entity` and `Claim` are what it is made of.
public struct Archive: Sendable {
    public var settings: ArchiveSettings
    /// The kinds of entities, built in and declared, in the order of menus and lists.
    public var kinds: [Entity.Kind] { settings.kinds }
    public var articles: [Article]
    public var entities: [Entity]
    public var claims: [Claim]
    public var metrics: [Metric]
    public var outlets: [Outlet]
    /// By slug.
    public var decisions: [String: ArticleDecisions]
    public var pages: [Page]
    /// Files below `content/assets/`, relative to the archive folder, sorted.
    public var assets: [String]
    /// What was wrong with the files, in file order.
    public var diagnostics: [Diagnostic]
    /// In file order: the heads of the articles that were parsed, to be cached for files with the
    /// same bytes.
    public internal(set) var heads: [ArticleHead]
    /// Everything by its name.
    public internal(set) var lookup: Lookup

    public init() {
        settings = ArchiveSettings()
        articles = []
        entities = []
        claims = []
        metrics = []
        outlets = []
        decisions = [:]
        pages = []
        assets = []
        diagnostics = []
        heads = []
        lookup = Lookup()
    }
}

extension Archive {
    /// Takes out drafts, articles that are not to be published today, the statements that quote
    /// them, and claims that are left without a statement; of all but drafts a note is kept.
    /// - Parameter today: a day; `nil`: articles are published whatever their embargo.
    public mutating func removeDrafts(today: PartialDate? = nil) {
        var drafts: Set<String> = []
        for index in articles.indices {
            if articles[index].isDraft {
                drafts.insert(articles[index].slug)
            } else if let today, let note = articles[index].embargoNote(on: today) {
                drafts.insert(articles[index].slug)
                diagnostics.append(note)
            }
        }
        guard !drafts.isEmpty else { return }
        articles.removeAll { drafts.contains($0.slug) }
        for index in claims.indices {
            let quoting = claims[index].statements.filter { drafts.contains($0.article.value) }
            guard !quoting.isEmpty else { continue }
            let isWhole = quoting.count == claims[index].statements.count
            for statement in quoting {
                diagnostics.append(Self.note(on: statement, of: claims[index].id, isWhole))
            }
            claims[index].statements.removeAll { drafts.contains($0.article.value) }
        }
        claims.removeAll(where: \.statements.isEmpty)
        decisions = decisions.filter { !drafts.contains($0.key) }
        diagnostics.sort()
        buildLookup()
    }

    private static func note(on statement: Statement, of claim: String, _ isWhole: Bool)
        -> Diagnostic
    {
        Diagnostic(
            .note, "draft-statement", at: statement.article.place,
            "the article `\(statement.article.value)` is not published, so this statement is left out",
            notes: isWhole
                ? ["the claim `\(claim)` has no other statements and is left out too"] : [],
            help: "publish the article, or build with `--drafts`")
    }
}

extension Archive {
    /// Indices into the archive's arrays by name; built once, after loading.
    public struct Lookup: Sendable {
        /// Index in `entities` by id.
        public private(set) var entityByID: [String: Int] = [:]
        /// Index in `articles` by slug.
        public private(set) var articleBySlug: [String: Int] = [:]
        /// Index in `claims` by id.
        public private(set) var claimByID: [String: Int] = [:]
        /// Index in `outlets` by id.
        public private(set) var outletByID: [String: Int] = [:]
        /// Index in `metrics` by id.
        public private(set) var metricByID: [String: Int] = [:]

        public init() {}

        /// The first of several with one name counts.
        public init(_ archive: Archive) {
            entityByID = Self.index(archive.entities) { $0.id }
            articleBySlug = Self.index(archive.articles) { $0.slug }
            claimByID = Self.index(archive.claims) { $0.id }
            outletByID = Self.index(archive.outlets) { $0.id }
            metricByID = Self.index(archive.metrics) { $0.id }
        }

        private static func index<Row>(_ rows: [Row], _ name: (borrowing Row) -> String) -> [String:
            Int]
        {
            Dictionary(
                rows.indices.map { (name(rows[$0]), $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Call after changing the archive's arrays by hand; `load` has done it.
    public mutating func buildLookup() { lookup = Lookup(self) }

    public func entity(_ id: String) -> Entity? { lookup.entityByID[id].map { entities[$0] } }
    public func article(_ slug: String) -> Article? {
        lookup.articleBySlug[slug].map { articles[$0] }
    }
    public func claim(_ id: String) -> Claim? { lookup.claimByID[id].map { claims[$0] } }
    public func outlet(_ id: String) -> Outlet? { lookup.outletByID[id].map { outlets[$0] } }
    public func metric(_ id: String) -> Metric? { lookup.metricByID[id].map { metrics[$0] } }
}
