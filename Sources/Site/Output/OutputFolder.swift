import Archive
import CPosix
import Foundation
import Text

/// The folder that holds the built site. Publishing is all or nothing:
///
/// 1. `OutputStage.put` writes every file that differs into a hidden folder beside the site;
/// 2. `publish` gives it the unchanged files and the files of others as hard links, so that their
///    bytes and times stay;
/// 3. the two folders change places in one step, and the old one is removed.
///
/// A crash or a full disk before step 3 leaves the old site, after it the new one.
public struct OutputFolder: Sendable {
    /// Without a trailing slash.
    let path: String

    public init(path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    private var sibling: (_ suffix: String) -> String {
        let url = URL(fileURLWithPath: path)
        let parent = url.deletingLastPathComponent().path
        let name = url.lastPathComponent
        return { "\(parent)/.\(name).\($0)" }
    }

    var stagePath: String { sibling("new") }
    var lockPath: String { sibling("lock") }

    /// Keeps other builds out of the folder.
    ///
    /// Makes the folder's parent when there is none.
    ///
    /// - Returns: `nil` when another build holds the lock.
    func lock() throws -> BuildLock? {
        try Disk.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        return try BuildLock(path: lockPath)
    }

    /// Begins a new edition of the site.
    ///
    /// What an interrupted build left behind is removed.
    func begin(isClean: Bool = false) throws -> OutputStage {
        if Disk.exists(path) {
            guard Disk.isFolder(path) else {
                throw OutputError(path: path, action: "write", code: ENOTDIR)
            }
            guard access(path, W_OK) == 0 else {
                throw OutputError(path: path, action: "write", code: errno)
            }
        }
        try Disk.removeFolder(stagePath)
        return OutputStage(
            folder: path, stage: stagePath, previous: try Manifest.read(from: path),
            isClean: isClean)
    }

    /// Puts the staged edition in place of the old one.
    func publish(_ stage: OutputStage, _ records: [FileRecord]) throws -> PublishReport {
        let manifestBytes = Manifest.bytes(records)
        let manifest = try stage.put(OutputFile(path: Manifest.path, bytes: manifestBytes))
        let all = records + [manifest]
        let ours = Set(all.map(\.path))
        let standing = try Disk.files(below: path)
        let foreign = standing.filter {
            !ours.contains($0) && stage.previous.records[$0] == nil && $0 != Manifest.path
        }
        let removed = standing.filter { !ours.contains($0) && stage.previous.records[$0] != nil }
        let written = all.filter { !$0.isUnchanged }
        let report = PublishReport(
            files: all.count, written: written.map(\.path).sorted(), removed: removed,
            foreign: foreign)
        guard !written.isEmpty || !removed.isEmpty else { return report }

        for name in all.filter(\.isUnchanged).map(\.path) + foreign {
            try stage.makeFolder(of: name)
            try Disk.hardLink("\(path)/\(name)", to: "\(stagePath)/\(name)")
        }
        if Disk.exists(path) {
            let code = variorum_exchange(stagePath, path)
            guard code == 0 else {
                throw OutputError(path: path, action: "put the new site in place", code: code)
            }
            try Disk.removeFolder(stagePath)
        } else {
            try Disk.rename(stagePath, to: path)
        }
        return report
    }

    func abandon() throws {
        try Disk.removeFolder(stagePath)
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
