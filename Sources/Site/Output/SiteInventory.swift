import Files
import Foundation
import Text

/// What stands below a folder: every file with its size and its number on the disk, in the order of
/// the paths.
///
/// Two paths of one file system with one number are one file.
struct SiteInventory: Sendable {
    struct File: Sendable {
        var size: Int
        var number: Number
        /// No link, no pipe.
        var isRegular: Bool
    }

    /// What tells a file from all others, whatever its names are.
    struct Number: Sendable, Equatable {
        var device: UInt64
        var inode: UInt64
    }

    struct Folder: Sendable {
        var stamp: FolderStamp
        /// Whether the stamp tells of every change since.
        var isSettled: Bool
    }

    /// Of the files, relative to the folder.
    private(set) var paths = PathTable()
    private(set) var files: [File] = []
    /// Of the folders, the first being the folder itself: its path is empty, those of others end in
    /// `/`.
    ///
    /// Each comes before those in it.
    private(set) var folderPaths = PathTable()
    private(set) var folders: [Folder] = []

    subscript(path: String) -> File? { paths.index(of: path).map { files[$0] } }

    /// - Parameters:
    ///   - root: path of the folder; nothing stands below one that is missing.
    ///   - record: of a build that wrote it; what it says of a folder is used where it still holds.
    static func read(
        _ root: String, _ record: BuildRecord? = nil, jobs: Int
    ) async throws -> SiteInventory {
        // The upper two levels give the pieces that the rest is read in.
        var pieces = [Piece.folder([])]
        for _ in 0..<2 {
            pieces = try pieces.flatMap { try $0.opened(in: root) }
        }
        let size = 128
        let chunks = stride(from: 0, to: pieces.count, by: size).map {
            Array(pieces[$0..<min($0 + size, pieces.count)])
        }
        let parts = try await chunks.concurrentMap(jobs: jobs) { chunk in
            var part = SiteInventory()
            for piece in chunk { try part.append(piece, in: root, record) }
            return part
        }
        var inventory = SiteInventory()
        let count = parts.reduce(0) { $0 + $1.files.count }
        inventory.files.reserveCapacity(count)
        inventory.paths.reserveCapacity(
            count, bytes: parts.reduce(0) { $0 + $1.paths.bytes.count })
        for part in parts { inventory.append(part) }
        return inventory
    }

    /// A part of what stands below a folder; together they are in order.
    private enum Piece: Sendable {
        case file(path: [UInt8], File)
        /// A folder alone.
        case opened(path: [UInt8], Folder)
        /// A folder with all that is below it.
        case folder([UInt8])

        func opened(in root: String) throws -> [Piece] {
            guard case .folder(let path) = self else { return [self] }
            guard let listing = try FolderListing(SiteInventory.path(of: path, in: root)) else {
                return []
            }
            return [.opened(path: path, listing.folder)]
                + listing.entries.map { entry in
                    let below = path + listing.names[entry.name]
                    return entry.file.map { .file(path: below, $0) } ?? .folder(below)
                }
        }
    }

    private static func path(of folder: [UInt8], in root: String) -> String {
        "\(root)/\(String(decoding: folder, as: UTF8.self))"
    }

    private mutating func append(
        _ piece: Piece, in root: String, _ record: BuildRecord?
    ) throws {
        switch piece {
        case .file(let path, let file):
            paths.append(path)
            files.append(file)
        case .opened(let path, let folder):
            folderPaths.append(path)
            folders.append(folder)
        case .folder(let path): try appendTree(path, in: root, record)
        }
    }

    private mutating func appendTree(
        _ path: [UInt8], in root: String, _ record: BuildRecord? = nil
    ) throws {
        if let record, appendSettled(path, in: root, record) { return }
        guard let listing = try FolderListing(Self.path(of: path, in: root)) else { return }
        folderPaths.append(path)
        folders.append(listing.folder)
        for entry in listing.entries {
            let name = listing.names[entry.name]
            if let file = entry.file {
                paths.append(path, name)
                files.append(file)
            } else {
                try appendTree(path + name, in: root, record)
            }
        }
    }

    /// Appends a folder that holds what it held when the record was written.
    ///
    /// - Returns: whether it does.
    private mutating func appendSettled(
        _ path: [UInt8], in root: String, _ record: BuildRecord
    ) -> Bool {
        var now = timespec()
        guard let known = record.folders[path],
            let stamp = FolderStamp(Self.path(of: path, in: root)), stamp == known,
            clock_gettime(CLOCK_REALTIME_COARSE, &now) == 0
        else { return false }
        folderPaths.append(path)
        folders.append(Folder(stamp: stamp, isSettled: stamp.isSettled(at: now)))
        let recorded = record.files.paths
        var name = Array(root.utf8) + [0x2F]
        let start = name.count
        var place = recorded.place(of: path).index
        while place < recorded.count, recorded.hasPrefix(path, at: place) {
            name.replaceSubrange(start..., with: recorded.bytes[recorded.range(place)])
            name.append(0)
            var status = stat()
            let stands = name.withUnsafeBufferPointer { name in
                name.withMemoryRebound(to: CChar.self) { name in
                    name.baseAddress.map { lstat($0, &status) } == 0
                }
            }
            if stands {
                paths.append(recorded, place)
                files.append(File(status))
            }
            place += 1
        }
        return true
    }

    private mutating func append(_ other: SiteInventory) {
        paths.append(contentsOf: other.paths)
        files.append(contentsOf: other.files)
        folderPaths.append(contentsOf: other.folderPaths)
        folders.append(contentsOf: other.folders)
    }

    // MARK: What others did since

    /// Whether a folder and those below it hold what they held, by their stamps.
    ///
    /// - Returns: places in `folders` of those that may have changed, or are gone.
    func changedFolders(in root: String, jobs: Int) async throws -> [Int] {
        let size = 512
        let chunks = stride(from: 0, to: folders.count, by: size).map {
            $0..<Swift.min($0 + size, folders.count)
        }
        return try await chunks.concurrentMap(jobs: jobs) { chunk in
            chunk.filter {
                !folders[$0].isSettled
                    || FolderStamp("\(root)/\(folderPaths[$0])") != folders[$0].stamp
            }
        }.flatMap { $0 }
    }

    /// Paths of files that stand below the folder now and did not when it was read, sorted.
    func additions(in root: String, jobs: Int) async throws -> [String] {
        guard !folders.isEmpty else {
            let all = try await Self.read(root, jobs: jobs)
            return all.paths.indices.map { all.paths[$0] }
        }
        var names: [String] = []
        for folder in try await changedFolders(in: root, jobs: jobs) {
            let path = Array(folderPaths.bytes[folderPaths.range(folder)])
            guard let listing = try FolderListing(Self.path(of: path, in: root)) else { continue }
            for entry in listing.entries {
                let below = path + listing.names[entry.name]
                let name = String(decoding: below, as: UTF8.self)
                if entry.file != nil {
                    if paths.index(of: name) == nil { names.append(name) }
                } else if folderPaths.index(of: name) == nil {
                    var added = SiteInventory()
                    try added.appendTree(below, in: root)
                    names += added.paths.indices.map { added.paths[$0] }
                }
            }
        }
        return names.sorted(by: PathTable.precedes)
    }
}

extension SiteInventory.File {
    init(_ status: stat) {
        size = Int(status.st_size)
        number = SiteInventory.Number(
            device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        isRegular = status.st_mode & S_IFMT == S_IFREG
    }
}
