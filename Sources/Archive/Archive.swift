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
    /// In file order: what each gave that was read anew, for the next time that it has the same
    /// bytes.
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
