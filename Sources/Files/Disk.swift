import CPosix
import Foundation

/// Files and folders by their paths.
///
/// Each error names path and reason.
///
/// Reading is in `FileReading`, listing in `FolderEntries`, writing in `Disk+Writing`.
public enum Disk {
    /// The bytes of a file.
    public static func read(_ path: String) throws(FileError) -> [UInt8] {
        try FileReading.read(path).get()
    }

    /// The bytes of a file; `nil` when there is none.
    public static func readIfPresent(_ path: String) throws(FileError) -> [UInt8]? {
        switch FileReading.read(path) {
        case .success(let bytes): return bytes
        case .failure(let error) where error.code == ENOENT || error.code == ENOTDIR: return nil
        case .failure(let error): throw error
        }
    }

    /// The bytes of a file; `nil` when it cannot be read, whatever the reason.
    public static func readIfPossible(_ path: String) -> [UInt8]? {
        switch FileReading.read(path) {
        case .success(let bytes): bytes
        case .failure: nil
        }
    }

    /// Size of a regular file in bytes; `nil` when there is no such file.
    public static func fileSize(_ path: String) -> Int? {
        guard let status = FileStatus(path), status.kind == .file else { return nil }
        return status.size
    }

    /// Whether there is a file, a folder or a link, also one that leads nowhere.
    public static func exists(_ path: String) -> Bool { FileStatus(path) != nil }

    /// Whether there is a folder, or a link to one.
    public static func isFolder(_ path: String) -> Bool {
        FileStatus(following: path)?.kind == .folder
    }

    /// The path without links, `.` and `..`; `nil`, with `errno`, when nothing is there.
    public static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Makes a folder, and those above it that are missing.
    public static func makeFolder(_ path: String) throws(FileError) {
        if mkdir(path, 0o777) == 0 { return }
        switch errno {
        case EEXIST where isFolder(path): return
        case ENOENT:
            guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
                throw FileError(path: path, action: "make the folder", code: ENOENT)
            }
            try makeFolder(String(path[..<slash]))
            guard mkdir(path, 0o777) == 0 || errno == EEXIST && isFolder(path) else {
                throw FileError(path: path, action: "make the folder", code: errno)
            }
        case let code: throw FileError(path: path, action: "make the folder", code: code)
        }
    }

    /// Makes a folder whose parent exists.
    ///
    /// - Returns: 0, or the error number.
    public static func tryMakeFolder(_ path: String) -> Int32 {
        mkdir(path, 0o777) == 0 ? 0 : errno
    }

    /// Makes a folder of a new name in the system's folder for temporary files.
    public static func makeTemporaryFolder() throws(FileError) -> String {
        let path = NSTemporaryDirectory() + "variorum-\(UUID().uuidString)"
        guard mkdir(path, 0o700) == 0 else {
            throw FileError(path: path, action: "make the folder", code: errno)
        }
        return path
    }

    /// Whether entries of a folder may be made and removed.
    ///
    /// - Returns: 0, or the error number.
    public static func writeAccess(to folder: String) -> Int32 {
        access(folder, W_OK | X_OK) == 0 ? 0 : errno
    }

    public static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }

    /// Removes a file, or a folder with all it holds; no error when there is none.
    public static func remove(_ path: String) throws(FileError) {
        if unlink(path) == 0 || errno == ENOENT { return }
        guard errno == EISDIR || errno == EPERM else {
            throw FileError(path: path, action: "remove", code: errno)
        }
        try removeFolder(path)
    }

    /// Removes a file that is not a folder; no error when there is none.
    public static func removeFile(_ path: String) throws(FileError) {
        guard unlink(path) == 0 || [ENOENT, ENOTDIR, EISDIR].contains(errno) else {
            throw FileError(path: path, action: "remove", code: errno)
        }
    }

    /// Removes an empty folder.
    ///
    /// - Returns: whether there is no such folder any more.
    public static func removeIfEmpty(_ path: String) throws(FileError) -> Bool {
        if rmdir(path) == 0 || errno == ENOENT { return true }
        // A mount point is busy.
        guard [ENOTEMPTY, EEXIST, ENOTDIR, EBUSY].contains(errno) else {
            throw FileError(path: path, action: "remove", code: errno)
        }
        return false
    }

    /// Removes a folder with all it holds; no error when there is none.
    ///
    /// Links in it are removed, what they lead to is not.
    public static func removeFolder(_ path: String) throws(FileError) {
        guard let status = FileStatus(path) else { return }
        guard status.kind == .folder else { return try removeFile(path) }
        for entry in try FolderEntries.of(path) {
            let child = "\(path)/\(entry.text)"
            if entry.kind == .folder { try removeFolder(child) } else { try removeFile(child) }
        }
        guard rmdir(path) == 0 || errno == ENOENT else {
            throw FileError(path: path, action: "remove", code: errno)
        }
    }
}
