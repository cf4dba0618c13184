import Files
import Text

/// Files that are made together, and what they are made of.
///
/// When the key is that of the last build and the files are still there, they are not made again.
public struct OutputTask: Sendable {
    /// The path of one of the files; no other task has it.
    public var name: String
    /// Hash of everything that `files` reads; `nil`: not cacheable, the files are made each time.
    public var key: Fingerprint?
    public var files: @Sendable () throws -> [OutputFile]

    public init(
        _ name: String, key: Fingerprint? = nil,
        files: @escaping @Sendable () throws -> [OutputFile]
    ) {
        self.name = name
        self.key = key
        self.files = files
    }

    /// A file that was made already.
    public init(_ file: OutputFile) {
        self.init(file.path) { [file] }
    }
}

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
