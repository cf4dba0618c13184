import Files
import Foundation
import Text

/// `.variorum/` in the archive: what makes the next build quick.
///
/// Invariants of the cache:
/// 1. It may be deleted at any time, whole or in part; the site is the same without it.
/// 2. A part is believed only when its checksum is right, its owner is the user, and it was written
///    by this very program (the build ids of the binary and its libraries).
/// 3. The build record is written after the site, and believed only when it names the hash of the
///    site's `manifest.json`; what it says of a file counts only while the file has the recorded
///    size, times and inode, or else the recorded hash.
public struct CacheFolder: Sendable {
    /// The parts of the cache.
    public enum Part: Sendable {
        /// Of one site of the archive.
        case record, search
        /// Of the articles, whatever the site.
        case readings
    }

    let path: String
    /// Tells the sites of one archive apart.
    private let site: String

    /// - Parameter diagnostics: gets a note when there is a folder that cannot be used.
    /// - Returns: `nil` when the folder belongs to somebody else, is a file, or cannot be made.
    public init?(archive: String, output: String, diagnostics: inout [Diagnostic]) {
        path = archive + "/.variorum"
        let url = URL(fileURLWithPath: output).standardizedFileURL
        let place = Fingerprint(of: Array(url.path.utf8))
        site = url.lastPathComponent + "-" + String(place.high, radix: 36)
        var status = FileStatus(path)
        if status == nil {
            do throws(FileError) {
                try Disk.makeFolder(path)
            } catch {
                diagnostics.append(
                    Self.ignored(
                        path, because: "the cache cannot be made (\(error.reason))",
                        help: "make the archive folder writable to build faster next time"))
                return nil
            }
            status = FileStatus(path)
        }
        guard let status else { return nil }
        let problem: String
        if status.kind != .folder {
            problem = "the cache is not a folder"
        } else if status.owner != geteuid() {
            problem = "the cache belongs to somebody else"
        } else if Disk.writeAccess(to: path) != 0 {
            problem = "the cache may not be written to"
        } else {
            return
        }
        diagnostics.append(Self.ignored(path, because: problem))
        return nil
    }

    private static func ignored(
        _ path: String, because problem: String,
        help: String = "delete it to build faster next time; nothing in it is needed"
    ) -> Diagnostic {
        Diagnostic(
            .note, "cache-ignored", at: .init(file: path),
            "\(problem), so everything is built from scratch", help: help)
    }

    private func path(of part: Part) -> String {
        switch part {
        case .record: "\(path)/\(site).record"
        case .search: "\(path)/\(site).search"
        case .readings: "\(path)/articles.readings"
        }
    }

    /// A part as the last build left it, if it can be believed.
    ///
    /// - Parameter diagnostics: gets a note when there is one that cannot.
    public func part<Value: CachePart>(
        _ part: Part, of program: Fingerprint, diagnostics: inout [Diagnostic]
    ) -> Value? {
        let path = path(of: part)
        func ignored(_ why: String) -> Value? {
            diagnostics.append(Self.ignored(path, because: why))
            return nil
        }
        guard let status = FileStatus(path) else { return nil }
        guard status.kind == .file, status.owner == geteuid() else {
            return ignored("this part of the cache belongs to somebody else")
        }
        let bytes: [UInt8]?
        do throws(FileError) {
            bytes = try Disk.readIfPresent(path)
        } catch {
            return ignored("this part of the cache cannot be read")
        }
        guard let bytes else { return nil }
        let isOfOtherForm =
            bytes.starts(with: CacheSignature.start) && !bytes.starts(with: Value.signature)
        let value = Value(bytes)
        guard value != nil || isOfOtherForm else {
            return ignored("this part of the cache is damaged")
        }
        guard let value, value.program == program else {
            return ignored("this part of the cache was written by another version of the program")
        }
        return value
    }

    /// Replaces a part in one step.
    ///
    /// - Returns: a note when the disk refuses; the site is whole without it.
    public func keep(_ value: some CachePart, as part: Part) -> [Diagnostic] {
        let path = path(of: part)
        let new = path + ".new"
        do throws(FileError) {
            try Disk.create(value.bytes, at: new)
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

    /// Removes the second copy of the site that earlier versions kept here.
    public func removeOldCopies() throws {
        for ending in ["site", "site.twin", "kept"] { try Disk.remove("\(path)/\(site).\(ending)") }
    }
}

/// A file of `.variorum/` that only the program that wrote it believes.
public protocol CachePart {
    /// What its bytes begin with: `CacheSignature.start`, its name and the number of its form.
    static var signature: [UInt8] { get }
    var program: Fingerprint { get }
    var bytes: [UInt8] { get }

    /// - Returns: `nil` when the bytes are not those that were written.
    init?(_ bytes: [UInt8])
}

enum CacheSignature {
    /// Of all parts in all forms.
    static let start = Array("variorum ".utf8)
}
