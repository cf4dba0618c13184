import Archive
import Text

/// Files that are made together, and what they are made of.
///
/// When the fingerprint is that of the last build and the files still stand, they need not be made
/// again.
struct PageTask: Sendable {
    /// Names the task among all: a path that no other task writes to.
    var name: String
    /// Of everything that `files` reads; `nil` when the files are made each time.
    var key: Fingerprint?
    var files: @Sendable () throws -> [OutputFile]

    init(
        _ name: String, key: Fingerprint? = nil,
        files: @escaping @Sendable () throws -> [OutputFile]
    ) {
        self.name = name
        self.key = key
        self.files = files
    }

    /// A file that was made already.
    init(_ file: OutputFile) {
        self.init(file.path) { [file] }
    }
}
