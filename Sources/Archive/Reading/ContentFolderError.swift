import Text

/// Why there is nothing to read at all.
public enum ContentFolderError: Error, Equatable, CustomStringConvertible {
    case noFolder(root: String)
    case noContent(root: String)
    case unreadable(path: String, reason: String)

    public var description: String {
        switch self {
        case .noFolder(let root):
            "`\(root)` is not a folder; give the archive's folder with --archive"
        case .noContent(let root):
            "`\(root)` has no `content/` folder; `variorum new DIR` creates a starter archive"
        case .unreadable(let path, let reason):
            "`\(path)` cannot be read: \(reason)"
        }
    }
}

extension ContentFolderError {
    /// As every other problem is shown.
    public var diagnostic: Diagnostic {
        switch self {
        case .noFolder(let root):
            Diagnostic(
                .error, "no-archive", at: .init(file: root), "this folder does not exist",
                help:
                    "give the archive's folder with --archive, or create one with `variorum new \(root)`"
            )
        case .noContent(let root):
            Diagnostic(
                .error, "no-archive", at: .init(file: root), "this folder has no content/ folder",
                help:
                    "give the archive's folder with --archive, or create one with `variorum new DIR`"
            )
        case .unreadable(let path, let reason):
            Diagnostic(
                .error, "unreadable", at: .init(file: path), "cannot be read: \(reason)",
                help: "give yourself permission to read it")
        }
    }
}
