import Archive
import Files
import Publishing
import Text

/// `content/assets/**` as files of the site, copied as they are, and `content/root/**` at its root.
enum AssetFiles {
    /// - Parameter paths: relative to the archive folder.
    static func tasks(_ paths: [String], in archive: String) -> [OutputTask] {
        paths.filter { $0.hasPrefix("content/") }.map { path in
            OutputTask(path) {
                guard let bytes = try Disk.readIfPresent("\(archive)/\(path)") else { return [] }
                return [OutputFile(path: SitePath.asset(path), bytes: bytes)]
            }
        }
    }
}
