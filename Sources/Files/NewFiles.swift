import Foundation

/// Writes files that must not replace any: all of them or none, on the disk itself when it returns.
///
/// All bytes are written and synced under temporary names first. Then the files get their names, in
/// the order given: after a crash the first ones are there, each complete.
public enum NewFiles {
    /// - Parameters:
    ///   - files: paths relative to `root`.
    /// - Throws: `FileError`; `EEXIST` when a path is taken. What was written so far is removed.
    public static func write(
        _ files: [(path: String, bytes: [UInt8])], below root: String
    ) throws(FileError) {
        var written: [String] = []
        var folders: [String] = []
        let paths = files.map { root + "/" + $0.path }
        defer { for path in paths { unlink(path + ".part~") } }
        do throws(FileError) {
            for (file, path) in zip(files, paths) {
                if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
                    let folder = String(path[..<slash])
                    if !folders.contains(folder) {
                        try Disk.makeFolder(folder)
                        folders.append(folder)
                    }
                }
                try writeTemporary(file.bytes, for: path)
            }
            for path in paths {
                try name(path)
                written.append(path)
            }
            for folder in folders { try Disk.sync(folder: folder) }
        } catch {
            for path in written { unlink(path) }
            throw error
        }
    }

    private static func writeTemporary(_ bytes: [UInt8], for path: String) throws(FileError) {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
        let file = open(path + ".part~", flags, 0o666)
        guard file >= 0 else { throw FileError(path: path, action: "write", code: errno) }
        try Disk.writeAndClose(file, bytes, path, isSynced: true)
    }

    /// Gives the temporary file its name, unless the name is taken.
    private static func name(_ path: String) throws(FileError) {
        if link(path + ".part~", path) == 0 { return }
        // File systems without hard links: the name could be taken between the look and the
        // renaming.
        guard errno == EPERM || errno == ENOTSUP || errno == ENOSYS, !Disk.exists(path) else {
            throw FileError(path: path, action: "write", code: errno == 0 ? EEXIST : errno)
        }
        try Disk.rename(path + ".part~", to: path)
    }
}
