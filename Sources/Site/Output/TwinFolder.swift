import Archive
import Foundation
import Text

/// A second folder of the same files, as hard links: when most of a site is new, the old one is of
/// no use to the next build, and a twin of the new one takes its place.
///
/// It is made while the file system writes the site to the disk and the processor has nothing to
/// do.
struct TwinFolder: Sendable {
    let path: String
    private let folders: PathTable

    /// - Parameters:
    ///   - files: of the folder `original`, sorted; others in it are left out.
    ///   - path: of the twin; what is there goes.
    /// - Returns: `nil` when the disk has no room for it.
    init?(_ files: PathTable, of original: String, at path: String, jobs: Int) async throws {
        self.path = path
        folders = files.folders
        do {
            try Disk.removeFolder(path)
            for folder in folders.indices { try Disk.makeFolder("\(path)/\(folders[folder])") }
            let chunks = stride(from: 0, to: files.count, by: 512).map {
                $0..<min($0 + 512, files.count)
            }
            let linked = try await chunks.concurrentMap(jobs: jobs) { chunk in
                for file in chunk {
                    try Disk.hardLink("\(original)/\(files[file])", to: "\(path)/\(files[file])")
                }
                return chunk.count
            }
            guard linked.reduce(0, +) == files.count else { return nil }
        } catch is OutputError {
            try Disk.removeFolder(path)
            return nil
        }
    }

    /// Gives it its place, and tells how it was left there.
    ///
    /// - Parameter manifest: of the site that it is a twin of.
    func keep(at place: String, manifest: ContentHash) throws -> KeptSite? {
        try Disk.rename(path, to: place)
        let stamps = folders.indices.compactMap { FolderStamp("\(place)/\(folders[$0])") }
        return stamps.count == folders.count
            ? KeptSite(
                manifest: manifest, changed: [], foreign: [], folders: folders, stamps: stamps)
            : nil
    }
}
