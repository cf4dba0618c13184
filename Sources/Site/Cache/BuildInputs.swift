import Archive
import Files
import Text

/// Fingerprints of all inputs of a build: the archive's files, the templates, the options.
struct BuildInputs: Sendable {
    /// By path in the archive.
    private let files: [String: Fingerprint]
    /// The cache key of the inputs of every page: templates, interface words, settings, options.
    let frame: Fingerprint
    /// The cache key of all inputs.
    let all: Fingerprint
    /// The cache key of all inputs but the files of articles.
    let surroundings: Fingerprint

    /// - Throws: `FileError` when an asset cannot be read.
    init(_ content: ContentFolder, _ theme: ThemeFiles, _ options: BuildOptions) async throws {
        let sources = content.files
        let root = content.root
        let fingerprints = try await sources.concurrentMap(jobs: options.jobs) {
            Fingerprint(of: $0.bytes)
        }
        let assets = try await content.assets.concurrentMap(jobs: options.jobs) { path in
            Fingerprint(of: try Disk.readIfPresent("\(root)/\(path)") ?? [])
        }
        var frame = CacheKeyBuilder()
        for (name, file) in theme.files.sorted(by: { $0.key < $1.key }) {
            frame.add(name)
            frame.add(file.origin)
            frame.add(file.bytes)
        }
        frame.add(options.baseURL)
        frame.add(options.drafts ? 1 : 0)
        frame.add(options.strict ? 1 : 0)
        var articles = CacheKeyBuilder()
        var others = CacheKeyBuilder()
        for (file, fingerprint) in zip(sources, fingerprints) {
            switch file.role {
            case .article, .rawArticle:
                articles.add(file.path)
                articles.add(fingerprint)
                continue
            case .settings, .metrics, .outlets: frame.add(fingerprint)
            default: break
            }
            others.add(file.path)
            others.add(fingerprint)
        }
        self.frame = frame.fingerprint
        others.add(self.frame)
        for (path, fingerprint) in zip(content.assets, assets) {
            others.add(path)
            others.add(fingerprint)
        }
        for path in content.originals + content.unread { others.add(path) }
        for diagnostic in content.diagnostics { others.add(diagnostic.rendered()) }
        surroundings = others.fingerprint
        articles.add(surroundings)
        // An embargo may end without a change of any file.
        articles.add(options.today?.text)
        all = articles.fingerprint
        files = Dictionary(
            zip(sources.map(\.path), fingerprints), uniquingKeysWith: { first, _ in first })
    }

    subscript(file: String) -> Fingerprint? { files[file] }

    func add(_ file: String, to ingredients: inout CacheKeyBuilder) {
        ingredients.add(file)
        if let fingerprint = files[file] { ingredients.add(fingerprint) }
    }
}
