import CPosix
import Foundation

extension Disk {
    /// Writes a new file; one that has the name is removed first.
    ///
    /// - Parameter isSynced: the bytes are on the disk itself when this returns.
    public static func create(
        _ bytes: [UInt8], at path: String, isSynced: Bool = false
    ) throws(FileError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        var descriptor = open(path, flags, 0o644)
        if descriptor < 0, errno == EEXIST || errno == EISDIR {
            try remove(path)
            descriptor = open(path, flags, 0o644)
        }
        guard descriptor >= 0 else { throw FileError(path: path, action: "write", code: errno) }
        try writeAndClose(descriptor, bytes, path, isSynced: isSynced)
    }

    /// - Parameter isSynced: the bytes are on the disk itself when this returns.
    static func writeAndClose(
        _ descriptor: Int32, _ bytes: [UInt8], _ path: String, isSynced: Bool = false
    ) throws(FileError) {
        var code: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = write(
                    descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
                if count < 0, errno == EINTR { continue }
                if count <= 0 {
                    code = count < 0 ? errno : EIO
                    return
                }
                written += count
            }
        }
        if code == 0, isSynced, fsync(descriptor) != 0 { code = errno }
        if close(descriptor) != 0, code == 0 { code = errno }
        if code != 0 { throw FileError(path: path, action: "write", code: code) }
    }

    /// Writes a file beside `path`, brings it to the disk itself, and gives it the name: after a
    /// crash or a power cut there is the old file or the new one.
    public static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        let new = path + ".new"
        try remove(new)
        let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(path: new, action: "write", code: errno) }
        try writeAndClose(descriptor, bytes, new, isSynced: true)
        try rename(new, to: path)
    }

    /// Gives a file or folder another path, in one step; a file of that path is replaced.
    public static func rename(_ source: String, to target: String) throws(FileError) {
        guard Foundation.rename(source, target) == 0 else {
            throw FileError(path: target, action: "put in place", code: errno)
        }
    }

    /// As `rename`.
    ///
    /// - Returns: 0, or the error number.
    public static func tryRename(_ source: String, to target: String) -> Int32 {
        Foundation.rename(source, target) == 0 ? 0 : errno
    }

    /// Gives a file or folder a path where nothing is.
    ///
    /// - Returns: 0, or the error number: `EEXIST` when something is there, `EINVAL` or `ENOSYS`
    ///   when the file system cannot look and rename in one step.
    public static func tryRenameNew(_ source: String, to target: String) -> Int32 {
        variorum_rename_new(source, target)
    }

    /// Waits until the entries of a folder are on the disk itself.
    public static func sync(folder path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, action: "write", code: errno) }
        defer { close(descriptor) }
        // Some file systems cannot sync folders.
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw FileError(path: path, action: "write", code: errno)
        }
    }

    /// Waits until everything that was written to a file system is on the disk itself.
    public static func syncFileSystem(of path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, action: "write", code: errno) }
        defer { close(descriptor) }
        let code = variorum_sync(descriptor)
        guard code == 0 else { throw FileError(path: path, action: "write", code: code) }
    }
}
