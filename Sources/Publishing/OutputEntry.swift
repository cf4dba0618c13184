import Files

/// The files that one `OutputTask` made.
public struct OutputEntry: Sendable {
    /// The name of the task.
    public var name: String
    /// `nil`: not cacheable, the files are made again each time.
    public var key: Fingerprint?
    public var files: [SiteFile]

    public init(name: String, key: Fingerprint?, files: [SiteFile]) {
        self.name = name
        self.key = key
        self.files = files
    }

    public var bytes: Int { files.reduce(0) { $0 + $1.size } }
}
