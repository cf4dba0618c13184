import Annotation
import Archive

/// The readings of the last build, as `.variorum/` keeps them.
///
/// A reading is a function of its article and of all names, so they count for any site of the
/// archive.
struct ReadingRecord: Sendable {
    struct Entry: Sendable {
        var key: Fingerprint
        var reading: ArticleReading
    }

    private static let signature = Array("variorum readings 1\n".utf8)

    var program: Fingerprint
    var names: Fingerprint
    /// By slug.
    var entries: [String: Entry]

    /// - Parameter readings: by article.
    init(
        program: Fingerprint, keys: ReadingKeys, readings: [ArticleReading], of archive: Archive
    ) {
        self.program = program
        names = keys.names
        entries = [:]
        entries.reserveCapacity(readings.count)
        for (index, reading) in readings.enumerated() where reading.isSilent {
            entries[archive.articles[index].slug] = Entry(
                key: keys.key(of: index, hasWikilinks: reading.hasWikilinks), reading: reading)
        }
    }

    /// By article: the reading, where nothing that it depends on has changed.
    func readings(of archive: Archive, _ keys: ReadingKeys) -> [ArticleReading?] {
        guard keys.names == names else {
            return Array(repeating: nil, count: archive.articles.count)
        }
        return archive.articles.enumerated().map { index, article in
            guard let entry = entries[article.slug],
                entry.key == keys.key(of: index, hasWikilinks: entry.reading.hasWikilinks)
            else { return nil }
            return entry.reading
        }
    }

    var bytes: [UInt8] {
        var writer = RecordWriter()
        writer.write(program)
        writer.write(names)
        writer.write(entries.sorted { $0.key < $1.key }) { writer, entry in
            writer.write(entry.key)
            writer.write(entry.value.key)
            writer.write(entry.value.reading)
        }
        return writer.sealed(Self.signature)
    }

    /// - Returns: `nil` when the bytes are not those that were written.
    init?(_ bytes: [UInt8]) {
        guard var reader = RecordReader(sealed: bytes, Self.signature) else { return nil }
        do {
            program = try reader.fingerprint()
            names = try reader.fingerprint()
            let list = try reader.list { reader in
                (
                    try reader.text(),
                    Entry(key: try reader.fingerprint(), reading: try reader.reading())
                )
            }
            entries = Dictionary(list, uniquingKeysWith: { first, _ in first })
            guard reader.isAtEnd else { return nil }
        } catch {
            return nil
        }
    }
}
