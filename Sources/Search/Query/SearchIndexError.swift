/// Why the index of a site cannot be asked.
public enum SearchIndexError: Error, Equatable, CustomStringConvertible {
    /// There is no `search/manifest.json`.
    case missing
    /// The index was written by another version of the program.
    case otherFormat(Int)
    /// A file of the index is missing, cut off or not what the manifest says.
    case damaged(String)

    public var description: String {
        switch self {
        case .missing: "there is no search index (search/manifest.json)"
        case .otherFormat(let format):
            "the search index has format \(format); this program reads format \(SearchIndexBuilder.format)"
        case .damaged(let file): "the search index is damaged: \(file) is missing or cut off"
        }
    }
}
