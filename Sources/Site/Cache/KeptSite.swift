import Archive
import Files
import Text

/// How the site before the last one was left in the cache, to become the next one.
///
/// It stands only while that folder is in this state: removed before a build begins to change it,
/// written when a build is through.
struct KeptSite: Sendable {
    /// Of the site that took its place.
    var manifest: ContentHash
    /// Paths of the program's files in which it differs from that site.
    var changed: [String]
    /// Paths of the files of others in it.
    var foreign: [String]
    /// Its folders, and when the entries of each changed last.
    var folders: PathTable
    var stamps: [FolderStamp]

    private static let signature = Array("variorum kept site 1\n".utf8)

    init(
        manifest: ContentHash, changed: [String], foreign: [String], folders: PathTable,
        stamps: [FolderStamp]
    ) {
        self.manifest = manifest
        self.changed = changed
        self.foreign = foreign
        self.folders = folders
        self.stamps = stamps
    }

    var bytes: [UInt8] {
        var writer = RecordWriter(signature: Self.signature)
        writer.write(manifest)
        writer.write(changed) { $0.write($1) }
        writer.write(foreign) { $0.write($1) }
        writer.write(folders)
        writer.write(stamps) { $0.write($1) }
        return writer.sealed()
    }

    /// - Returns: `nil` when the bytes are not those that were written.
    init?(_ bytes: [UInt8]) {
        guard var reader = RecordReader(sealed: bytes, Self.signature) else { return nil }
        do {
            manifest = try reader.hash()
            changed = try reader.list { try $0.text() }
            foreign = try reader.list { try $0.text() }
            folders = try reader.paths()
            stamps = try reader.list { try $0.folderStamp() }
            guard reader.isAtEnd, stamps.count == folders.count else { return nil }
        } catch {
            return nil
        }
    }

    /// When the entries of a folder changed last, as it was left.
    func stamp(of folder: String) -> FolderStamp? { folders.index(of: folder).map { stamps[$0] } }

    /// Whether the folders still are as they were left.
    func stands(at root: String, jobs: Int) async throws -> Bool {
        let size = 512
        let chunks = stride(from: 0, to: stamps.count, by: size).map {
            $0..<min($0 + size, stamps.count)
        }
        return try await chunks.concurrentMap(jobs: jobs) { chunk in
            chunk.allSatisfy { FolderStamp("\(root)/\(folders[$0])") == stamps[$0] }
        }.allSatisfy { $0 }
    }
}
