import Files
import Foundation

/// A file of the site, as `manifest.json` and the build record have it.
public struct SiteFile: Sendable, Equatable {
    /// Relative to the output folder, with `/`.
    public var path: String
    /// Bytes.
    public var size: Int
    public var sha256: ContentHash
    /// The file in the output folder that has these bytes; `nil`: not known, or not there yet.
    var stamp: FileStamp?
    /// Whether the file was written to the staging folder.
    var isStaged = false
    /// There was no file of the program under this path.
    var isNew = false

    init(path: String, size: Int, sha256: ContentHash, stamp: FileStamp? = nil) {
        self.path = path
        self.size = size
        self.sha256 = sha256
        self.stamp = stamp
    }

    /// Whether a path comes before another one in the manifest: by their bytes.
    static func precedes(_ left: String, _ right: String) -> Bool {
        let order = left.utf8.withContiguousStorageIfAvailable { left in
            right.utf8.withContiguousStorageIfAvailable { right -> Int in
                guard let a = left.baseAddress, let b = right.baseAddress else {
                    return left.count - right.count
                }
                let order = memcmp(a, b, min(left.count, right.count))
                return order == 0 ? left.count - right.count : Int(order)
            }
        }
        if let order = order ?? nil { return order < 0 }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}

/// Size, inode and times of a file.
///
/// As long as they are equal, the bytes are equal: writing to a file, or putting another one in its
/// place, changes one of them.
struct FileStamp: Sendable, Equatable {
    var size: Int
    var inode: UInt64
    /// Nanoseconds since 1970; see `FileStatus`.
    var modified: Int
    var changed: Int

    /// - Returns: `nil` when it is not a regular file.
    init?(_ status: FileStatus) {
        guard status.kind == .file else { return nil }
        size = status.size
        inode = status.inode
        modified = status.modified
        changed = status.changed
    }

    init?(_ path: String) {
        guard let status = FileStatus(path) else { return nil }
        self.init(status)
    }

    init(_ reader: inout RecordReader) throws {
        size = try reader.shortNumber()
        inode = UInt64(bitPattern: Int64(try reader.shortNumber()))
        modified = try reader.number()
        changed = try reader.number()
    }

    func write(to writer: inout RecordWriter) {
        writer.write(short: size)
        writer.write(short: Int(Int64(bitPattern: inode)))
        writer.write(modified)
        writer.write(changed)
    }
}
