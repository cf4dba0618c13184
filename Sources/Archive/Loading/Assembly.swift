import Text

/// Puts what the files say together: unique names, one order, and what is missing on disk.
struct Assembly {
    var archive = Archive()
    private var readings: [ArticleReader.Reading] = []
    private var hasLanguage = false
    private var gaps = Gaps()
    private let originals: Set<String>
    private let kinds: [Entity.Kind]

    /// - Parameter unread: paths of files that could not be read.
    init(
        _ diagnostics: [Diagnostic], kinds: [Entity.Kind], unread: [String], originals: [String]
    ) {
        self.kinds = kinds
        self.originals = Set(originals)
        archive.diagnostics = diagnostics
        for path in unread {
            switch FileRole(path, kinds: kinds) {
            case .loaded(let role): gaps.add(path, role)
            case .unknown: gaps.entities.insert(FileRole.stem(path))
            default: break
            }
        }
    }

    mutating func add(_ file: LoadedFile) {
        archive.diagnostics += file.diagnostics
        if file.isUnread { gaps.add(file.path, file.role) }
        switch file.content {
        case .nothing: break
        case .articles(let articles):
            readings += articles
            if file.role == .article, !file.isKnown, file.diagnostics.isEmpty,
                let first = articles.first, let head = ArticleHead(first)
            {
                archive.heads.append(head)
            }
        case .entity(let entity): archive.entities.append(entity)
        case .claims(let reading):
            archive.claims += reading.claims
            gaps.claims = gaps.claims || reading.isBroken
        case .metrics(let reading):
            archive.metrics += reading.metrics
            gaps.metrics = gaps.metrics || reading.isBroken
        case .outlets(let outlets): archive.outlets += outlets
        case .settings(let reading):
            archive.settings = reading.settings
            hasLanguage = reading.hasLanguage
        case .decisions(let decisions): addDecisions(decisions)
        case .page(let page): archive.pages.append(page)
        }
    }

    private mutating func addDecisions(_ decisions: ArticleDecisions) {
        guard let first = archive.decisions[decisions.slug] else {
            archive.decisions[decisions.slug] = decisions
            return
        }
        report(
            "duplicate-annotations", Diagnostic.Place(file: decisions.file),
            "the article `\(decisions.slug)` has two annotation files",
            notes: ["the other is \(first.file)"],
            help: "put both into one file")
    }

    consuming func finished() -> Archive {
        takeArticles()
        unique(\.entities, "entity", \.id) { Diagnostic.Place(file: $0.file) }
        unique(\.claims, "claim", \.id, \.place)
        unique(\.metrics, "metric", \.id, \.place)
        unique(\.outlets, "outlet", \.id, \.place)
        unique(\.pages, "page", \.path) { Diagnostic.Place(file: $0.file) }
        archive.entities.sort { $0.id < $1.id }
        archive.claims.sort { $0.id < $1.id }
        archive.metrics.sort { $0.id < $1.id }
        archive.outlets.sort { $0.id < $1.id }
        archive.pages.sort { $0.path < $1.path }
        archive.settings.kinds = kinds
        chooseLanguage()
        checkTitles()
        archive.buildLookup()
        // Given away, so that the articles are changed where they are.
        var whole = Archive()
        swap(&whole, &archive)
        var check = ReferenceCheck(consume whole, gaps)
        archive = check.checked()
        archive.diagnostics.sort()
        return archive
    }

    // MARK: Articles

    /// Newest first, undated last, then by slug; the first of two with one slug stays.
    private mutating func takeArticles() {
        restoreDates()
        var first: [String: Int] = [:]
        first.reserveCapacity(readings.count)
        // By index: a whole reading is expensive to copy.
        for index in readings.indices {
            let slug = readings[index].article.slug
            if let other = first[slug] {
                report(
                    "duplicate-slug", readings[index].slugPlace,
                    "two articles have the slug `\(slug)`",
                    notes: ["the other is \(readings[other].article.file)"],
                    help: "rename one of the files, or give it a `slug` of its own")
                continue
            }
            first[slug] = index
            checkOriginal(of: index)
        }
        let order = first.map {
            (slug: $0.key, index: $0.value, date: readings[$0.value].article.date)
        }
        .sorted { Self.isBefore(($0.date, $0.slug), ($1.date, $1.slug)) }
        archive.articles = order.map { readings[$0.index].article }
        readings = []
    }

