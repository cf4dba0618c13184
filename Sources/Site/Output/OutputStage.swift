import Archive
import Files
import Foundation
import Publishing
import Synchronization
import Text

/// A new edition of the site while it is being written: files that differ from the old one, in a
/// hidden folder.
///
/// The folder may hold links to files of the old site from the build before. They are never written
/// to: a new file takes the name from the old one.
///
/// `put` may be called from several threads.
final class OutputStage: Sendable {
    /// What stood when the build began.
    let old: StandingSite
    /// What the last build made of what, by name.
    private let groups: [String: BuildRecord.Group]
    let spare: SpareFolder
    /// What is known of the spare folder as long as nothing is written to it.
    let kept: KeptSite?
    private let folder: String
    var path: String { spare.path }
    /// Every file is written, whatever the old site holds.
    private let isClean: Bool
    private let madeFolders = Mutex<Set<String>>([])
    let writeback: Writeback

    init(
        folder: String, spare: SpareFolder, kept: KeptSite?, old: StandingSite,
        groups: [BuildRecord.Group], isClean: Bool
    ) {
        self.isClean = isClean
        self.folder = folder
        self.spare = spare
        self.kept = kept
        self.old = old
        writeback = Writeback(of: spare.path)
        self.groups = Dictionary(
            groups.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Makes and writes files, unless they are made of what they were made of before.
    func put(_ task: OutputTask) throws -> BuildRecord.Entry {
        try standing(of: task)
            ?? BuildRecord.Entry(name: task.name, key: task.key, files: task.files().map(put))
    }

    /// What the last build made of the same, if it still stands.
    private func standing(of task: OutputTask) -> BuildRecord.Entry? {
        guard let key = task.key, groups[task.name]?.key == key else { return nil }
        return standing(task.name)
    }

    /// What the last build wrote under a name, if it still stands, whatever it was made of.
    func standing(_ name: String) -> BuildRecord.Entry? {
        guard !isClean, let group = groups[name] else { return nil }
        var files: [FileRecord] = []
        files.reserveCapacity(group.places.count)
        for place in group.places {
            guard let file = old.file(place) else { return nil }
            files.append(file)
        }
        return BuildRecord.Entry(name: name, key: group.key, files: files)
    }

    /// A file of the old site; `nil` when it is not what was written there.
    func standingBytes(_ path: String) throws -> [UInt8]? {
        guard let record = old.file(path), let bytes = try Disk.readIfPresent("\(folder)/\(path)"),
            ContentHash(of: bytes) == record.sha256
        else { return nil }
        return bytes
    }

    /// Writes a file, unless the old site holds the same bytes and the edition is not a clean one.
    ///
    /// - Throws: `FileError` when the disk refuses, or when a file that the program did not write
    ///   stands in the way.
    func put(_ file: OutputFile) throws -> FileRecord {
        var record = FileRecord(
            path: file.path, size: file.bytes.count, sha256: ContentHash(of: file.bytes))
        if old.has(file.path) {
            if let last = old.file(file.path), last.sha256 == record.sha256 {
                record.standing = last.standing
            }
        } else if let place = old.inventory.paths.index(of: file.path) {
            let path = "\(folder)/\(file.path)"
            if old.inventory.files[place].isRegular, try Disk.readIfPresent(path) == file.bytes {
                record.standing = place
            } else if file.path != Manifest.path {
                throw ForeignFile(path: path)
            }
        }
        if isClean { record.standing = nil }
        if !record.isUnchanged {
            try makeFolder(of: file.path)
            try Disk.create(file.bytes, at: "\(path)/\(file.path)")
            writeback.wrote(file.bytes.count)
        }
        return record
    }

    /// Gives the stage a file of the old site; one that is gone meanwhile was somebody else's.
    func link(_ name: String) throws {
        try makeFolder(of: name)
        do throws(FileError) {
            try Disk.hardLink("\(folder)/\(name)", to: "\(path)/\(name)")
        } catch {
            guard error.code == ENOENT, !old.has(name) else { throw error }
        }
    }

    /// Makes the folder that a file of the stage lies in.
    private func makeFolder(of name: String) throws {
        guard let slash = name.lastIndex(of: "/") else { return try make(path) }
        let folder = String(name[..<slash])
        if !spare.has(folder: folder) { try make("\(path)/\(folder)") }
    }

    private func make(_ parent: String) throws {
        guard !madeFolders.withLock({ $0.contains(parent) }) else { return }
        do throws(FileError) {
            try Disk.makeFolder(parent)
        } catch {
            guard error.code == EEXIST || error.code == ENOTDIR else { throw error }
            // A file of the old site has the name of a folder of the new one.
            var at = path
            for segment in parent.dropFirst(path.count + 1).split(separator: "/") {
                at += "/" + segment
                if !Disk.isFolder(at) { try Disk.remove(at) }
            }
            try Disk.makeFolder(parent)
        }
        madeFolders.withLock { $0.formUnion([parent]) }
    }
}

/// A file stands where the site needs to write, and the program did not write it.
struct ForeignFile: Error {
    var path: String

    var diagnostic: Diagnostic {
        Diagnostic(
            .error, "foreign-file", at: .init(file: path),
            "this file stands where the site needs to write, and was not written by variorum",
            help: "move it away or delete it, then build again")
    }
}
