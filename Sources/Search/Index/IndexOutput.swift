import Text

/// The files of an index on their way to the disk.
///
/// Used on one thread; a class, because several makers hand their files to it.
final class IndexOutput {
    /// Bytes of all files by name, those that stand included.
    private(set) var sizes: [String: Int] = [:]
    private(set) var size = 0
    /// Paths of files that stay.
    private(set) var kept: [String] = []
    private let write: (OutputFile) throws -> Void
    private let standing: StandingIndex?
    /// New files, as long as scripts may be made of them.
    private var held: [String: [UInt8]] = [:]

    /// - Parameters:
    ///   - standing: the index that stands, when some of its files are kept.
    ///   - write: takes every new file.
    init(over standing: StandingIndex? = nil, write: @escaping (OutputFile) throws -> Void) {
        self.standing = standing
        self.write = write
    }

    /// Writes a file, once.
    func add(_ file: IndexFile) throws {
        guard sizes[file.name] == nil else { return }
        count(file.name, file.bytes.count)
        if size <= IndexScripts.largestIndex { held[file.name] = file.bytes }
        try write(file.output)
    }

    /// Keeps a file of the standing index.
    ///
    /// - Returns: whether there is such a file.
    func keep(_ name: String) -> Bool {
        guard sizes[name] == nil else { return true }
        guard let size = standing?.files[IndexFile.path(name)] else { return false }
        count(name, size)
        kept.append(IndexFile.path(name))
        return true
    }

    /// Keeps a file that is no part of the index proper.
    ///
    /// - Returns: whether there is such a file.
    func keep(path: String) -> Bool {
        guard standing?.files[path] != nil else { return false }
        kept.append(path)
        return true
    }

    /// Writes a file that has a name of its own.
    func add(_ file: OutputFile) throws { try write(file) }

    /// The bytes of a file that was added or kept; `nil` when it does not stand any more.
    func bytes(_ name: String) throws -> [UInt8]? {
        if let bytes = held[name] { return bytes }
        return try standing?.read(IndexFile.path(name))
    }

    private func count(_ name: String, _ size: Int) {
        sizes[name] = size
        self.size += size
        if self.size > IndexScripts.largestIndex { held = [:] }
    }
}
