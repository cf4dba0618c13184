import Foundation
import Text

/// What stands below a folder: every file with its size and its number on the disk.
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

    /// By path relative to the folder.
    private(set) var files: [String: File] = [:]
    /// Paths of the folders below, each before those in it.
    private(set) var folders: [String] = []

    /// - Parameter path: of the folder; nothing stands below one that is missing.
    static func read(_ path: String, jobs: Int) async throws -> SiteInventory {
        var inventory = SiteInventory()
        var level = Disk.isFolder(path) ? [""] : []
        while !level.isEmpty {
            let listings = try await level.concurrentMap(jobs: jobs) { folder in
                try Listing(folder, in: path)
            }
            level = []
            let count = listings.reduce(inventory.files.count) { $0 + $1.files.count }
            inventory.files.reserveCapacity(count)
            for listing in listings {
                for (name, file) in listing.files { inventory.files[name] = file }
                level += listing.folders
            }
            inventory.folders += level
        }
        return inventory
    }

    /// Removes all files but those that are files of `standing` under the same path.
    ///
    /// - Parameter path: of this inventory's folder.
    func keepingLinks(to standing: SiteInventory, in path: String) throws -> SiteInventory {
        var copy = self
        for (name, file) in files where standing.files[name]?.number != file.number {
            try Disk.remove("\(path)/\(name)")
            copy.files[name] = nil
        }
        return copy
    }

    /// One folder.
    private struct Listing: Sendable {
        var files: [(String, File)] = []
        var folders: [String] = []

        init(_ folder: String, in root: String) throws {
            let path = folder.isEmpty ? root : "\(root)/\(folder)"
            guard let stream = opendir(path) else {
                throw OutputError(path: path, action: "list the folder", code: errno)
            }
            defer { closedir(stream) }
            let descriptor = dirfd(stream)
            let prefix = folder.isEmpty ? "" : folder + "/"
            while let entry = readdir(stream) {
                let type = Int32(entry.pointee.d_type)
                try withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    try pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
                        let text = String(cString: name)
                        if text == "." || text == ".." { return }
                        if type == DT_DIR { return folders.append(prefix + text) }
                        var status = stat()
                        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                            // Gone since the folder was opened.
                            if errno == ENOENT { return }
                            throw OutputError(path: "\(path)/\(text)", action: "read", code: errno)
                        }
                        if status.st_mode & S_IFMT == S_IFDIR {
                            return folders.append(prefix + text)
                        }
                        files.append((prefix + text, File(status)))
                    }
                }
            }
        }
    }
}

extension SiteInventory.File {
    fileprivate init(_ status: stat) {
        size = Int(status.st_size)
        number = SiteInventory.Number(
            device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        isRegular = status.st_mode & S_IFMT == S_IFREG
    }
}
