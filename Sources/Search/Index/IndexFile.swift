import Text

/// A file of the index whose name is its content's hash.
struct IndexFile {
    var name: String
    /// JSON with a line end.
    var bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        name = ContentHash.name(bytes)
    }

    var output: OutputFile {
        OutputFile(path: Self.path(name), bytes: bytes)
    }

    static func path(_ name: String) -> String { "search/\(name).json" }
}
