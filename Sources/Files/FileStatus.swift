import Foundation

/// What the file system knows of a file or folder.
public struct FileStatus: Sendable, Equatable {
    public enum Kind: Sendable {
        case file, folder, link, other

        init(mode: mode_t) {
            switch mode & S_IFMT {
            case S_IFREG: self = .file
            case S_IFDIR: self = .folder
            case S_IFLNK: self = .link
            default: self = .other
            }
        }
    }

    public var kind: Kind
    /// Bytes.
    public var size: Int
    /// The device and the inode together name a file for as long as it exists.
    public var device: UInt64
    public var inode: UInt64
    /// User id.
    public var owner: UInt32
    /// Nanoseconds since 1970: when the contents changed last, and when contents, name or rights
    /// did, which no program can set.
    public var modified: Int
    public var changed: Int

    /// - Returns: `nil`, with `errno`, when there is nothing, or it may not be looked at.
    public init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Of what a link leads to.
    public init?(following path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    public init(_ status: stat) {
        kind = Kind(mode: status.st_mode)
        size = Int(status.st_size)
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        owner = status.st_uid
        modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    }
}
