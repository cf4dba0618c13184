import Archive
import Foundation
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
    /// What the old site's manifest says, by path.
    let previous: [String: FileRecord]
    /// What the last build made of what, by name.
    private let entries: [String: BuildRecord.Entry]
    /// What stood in the site's folder when the build began.
    let standing: SiteInventory
    /// What the stage's folder held then: all of it links to files that stand.
    let spare: SiteInventory
    private let folder: String
    let path: String
    /// Every file is written, whatever the old site holds.
    private let isClean: Bool
    /// What was the old site stays for the next build.
    let isKept: Bool
    private let madeFolders: Mutex<Set<String>>

    init(
        folder: String, path: String, standing: SiteInventory, spare: SiteInventory,
        previous: [String: FileRecord], entries: [BuildRecord.Entry], isClean: Bool,
        isKept: Bool
    ) {
        self.isClean = isClean
        self.isKept = isKept
        self.folder = folder
        self.path = path
        self.standing = standing
        self.spare = spare
        self.previous = previous
        self.entries = Dictionary(
            entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        madeFolders = Mutex(Set(spare.folders.map { "\(path)/\($0)" }))
    }

    /// Makes and writes files, unless they are made of what they were made of before.
    func put(_ task: PageTask) throws -> BuildRecord.Entry {
        try standing(of: task)
            ?? BuildRecord.Entry(name: task.name, key: task.key, files: task.files().map(put))
    }

    /// What the last build made of the same, if it still stands.
    private func standing(of task: PageTask) -> BuildRecord.Entry? {
        guard !isClean, let key = task.key, var entry = entries[task.name], entry.key == key,
            entry.files.allSatisfy(stands)
        else { return nil }
        for index in entry.files.indices { entry.files[index].isUnchanged = true }
        return entry
    }

    private func stands(_ record: FileRecord) -> Bool {
        guard let file = standing.files[record.path] else { return false }
        return file.isRegular && file.size == record.size
            && previous[record.path]?.sha256 == record.sha256
    }

    /// Writes a file, unless the old site holds the same bytes and the edition is not a clean one.
    ///
    /// - Throws: `OutputError` when the disk refuses, or when a file that the program did not write
    ///   stands in the way.
    func put(_ file: OutputFile) throws -> FileRecord {
        var record = FileRecord(
            path: file.path, size: file.bytes.count, sha256: SHA256Hex.of(file.bytes))
        if previous[file.path] != nil {
            record.isUnchanged = stands(record)
        } else if let foreign = standing.files[file.path] {
            let old = "\(folder)/\(file.path)"
            record.isUnchanged = foreign.isRegular ? try Disk.read(old) == file.bytes : false
            if !record.isUnchanged, file.path != Manifest.path { throw ForeignFile(path: old) }
        }
        if isClean { record.isUnchanged = false }
        if !record.isUnchanged {
            try makeFolder(of: file.path)
            try Disk.create(file.bytes, at: "\(path)/\(file.path)")
        }
        return record
    }

    /// Makes the folder that a file of the stage lies in.
    func makeFolder(of name: String) throws {
        let parent = name.lastIndex(of: "/").map { "\(path)/\(name[..<$0])" } ?? path
        guard !madeFolders.withLock({ $0.contains(parent) }) else { return }
        do {
            try Disk.makeFolder(parent)
        } catch let error as OutputError where error.code == EEXIST || error.code == ENOTDIR {
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
