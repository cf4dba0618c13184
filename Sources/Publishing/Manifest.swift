import Files
import Foundation
import Text

/// `manifest.json`: every file that a build wrote, with size and SHA-256, sorted by path.
///
/// It says which files of the output folder are the program's own: others are never touched.
public enum Manifest {
    public static let path = "manifest.json"
    /// How the program names itself: without a version, as a new release that writes the same pages
    /// leaves the same bytes.
    static let generator = "Variorum"
    private static let start = "{\"generator\":\(JSONText.quoted(generator))"

    /// The files that the manifest of a site names.
    ///
    /// - Returns: `nil` when there is no manifest or it cannot be understood.
    public static func read(from folder: String) throws -> [SiteFile]? {
        try Disk.readIfPresent("\(folder)/\(path)").flatMap(files)
    }

    static func files(_ bytes: [UInt8]) -> [SiteFile]? {
        do {
            let contents = try JSONDecoder().decode(Contents.self, from: Data(bytes))
            // Another program's list of files says nothing of what may be replaced here.
            guard contents.generator == generator else { return nil }
            let files = contents.files
            let records = files.compactMap { file in
                ContentHash(hex: file.sha256).flatMap {
                    SitePathCheck.isInside(file.path)
                        ? SiteFile(path: file.path, size: file.size, sha256: $0) : nil
                }
            }
            return records.count == files.count ? records : nil
        } catch {
            // Not JSON, or not of this form.
            return nil
        }
    }

    /// Whether bytes that are not a whole manifest may be what is left of one.
    ///
    /// `manifest.json` is also the name of other programs' files, such as web app manifests.
    static func isDamaged(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: start.utf8) || start.utf8.starts(with: bytes)
    }

    /// - Parameter files: sorted.
    static func bytes(_ files: [SiteFile]) -> [UInt8] {
        var bytes = Array("\(start),\"files\":[".utf8)
        bytes.reserveCapacity(files.count * 160)
        let (path, size, sha256) = (
            Array("{\"path\":".utf8), Array(",\"size\":".utf8), Array(",\"sha256\":\"".utf8)
        )
        for (index, file) in files.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            bytes.append(0x0A)
            bytes.append(contentsOf: path)
            JSONText.append(utf8: Array(file.path.utf8)[...], to: &bytes)
            bytes.append(contentsOf: size)
            bytes.append(contentsOf: String(file.size).utf8)
            bytes.append(contentsOf: sha256)
            file.sha256.appendHex(to: &bytes)
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
        var generator: String
        var files: [File]
    }
}

/// Whether a path leads to a file of the site and nowhere else.
enum SitePathCheck {
    static func isInside(_ path: String) -> Bool {
        let parts = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
        return !path.utf8.contains(0)
            && parts.allSatisfy {
                !$0.isEmpty && !$0.elementsEqual([0x2E]) && !$0.elementsEqual([0x2E, 0x2E])
            }
            && !(parts.first?.elementsEqual(StagingFolder.name.utf8) ?? true)
    }
}
