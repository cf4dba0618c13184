import Foundation

/// Writes files that must not replace any: all of them or none.
public enum NewFiles {
    /// - Parameters:
    ///   - files: paths relative to `root`.
    /// - Throws: `FileError`; `EEXIST` when a path is taken. What was written so far is removed.
    public static func write(
        _ files: [(path: String, bytes: [UInt8])], below root: String
    ) throws(FileError) {
        var written: [String] = []
        do throws(FileError) {
            for file in files {
                let path = root + "/" + file.path
                if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
                    try Disk.makeFolder(String(path[..<slash]))
                }
                try writeNew(file.bytes, to: path)
                written.append(path)
            }
        } catch {
            for path in written { unlink(path) }
            throw error
        }
    }

    /// Into a file beside it first; then that file gets its name, unless the name is taken.
    private static func writeNew(_ bytes: [UInt8], to path: String) throws(FileError) {
        let temporary = path + ".part~"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard file >= 0 else { throw FileError(path: path, action: "write", code: errno) }
        defer { unlink(temporary) }
        try Disk.writeAndClose(file, bytes, path)
        if link(temporary, path) == 0 { return }
        // File systems without hard links: the name could be taken between the look and the
        // renaming.
        guard errno == EPERM || errno == ENOTSUP || errno == ENOSYS, !Disk.exists(path) else {
            throw FileError(path: path, action: "write", code: errno == 0 ? EEXIST : errno)
        }
        try Disk.rename(temporary, to: path)
    }
}
