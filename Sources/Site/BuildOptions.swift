import Archive

/// The options of a build.
public struct BuildOptions: Sendable {
    /// The folder that holds `content/`.
    public var archive: String
    /// The folder that the site is written to.
    public var output: String
    /// Overrides `base-url` of archive.yml.
    public var baseURL: String?
    /// Drafts are published too.
    public var drafts = false
    /// The day that embargoes are compared with; `nil` when there is none, and all is published.
    public var today: PartialDate?
    /// Warnings are errors.
    public var strict = false
    /// All files are written again, and the cache is not read.
    public var clean = false
    /// Whether to set `BuildReport.edited`.
    public var showsEdits = false
    /// The number of articles processed at once.
    public var jobs: Int
    /// Called at the start of each stage, for a progress line.
    public var progress: @Sendable (_ stage: String) -> Void = { _ in }

    public init(archive: String, output: String? = nil, jobs: Int = 1) {
        self.archive = archive
        self.output = output ?? archive + "/public"
        self.jobs = max(1, jobs)
    }
}
