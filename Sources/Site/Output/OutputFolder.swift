import Archive
import CPosix
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

    /// What publishing the recorded site again would say; `nil` when it is not what stands.
    func unchanged(since record: BuildRecord) async throws -> PublishReport? {
        guard try isOfSite(record) else { return nil }
        let standing = try await standing()
        var records = record.entries.flatMap(\.files)
        for index in records.indices {
            guard let file = standing.files[records[index].path], file.isRegular,
                file.size == records[index].size
            else { return nil }
            records[index].isUnchanged = true
        }
        let manifest = FileRecord(
            path: Manifest.path, size: 0, sha256: record.manifest, isUnchanged: true)
        records.append(manifest)
        return PublishReport(records, over: standing, [:])
    }

    private func isOfSite(_ record: BuildRecord) throws -> Bool {
        try Disk.read("\(path)/\(Manifest.path)").map(SHA256Hex.of) == record.manifest
    }

    /// What stands in the folder.
    ///
    /// - Throws: `OutputError` when it cannot be written to.
    private func standing() async throws -> SiteInventory {
        if Disk.exists(path) {
            guard Disk.isFolder(path) else {
                throw OutputError(path: path, action: "write", code: ENOTDIR)
            }
            guard access(path, W_OK) == 0 else {
                throw OutputError(path: path, action: "write", code: errno)
            }
        }
        return try await SiteInventory.read(path, jobs: jobs)
    }

    /// Begins a new edition of the site.
    ///
    /// What an interrupted build left behind is removed.
    ///
    /// - Parameter record: of the last build; it counts only when it is of the site that stands.
    func begin(
        record: BuildRecord? = nil, isClean: Bool = false
    ) async throws -> OutputStage {
        let standing = try await standing()
        let record = try record.flatMap { try isOfSite($0) ? $0 : nil }
        let kept = cache?.stagePath(forSiteIn: parent)
        let stage = kept ?? sibling("new")
        let spare: SiteInventory
        if kept == nil || isClean {
            try Disk.removeFolder(stage)
            spare = SiteInventory()
        } else {
            spare = try await SiteInventory.read(stage, jobs: jobs).keepingLinks(
                to: standing, in: stage)
        }
        let previous =
            if let record {
                Dictionary(
                    record.entries.flatMap(\.files).map { ($0.path, $0) },
                    uniquingKeysWith: { first, _ in first })
            } else {
                try Manifest.read(from: path).records
            }
        return OutputStage(
            folder: path, path: stage, standing: standing, spare: spare, previous: previous,
            entries: record?.entries ?? [], isClean: isClean, isKept: kept != nil)
    }

    /// Puts the staged edition in place of the old one.
    func publish(_ stage: OutputStage, _ records: [FileRecord]) async throws -> PublishReport {
        let manifest = try stage.put(
            OutputFile(path: Manifest.path, bytes: Manifest.bytes(records)))
        let all = records + [manifest]
        var report = PublishReport(all, over: stage.standing, stage.previous)
        report.manifest = manifest.sha256
        guard !report.written.isEmpty || !report.removed.isEmpty else { return report }

        // Files that others put there while the site was built are theirs to keep, too.
        let standing = try await SiteInventory.read(path, jobs: jobs)
        let foreign = PublishReport(all, over: standing, stage.previous).foreign
        let kept = all.filter(\.isUnchanged).map(\.path) + foreign
        let ours = Set(all.map(\.path)).union(foreign)
        for name in stage.spare.files.keys where !ours.contains(name) {
            try Disk.remove("\(stage.path)/\(name)")
        }
        for name in kept
        where standing.files[name] == nil
            || stage.spare.files[name]?.number != standing.files[name]?.number
        {
            try stage.makeFolder(of: name)
            try Disk.hardLink("\(path)/\(name)", to: "\(stage.path)/\(name)")
        }
        for folder in stage.spare.folders.reversed() {
            try Disk.removeIfEmpty("\(stage.path)/\(folder)")
        }
        guard Disk.exists(path) else {
            try Disk.rename(stage.path, to: path)
            return report
        }
        let code = variorum_exchange(stage.path, path)
        guard code == 0 else {
            throw OutputError(path: path, action: "put the new site in place", code: code)
        }
        // An old site that shares little with the new one only takes up room.
        if !stage.isKept || 2 * report.written.count > all.count {
            try Disk.removeFolder(stage.path)
        }
        return report
    }

    func abandon(_ stage: OutputStage) throws {
        try Disk.removeFolder(stage.path)
    }
}

/// What publishing did.
public struct PublishReport: Sendable {
    /// Files of the site, the manifest included.
    public var files: Int
    /// Paths that were new or differed, sorted.
    public var written: [String]
    /// Paths of the old site that the new one no longer has, sorted.
    public var removed: [String]
    /// Paths in the folder that the program did not write; they were kept.
    public var foreign: [String]
    /// SHA-256 of the site's manifest.
    var manifest = ""

    /// - Parameters:
    ///   - records: the new site.
    ///   - standing: what stands in its folder.
    ///   - previous: what of that is the program's.
    init(
        _ records: [FileRecord], over standing: SiteInventory, _ previous: [String: FileRecord]
    ) {
        var others: [String] = []
        if records.count(where: { standing.files[$0.path] != nil }) < standing.files.count {
            let ours = Set(records.map(\.path))
            others = standing.files.keys.filter { !ours.contains($0) }.sorted()
        }
        files = records.count
        written = records.filter { !$0.isUnchanged }.map(\.path).sorted()
        removed = others.filter { previous[$0] != nil }
        foreign = others.filter { previous[$0] == nil }
    }

    func diagnostics(in folder: String) -> [Diagnostic] {
        guard let first = foreign.first(where: { !$0.hasPrefix(".") }) else { return [] }
        let count = foreign.count { !$0.hasPrefix(".") }
        return [
            Diagnostic(
                .note, "foreign-file", at: .init(file: "\(folder)/\(first)"),
                "\(count) \(count == 1 ? "file" : "files") in the output folder not written by variorum; kept"
            )
        ]
    }
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
