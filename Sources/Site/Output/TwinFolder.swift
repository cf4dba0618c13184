import Archive
import Files
import Foundation
import Text

/// A second folder of the same files, as hard links: what the next edition of a site begins with
/// where there is no older one.
struct TwinFolder: Sendable {
    let path: String
    private let folders: PathTable

    /// - Parameters:
    ///   - files: of the folder `original`, sorted; others in it are left out.
    ///   - path: of the twin; what is there goes.
    /// - Throws: `FileError`, when the disk has no room for it, too; then there is no twin.
    init(_ files: PathTable, of original: String, at path: String, jobs: Int) async throws {
        self.path = path
        folders = files.folders
        do {
            try Disk.removeFolder(path)
            try Disk.makeFolder(path)
            let chunks = stride(from: 0, to: files.count, by: 512).map {
                $0..<min($0 + 512, files.count)
            }
            let linked = try await chunks.concurrentMap(jobs: jobs) { chunk in
                var folder = ""
                for file in chunk.map({ files[$0] }) {
                    let parent = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
                    if parent != folder { try Disk.makeFolder("\(path)/\(parent)") }
                    folder = parent
                    try Disk.hardLink("\(original)/\(file)", to: "\(path)/\(file)")
                }
                return chunk.count
            }
            assert(linked.reduce(0, +) == files.count)
        } catch {
            try Disk.removeFolder(path)
            throw error
        }
    }

    /// How it was left for the next build; `nil` when somebody changes it.
    ///
    /// - Parameters:
    ///   - place: where it is now.
    ///   - manifest: of the site that it is a twin of.
    func kept(at place: String, manifest: ContentHash) -> KeptSite? {
        let stamps = folders.indices.compactMap { FolderStamp("\(place)/\(folders[$0])") }
        return stamps.count == folders.count
            ? KeptSite(
                manifest: manifest, changed: [], foreign: [], folders: folders, stamps: stamps)
            : nil
    }
}
