import Files
import Foundation

/// Held while a site is written, so that two builds never write one folder at once.
///
/// A lock file beside the output folder, locked with `flock`: the kernel gives it back when the
/// process ends, however it ends.
struct BuildLock: Sendable {
    private let path: String
    private let descriptor: Int32

    /// - Returns: `nil` when another process holds the lock.
    init?(path: String) throws {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else {
                throw FileError(path: path, action: "make the lock file", code: errno)
            }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                return nil
            }
            // The holder before us removes the file when it is done: the lock counts only when the
            // path still names the file that we locked.
            var locked = stat()
            var named = stat()
            if fstat(descriptor, &locked) == 0, stat(path, &named) == 0,
                locked.st_ino == named.st_ino
            {
                self.path = path
                self.descriptor = descriptor
                return
            }
            close(descriptor)
        }
    }

    func release() {
        unlink(path)
        close(descriptor)
    }
}
