import Archive
import Foundation
import Synchronization
import Text

/// A new edition of the site while it is being written: files that differ from the old one, in a
/// hidden folder beside it.
///
/// `put` may be called from several threads.
final class OutputStage: Sendable {
    let previous: Manifest
    private let folder: String
    private let stage: String
    /// Every file is written, whatever the old site holds.
    private let isClean: Bool
    private let madeFolders = Mutex<Set<String>>([])

    init(folder: String, stage: String, previous: Manifest, isClean: Bool) {
        self.isClean = isClean
        self.folder = folder
        self.stage = stage
        self.previous = previous
    }

    /// Writes a file, unless the old site holds the same bytes and the edition is not a clean one.
    ///
    /// - Throws: `OutputError` when the disk refuses, or when a file that the program did not write
    ///   stands in the way.
    func put(_ file: OutputFile) throws -> FileRecord {
        var record = FileRecord(
            path: file.path, size: file.bytes.count, sha256: SHA256Hex.of(file.bytes))
        let old = "\(folder)/\(file.path)"
        if let known = previous.records[file.path] {
            record.isUnchanged = known.sha256 == record.sha256 && Disk.fileSize(old) == record.size
        } else if Disk.fileSize(old) != nil {
            record.isUnchanged = try Disk.read(old) == file.bytes
            if !record.isUnchanged, file.path != Manifest.path { throw ForeignFile(path: old) }
        }
        if isClean { record.isUnchanged = false }
        if !record.isUnchanged {
            try makeFolder(of: file.path)
            try Disk.write(file.bytes, to: "\(stage)/\(file.path)")
        }
        return record
    }

    /// Makes the folder that a file of the stage lies in.
    func makeFolder(of name: String) throws {
        let parent = name.lastIndex(of: "/").map { "\(stage)/\(name[..<$0])" } ?? stage
        guard !madeFolders.withLock({ $0.contains(parent) }) else { return }
        try Disk.makeFolder(parent)
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
