import Files
import Foundation
import Text

/// The output folder, which holds the built site.
///
/// Publishing is old or new, never a mixture (`Journal` has the invariants):
///
/// 1. `StagingFolder.put` writes every file that differs into a hidden folder in the output folder;
/// 2. they are synced, then the journal, which lists them, is written and synced;
/// 3. each is renamed over the old file, removed files are removed, all is synced, the journal is
///    deleted.
///
/// A crash, a kill or a full disk before the journal leaves the old site; after it, the next
/// command completes the new one (`Recovery`). The folder stays the same folder. Files that the
/// program did not write are never touched.
public struct SiteFolder: Sendable {
    /// Without a trailing slash.
    public let path: String
    private let jobs: Int

    public init(path: String, jobs: Int = 1) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
        self.jobs = jobs
    }

    /// Makes the folder if there is none, and keeps other builds out of it.
    ///
    /// - Returns: `nil` when another build holds the lock.
    public func lock() throws -> FolderLock? {
        if Disk.exists(path), !Disk.isFolder(path) {
            throw FileError(path: path, action: "write to the folder", code: ENOTDIR)
        }
        try Disk.makeFolder(path)
        let code = Disk.writeAccess(to: path)
        guard code == 0 else {
            throw FileError(path: path, action: "write to the folder", code: code)
        }
        return try FolderLock(path)
    }

    /// Removes the folder if it is empty, as it is when a first build fails.
    public func removeIfEmpty() throws { _ = try Disk.removeIfEmpty(path) }

    /// Completes an interrupted build, or reports why that is impossible; with the lock held.
    public func recover() throws -> [Diagnostic] {
        try Recovery.completed(path, builds: true)
    }

    /// Looks at what is in the folder.
    ///
    /// - Parameter record: of the last build; it counts only when it is of the site in the folder.
    /// - Throws: `FileError`; `ForeignFile` when `manifest.json` is another program's.
    public func previous(_ record: BuildRecord?) async throws -> PreviousBuild {
        let isInterrupted = Disk.exists("\(path)/\(StagingFolder.name)")
        let bytes = try Disk.readIfPresent("\(path)/\(Manifest.path)")
        let hash = bytes.map { ContentHash(of: $0) }
        if let record, record.manifest.sha256 == hash {
            return PreviousBuild(
                record: record, hasManifest: true, isInterrupted: isInterrupted,
                site: try await PublishedSite.read(path, record.files, jobs: jobs))
        }
        if let files = bytes.flatMap(Manifest.files) {
            return PreviousBuild(
                record: nil, hasManifest: true, isInterrupted: isInterrupted,
                site: try await PublishedSite.read(path, files, jobs: jobs))
        }
        if record == nil, let bytes, !Manifest.isDamaged(bytes) {
            throw ForeignFile(path: "\(path)/\(Manifest.path)")
        }
        // The manifest was removed or damaged, which the record makes good.
        return PreviousBuild(
            record: record, hasManifest: false, isInterrupted: isInterrupted,
            site: try await PublishedSite.read(path, record?.files ?? [], jobs: jobs))
    }

    /// Begins a new site.
    public func begin(after last: PreviousBuild, isClean: Bool = false) throws -> StagingFolder {
        let discarded = try Recovery.discard(path)
        var old = last.site
        // Files of the site that was not completed are removed now.
        if discarded != nil { old.foreign.removeAll { !Disk.exists("\(path)/\($0)") } }
        return try StagingFolder(
            in: path, old: old, groups: last.record?.groups ?? [], isClean: isClean,
            discarded: discarded)
    }

    /// Ends a site that is not to be published.
    public func abandon() throws { try StagingFolder.end(in: path, isPublished: false) }

    /// Puts the staged site in place of the old one.
    ///
    /// - Throws: `FileError` or `ForeignFile`. The old site is whole, or the journal is there and
    ///   the next command completes the new one.
    public func publish(
        _ stage: StagingFolder, _ entries: [OutputEntry]
    ) async throws -> Publication {
        let old = stage.old
        var files = entries.flatMap(\.files)
        files.sort { SiteFile.precedes($0.path, $1.path) }
        for (one, other) in zip(files, files.dropFirst()) where one.path == other.path {
            let names = entries.filter { $0.files.contains { $0.path == one.path } }.map(\.name)
            throw DuplicatePath(path: one.path, tasks: names)
        }
        var manifest = try stage.put(
            OutputFile(path: Manifest.path, bytes: Manifest.bytes(files)))
        if !stage.isClean, try isManifest(manifest) { manifest.isStaged = false }
        var isWanted = [Bool](repeating: false, count: old.files.count)
        for file in files {
            if let place = old.places[file.path] { isWanted[place] = true }
        }
        let unwanted = old.files.indices.filter {
            if isWanted[$0] { return false }
            if case .missing = old.states[$0] { return false }
            return true
        }
        let removed = unwanted.map { old.files[$0].path }
        let written = (files + [manifest]).filter { $0.isStaged }
        let wanted = Set(files.map(\.path))
        let report = PublishReport(
            files: files.count + 1,
            written: written.map(\.path).sorted(by: SiteFile.precedes), removed: removed,
            foreign: old.foreign.filter { !wanted.contains($0) },
            restored: stage.alteredPaths.filter(wanted.contains),
            removedChanged: try unwanted.filter { try old.isChanged($0, in: path) }.map {
                old.files[$0].path
            })
        var journal = Journal()
        for file in written {
            let move = Journal.Move(path: file.path, size: file.size, sha256: file.sha256)
            if file.isNew { journal.added.append(move) } else { journal.replaced.append(move) }
        }
        journal.removed = removed
        if !journal.isEmpty { try run(journal, stage) }
        try StagingFolder.end(in: path, isPublished: true)
        files = try await stamped(files)
        manifest.stamp = FileStamp("\(path)/\(Manifest.path)")
        return Publication(report: report, files: files, manifest: manifest)
    }

    private func isManifest(_ manifest: SiteFile) throws -> Bool {
        guard manifest.size == Disk.fileSize("\(path)/\(Manifest.path)"),
            let bytes = try Disk.readIfPresent("\(path)/\(Manifest.path)")
        else { return false }
        return ContentHash(of: bytes) == manifest.sha256
    }

    private func run(_ journal: Journal, _ stage: StagingFolder) throws {
        try checkPermissions(journal)
        try stage.commit(journal)
        var isUndone = false
        do {
            let lost = try JournalRun(
                journal: journal, root: path
            ).apply(isUndone: &isUndone)
            if let first = lost.first {
                throw FileError(path: "\(path)/\(first)", action: "put in place", code: ENOENT)
            }
        } catch {
            if !isUndone { throw Unfinished(cause: error) }
            throw error
        }
        do {
            try Disk.syncFileSystem(of: path)
        } catch {
            throw Unfinished(cause: error)
        }
    }

    /// Folders that may not be written to are found before anything is changed.
    private func checkPermissions(_ journal: Journal) throws {
        let paths = journal.added.map(\.path) + journal.replaced.map(\.path) + journal.removed
        for folder in Journal.folders(of: paths) {
            let folder = "\(path)/\(folder)"
            guard let status = FileStatus(folder), status.kind == .folder else { continue }
            let code = Disk.writeAccess(to: folder)
            guard code == 0 else {
                throw FileError(path: folder, action: "write to the folder", code: code)
            }
        }
    }

    /// The files that were written have new stamps.
    private func stamped(_ files: [SiteFile]) async throws -> [SiteFile] {
        let root = path
        return try await files.concurrentMap(jobs: jobs, most: 512) { file in
            var file = file
            if file.isStaged {
                file.stamp = FileStamp("\(root)/\(file.path)")
                file.isStaged = false
            }
            file.isNew = false
            return file
        }
    }
}

