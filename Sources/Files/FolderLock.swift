import Foundation

/// Held while a folder is written, so that no two processes write it at once.
///
/// The folder itself is locked (`flock`), so no lock file can remain; the
/// kernel takes the lock back when the process ends, however it ends. File systems that cannot lock
/// a folder, such as NFS, get a file in it.
public struct FolderLock: Sendable {
    private let descriptor: Int32
    public static let fileName = ".variorum-lock"

    /// - Parameters:
    ///   - folder: must exist.
    ///   - usesFile: locks the file in the folder at once.
    /// - Returns: `nil` when another process holds the lock.
    public init?(_ folder: String, usesFile: Bool = false) throws(FileError) {
        let path = usesFile ? "\(folder)/\(Self.fileName)" : folder
        let descriptor =
            usesFile
            ? open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
            : open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, action: "lock", code: errno) }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            if code == EINTR { continue }
            close(descriptor)
            if code == EWOULDBLOCK { return nil }
            guard !usesFile, [EBADF, EINVAL, ENOLCK, ENOTSUP].contains(code) else {
                throw FileError(path: path, action: "lock", code: code)
            }
            guard let lock = try FolderLock(folder, usesFile: true) else { return nil }
            self = lock
            return
        }
        self.descriptor = descriptor
    }

    public func release() { close(descriptor) }
}
