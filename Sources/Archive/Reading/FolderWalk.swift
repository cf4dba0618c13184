import Foundation
import Text

/// Lists the files below `content/`, following no link that leaves the archive and no link to a
/// folder.
struct FolderWalk {
    /// Relative to the archive folder, in no particular order.
    private(set) var paths: [String] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let root: String
    /// The archive folder and its `content/` as they really lie on disk, with a trailing slash.
    private let inside: [String]

    static func find(root: String) throws {
        guard isFolder(root) else { throw ContentFolderError.noFolder(root: root) }
        guard isFolder(root + "/content") else { throw ContentFolderError.noContent(root: root) }
    }

    static func run(root: String) throws -> FolderWalk {
        try find(root: root)
        var walk = FolderWalk(
            root: root,
            inside: [root, root + "/content"].compactMap { realPath($0).map { $0 + "/" } })
        var folders = ["content"]
        while let folder = folders.popLast() {
            switch entries(root + "/" + folder) {
            case .success(let entries):
                for entry in entries { walk.visit(entry, in: folder, &folders) }
            case .failure(let failure):
                if folder == "content" {
                    throw ContentFolderError.unreadable(
                        path: root + "/content", reason: failure.reason)
                }
                walk.diagnostics.append(failure.diagnostic(folder))
            }
        }
        return walk
    }

    private init(root: String, inside: [String]) {
        self.root = root
        self.inside = inside
    }

    private mutating func visit(_ entry: Entry, in folder: String, _ folders: inout [String]) {
        let name = entry.name
        guard name.first != 0x2E, name.first != 0x5F, name.last != 0x7E else { return }
        let path = folder + "/" + String(decoding: name, as: UTF8.self)
        guard Array(path.utf8.suffix(name.count)) == name,
            !name.contains(where: { $0 < 0x20 || $0 == 0x7F })
        else {
            report(
                "bad-file-name", ArticleReader.shown(path),
                "the file name is not UTF-8 or holds control characters",
                help: "rename it")
            return
        }
        switch entry.kind ?? kind(of: path) {
        case DT_DIR: folders.append(path)
        case DT_REG: paths.append(path)
        case DT_LNK: follow(path)
        case nil: diagnostics.append(FileReading.Failure(code: errno).diagnostic(path))
        default:
            report(
                "not-a-file", path, "this is neither a file nor a folder",
                help: "move it out of `content/`")
        }
    }

    /// For file systems that keep no kinds in their folders.
    ///
    /// - Returns: `nil`, with `errno`, when there is no such file.
    private func kind(of path: String) -> Int? {
        var status = stat()
        guard lstat(root + "/" + path, &status) == 0 else { return nil }
        // The kinds of entries are those of files without the bits below them.
        return Int(status.st_mode & S_IFMT) >> 12
    }

    private mutating func follow(_ path: String) {
        guard let target = Self.realPath(root + "/" + path) else {
            let code = errno
            report(
                "broken-link", path,
                "this symbolic link leads nowhere: \(FileReading.Failure(code: code).reason)",
                help: "remove it")
            return
        }
        guard inside.contains(where: { target.hasPrefix($0) }) else {
            report(
                "link-out", path, "this symbolic link leaves the archive",
                help: "copy the file itself into the archive")
            return
        }
        var status = stat()
        if stat(target, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            paths.append(path)
        } else {
            report(
                "linked-folder", path, "a symbolic link to a folder is not followed",
                help: "copy the folder, or link its files one by one")
        }
    }

    private mutating func report(_ id: String, _ path: String, _ message: String, help: String) {
        diagnostics.append(
            Diagnostic(.error, id, at: Diagnostic.Place(file: path), message, help: help))
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private struct Entry {
        var name: [UInt8]
        /// `DT_REG`, `DT_DIR`, …; `nil` when the file system does not say.
        var kind: Int?
    }

    /// What is in a folder but for `.` and `..`, as the disk gives it.
    private static func entries(_ path: String) -> Result<[Entry], FileReading.Failure> {
        guard let folder = opendir(path) else { return .failure(FileReading.Failure(code: errno)) }
        defer { closedir(folder) }
        var entries: [Entry] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { start in
                    Array(UnsafeBufferPointer(start: start, count: strlen(start)))
                }
            }
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            let kind = Int(entry.pointee.d_type)
            entries.append(Entry(name: name, kind: kind == DT_UNKNOWN ? nil : kind))
        }
        return .success(entries)
    }
}
