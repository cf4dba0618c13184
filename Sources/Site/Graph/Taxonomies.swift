import Archive

/// The archive's articles by tag, outlet and year; each list in the archive's order.
struct Taxonomies: Sendable {
    /// One term: its path segment, its name, and its articles.
    struct Term: Sendable {
        /// Path segment: an outlet's id, a tag, a year.
        var id: String
        /// As articles write it: an outlet's id or name, a tag, a year.
        var written: String
        var name: String
        /// Indices of articles.
        var articles: [Int]
    }

    /// By origin: the articles that report on one event or document.
    private let origins: [String: [Int]]
    /// By name.
    let tags: [Term]
    /// By name; an outlet that is not in outlets.yml has the name that articles use.
    let outlets: [Term]
    /// Newest first.
    let years: [Term]
    let tagSegments: TermSegments
    let outletSegments: TermSegments

    init(_ archive: Archive) {
        let names = Dictionary(
            archive.outlets.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var written: (tags: Set<String>, outlets: Set<String>) = ([], [])
        for index in archive.articles.indices {
            written.tags.formUnion(archive.articles[index].tags)
            if let outlet = archive.articles[index].outlet { written.outlets.insert(outlet) }
        }
        tagSegments = TermSegments(written.tags)
        outletSegments = TermSegments(written.outlets.union(archive.outlets.map(\.id)))
        var tags: [String: Term] = [:]
        var outlets: [String: Term] = [:]
        var years: [String: Term] = [:]
        // By index: a whole article is expensive to copy.
        for index in archive.articles.indices {
            for tag in archive.articles[index].tags {
                let id = tagSegments[tag]
                if tags[id]?.articles.last != index {
                    tags[id, default: Term(id: id, written: tag, name: tag, articles: [])].articles
                        .append(index)
                }
            }
            if let outlet = archive.articles[index].outlet {
                let id = outletSegments[outlet]
                let name = names[outlet] ?? outlet
                outlets[id, default: Term(id: id, written: outlet, name: name, articles: [])]
                    .articles.append(index)
            }
            if let year = archive.articles[index].date?.year {
                let id = SitePath.padded(year, to: 4)
                years[id, default: Term(id: id, written: id, name: id, articles: [])].articles
                    .append(index)
            }
        }
        for outlet in archive.outlets where outlets[outletSegments[outlet.id]] == nil {
            let id = outletSegments[outlet.id]
            outlets[id] = Term(id: id, written: outlet.id, name: outlet.name, articles: [])
        }
        origins = Dictionary(
            grouping: archive.articles.indices.filter { archive.articles[$0].origin != nil },
            by: { archive.articles[$0].origin ?? "" })
        self.tags = tags.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        self.outlets = outlets.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        self.years = years.values.sorted { $0.id > $1.id }
    }

    /// The path of a tag's list.
    func path(ofTag tag: String) -> String { "tags/\(tagSegments[tag])/" }

    /// The path of the list of an outlet, by id or name.
    func path(ofOutlet outlet: String) -> String { "outlets/\(outletSegments[outlet])/" }

    /// Other articles of the same origin.
    func related(to article: Int, in archive: Archive) -> [Int] {
        archive.articles[article].origin.flatMap { origins[$0] }?.filter { $0 != article } ?? []
    }
}
