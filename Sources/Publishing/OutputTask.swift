import Files
import Text

/// Files that are made together, and what they are made of.
///
/// There are two cache keys. `inputs` is quick to compute and may cover more than the files show;
/// `Work.key` covers what they show and nothing else. The files are kept if one of the two is that
/// of the last build.
public struct OutputTask: Sendable {
    /// The key of files, and the way to make them.
    public struct Work: Sendable {
        /// Hash of everything that `files` reads; `nil`: not cacheable, the files are made each
        /// time.
        public var key: Fingerprint?
        public var files: @Sendable () throws -> [OutputFile]

        public init(key: Fingerprint?, files: @escaping @Sendable () throws -> [OutputFile]) {
            self.key = key
            self.files = files
        }
    }

    /// The path of one of the files; no other task has it.
    public var name: String
    /// Hash of everything that `work` reads; `nil`: `work` is called each time.
    public var inputs: Fingerprint?
    public var work: @Sendable () throws -> Work

    /// - Parameter work: called if `inputs` is not that of the last build.
    public init(
        _ name: String, inputs: Fingerprint, work: @escaping @Sendable () throws -> Work
    ) {
        self.name = name
        self.inputs = inputs
        self.work = work
    }

    public init(_ name: String, _ work: Work) {
        self.name = name
        self.work = { work }
    }

    public init(
        _ name: String, key: Fingerprint? = nil,
        files: @escaping @Sendable () throws -> [OutputFile]
    ) {
        self.init(name, Work(key: key, files: files))
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
    /// Of the task; `nil`: its work is to be done each time.
    public var inputs: Fingerprint?
    /// Of the task's work; `nil`: not cacheable, the files are made again each time.
    public var key: Fingerprint?
    public var files: [SiteFile]

    public init(
        name: String, inputs: Fingerprint? = nil, key: Fingerprint?, files: [SiteFile]
    ) {
        self.name = name
        self.inputs = inputs
        self.key = key
        self.files = files
    }

    public var bytes: Int { files.reduce(0) { $0 + $1.size } }
}
