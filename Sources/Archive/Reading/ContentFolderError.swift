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
