import Archive
import Files
import Foundation

/// The captured bytes that an archive keeps under `content/originals/`.
struct OriginalsFolder {
    private let folder: String
    /// Paths below `content/`, by size in bytes: only files of one size are compared.
    private var bySize: [Int: [String]] = [:]
    private var names: Set<String> = []
    /// What a dry run would have written.
    private var unwritten: [String: [UInt8]] = [:]

    init(root: String) throws {
        folder = root + "/content/"
        for file in try FolderEntries.regularFiles(below: folder + "originals") {
            let path = "originals/" + file.path
            bySize[file.size, default: []].append(path)
            names.insert(path.lowercased())
        }
    }

    /// The file that holds exactly these bytes, below `content/`.
    func twin(of bytes: [UInt8]) throws -> String? {
        for path in bySize[bytes.count] ?? [] {
            let other = try unwritten[path] ?? Disk.read(folder + path)
            if other == bytes { return path }
        }
        return nil
    }

    /// An unused name: `originals/<name of the source>-<8 digits of its SHA-256>.<extension>`.
    func name(for source: Source) -> String {
        let digest = ContentHash(of: source.bytes).hex.prefix(8)
        let stem = source.name == "-" ? "stdin" : FileName.slug(source.stem)
        let ext =
            source.fileExtension.unicodeScalars.allSatisfy {
                $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
            }
            ? source.fileExtension.prefix(8) : ""
        let suffix = ext.isEmpty ? ".txt" : "." + ext
        let name = FileName.free("originals/\(stem)-\(digest)") { names.contains($0 + suffix) }
        return name + suffix
    }

    mutating func remember(_ bytes: [UInt8], as path: String, onDisk: Bool) {
        bySize[bytes.count, default: []].append(path)
        names.insert(path.lowercased())
        if !onDisk { unwritten[path] = bytes }
    }
}
