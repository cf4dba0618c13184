import Archive
import Text

/// `content/assets/**` as files of the site, copied as they are.
enum AssetFiles {
    /// - Parameter paths: relative to the archive folder.
    static func read(_ paths: [String], in archive: String) throws -> [OutputFile] {
        try paths.compactMap { path in
            guard path.hasPrefix("content/"), let bytes = try Disk.read("\(archive)/\(path)") else {
                return nil
            }
            return OutputFile(path: String(path.dropFirst("content/".count)), bytes: bytes)
        }
    }
}
