import CPosix
import Files
import Foundation

/// Applies a journal to the output folder.
struct JournalRun {
    let journal: Journal
    /// The output folder.
    let root: String
    /// The folder with the staged files.
    private var staging: String { StagingFolder.files(in: root) }

    /// Puts the new site in place.
    ///
    /// - Throws: `ForeignFile` or `FileError`; when the old site was not touched yet, it is whole
    ///   again and `isUndone` is true.
    func apply(isUndone: inout Bool) throws {
        isUndone = false
        let removesFirst = journal.swapsFilesAndFolders
        if removesFirst { try remove() }
        do {
            try addAll()
        } catch {
            if !removesFirst {
                try undo()
                isUndone = true
            }
            throw error
        }
        for folder in Journal.folders(of: journal.replaced.map(\.path)) {
            try refuseLink(folder)
        }
        // As long as the old manifest is there, it is known what belonged to the old site.
        let last = journal.replaced.last.map { [$0] } ?? []
        for move in journal.replaced.dropLast() { try replace(move) }
        if !removesFirst { try remove() }
        for move in last { try replace(move) }
    }

    /// Moves what is new.
    ///
    /// A folder that the output folder lacks is moved with all it holds: a first
    /// build takes as many renames as the site has entries at the top.
    private func addAll() throws {
        var moved: Set<Substring> = []
        func isMoved(_ path: String) -> Bool {
            guard let slash = path.lastIndex(of: "/") else { return false }
            return moved.contains(path[..<slash])
        }
        for folder in Journal.folders(of: journal.added.map(\.path)) {
            if try isMoved(folder) || add(folder: folder) { moved.insert(folder[...]) }
        }
        for move in journal.added where !isMoved(move.path) { try add(move) }
    }

    /// - Returns: whether the folder was moved; otherwise it is there and its files have to be
    ///   moved.
    private func add(folder: String) throws -> Bool {
        if variorum_rename_new("\(staging)/\(folder)", "\(root)/\(folder)") == 0 { return true }
        // It is there already, is on another file system, or cannot be moved without replacing.
        try make(folder)
        return false
    }

    private func make(_ folder: String) throws {
        let path = "\(root)/\(folder)"
        if mkdir(path, 0o777) == 0 { return }
        let code = errno
        guard let status = FileStatus(path) else {
            throw FileError(path: path, action: "make the folder", code: code)
        }
        // A link would lead out of the site.
        guard status.kind == .folder else { throw ForeignFile(path: path) }
    }

    private func refuseLink(_ folder: String) throws {
        let path = "\(root)/\(folder)"
        guard let status = FileStatus(path) else { return }
        guard status.kind == .folder else { throw ForeignFile(path: path) }
    }

    private func staged(_ move: Journal.Move) -> String { "\(staging)/\(move.path)" }

    private func add(_ move: Journal.Move) throws {
        let (source, target) = (staged(move), "\(root)/\(move.path)")
        switch variorum_rename_new(source, target) {
        case 0: return
        case ENOENT where !Disk.exists(source): return
        case EEXIST: throw ForeignFile(path: target)
        case EXDEV where Disk.exists(target):
            // Copied before an interruption, or somebody else's.
            guard let bytes = try Disk.readIfPresent(target), ContentHash(of: bytes) == move.sha256
            else { throw ForeignFile(path: target) }
            try Disk.removeFile(source)
        case EXDEV: try copy(move)
        // File systems without the flag: the path could be taken between the look and the rename.
        case EINVAL, ENOSYS:
            if Disk.exists(target) { throw ForeignFile(path: target) }
            try Disk.rename(source, to: target)
        case let code: throw FileError(path: target, action: "put in place", code: code)
        }
    }

    private func replace(_ move: Journal.Move) throws {
        let (source, target) = (staged(move), "\(root)/\(move.path)")
        if rename(source, target) == 0 { return }
        switch errno {
        case ENOENT where !Disk.exists(source): return
        case ENOENT:
            // The folder was removed by hand.
            for folder in Journal.folders(of: [move.path]) { try make(folder) }
            try Disk.rename(source, to: target)
        case EXDEV: try copy(move)
        case EISDIR, ENOTEMPTY, EEXIST: throw ForeignFile(path: target)
        case let code: throw FileError(path: target, action: "put in place", code: code)
        }
    }

    /// Into a folder of the site that is on another file system.
    private func copy(_ move: Journal.Move) throws {
        try Disk.replace("\(root)/\(move.path)", with: try Disk.read(staged(move)))
        try Disk.removeFile(staged(move))
    }

    /// Whether the file in the output folder is the new one.
    private func hasBytes(of move: Journal.Move) throws -> Bool {
        let path = "\(root)/\(move.path)"
        guard Disk.fileSize(path) == move.size, let bytes = try Disk.readIfPresent(path) else {
            return false
        }
        return ContentHash(of: bytes) == move.sha256
    }

    private func remove() throws {
        for path in journal.removed where !Self.isBehindLink(path, root) {
            try Disk.removeFile("\(root)/\(path)")
        }
        for folder in Journal.folders(of: journal.removed).reversed()
        where !Self.isBehindLink(folder, root) {
            // What somebody else put into it keeps it.
            _ = try Disk.removeIfEmpty("\(root)/\(folder)")
        }
    }

    /// Takes the first step back: moves new files to the staging folder again, and removes folders
    /// that were made for them.
    ///
    /// The files are kept, so that a run after an interrupted `undo` finds what the journal names.
    private func undo() throws {
        for move in journal.added
        where !Disk.exists(staged(move)) && !Self.isBehindLink(move.path, root) {
            guard try hasBytes(of: move) else { continue }
            let path = "\(root)/\(move.path)"
            if let slash = staged(move).lastIndex(of: "/") {
                try Disk.makeFolder(String(staged(move)[..<slash]))
            }
            if rename(path, staged(move)) == 0 { continue }
            guard errno == EXDEV else {
                throw FileError(path: path, action: "move back", code: errno)
            }
            try Disk.replace(staged(move), with: try Disk.read(path))
            try Disk.removeFile(path)
        }
        // Also those of files that were not moved yet.
        for folder in Journal.folders(of: journal.added.map(\.path)).reversed()
        where !Self.isBehindLink(folder, root) && Disk.isFolder("\(root)/\(folder)") {
            _ = try Disk.removeIfEmpty("\(root)/\(folder)")
        }
    }

    /// Removes new files that have the bytes of the new site, and folders that are empty then.
    static func removeNew(_ files: [(path: String, sha256: ContentHash)], _ root: String) throws {
        for file in files where !isBehindLink(file.path, root) {
            let path = "\(root)/\(file.path)"
            if let bytes = try Disk.readIfPresent(path), ContentHash(of: bytes) == file.sha256 {
                try Disk.removeFile(path)
            }
        }
        for folder in Journal.folders(of: files.map(\.path)).reversed()
        where !isBehindLink(folder, root) && Disk.isFolder("\(root)/\(folder)") {
            _ = try Disk.removeIfEmpty("\(root)/\(folder)")
        }
    }

    /// Whether a folder on the way to a path is a symbolic link, which may lead out of the site.
    private static func isBehindLink(_ path: String, _ root: String) -> Bool {
        Journal.folders(of: [path]).contains { FileStatus("\(root)/\($0)")?.kind == .link }
    }
}
