import Foundation

/// One entry of a folder.
public struct FolderEntry: Sendable {
    /// Not always UTF-8.
    public var name: [UInt8]
    public var kind: FileStatus.Kind

    public var text: String { String(decoding: name, as: UTF8.self) }
}

/// Lists folders.
public enum FolderEntries {
    /// Everything in a folder but `.` and `..`, in the order of the names' bytes.
    public static func of(_ path: String) throws(FileError) -> [FolderEntry] {
        guard let folder = opendir(path) else {
            throw FileError(path: path, action: "list the folder", code: errno)
        }
        defer { closedir(folder) }
        var entries: [FolderEntry] = []
        while true {
            errno = 0
            guard let entry = readdir(folder) else {
                guard errno == 0 else {
                    throw FileError(path: path, action: "list the folder", code: errno)
                }
                break
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { start in
                    Array(UnsafeBufferPointer(start: start, count: strlen(start)))
                }
            }
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            switch Int(entry.pointee.d_type) {
            case DT_REG: entries.append(FolderEntry(name: name, kind: .file))
            case DT_DIR: entries.append(FolderEntry(name: name, kind: .folder))
            case DT_LNK: entries.append(FolderEntry(name: name, kind: .link))
            case DT_UNKNOWN:
                // Some file systems keep no kinds in their folders. A file that is gone by now is
                // left out.
                let child = "\(path)/\(String(decoding: name, as: UTF8.self))"
                if let status = FileStatus(child) {
                    entries.append(FolderEntry(name: name, kind: status.kind))
                }
            default: entries.append(FolderEntry(name: name, kind: .other))
            }
        }
        return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    }

    /// Paths of everything below a folder that is not itself a folder, relative to it, in the order
    /// of their bytes; empty when there is no such folder.
    ///
    /// Links are listed and not followed.
    public static func files(below folder: String) throws(FileError) -> [String] {
        try walk(folder) { _ in true }
    }

    /// Regular files below a folder with their sizes, as `files(below:)`.
    public static func regularFiles(
        below folder: String
    ) throws(FileError) -> [(path: String, size: Int)] {
        try walk(folder) { $0 == .file }.compactMap { path in
            Disk.fileSize("\(folder)/\(path)").map { (path, $0) }
        }
    }

    private static func walk(
        _ folder: String, _ isWanted: (FileStatus.Kind) -> Bool
    ) throws(FileError) -> [String] {
        guard Disk.exists(folder) else { return [] }
        var paths: [String] = []
        var pending = [""]
        while let below = pending.popLast() {
            let entries = try FolderEntries.of(below.isEmpty ? folder : "\(folder)/\(below)")
            for entry in entries {
                let path = below.isEmpty ? entry.text : "\(below)/\(entry.text)"
                if entry.kind == .folder {
                    pending.append(path)
                } else if isWanted(entry.kind) {
                    paths.append(path)
                }
            }
        }
        return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
