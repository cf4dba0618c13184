/// The index of the site that stands, for making the next one from it.
public struct StandingIndex {
    /// What was kept of its making.
    public var record: IndexRecord
    /// Bytes of its files, by path.
    public var files: [String: Int]
    /// A file of the site; `nil` when it is not what was written there.
    public var read: (String) throws -> [UInt8]?

    public init(
        record: IndexRecord, files: [String: Int], read: @escaping (String) throws -> [UInt8]?
    ) {
        self.record = record
        self.files = files
        self.read = read
    }
}
