/// What a user can say of a build.
public struct BuildOptions: Sendable {
    /// The folder that holds `content/`.
    public var archive: String
    /// The folder that the site is written to.
    public var output: String
    /// Overrides `base-url` of archive.yml.
    public var baseURL: String?
    /// Drafts are published too.
    public var drafts = false
    /// Warnings are errors.
    public var strict = false
    /// Every file is written anew, whatever stands there.
    public var clean = false
    /// `BuildReport.edited` is wanted.
    public var showsEdits = false
    /// How many articles are worked on at once.
    public var jobs: Int
    /// Told which stage begins: for a progress line.
    public var progress: @Sendable (_ stage: String) -> Void = { _ in }

    public init(archive: String, output: String? = nil, jobs: Int = 1) {
        self.archive = archive
        self.output = output ?? archive + "/public"
        self.jobs = max(1, jobs)
    }
}
