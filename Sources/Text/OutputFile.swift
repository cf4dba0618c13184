/// A file of the site before it is written.
public struct OutputFile: Sendable, Equatable {
    /// Relative to the output folder, with `/`, without a leading slash.
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
