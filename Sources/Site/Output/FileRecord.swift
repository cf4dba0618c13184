/// A file of the site as `manifest.json` records it.
struct FileRecord: Sendable, Equatable {
    /// Relative to the output folder.
    var path: String
    var size: Int
    /// Lower-case hex.
    var sha256: String
    /// The old site holds the same bytes under this path already.
    var isUnchanged = false
}
