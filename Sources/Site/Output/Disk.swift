import CPosix
import Foundation

/// The few calls of the disk that publishing needs, each with an error that names path and reason.
enum Disk {
    /// Makes a folder, and those above it that are missing.
    static func makeFolder(_ path: String) throws {
        if mkdir(path, 0o777) == 0 { return }
        switch errno {
        case EEXIST:
            guard isFolder(path) else {
                throw OutputError(path: path, action: "make the folder", code: EEXIST)
            }
        case ENOENT:
            guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
                throw OutputError(path: path, action: "make the folder", code: ENOENT)
            }
            try makeFolder(String(path[..<slash]))
            guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
                throw OutputError(path: path, action: "make the folder", code: errno)
            }
        default:
            throw OutputError(path: path, action: "make the folder", code: errno)
        }
    }

    /// Writes a new file.
    ///
    /// What has the name loses it; a file that has other names too keeps its bytes.
    static func create(_ bytes: [UInt8], at path: String) throws {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        var descriptor = open(path, flags, 0o644)
        if descriptor < 0, errno == EEXIST || errno == EISDIR {
            try remove(path)
            descriptor = open(path, flags, 0o644)
        }
        guard descriptor >= 0 else { throw OutputError(path: path, action: "write", code: errno) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(
                    descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                let code = errno
                close(descriptor)
                throw OutputError(path: path, action: "write", code: code)
            }
            written += count
        }
        guard close(descriptor) == 0 else {
            throw OutputError(path: path, action: "write", code: errno)
        }
    }

    /// The bytes of a file; `nil` when there is none.
    static func read(_ path: String) throws -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw OutputError(path: path, action: "read", code: errno)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        let size = fileSize(path) ?? 0
        bytes.reserveCapacity(size)
        var buffer = [UInt8](repeating: 0, count: max(4096, min(size + 1, 1 << 20)))
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw OutputError(path: path, action: "read", code: errno)
            }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Size of a regular file in bytes; `nil` when there is no such file.
    static func fileSize(_ path: String) -> Int? {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// A second name for a file, so that bytes and modification time stay what they were.
    static func hardLink(_ source: String, to target: String) throws {
        if linkat(AT_FDCWD, source, AT_FDCWD, target, 0) == 0 { return }
        if errno == EEXIST {
            try remove(target)
            if linkat(AT_FDCWD, source, AT_FDCWD, target, 0) == 0 { return }
        }
        throw OutputError(path: target, action: "keep \(source) as", code: errno)
    }

    static func rename(_ source: String, to target: String) throws {
        guard Glibc.rename(source, target) == 0 else {
            throw OutputError(path: target, action: "put the new site in place", code: errno)
        }
    }

    /// Removes a file, or a folder with all it holds; no error when there is none.
    static func remove(_ path: String) throws {
        if unlink(path) == 0 || errno == ENOENT { return }
        guard errno == EISDIR || errno == EPERM else {
            throw OutputError(path: path, action: "remove", code: errno)
        }
        try removeFolder(path)
    }

    /// Removes a file that is no folder; no error when there is none.
    static func removeFile(_ path: String) throws {
        guard unlink(path) == 0 || [ENOENT, ENOTDIR, EISDIR].contains(errno) else {
            throw OutputError(path: path, action: "remove", code: errno)
        }
    }

    /// Removes a folder that holds nothing.
    ///
    /// - Returns: there is no such folder any more.
    static func removeIfEmpty(_ path: String) throws -> Bool {
        if rmdir(path) == 0 || errno == ENOENT { return true }
        guard [ENOTEMPTY, EEXIST, ENOTDIR].contains(errno) else {
            throw OutputError(path: path, action: "remove", code: errno)
        }
        return false
    }

    /// Waits until the entries of a folder are on the disk itself.
    static func sync(folder path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputError(path: path, action: "write", code: errno) }
        defer { close(descriptor) }
        // Some file systems know no sync of folders.
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw OutputError(path: path, action: "write", code: errno)
        }
    }

    /// Waits until everything that was written to a file system is on the disk itself.
    static func syncFileSystem(of path: String) throws(OutputError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputError(path: path, action: "write", code: errno) }
        defer { close(descriptor) }
        let code = variorum_sync(descriptor)
        guard code == 0 else { throw OutputError(path: path, action: "write", code: code) }
    }

    /// Removes a folder with all it holds; no error when there is none.
    static func removeFolder(_ path: String) throws {
        guard exists(path) else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch let error as CocoaError {
            throw OutputError(path: path, action: "remove", code: errnoCode(of: error))
        }
    }

    /// Paths of everything below a folder that is not itself a folder, relative to it, sorted.
    static func files(below folder: String) throws -> [String] {
        guard exists(folder) else { return [] }
        do {
            let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
            return names.filter { name in
                var status = stat()
                return lstat("\(folder)/\(name)", &status) == 0
                    && status.st_mode & S_IFMT != S_IFDIR
            }.sorted()
        } catch let error as CocoaError {
            throw OutputError(path: folder, action: "list the folder", code: errnoCode(of: error))
        }
    }

    private static func errnoCode(of error: CocoaError) -> Int32 {
        (error.underlying as? POSIXError)?.code.rawValue ?? EIO
    }
}
