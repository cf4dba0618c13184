extension Archive {
    /// Where everything with a name stands in the archive's arrays; built once, after loading.
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
