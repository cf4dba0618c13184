import CPosix
import Files
import Foundation

/// What stands in one folder, in the order that paths have: a folder counts as its name and `/`.
struct FolderListing: Sendable {
    struct Entry: Sendable {
        /// Place in `names`; that of a folder ends in `/`.
        var name: Range<Int>
        /// `nil` for a folder.
        var file: SiteInventory.File?
    }

    private(set) var names: [UInt8] = []
    private(set) var entries: [Entry] = []
    let folder: SiteInventory.Folder

    /// - Returns: `nil` when there is no such folder.
    init?(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw FileError(path: path, action: "list the folder", code: errno)
        }
        defer { close(descriptor) }
        var status = stat()
        var now = timespec()
        guard fstat(descriptor, &status) == 0, clock_gettime(CLOCK_REALTIME_COARSE, &now) == 0
        else { throw FileError(path: path, action: "list the folder", code: errno) }
        let stamp = FolderStamp(status)
        folder = SiteInventory.Folder(stamp: stamp, isSettled: stamp.isSettled(at: now))
        try withUnsafeTemporaryAllocation(byteCount: 1 << 15, alignment: 8) { buffer in
            while true {
                let count = variorum_entries(descriptor, buffer.baseAddress, UInt(buffer.count))
                guard count >= 0 else {
                    throw FileError(path: path, action: "list the folder", code: Int32(-count))
                }
                if count == 0 { return }
                try take(UnsafeRawBufferPointer(rebasing: buffer[..<count]), descriptor, path)
            }
        }
        sort()
    }

    /// Takes what `getdents64` gave: entries of number, offset, length, kind and name.
    private mutating func take(
        _ buffer: UnsafeRawBufferPointer, _ descriptor: Int32, _ path: String
    ) throws {
        var at = 0
        while at < buffer.count {
            let length = Int(buffer.loadUnaligned(fromByteOffset: at + 16, as: UInt16.self))
            var isFolder = Int(buffer[at + 18]) == DT_DIR
            let name = buffer[(at + 19)..<(at + length)].prefix { $0 != 0 }
            at += length
            if name.elementsEqual([0x2E]) || name.elementsEqual([0x2E, 0x2E]) { continue }
            var file: SiteInventory.File?
            if !isFolder, let first = name.baseAddress?.assumingMemoryBound(to: CChar.self) {
                var status = stat()
                guard fstatat(descriptor, first, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                    // Gone since the folder was opened.
                    if errno == ENOENT { continue }
                    throw FileError(
                        path: "\(path)/\(String(decoding: name, as: UTF8.self))", action: "read",
                        code: errno)
                }
                isFolder = status.st_mode & S_IFMT == S_IFDIR
                if !isFolder { file = SiteInventory.File(status) }
            }
            let start = names.count
            names.append(contentsOf: name)
            if isFolder { names.append(0x2F) }
            entries.append(Entry(name: start..<names.count, file: file))
        }
    }

    private mutating func sort() {
        names.withUnsafeBufferPointer { names in
            entries.sort {
                names[$0.name].lexicographicallyPrecedes(names[$1.name])
            }
        }
    }
}

extension Slice<UnsafeRawBufferPointer> {
    fileprivate var baseAddress: UnsafeRawPointer? {
        UnsafeRawBufferPointer(rebasing: self).baseAddress
    }
}
