import Foundation
import Text

/// The disk as intake needs it: lists in a fixed order, whole files or none, nothing overwritten.
enum DiskFolder {
    struct Failure: Error, CustomStringConvertible {
        var path: String
        /// `errno`.
        var code: Int32

        var description: String { "`\(path)`: \(String(cString: strerror(code)))" }
    }

    /// All plain files below a folder, sorted by path; none when it does not exist.
    ///
    /// Links are not followed.
    static func files(in folder: String) throws -> [(path: String, size: Int)] {
        var found: [(String, Int)] = []
        var pending = [""]
        while let below = pending.popLast() {
            let path = below.isEmpty ? folder : folder + "/" + below
            for name in try names(in: path) {
                let child = below.isEmpty ? name : below + "/" + name
                var status = stat()
                guard lstat(folder + "/" + child, &status) == 0 else { continue }
                switch status.st_mode & S_IFMT {
                case S_IFDIR: pending.append(child)
                case S_IFREG: found.append((child, Int(status.st_size)))
                default: continue
                }
            }
        }
        return found.sorted { Array($0.0.utf8).lexicographicallyPrecedes(Array($1.0.utf8)) }
    }

    /// File names without extension of everything below a folder, in lower case.
    static func stems(in folder: String) throws -> Set<String> {
        Set(try files(in: folder).map { Source(name: $0.path, bytes: []).stem.lowercased() })
    }

    static func read(_ path: String) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Failure(path: path, code: errno) }
        defer { close(file) }
        return try read(file, path: path)
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Everything that an open file still gives.
    static func read(_ file: Int32, path: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Foundation.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(path: path, code: errno) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Writes all files or none.
    ///
    /// A file that is already there is an error, not overwritten.
    static func write(_ files: [(path: String, bytes: [UInt8])], below root: String) throws {
        var written: [String] = []
        do {
            for file in files {
                let path = root + "/" + file.path
                try makeFolder(of: path)
                try writeNew(file.bytes, to: path)
                written.append(path)
            }
        } catch {
            for path in written { unlink(path) }
            throw error
        }
    }

    private static func names(in folder: String) throws -> [String] {
        guard let directory = opendir(folder) else {
            if errno == ENOENT { return [] }
            throw Failure(path: folder, code: errno)
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func makeFolder(of path: String) throws {
        guard let slash = path.lastIndex(of: "/") else { return }
        let folder = String(path[..<slash])
        if folder.isEmpty || mkdir(folder, 0o777) == 0 || errno == EEXIST { return }
        guard errno == ENOENT else { throw Failure(path: folder, code: errno) }
        try makeFolder(of: folder)
        guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
            throw Failure(path: folder, code: errno)
        }
    }

    /// Into a file beside it first; then that file gets its name, unless the name is taken.
    private static func writeNew(_ bytes: [UInt8], to path: String) throws {
        let temporary = path + ".part~"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard file >= 0 else { throw Failure(path: path, code: errno) }
        defer { unlink(temporary) }
        var offset = 0
        var failure: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            while offset < buffer.count {
                let count = Foundation.write(
                    file, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
                if count < 0, errno == EINTR { continue }
                if count < 0 {
                    failure = errno
                    return
                }
                offset += count
            }
        }
        if close(file) != 0, failure == 0 { failure = errno }
        guard failure == 0 else { throw Failure(path: path, code: failure) }
        if link(temporary, path) == 0 { return }
        // Disks without hard links: there a name could be taken between the look and the renaming.
        guard errno == EPERM || errno == ENOTSUP || errno == ENOSYS, access(path, F_OK) != 0 else {
            throw Failure(path: path, code: errno == 0 ? EEXIST : errno)
        }
        guard rename(temporary, path) == 0 else { throw Failure(path: path, code: errno) }
    }
}
