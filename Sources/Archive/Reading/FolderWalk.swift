import Files
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
        guard Disk.isFolder(root) else { throw ContentFolderError.noFolder(root: root) }
        guard Disk.isFolder(root + "/content") else {
            throw ContentFolderError.noContent(root: root)
        }
    }

    static func run(root: String) throws -> FolderWalk {
        try find(root: root)
        var walk = FolderWalk(
            root: root,
            inside: [root, root + "/content"].compactMap { Disk.realPath($0).map { $0 + "/" } })
        var folders = ["content"]
        while let folder = folders.popLast() {
            do throws(FileError) {
                for entry in try FolderEntries.of(root + "/" + folder) {
                    walk.visit(entry, in: folder, &folders)
                }
            } catch {
                if folder == "content" {
                    throw ContentFolderError.unreadable(
                        path: root + "/content", reason: error.words)
                }
                walk.diagnostics.append(error.diagnostic(folder))
            }
        }
        return walk
    }

    private init(root: String, inside: [String]) {
        self.root = root
        self.inside = inside
    }

    private mutating func visit(_ entry: FolderEntry, in folder: String, _ folders: inout [String])
    {
        let name = entry.name
        guard !Self.isIgnored(name, in: folder) else { return }
        let path = folder + "/" + String(decoding: name, as: UTF8.self)
        guard Array(path.utf8.suffix(name.count)) == name,
            !name.contains(where: { $0 < 0x20 || $0 == 0x7F })
        else {
            report(
                "bad-file-name", ArticleReader.shown(path),
                "the file name is not UTF-8 or contains control characters",
                help: "rename it")
            return
        }
        switch entry.kind {
        case .folder: folders.append(path)
        case .file: paths.append(path)
        case .link: follow(path)
        case .other:
            report(
                "not-a-file", path, "this is neither a file nor a folder",
                help: "move it out of `content/`")
        }
    }

    /// Names that begin with `.` or `_` or end in `~`.
    ///
    /// Below `content/root/`, where hosts' own files are (`_redirects`, `.well-known/`), only those
    /// that other programs leave behind.
    private static func isIgnored(_ name: [UInt8], in folder: String) -> Bool {
        if name.last == UInt8(ascii: "~") { return true }
        if folder == "content/root" || folder.hasPrefix("content/root/") {
            return leftovers.contains { name.elementsEqual($0.utf8) }
                || name.suffix(4).elementsEqual(".swp".utf8)
        }
        return name.first == UInt8(ascii: ".") || name.first == UInt8(ascii: "_")
    }

    private static let leftovers = [".git", ".gitignore", ".gitkeep", ".DS_Store", ".obsidian"]

    private mutating func follow(_ path: String) {
        guard let target = Disk.realPath(root + "/" + path) else {
            let error = FileError(path: path, action: "read", code: errno)
            report(
                "broken-link", path,
                "this symbolic link is broken: \(error.words)",
                help: "remove it")
            return
        }
        guard inside.contains(where: { target.hasPrefix($0) }) else {
            report(
                "link-out", path, "this symbolic link leaves the archive",
                help: "copy the file itself into the archive")
            return
        }
        if FileStatus(target)?.kind == .file {
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
}
