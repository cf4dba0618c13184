import Text

/// Why there is nothing to read at all.
public enum ContentFolderError: Error, Equatable, CustomStringConvertible {
    case noFolder(root: String)
    case noContent(root: String)
    case unreadable(path: String, reason: String)

    public var description: String {
        switch self {
        case .noFolder(let root):
            "`\(root)` is no folder; name the archive's folder with --archive"
        case .noContent(let root):
            "`\(root)` holds no folder `content/`; `variorum new DIR` makes an archive to begin with"
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
                .error, "no-archive", at: .init(file: root), "there is no such folder",
                help:
                    "name the archive's folder with --archive, or make one with `variorum new \(root)`"
            )
        case .noContent(let root):
            Diagnostic(
                .error, "no-archive", at: .init(file: root), "this folder holds no folder content/",
                help:
                    "name the archive's folder with --archive, or make one with `variorum new DIR`")
        case .unreadable(let path, let reason):
            Diagnostic(
                .error, "unreadable", at: .init(file: path), "cannot be read: \(reason)",
                help: "give yourself permission to read it")
        }
    }
}
