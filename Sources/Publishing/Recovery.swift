import Files
import Foundation
import Text

/// Completes what an interrupted build began.
public enum Recovery {
    /// What a command finds in the output folder before it opens the site.
    ///
    /// - Parameters:
    ///   - output: the output folder.
    ///   - builds: the command makes the whole site anew, so a journal that cannot be used is
    ///     discarded, and a file in the way is an error that ends it; other commands leave the
    ///     journal and report it.
    /// - Returns: what was done, or is wrong; empty when the site is whole, or a build is running.
    public static func run(_ output: String, builds: Bool = false) -> [Diagnostic] {
        guard Disk.exists("\(output)/\(StagingFolder.name)") else { return [] }
        do {
            guard let lock = try BuildLock(output) else { return [] }
            defer { lock.release() }
            return try completed(output, builds: builds)
        } catch let error as FileError {
            return [cannotComplete(error.path, "cannot \(error.action): \(error.reason)")]
        } catch {
            return [cannotComplete(output, "\(error)")]
        }
    }

    /// With the lock held.
    static func completed(_ root: String, builds: Bool) throws -> [Diagnostic] {
        let staging = "\(root)/\(StagingFolder.name)"
        guard let status = FileStatus(staging) else { return [] }
        guard status.kind == .folder else {
            // Not ours, and in the way of every build.
            if builds { throw ForeignFile(path: staging) }
            return [cannotComplete(staging, "this is not a folder of variorum's")]
        }
        guard let bytes = try Disk.readIfPresent("\(staging)/journal") else {
            try StagingFolder.end(in: root)
            return []
        }
        let journal: Journal
        do {
            journal = try Journal(bytes)
        } catch {
            let problem: String =
                switch error {
                case .otherVersion: "its journal was written by another version of variorum"
                case .damaged: "its journal is damaged"
                case .outside(let path): "its journal names `\(path)`, which is not in the site"
                }
            guard builds else { return [cannotComplete(staging, problem)] }
            try removeNew(root)
            try StagingFolder.end(in: root)
            return [
                Diagnostic(
                    .warning, "journal-discarded", at: .init(file: staging),
                    "an interrupted build cannot be completed: \(problem); the site is compared file by file and made whole by this build"
                )
            ]
        }
        var isUndone = false
        do {
            try JournalRun(journal: journal, root: root).apply(isUndone: &isUndone)
        } catch let error as ForeignFile {
            guard isUndone else {
                if builds { throw Unfinished(cause: error) }
                var diagnostic = error.diagnostic
                diagnostic.notes.append(Unfinished.note)
                return [diagnostic]
            }
            try StagingFolder.end(in: root)
            // A build finds the file itself, if it still needs the path.
            return builds ? [] : [error.diagnostic]
        } catch let error as FileError where builds {
            // Some files may be in place already; the journal stays for the next command.
            throw Unfinished(cause: error)
        }
        try Disk.syncFileSystem(of: root)
        try StagingFolder.end(in: root)
        let count = journal.added.count + journal.replaced.count + journal.removed.count
        return [
            Diagnostic(
                .note, "build-completed", at: .init(file: root),
                "an interrupted build was completed (\(count) \(count == 1 ? "file" : "files"))")
        ]
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
