import Archive
import Files
import Foundation
import Text

/// `manifest.json`: every file that a build wrote, with size and SHA-256, sorted by path.
///
/// It says which files of the output folder are the program's own: others are never touched.
struct Manifest {
    static let path = "manifest.json"

    /// - Returns: an empty table when there is no manifest or it cannot be understood; then every
    ///   file in the folder counts as somebody else's.
    static func read(from folder: String) throws -> FileTable {
        guard let bytes = try Disk.readIfPresent("\(folder)/\(path)") else { return FileTable() }
        do {
            let files = try JSONDecoder().decode(Contents.self, from: Data(bytes)).files
            let records = files.compactMap { file in
                ContentHash(hex: file.sha256).map {
                    FileRecord(path: file.path, size: file.size, sha256: $0)
                }
            }
            var places: [Int] = []
            return records.count == files.count
                ? FileTable(records, over: PathTable(), places: &places) : FileTable()
        } catch is DecodingError {
            return FileTable()
        }
    }

    static func bytes(_ files: FileTable) -> [UInt8] {
        var bytes = Array("{\"generator\":\(JSONText.quoted(Generator.name)),\"files\":[".utf8)
        bytes.reserveCapacity(files.paths.bytes.count + files.count * 120)
        let (path, size, sha256) = (
            Array("{\"path\":".utf8), Array(",\"size\":".utf8), Array(",\"sha256\":\"".utf8)
        )
        for index in 0..<files.count {
            if index > 0 { bytes.append(0x2C) }
            bytes.append(0x0A)
            bytes.append(contentsOf: path)
            JSONText.append(utf8: files.paths.bytes[files.paths.range(index)], to: &bytes)
            bytes.append(contentsOf: size)
            bytes.append(contentsOf: String(files.sizes[index]).utf8)
            bytes.append(contentsOf: sha256)
            files.hashes[index].appendHex(to: &bytes)
            bytes.append(contentsOf: [0x22, 0x7D])
        }
        bytes.append(contentsOf: [0x5D, 0x7D, 0x0A])
        return bytes
    }

    private struct Contents: Decodable {
        struct File: Decodable {
            var path: String
            var size: Int
            var sha256: String
        }
        var files: [File]
    }
}
