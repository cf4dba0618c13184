import Files
import Foundation
import Synchronization

/// What is in the output folder, and what of that the last build wrote.
public struct PublishedSite: Sendable {
    enum State: Sendable {
        /// Its stamp is the recorded one, or its bytes have the recorded hash.
        case unchanged
        /// There is no stamp to compare; `StagingFolder` compares the bytes when it needs to know.
        case unknown
        case changed
        case missing
    }

    /// What the last build wrote, but for the manifest.
    let files: [SiteFile]
    /// By file.
    let states: [State]
    /// Place in `files` by path.
    let places: [String: Int]
    /// All other files in the folder, sorted; the manifest is not among them.
    var foreign: [String]

    /// Files of the same bytes have other stamps than recorded, as after a copy: they had to be
    /// read.
    let hasNewStamps: Bool

    /// The last build's files are there as it wrote them.
    var isWhole: Bool {
        states.allSatisfy {
            if case .unchanged = $0 { true } else { false }
        }
    }

    /// Paths that something else changed or removed.
    var altered: [String] {
        files.indices.filter {
            switch states[$0] {
            case .changed, .missing: true
            case .unchanged, .unknown: false
            }
        }.map { files[$0].path }
    }

    /// Whether a file has other bytes than the last build wrote.
    func isChanged(_ place: Int, in root: String) throws -> Bool {
        switch states[place] {
        case .changed: return true
        case .unchanged, .missing: return false
        case .unknown:
            let bytes = try Disk.readIfPresent("\(root)/\(files[place].path)")
            return bytes.map { ContentHash(of: $0) != files[place].sha256 } ?? false
        }
    }

    /// Compares a folder with what was recorded of it.
    ///
    /// - Parameter files: as recorded; those without a stamp are not looked into.
    static func read(_ root: String, _ files: [SiteFile], jobs: Int) async throws -> PublishedSite {
        let places = Dictionary(
            files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        var foreign: [String] = []
        var found: [Found] = []
        // The upper levels give folders enough to share out.
        var pending = Disk.isFolder(root) ? [""] : []
        for _ in 0..<2 {
            let listed = try pending.map { try list($0, root, places, files) }
            pending = listed.flatMap(\.folders)
            foreign += listed.flatMap(\.foreign)
            found += listed.flatMap(\.found)
        }
        let parts = try await pending.concurrentMap(jobs: jobs) { folder in
            var whole = Listing()
            var rest = [folder]
            while let next = rest.popLast() {
                let listed = try list(next, root, places, files)
                rest += listed.folders
                whole.foreign += listed.foreign
                whole.found += listed.found
            }
            return whole
        }
        foreign += parts.flatMap(\.foreign)
        found += parts.flatMap(\.found)
        var states = [State](repeating: .missing, count: files.count)
        var files = files
        var hasNewStamps = false
        for file in found {
            if let stamp = file.stamp, stamp != files[file.place].stamp { hasNewStamps = true }
            states[file.place] = file.state
            files[file.place].stamp = file.stamp
        }
        return PublishedSite(
            files: files, states: states, places: places,
            foreign: foreign.sorted(by: SiteFile.precedes), hasNewStamps: hasNewStamps)
    }

    private struct Found: Sendable {
        var place: Int
        var state: State
        var stamp: FileStamp?
    }

    private struct Listing: Sendable {
        var folders: [String] = []
        var foreign: [String] = []
        var found: [Found] = []
    }

    private static func list(
        _ folder: String, _ root: String, _ places: [String: Int], _ files: [SiteFile]
    ) throws -> Listing {
        var listing = Listing()
        let start = folder.isEmpty ? "" : folder + "/"
        for entry in try FolderEntries.of(folder.isEmpty ? root : "\(root)/\(folder)") {
            let path = start + entry.text
            if path == StagingFolder.name || path == FolderLock.fileName || path == Manifest.path {
                continue
            }
            if entry.kind == .folder {
                listing.folders.append(path)
            } else if let place = places[path] {
                listing.found.append(try compare(files[place], "\(root)/\(path)", place))
            } else {
                listing.foreign.append(path)
            }
        }
        return listing
    }

    private static func compare(_ file: SiteFile, _ path: String, _ place: Int) throws -> Found {
        guard let status = FileStatus(path) else { return Found(place: place, state: .missing) }
        guard let stamp = FileStamp(status), stamp.size == file.size else {
            return Found(place: place, state: .changed)
        }
        guard let recorded = file.stamp else { return Found(place: place, state: .unknown) }
        if recorded == stamp { return Found(place: place, state: .unchanged, stamp: stamp) }
        // Copied, touched, or changed by hand.
        guard let bytes = try Disk.readIfPresent(path) else {
            return Found(place: place, state: .missing)
        }
        return ContentHash(of: bytes) == file.sha256
            ? Found(place: place, state: .unchanged, stamp: stamp)
            : Found(place: place, state: .changed)
    }
}
