import Foundation

extension SearchEngine {
    /// Asks the index of a built site on disk.
    ///
    /// - Parameter folder: the site's root, which holds `search/`.
    public init(folder: String) throws(SearchIndexError) {
        try self.init { path in
            FileManager.default.contents(atPath: folder + "/" + path).map(Array.init)
        }
    }
}
