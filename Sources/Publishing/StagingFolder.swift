import Files
import Foundation
import Synchronization
import Text

/// Where the files of a new site wait that differ from the old one's.
///
/// A hidden folder in the output folder, so that a rename from here to there stays in one file
/// system, whatever is mounted where. Each file waits under its path in the site, so that a folder
/// that the old site lacks is put in place in one rename. `put` may be called from several threads.
public final class StagingFolder: Sendable {
    static let name = ".variorum-staging"
    static let journalName = "journal"
    /// A journal that cannot be used, until a new site is in place.
    static let unusableName = "journal.unusable"

    /// What was there when the build began.
    let old: PublishedSite
    /// What the last build made of what, by name.
    private let groups: [String: BuildRecord.Group]
    /// The output folder.
    private let root: String
    private let path: String
    /// The folder in it that has the files of the site.
    private let files: String
    /// Every file is written, whatever the old site holds.
    let isClean: Bool
    /// Of an interrupted build that this one replaces.
    public let discarded: Diagnostic?
    /// Paths of files that had other bytes than the manifest says.
    private let altered = Mutex<[String]>([])

    /// - Throws: `FileError`.
    init(
        in root: String, old: PublishedSite, groups: [BuildRecord.Group], isClean: Bool,
        discarded: Diagnostic?
    ) throws {
        self.root = root
        path = "\(root)/\(Self.name)"
        files = Self.files(in: root)
        self.old = old
        self.isClean = isClean
        self.discarded = discarded
        self.groups = Dictionary(
            groups.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        try Self.clear(path)
        try Disk.makeFolder(files)
    }

    /// The folder with the staged files of an output folder.
    static func files(in root: String) -> String { "\(root)/\(name)/site" }

    /// For files that are needed only while the site is made.
    public func scratchPath(_ name: String) -> String { "\(path)/\(name)" }

    /// Makes and writes files, unless they are made of what they were made of before.
    public func put(_ task: OutputTask) throws -> OutputEntry {
        let last = groups[task.name]
        if let inputs = task.inputs, last?.inputs == inputs, let entry = previous(task.name) {
            return entry
        }
        let work = try task.work()
        if let key = work.key, last?.key == key, var entry = previous(task.name) {
            entry.inputs = task.inputs
            return entry
        }
        return OutputEntry(
            name: task.name, inputs: task.inputs, key: work.key, files: try work.files().map(put))
    }

    /// What the last build wrote under a name, if it is unchanged, whatever it was made of.
    public func previous(_ name: String) -> OutputEntry? {
        guard !isClean, let group = groups[name] else { return nil }
        var files: [SiteFile] = []
        files.reserveCapacity(group.places.count)
        for place in group.places {
            guard case .unchanged = old.states[place] else { return nil }
            files.append(old.files[place])
        }
        return OutputEntry(name: name, inputs: group.inputs, key: group.key, files: files)
    }

    /// The bytes of a file of the old site; `nil` when they are not those that were written.
    public func previousBytes(_ path: String) throws -> [UInt8]? {
        guard let place = old.places[path], let bytes = try Disk.readIfPresent("\(root)/\(path)"),
            ContentHash(of: bytes) == old.files[place].sha256
        else { return nil }
        return bytes
    }

    /// Writes a file, unless the old site has the same bytes and the build is not a clean one.
    ///
    /// - Throws: `FileError`; `ForeignFile`, when a file is in the way that the program did not
    ///   write.
    public func put(_ file: OutputFile) throws -> SiteFile {
        var record = SiteFile(
            path: file.path, size: file.bytes.count, sha256: ContentHash(of: file.bytes))
        if let place = old.places[file.path] {
            if let stamp = try unchanged(place, file, record.sha256), !isClean {
                record.stamp = stamp
                return record
            }
            if case .missing = old.states[place] { record.isNew = true }
        } else if file.path != Manifest.path {
            record.isNew = true
            let path = "\(root)/\(file.path)"
            // What an interrupted build left here has the same bytes.
            if isForeign(file.path) {
                guard let stamp = FileStamp(path), try Disk.readIfPresent(path) == file.bytes else {
                    throw ForeignFile(path: path)
                }
                record.stamp = stamp
                record.isNew = false
                if !isClean { return record }
                record.stamp = nil
            }
        }
        try write(file)
        record.isStaged = true
        return record
    }

    private func write(_ file: OutputFile) throws(FileError) {
        let path = "\(files)/\(file.path)"
        do throws(FileError) {
            try Disk.create(file.bytes, at: path)
        } catch {
            // The first file of its folder.
            guard error.code == ENOENT, let slash = path.lastIndex(of: "/") else { throw error }
            try Disk.makeFolder(String(path[..<slash]))
            try Disk.create(file.bytes, at: path)
        }
    }

    /// - Returns: the stamp of an old file that has the same bytes.
    private func unchanged(
        _ place: Int, _ file: OutputFile, _ hash: ContentHash
    ) throws -> FileStamp? {
        guard old.files[place].sha256 == hash else { return nil }
        switch old.states[place] {
        case .unchanged: return old.files[place].stamp
        case .changed, .missing: return nil
        case .unknown:
            let path = "\(root)/\(file.path)"
            let stamp = FileStamp(path)
            if try Disk.readIfPresent(path) == file.bytes { return stamp }
            altered.withLock { $0.append(file.path) }
            return nil
        }
    }

    private func isForeign(_ path: String) -> Bool {
        var (low, high) = (0, old.foreign.count)
        while low < high {
            let middle = (low + high) / 2
            if SiteFile.precedes(old.foreign[middle], path) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < old.foreign.count && old.foreign[low] == path
    }

    /// Paths of the old site that something else changed or removed, sorted.
    var alteredPaths: [String] {
        (old.altered + altered.withLock { $0 }).sorted(by: SiteFile.precedes)
    }

    // MARK: Publishing

    private var journalPath: String { "\(path)/\(Self.journalName)" }

    /// Brings the staged files to the disk itself, then the journal.
    ///
    /// One call for all files: waiting for nine one after another takes four times as long, as each
    /// commits the file system's journal.
    func commit(_ journal: Journal) throws {
        try Disk.syncFileSystem(of: path)
        try Disk.replace(journalPath, with: journal.bytes)
        try Disk.sync(folder: path)
    }

    /// Removes the journal and what is left of the folder.
    ///
    /// - Parameter isPublished: a whole site is in place, so a journal that could not be used is
    ///   removed as well.
    static func end(in root: String, isPublished: Bool) throws(FileError) {
        let path = "\(root)/\(name)"
        // The journal goes last: it is what completes the site.
        if isPublished { try Disk.removeFile("\(path)/\(unusableName)") }
        try Disk.removeFile("\(path)/\(journalName)")
        try clear(path)
    }

    /// Removes the folder; one that has a journal that cannot be used keeps that journal.
    private static func clear(_ path: String) throws(FileError) {
        guard Disk.exists("\(path)/\(unusableName)") else { return try Disk.removeFolder(path) }
        for entry in try FolderEntries.of(path) where entry.text != unusableName {
            try Disk.remove("\(path)/\(entry.text)")
        }
    }
}
