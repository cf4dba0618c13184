import Archive
import Files
import Publishing
import Search

/// The state of the search index in the cache in `.variorum/`, for incremental updates.
///
/// It is valid only with a build record that has the same key for the index and whose files exist
/// unchanged.
struct SearchMemory: Sendable, CachePart {
    static let signature = Array("variorum search 1\n".utf8)

    var program: Fingerprint
    /// The cache key of the index.
    var key: Fingerprint
    /// By page: the cache key of its units.
    var pages: [Fingerprint]
    var index: IndexState

    init(program: Fingerprint, key: Fingerprint, pages: [Fingerprint], index: IndexState) {
        self.program = program
        self.key = key
        self.pages = pages
        self.index = index
    }

    /// Indices of the pages with other keys; `nil` when the number of pages differs.
    func changed(_ now: [Fingerprint]) -> [Int]? {
        guard now.count == pages.count else { return nil }
        return pages.indices.filter { pages[$0] != now[$0] }
    }

    var bytes: [UInt8] {
        var writer = RecordWriter(signature: Self.signature)
        writer.write(program)
        writer.write(key)
        writer.write(pages) { $0.write($1) }
        writer.write(index.bytes)
        return writer.sealed()
    }

    /// - Returns: `nil` when the checksum, the signature or the encoding is wrong.
    init?(_ bytes: [UInt8]) {
        guard var reader = RecordReader(sealed: bytes, Self.signature) else { return nil }
        do {
            program = try reader.fingerprint()
            key = try reader.fingerprint()
            pages = try reader.list { try $0.fingerprint() }
            guard let index = IndexState(try reader.piece()), reader.isAtEnd else { return nil }
            self.index = index
        } catch {
            return nil
        }
    }
}
