import Files
import Foundation
import Text

/// Completes what an interrupted build began.
public enum Recovery {
    /// Completes an interrupted build before a command opens the site.
    ///
    /// - Parameter output: the output folder.
    /// - Returns: what was done, or is wrong; empty when the site is whole, or a build is running.
    public static func run(_ output: String) -> [Diagnostic] {
        guard Disk.exists("\(output)/\(StagingFolder.name)") else { return [] }
        do {
            guard let lock = try FolderLock(output) else { return [] }
            defer { lock.release() }
            return try completed(output, builds: false)
        } catch let error as FileError {
            return [cannotComplete(error.path, "cannot \(error.action): \(error.reason)")]
        } catch {
            return [cannotComplete(output, "\(error)")]
        }
    }

    /// With the lock held.
    ///
    /// A journal that cannot be used stays: `discard` removes it when a new site is to be staged,
    /// so that a build that fails before leaves everything as it is.
    ///
    /// - Parameter builds: the command builds the site, so a file in the way ends it.
    static func completed(_ root: String, builds: Bool) throws -> [Diagnostic] {
        let staging = "\(root)/\(StagingFolder.name)"
        guard let status = FileStatus(staging) else { return [] }
        guard status.kind == .folder else {
            // Not ours, and in the way of every build.
            if builds { throw ForeignFile(path: staging) }
            return [cannotComplete(staging, "this is not a folder of variorum's")]
        }
        guard let bytes = try Disk.readIfPresent("\(staging)/\(StagingFolder.journalName)") else {
            if let old = try Disk.readIfPresent("\(staging)/\(StagingFolder.unusableName)") {
                return [cannotComplete(staging, problem(of: old))]
            }
            try StagingFolder.end(in: root, isPublished: false)
            return []
        }
        let journal: Journal
        do {
            journal = try Journal(bytes)
        } catch {
            return [cannotComplete(staging, problem(of: bytes))]
        }
        var isUndone = false
        let lost: [String]
        do {
            lost = try JournalRun(journal: journal, root: root, isRepeated: true)
                .apply(isUndone: &isUndone)
        } catch let error as ForeignFile {
            guard isUndone else {
                if builds { throw Unfinished(cause: error) }
                var diagnostic = error.diagnostic
                diagnostic.notes.append(Unfinished.note)
                return [diagnostic]
            }
            try StagingFolder.end(in: root, isPublished: false)
            // A build finds the file itself, if it still needs the path.
            return builds ? [] : [error.diagnostic]
        } catch let error as FileError where builds {
            // Some files may be in place already; the journal stays for the next command.
            throw Unfinished(cause: error)
        }
        try Disk.syncFileSystem(of: root)
        try StagingFolder.end(in: root, isPublished: true)
        let count = journal.added.count + journal.replaced.count + journal.removed.count
        let completed = Diagnostic(
            .note, "build-completed", at: .init(file: root),
            "an interrupted build was completed (\(count) \(count == 1 ? "file" : "files"))")
        return [completed]
            + lost.map { path in
                Diagnostic(
                    .warning, "changed-file", at: .init(file: "\(root)/\(path)"),
                    "the interrupted build had put this file in place, and it has been changed or removed since",
                    help: "run `variorum build`, which restores it")
            }
    }

    /// Sets a journal that cannot be used aside, when a new site is about to be staged.
    ///
    /// It is kept under another name until that site is in place: if the build fails, later
    /// commands still report that the site is incomplete.
    ///
    /// - Returns: what was done; `nil` when there is no such journal.
    static func discard(_ root: String) throws -> Diagnostic? {
        let staging = "\(root)/\(StagingFolder.name)"
        let unusable = "\(staging)/\(StagingFolder.unusableName)"
        let journal = "\(staging)/\(StagingFolder.journalName)"
        if Disk.exists(journal) { try Disk.rename(journal, to: unusable) }
        guard let bytes = try Disk.readIfPresent(unusable) else { return nil }
        try removeNew(root)
        return Diagnostic(
            .warning, "journal-discarded", at: .init(file: staging),
            "an interrupted build cannot be completed: \(problem(of: bytes)); this build compared every file and made the site whole"
        )
    }

    /// Why a journal cannot be used.
    private static func problem(of bytes: [UInt8]) -> String {
        do throws(Journal.Problem) {
            _ = try Journal(bytes)
            return "its files were discarded by a build that failed"
        } catch {
            return switch error {
            case .otherVersion: "its journal was written by another version of variorum"
            case .damaged: "its journal is damaged"
            case .outside(let path): "its journal names `\(path)`, which is not in the site"
            }
        }
    }

    /// Removes the new files that a journal that cannot be used has put in place already.
    ///
    /// No manifest in place names them, so a later build would take them for somebody else's. The
    /// staged manifest does, which is put in place last.
    private static func removeNew(_ root: String) throws {
        let staged = "\(StagingFolder.files(in: root))/\(Manifest.path)"
        guard let bytes = try Disk.readIfPresent(staged), let new = Manifest.files(bytes) else {
            return
        }
        let old = Set(try Manifest.read(from: root)?.map(\.path) ?? [])
        try JournalRun.removeNew(
            new.filter { !old.contains($0.path) }.map { ($0.path, $0.sha256) }, root)
    }

    private static func cannotComplete(_ path: String, _ why: String) -> Diagnostic {
        Diagnostic(
            .warning, "build-interrupted", at: .init(file: path),
            "a build was interrupted and cannot be completed: \(why)",
            help: "run `variorum build`, which makes the site whole")
    }
}
