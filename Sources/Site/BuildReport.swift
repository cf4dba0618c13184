import Publishing
import Text

/// The result of a build.
public struct BuildReport: Sendable {
    /// In file order.
    public var diagnostics: [Diagnostic] = []
    /// `nil` when the site was not written because of errors.
    public var published: PublishReport?
    /// Whether only a part of the new site is in place; the next command completes it.
    public var isInterrupted = false
    public var articles = 0
    public var mentions = 0
    public var claims = 0
    public var stages: [StageTiming] = []
    /// For previews: renders edited articles before the next build; `nil` when nothing was
    /// rendered.
    public var edited: EditedArticles?

    /// What the site was made of: a process that ends after the build need not release it.
    var retained: [any Sendable] = []

    public init() {}

    /// - Parameter isStrict: whether warnings that only `check` gives are wanted.
    init(_ annotated: AnnotatedArchive, isStrict: Bool) {
        diagnostics += annotated.diagnostics
        if isStrict { diagnostics += annotated.advice }
        articles = annotated.archive.articles.count
        mentions = annotated.mentions.reduce(0) { $0 + $1.mentions.count }
        claims = annotated.archive.claims.count
    }

    mutating func add(_ theme: Theme, _ paths: PathOwners, isStrict: Bool) {
        diagnostics += theme.diagnostics + paths.diagnostics
        if isStrict { diagnostics += paths.advice }
    }

    public var hasWarnings: Bool { diagnostics.contains { $0.severity == .warning } }
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Time of one stage, for `--profile`.
public struct StageTiming: Sendable {
    public var name: String
    public var wallSeconds: Double
    /// User and system time of the whole process.
    public var cpuSeconds: Double
    public var items: Int
    /// Bytes read or written.
    public var bytes: Int
    /// The peak memory of the process at the end of the stage, in bytes.
    public var peakBytes = Stopwatch.peakMemory()
}
