import Files
import Foundation

/// Applies a journal to the output folder.
struct JournalRun {
    let journal: Journal
    /// The output folder.
    let root: String
    /// A run before this one was interrupted.
    var isRepeated = false
    /// The folder with the staged files.
    private var staging: String { StagingFolder.files(in: root) }

    /// Puts the new site in place.
    ///
    /// - Returns: paths whose staged file is gone, and which do not have its bytes: someone changed
    ///   or removed them after they had been put in place.
    /// - Throws: `ForeignFile` or `FileError`; when the old site was not touched yet, it is whole
    ///   again and `isUndone` is true.
    func apply(isUndone: inout Bool) throws -> [String] {
        isUndone = false
        var lost: [String] = []
        let removesFirst = journal.swapsFilesAndFolders
        if removesFirst { try remove() }
        do {
            lost += try addAll()
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
        for move in journal.replaced.dropLast() where try !replace(move) {
            lost.append(move.path)
        }
        if !removesFirst { try remove() }
        for move in last where try !replace(move) { lost.append(move.path) }
        return lost
    }

    /// Moves what is new.
    ///
    /// A folder that the output folder lacks is moved with all it holds: a first build takes as
    /// many renames as the site has entries at the top.
    ///
    /// - Returns: paths that are not in place, see `apply`.
    private func addAll() throws -> [String] {
        var moved: Set<Substring> = []
        func isMoved(_ path: String) -> Bool {
            guard let slash = path.lastIndex(of: "/") else { return false }
            return moved.contains(path[..<slash])
        }
        for folder in Journal.folders(of: journal.added.map(\.path)) {
            if try isMoved(folder) || add(folder: folder) { moved.insert(folder[...]) }
        }
        return try journal.added.filter { move in
            guard isMoved(move.path) else { return try !add(move) }
            return try isRepeated && !hasBytes(of: move)
        }.map(\.path)
    }

    /// - Returns: whether the folder was moved; otherwise it is there and its files have to be
    ///   moved.
    private func add(folder: String) throws -> Bool {
        if Disk.tryRenameNew("\(staging)/\(folder)", to: "\(root)/\(folder)") == 0 { return true }
        // It is there already, is on another file system, or cannot be moved without replacing.
        try make(folder)
        return false
    }

    private func make(_ folder: String) throws {
        let path = "\(root)/\(folder)"
        let code = Disk.tryMakeFolder(path)
        if code == 0 { return }
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

    /// - Returns: whether the file is in place.
    private func add(_ move: Journal.Move) throws -> Bool {
        let (source, target) = (staged(move), "\(root)/\(move.path)")
        let code = Disk.tryRenameNew(source, to: target)
        // Whatever the code: between file systems it is EXDEV also for a file that is gone.
        if code != 0, !Disk.exists(source) { return try hasBytes(of: move) }
        switch code {
        case EXDEV where Disk.exists(target):
            // Copied before an interruption, or somebody else's.
            guard try hasBytes(of: move) else { throw ForeignFile(path: target) }
            try Disk.removeFile(source)
        case EXDEV: try copy(move, isNew: true)
        default: try finish(code, renamingNew: source, to: target)
        }
        return true
    }

    /// Completes, or reports, what `Disk.tryRenameNew` returned.
    private func finish(_ code: Int32, renamingNew source: String, to target: String) throws {
        switch code {
        case 0: return
        case EEXIST: throw ForeignFile(path: target)
        // File systems without the flag: the path could be taken between the look and the rename.
        case EINVAL, ENOSYS:
            if Disk.exists(target) { throw ForeignFile(path: target) }
            try Disk.rename(source, to: target)
        default: throw FileError(path: target, action: "put in place", code: code)
        }
    }

    /// - Returns: whether the file is in place.
    private func replace(_ move: Journal.Move) throws -> Bool {
        let (source, target) = (staged(move), "\(root)/\(move.path)")
        let code = Disk.tryRename(source, to: target)
        if code == 0 { return true }
        guard Disk.exists(source) else { return try hasBytes(of: move) }
        switch code {
        case ENOENT:
            // The folder was removed by hand.
            for folder in Journal.folders(of: [move.path]) { try make(folder) }
            try Disk.rename(source, to: target)
        case EXDEV: try copy(move, isNew: false)
        case EISDIR, ENOTEMPTY, EEXIST: throw ForeignFile(path: target)
        default: throw FileError(path: target, action: "put in place", code: code)
        }
        return true
    }

    /// Into a folder of the site that is on another file system, which is not synced with the rest.
    ///
    /// A new file that could not be copied completely is removed again.
    private func copy(_ move: Journal.Move, isNew: Bool) throws {
        let (source, target) = (staged(move), "\(root)/\(move.path)")
        let copy = target + Self.copyEnding
        var made = copy
        do {
            try Disk.create(try Disk.read(source), at: copy, isSynced: true)
            if isNew {
                try finish(
                    Disk.tryRenameNew(copy, to: target), renamingNew: copy, to: target)
                made = target
            } else {
                try Disk.rename(copy, to: target)
            }
            if let slash = target.lastIndex(of: "/") {
                try Disk.sync(folder: String(target[..<slash]))
            }
            try Disk.removeFile(source)
        } catch {
            try Disk.removeFile(made)
            throw error
        }
    }

    /// Of a file that is being copied to another file system.
    private static let copyEnding = ".variorum-new"

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
        for move in journal.added where !Self.isBehindLink(move.path, root) {
            try Disk.removeFile("\(root)/\(move.path)\(Self.copyEnding)")
        }
        for move in journal.added
        where !Disk.exists(staged(move)) && !Self.isBehindLink(move.path, root) {
            guard try hasBytes(of: move) else { continue }
            let path = "\(root)/\(move.path)"
            if let slash = staged(move).lastIndex(of: "/") {
                try Disk.makeFolder(String(staged(move)[..<slash]))
            }
            let code = Disk.tryRename(path, to: staged(move))
            if code == 0 { continue }
            guard code == EXDEV else {
                throw FileError(path: path, action: "move back", code: code)
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
