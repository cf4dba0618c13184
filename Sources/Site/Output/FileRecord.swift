import Archive
import Files

/// A file of the site as `manifest.json` records it.
struct FileRecord: Sendable, Equatable {
    /// Relative to the output folder.
    var path: String
    var size: Int
    var sha256: ContentHash
    /// Where the old site has the same bytes under this path already: a place in its
    /// `SiteInventory`.
    var standing: Int?

    var isUnchanged: Bool { standing != nil }
}
