import Archive
import CPosix
import Files
import Foundation
import Text

/// `.variorum/` in the archive: what makes the next build quick.
///
/// It may be deleted at any time. What is in it is believed only when it is whole, the user's own,
/// of this very program and of the very site that stands.
struct CacheFolder: Sendable {
    /// The folder.
    let path: String
    /// Tells the sites of one archive apart.
    private let site: String

    /// - Parameter diagnostics: gets a note when there is a folder that cannot be used.
    /// - Returns: `nil` when the folder belongs to somebody else, is none, or cannot be made.
    init?(archive: String, output: String, diagnostics: inout [Diagnostic]) {
        path = archive + "/.variorum"
        let url = URL(fileURLWithPath: output).standardizedFileURL
        let place = Fingerprint(of: Array(url.path.utf8))
        site = url.lastPathComponent + "-" + String(place.high, radix: 36)
        var status = stat()
        if lstat(path, &status) != 0 {
            guard mkdir(path, 0o777) == 0, lstat(path, &status) == 0 else { return nil }
        }
        let problem: String
        if status.st_mode & S_IFMT != S_IFDIR {
            problem = "the cache is no folder"
        } else if status.st_uid != geteuid() {
            problem = "the cache belongs to somebody else"
        } else if access(path, W_OK | X_OK) != 0 {
            problem = "the cache may not be written to"
        } else {
            return
        }
        diagnostics.append(Self.ignored(path, because: problem))
        return nil
    }

    private static func ignored(_ path: String, because problem: String) -> Diagnostic {
        Diagnostic(
            .note, "cache-ignored", at: .init(file: path),
            "\(problem), so everything is built anew",
            help: "delete it to build faster next time; nothing in it is needed")
    }

    private var recordPath: String { "\(path)/\(site).record" }
    private var keptPath: String { "\(path)/\(site).kept" }
    private var searchPath: String { "\(path)/\(site).search" }
    private var readingsPath: String { "\(path)/articles.readings" }

    /// Where a site is written before it changes places with the old one; `nil` when files cannot
    /// be moved from here to there.
    func stagePath(forSiteIn parent: String) -> String? {
        variorum_same_mount(path, parent) == 1 ? "\(path)/\(site).site" : nil
    }

    /// The record of the last build, if it can be believed.
    ///
    /// - Parameter diagnostics: gets a note when there is one that cannot.
    func record(
        of program: Fingerprint, diagnostics: inout [Diagnostic]
    ) throws -> BuildRecord? {
        try part(recordPath, of: program, &diagnostics)
    }

    /// The articles' readings of the last build, if they can be believed.
    ///
    /// - Parameter diagnostics: gets a note when there are some that cannot.
    func readings(
        of program: Fingerprint, diagnostics: inout [Diagnostic]
    ) throws -> ReadingRecord? {
        try part(readingsPath, of: program, &diagnostics)
    }

    /// How the site before the last one was left here; `nil` when nothing is known of it.
    func keptSite() throws -> KeptSite? {
        var status = stat()
        guard lstat(keptPath, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_uid == geteuid()
        else { return nil }
        return try Disk.readIfPresent(keptPath).flatMap(KeptSite.init)
    }

    func forgetKeptSite() throws { try Disk.remove(keptPath) }

    /// What is kept of the last build's search index, if it can be believed.
    ///
    /// - Parameter diagnostics: gets a note when there is something that cannot.
    func search(
        of program: Fingerprint, diagnostics: inout [Diagnostic]
    ) throws -> SearchMemory? {
        try part(searchPath, of: program, &diagnostics)
    }

    private func part<Part: CachePart>(
        _ path: String, of program: Fingerprint, _ diagnostics: inout [Diagnostic]
    ) throws -> Part? {
        func ignored(_ why: String) {
            diagnostics.append(Self.ignored(path, because: why))
        }
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else {
            ignored("this part of the cache belongs to somebody else")
            return nil
        }
        let bytes: [UInt8]?
        do throws(FileError) {
            bytes = try Disk.readIfPresent(path)
        } catch {
            ignored("this part of the cache cannot be read")
            return nil
        }
        guard let bytes else { return nil }
        let isOfOtherForm =
            bytes.starts(with: CacheSignature.start) && !bytes.starts(with: Part.signature)
        let part = Part(bytes)
        guard part != nil || isOfOtherForm else {
            ignored("this part of the cache is damaged")
            return nil
        }
        guard let part, part.program == program else {
            ignored("this part of the cache was written by another version of the program")
            return nil
        }
        return part
    }

    /// Replaces the record in one step.
    ///
    /// - Returns: a note when the disk refuses; the site is whole without it.
    func keep(_ record: BuildRecord) -> [Diagnostic] {
        keep(record.bytes, at: recordPath)
    }

    func keep(_ readings: ReadingRecord) -> [Diagnostic] {
        keep(readings.bytes, at: readingsPath)
    }

    func keep(_ site: KeptSite) -> [Diagnostic] {
        keep(site.bytes, at: keptPath)
    }

    func keep(_ memory: SearchMemory) -> [Diagnostic] {
        keep(memory.bytes, at: searchPath)
    }

    private func keep(_ bytes: [UInt8], at path: String) -> [Diagnostic] {
        let new = path + ".new"
        do throws(FileError) {
            try Disk.create(bytes, at: new)
            try Disk.rename(new, to: path)
            return []
        } catch {
            return [
                Diagnostic(
                    .note, "cache-not-kept", at: .init(file: path),
                    "the cache cannot be written (\(error.reason)); the site is complete",
                    help: "the next build will take as long as this one")
            ]
        }
    }
}
