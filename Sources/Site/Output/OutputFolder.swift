import Archive
import CPosix
import Files
import Foundation
import Text

/// The folder that holds the built site. Publishing is all or nothing:
///
/// 1. `OutputStage.put` writes every file that differs into a hidden folder, the stage;
/// 2. `publish` gives it the unchanged files and the files of others as hard links, so that their
///    bytes and times stay;
/// 3. the two folders change places in one step.
///
/// A crash or a full disk before step 3 leaves the old site, after it the new one. What was the old
/// site is the next build's stage: it holds all links but those of the files that changed, so that
/// publishing costs what changed and not what stands.
public struct OutputFolder: Sendable {
    /// Without a trailing slash.
    let path: String
    private let cache: CacheFolder?
    private let jobs: Int

    /// - Parameter cache: where the stage is kept; `nil` to put it beside the site and remove it.
    init(path: String, cache: CacheFolder? = nil, jobs: Int = 1) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
        self.cache = cache
        self.jobs = jobs
    }

    private var sibling: (_ suffix: String) -> String {
        let url = URL(fileURLWithPath: path)
        let parent = url.deletingLastPathComponent().path
        let name = url.lastPathComponent
        return { "\(parent)/.\(name).\($0)" }
    }

    var lockPath: String { sibling("lock") }
    private var parent: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

    /// Keeps other builds out of the folder.
    ///
    /// Makes the folder's parent when there is none.
    ///
    /// - Returns: `nil` when another build holds the lock.
    func lock() throws -> BuildLock? {
        try Disk.makeFolder(parent)
        return try BuildLock(path: lockPath)
    }

    /// Whether the record is of the site that stands.
    func isOfSite(_ record: BuildRecord) throws -> Bool {
        try Disk.readIfPresent("\(path)/\(Manifest.path)").map(ContentHash.init) == record.manifest
    }

    /// What stands in the folder.
    ///
    /// - Parameter record: of the last build.
    /// - Throws: `FileError` when it cannot be written to.
    func inventory(_ record: BuildRecord?) async throws -> SiteInventory {
        if Disk.exists(path) {
            guard Disk.isFolder(path) else {
                throw FileError(path: path, action: "write", code: ENOTDIR)
            }
            guard access(path, W_OK) == 0 else {
                throw FileError(path: path, action: "write", code: errno)
            }
        }
        return try await SiteInventory.read(path, record, jobs: jobs)
    }

    /// Begins a new edition of the site.
    ///
    /// What an interrupted build left behind is removed.
    ///
    /// - Parameter last: what stands.
    func begin(after last: LastBuild, isClean: Bool = false) async throws -> OutputStage {
        let (spare, kept) = try await spare(
            under: last.site, of: last.record?.manifest, isClean: isClean)
        return OutputStage(
            folder: path, spare: spare, kept: kept, old: last.site,
            groups: last.record?.groups ?? [], isClean: isClean)
    }

    /// The folder to write to, and what is known of it.
    ///
    /// - Parameter manifest: of the site that stands.
    private func spare(
        under old: StandingSite, of manifest: ContentHash?, isClean: Bool
    ) async throws -> (SpareFolder, KeptSite?) {
        let known = try cache?.keptSite()
        try cache?.forgetKeptSite()
        let path = cache?.stagePath(forSiteIn: parent) ?? sibling("new")
        try Disk.removeFolder(Self.twinPath(beside: path))
        if cache?.stagePath(forSiteIn: parent) == nil || isClean {
            try Disk.removeFolder(path)
            return (SpareFolder(empty: path, under: old), nil)
        }
        if let known, known.manifest == manifest, try await known.stands(at: path, jobs: jobs) {
            return (SpareFolder(path, known: known, under: old), known)
        }
        if let manifest, old.isWhole, !Disk.exists(path) {
            let twin = try await TwinFolder(old.files.paths, of: self.path, at: path, jobs: jobs)
            if let kept = twin.kept(at: path, manifest: manifest) {
                return (SpareFolder(path, known: kept, under: old), kept)
            }
        }
        return (try await SpareFolder(path, under: old, jobs: jobs), nil)
    }

    /// Ends an edition that nothing was written to.
    func giveBack(_ stage: OutputStage) -> [Diagnostic] {
        guard let cache, let kept = stage.kept else { return [] }
        return cache.keep(kept)
    }

    /// Puts the staged edition in place of the old one.
    ///
    /// - Parameter isPreview: whether the next edition is waited for, so that its folder is made
    ///   ready now.
    func publish(
        _ stage: OutputStage, _ entries: [BuildRecord.Entry], isPreview: Bool = false
    ) async throws -> Publication {
        let old = stage.old
        let records = entries.flatMap(\.files)
        var places: [Int] = []
        let files = FileTable(records, over: old.inventory.paths, places: &places)
        // A folder that changes from here on is looked into by the next build.
        async let folders = SettledFolders(
            files.paths, foreign: old.foreign, in: stage.path, kept: stage.kept,
            written: records.filter { !$0.isUnchanged }.map(\.path))
        let manifest = try stage.put(
            OutputFile(path: Manifest.path, bytes: Manifest.bytes(files)))
        let all = records + [manifest]
        var publication = Publication(
            report: PublishReport(all, over: old), files: files, places: places,
            manifest: manifest.sha256)
        let report = publication.report
        guard !report.written.isEmpty || !report.removed.isEmpty else {
            publication.remarks = giveBack(stage)
            publication.folders = SettledFolders(
                files.paths, foreign: old.foreign, in: old.inventory)
            return publication
        }
        try await link(all, report, stage)
        // An old site that shares little with the new one only takes up room.
        let isOfUse = 2 * report.written.count <= all.count
        async let synced: Void = sync(stage)
        let twin = isPreview && !isOfUse ? try await twin(of: stage, files) : nil
        try await synced
        // Files that others put there while the site was built are theirs to keep, too.
        let added = try await old.inventory.additions(in: path, jobs: jobs)
        for name in added { try stage.link(name) }
        publication.report.foreign += added
        publication.folders = added.isEmpty ? await folders : SettledFolders()
        if Disk.exists(path) {
            let code = variorum_exchange(stage.path, path)
            guard code == 0 else {
                throw FileError(path: path, action: "put the new site in place", code: code)
            }
        } else {
            try Disk.rename(stage.path, to: path)
        }
        try Disk.sync(folder: parent)
        guard let cache, stage.path == cache.stagePath(forSiteIn: parent), isOfUse else {
            try Disk.removeFolder(stage.path)
            if let cache, let twin {
                try Disk.rename(twin.path, to: stage.path)
                if let kept = twin.kept(at: stage.path, manifest: manifest.sha256) {
                    publication.remarks = cache.keep(kept)
                }
            }
            return publication
        }
        if added.isEmpty {
            let inventory = old.inventory
            var stamps = inventory.folders.map(\.stamp)
            // The folder itself has another name now.
            if let stamp = FolderStamp(stage.path) { stamps[0] = stamp }
            publication.remarks = cache.keep(
                KeptSite(
                    manifest: manifest.sha256, changed: report.written + report.removed,
                    foreign: report.foreign, folders: inventory.folderPaths, stamps: stamps))
        }
        return publication
    }

    /// No power cut leaves half a site.
    ///
    /// One call for all: waiting for nine files one after another takes four times as long, as each
    /// commits the file system's journal.
    private func sync(_ stage: OutputStage) async throws {
        try stage.writeback.finish()
    }

    /// - Returns: `nil` where nothing is kept for the next build.
    private func twin(
        of stage: OutputStage, _ files: FileTable
    ) async throws -> TwinFolder? {
        guard stage.path == cache?.stagePath(forSiteIn: parent) else { return nil }
        return try await TwinFolder(
            files.paths, of: stage.path, at: Self.twinPath(beside: stage.path), jobs: jobs)
    }

    private static func twinPath(beside stage: String) -> String { stage + ".twin" }

    /// Gives the stage all that is to stay as it is, and takes away what does not belong there.
    private func link(
        _ records: [FileRecord], _ report: PublishReport, _ stage: OutputStage
    ) async throws {
        let paths = stage.old.inventory.paths
        let spare = stage.spare
        let written = Set(report.written)
        var isWanted = stage.old.isOurs.map { !$0 }
        for record in records {
            if let place = record.standing { isWanted[place] = true }
        }
        for name in report.written {
            if let place = paths.index(of: name) { isWanted[place] = false }
        }
        let unwanted = paths.indices.filter { spare.isLinked[$0] && !isWanted[$0] }
        let removed = (spare.stale + unwanted.map { paths[$0] }).filter { !written.contains($0) }
        for name in removed { try Disk.removeFile("\(spare.path)/\(name)") }
        let links = paths.indices.filter { isWanted[$0] && !spare.isLinked[$0] }
        let chunks = stride(from: 0, to: links.count, by: 512).map {
            links[$0..<min($0 + 512, links.count)]
        }
        let made = try await chunks.concurrentMap(jobs: jobs) { chunk in
            for place in chunk { try stage.link(paths[place]) }
            return chunk.count
        }
        assert(made.reduce(0, +) == links.count)
        try spare.removeEmptyFolders(of: removed)
    }

    func abandon(_ stage: OutputStage) throws {
        try Disk.removeFolder(Self.twinPath(beside: stage.path))
        try Disk.removeFolder(stage.path)
    }
}

/// A site that was put in its place.
struct Publication: Sendable {
    var report: PublishReport
    /// But for the manifest.
    var files: FileTable
    /// By record: where it is in `files`.
    var places: [Int]
    /// Of the manifest.
    var manifest: ContentHash
    var folders = SettledFolders()
    var remarks: [Diagnostic] = []
}

/// Another process is writing the same site.
struct BuildInProgress: Error {
    var path: String

    var diagnostic: Diagnostic {
        Diagnostic(
            .error, "build-in-progress", at: .init(file: path),
            "another build is writing this folder",
            help: "wait until it ends, or choose another folder with --output")
    }
}
