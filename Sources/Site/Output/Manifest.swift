import Foundation

/// `manifest.json`: every file that a build wrote, with size and SHA-256, sorted by path.
///
/// It says which files of the output folder are the program's own: others are never touched.
struct Manifest {
    static let path = "manifest.json"

    var records: [String: FileRecord]

    /// - Returns: an empty manifest when there is none or it cannot be understood; then every file
    ///   in
    ///   the folder counts as somebody else's.
    static func read(from folder: String) throws -> Manifest {
        guard let bytes = try Disk.read("\(folder)/\(path)") else { return Manifest(records: [:]) }
        do {
            let file = try JSONDecoder().decode(Contents.self, from: Data(bytes))
            let records = file.files.map {
                FileRecord(path: $0.path, size: $0.size, sha256: $0.sha256)
            }
            return Manifest(
                records: Dictionary(records.map { ($0.path, $0) }) { first, _ in first })
        } catch is DecodingError {
            return Manifest(records: [:])
        }
    }

    static func bytes(_ records: [FileRecord]) -> [UInt8] {
        JSONWriter.document { json in
            json.object { json in
                json.member("generator", Generator.name)
                json.array("files") { json in
                    for record in records.sorted(by: { $0.path < $1.path }) {
                        json.line()
                        json.object { json in
                            json.member("path", record.path)
                            json.member("size", record.size)
                            json.member("sha256", record.sha256)
                        }
                    }
                }
            }
        }
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