/// What the last build left in the output folder.
public struct PreviousBuild: Sendable {
    /// Of the build that made the site; `nil` when it is not known.
    public let record: BuildRecord?
    let hasManifest: Bool
    /// A build before this one was interrupted and could not be completed.
    let isInterrupted: Bool
    public let site: PublishedSite

    /// Whether a build of the same would change nothing.
    public func isCurrent(_ inputs: Fingerprint) -> Bool {
        record?.inputs == inputs && hasManifest && !isInterrupted && site.isWhole
    }

    /// The record with the stamps that the files have now; `nil` when it has them already.
    public var refreshedRecord: BuildRecord? {
        guard site.hasNewStamps, var record else { return nil }
        record.files = site.files
        return record
    }

    public var report: PublishReport {
        PublishReport(
            files: site.files.count + 1, written: [], removed: [], foreign: site.foreign,
            restored: [])
    }
}

/// A site that was put in place.
public struct Publication: Sendable {
    public var report: PublishReport
    /// But for the manifest, sorted.
    var files: [SiteFile]
    var manifest: SiteFile
}

/// Two tasks made a file of one path.
public struct DuplicatePath: Error {
    public var path: String
    /// Their names.
    public var tasks: [String]
}

/// The journal was not applied to its end: the next command completes it, so nothing is cleaned up.
public struct Unfinished: Error {
    public var cause: any Error
}
