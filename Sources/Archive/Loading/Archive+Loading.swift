import Files
import Text

extension Archive {
    /// Converts raw articles to Markdown: a function of the bytes alone, called on several threads.
    public typealias Conversion =
        @Sendable (RawArticle) -> (articles: [ConvertedArticle], diagnostics: [Diagnostic])

    /// Parses the files and checks the references between them.
    ///
    /// All mistakes are in `diagnostics`, in file order, and the rest is loaded nevertheless, so
    /// that one run reports everything. What is loaded is consistent: names are unique, and every
    /// id that an entity, claim or decision refers to exists (authors, speakers and outlets may be
    /// names). Pass the folder as `consume folder`, and bodies are not copied.
    /// - Parameters:
    ///   - jobs: how many files are parsed at a time; the result is the same for any number.
    ///   - conversion: converts HTML and text files among the articles to Markdown; without it
    ///     each of them is reported and ignored.
    ///   - known: the cached head of a file that has the same bytes, by path.
    public static func load(
        _ content: consuming ContentFolder, jobs: Int? = nil,
        converting conversion: Conversion? = nil,
        known: @Sendable (String) -> ArticleHead? = { _ in nil }
    ) -> Archive {
        var assembly = Assembly(
            content.diagnostics, kinds: content.kinds, unread: content.unread,
            originals: content.originals)
        assembly.archive.assets = content.assets
        let files = content.files
        content.files = []
        for file in ParallelMap.map(
            files, jobs: jobs ?? ParallelMap.cores, { LoadedFile($0, known: known, conversion) })
        {
            assembly.add(file)
        }
        return assembly.finished()
    }
}

/// The content of one file, independent of all other files.
struct LoadedFile: Sendable {
    enum Content: Sendable {
        case nothing
        case articles([ArticleReader.Reading])
        case entity(Entity)
        case claims(ClaimReader.Reading)
        case metrics(MetricReader.Reading)
        case outlets([Outlet])
        case settings(SettingsReader.Reading)
        case decisions(ArticleDecisions)
        case page(Page)
    }

    var path: String
    var role: ContentFolder.Role
    var content: Content
    var diagnostics: [Diagnostic]
    /// Whether the file could not be read, so that its content is unknown.
    var isUnread: Bool
    /// Whether its content came from the cache.
    var isKnown = false

    init(
        _ file: consuming ContentFolder.File, known: (String) -> ArticleHead?,
        _ conversion: Archive.Conversion?
    ) {
        path = file.path
        role = file.role
        content = .nothing
        diagnostics = []
        isUnread = false
        var bytes: [UInt8] = []
        swap(&bytes, &file.bytes)
        if role == .rawArticle {
            convert(bytes, conversion)
            return
        }
        if role == .article, let head = known(path) {
            isKnown = true
            content = .articles([head.reading(NormalizedText.known(consume bytes))])
            return
        }
        switch NormalizedText.read(consume bytes, file: path) {
        case .failure(let refusal):
            diagnostics = [refusal.diagnostic]
            isUnread = true
        case .success(let text):
            diagnostics = text.diagnostics
            read(text.bytes)
        }
    }

    private mutating func read(_ text: consuming [UInt8]) {
        switch role {
        case .article:
            let reading = ArticleReader.read(text, path: path)
            diagnostics += reading.diagnostics
            content = .articles([reading])
        case .entity(let kind):
            let (entity, problems) = EntityReader.read(text, path: path, kind: kind)
            diagnostics += problems
            content = .entity(entity)
        case .claims:
            let reading = ClaimReader.read(text, path: path)
            diagnostics += reading.diagnostics
            content = .claims(reading)
        case .metrics:
            let reading = MetricReader.read(text, path: path)
            diagnostics += reading.diagnostics
            content = .metrics(reading)
        case .outlets:
            let (outlets, problems) = OutletReader.read(text, path: path)
            diagnostics += problems
            content = .outlets(outlets)
        case .settings:
            let reading = SettingsReader.read(text, path: path)
            diagnostics += reading.diagnostics
            content = .settings(reading)
        case .annotations:
            let (decisions, problems) = DecisionsReader.read(text, path: path)
            diagnostics += problems
            content = .decisions(decisions)
        case .page:
            let (page, problems) = StaticPageReader.read(text, path: path)
            diagnostics += problems
            content = .page(page)
        case .rawArticle: break
        }
    }

    private mutating func convert(_ bytes: [UInt8], _ conversion: Archive.Conversion?) {
        guard let conversion else {
            isUnread = true
            diagnostics.append(
                Diagnostic(
                    .warning, "unconverted-article", at: Diagnostic.Place(file: path),
                    "this file is not Markdown and is ignored",
                    help: "import it with `variorum add`"))
            return
        }
        let (articles, problems) = conversion(RawArticle(file: path, bytes: bytes))
        diagnostics = problems
        isUnread = articles.isEmpty
        var readings: [ArticleReader.Reading] = []
        for article in articles {
            switch NormalizedText.read(article.markdown, file: path) {
            case .failure(let refusal): diagnostics.append(refusal.diagnostic)
            case .success(let text):
                var reading = ArticleReader.read(text.bytes, path: path)
                if let slug = article.slug {
                    reading.article.slug = slug
                    reading.longSlug = nil
                }
                diagnostics += (text.diagnostics + reading.diagnostics).map(Self.withoutLine)
                readings.append(reading)
            }
        }
        content = .articles(readings)
    }

    /// Lines of converted text are not lines of the file.
    private static func withoutLine(_ diagnostic: Diagnostic) -> Diagnostic {
        var diagnostic = diagnostic
        diagnostic.place = diagnostic.place.map { Diagnostic.Place(file: $0.file) }
        return diagnostic
    }
}

/// A saved page or plain text among the articles, before it is converted.
public struct RawArticle: Sendable {
    /// Relative to the archive folder; `.html`, `.htm` or `.txt`.
    public var file: String
    /// As on disk, in any encoding.
    public var bytes: [UInt8]

    public init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }
}

/// One article converted from a `RawArticle`.
public struct ConvertedArticle: Sendable {
    /// Its slug; `nil`: the name of the file that it was made of.
    public var slug: String?
    /// Markdown with front matter, UTF-8.
    public var markdown: [UInt8]

    public init(slug: String? = nil, markdown: [UInt8]) {
        self.slug = slug
        self.markdown = markdown
    }
}
