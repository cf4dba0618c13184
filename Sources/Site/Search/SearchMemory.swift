import Archive
import Files
import Publishing
import Search

/// What `.variorum/` keeps of the search index of the last build, so that the next one can be made
/// from it.
///
/// It says nothing of the site: it counts only together with a build record that has the same key
/// for the index, and whose files stand.
struct SearchMemory: Sendable, CachePart {
    static let signature = Array("variorum search 1\n".utf8)

    var program: Fingerprint
    /// Of everything that the index was made of.
    var key: Fingerprint
    /// By page: of everything that its units were made of.
    var pages: [Fingerprint]
    var index: IndexState

    init(program: Fingerprint, key: Fingerprint, pages: [Fingerprint], index: IndexState) {
        self.program = program
        self.key = key
        self.pages = pages
        self.index = index
    }

    /// Pages that are not what they were; `nil` when there are more or fewer.
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

    /// - Returns: `nil` when the bytes are not those that were written.
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