    /// `2024-01-01-notes.md` and `2025-01-01-notes.md` keep their dates in their slugs.
    private mutating func restoreDates() {
        guard readings.indices.contains(where: { readings[$0].longSlug != nil }) else { return }
        let counts = Dictionary(
            readings.indices.map { (readings[$0].article.slug, 1) }, uniquingKeysWith: +)
        for index in readings.indices {
            if let long = readings[index].longSlug, counts[readings[index].article.slug] ?? 0 > 1 {
                readings[index].article.slug = long
            }
        }
    }

    private static func isBefore(
        _ a: (date: PartialDate?, slug: String), _ b: (date: PartialDate?, slug: String)
    ) -> Bool {
        switch (a.date, b.date) {
        case (.some(let x), .some(let y)) where x != y: y < x
        case (.some, .none): true
        case (.none, .some): false
        default: a.slug < b.slug
        }
    }

    private mutating func checkOriginal(of index: Int) {
        guard let original = readings[index].article.original, !original.isEmpty else { return }
        if !originals.contains(OriginalFile.path(original)) {
            report(
                "missing-original", readings[index].originalPlace,
                "the original `\(ArticleReader.shown(OriginalFile.path(original)))` does not exist",
                help: "put the captured file back, or remove `original` and `sha256`")
        }
    }

    // MARK: Names

    private mutating func unique<Row>(
        _ rows: WritableKeyPath<Archive, [Row]>, _ kind: String, _ name: (Row) -> String,
        _ place: (Row) -> Diagnostic.Place
    ) {
        var first: [String: Diagnostic.Place] = [:]
        var kept: [Row] = []
        for row in archive[keyPath: rows] {
            let name = name(row)
            if let other = first[name] {
                let line = other.line > 0 ? ":\(other.line)" : ""
                report(
                    kind == "page" ? "duplicate-page" : "duplicate-id", place(row),
                    "two \(Self.plural(kind)) have the \(kind == "page" ? "path" : "id") `\(name)`",
                    notes: ["the other is \(other.file)\(line)"], help: "rename one of them")
            } else {
                first[name] = place(row)
                kept.append(row)
            }
        }
        archive[keyPath: rows] = kept
    }

    private static func plural(_ kind: String) -> String {
        kind == "entity" ? "entities" : kind + "s"
    }

    private mutating func report(
        _ id: String, _ place: Diagnostic.Place, _ message: String, notes: [String] = [],
        help: String
    ) {
        archive.diagnostics.append(
            Diagnostic(.error, id, at: place, message, notes: notes, help: help))
    }

    /// Reports declared kinds whose title is not in the language of the interface.
    private mutating func checkTitles() {
        let language = archive.settings.language
        for kind in kinds where kind.isDeclared && !kind.hasTitle(in: language) {
            archive.diagnostics.append(
                Diagnostic(
                    .warning, "missing-title", at: kind.place,
                    "the kind `\(kind.id)` has no title in the archive's language, \(language); "
                        + "it is shown as “\(kind.title(in: language))”",
                    help: "add it: `title: {\(language): …}`"))
        }
    }

    /// The interface uses the language of most articles when `archive.yml` gives none; articles
    /// without letters get the interface's.
    private mutating func chooseLanguage() {
        if !hasLanguage {
            let counts = Dictionary(
                archive.articles.filter { !$0.language.isEmpty }.map { ($0.language, 1) },
                uniquingKeysWith: +)
            if let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
                archive.settings.language = most.key
            }
        }
        for index in archive.articles.indices where archive.articles[index].language.isEmpty {
            archive.articles[index].language = archive.settings.language
        }
    }
}
