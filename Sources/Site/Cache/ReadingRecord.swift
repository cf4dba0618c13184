import Annotation
import Archive

/// What the last build read, as `.variorum/` keeps it: the front matter of every article, and what
/// was found in its text.
///
/// The first is a function of the file, the second also of all names, so they count for any site of
/// the archive.
struct ReadingRecord: Sendable, CachePart {
    struct Entry: Sendable {
        var key: Fingerprint
        var reading: ArticleReading
        /// Of what claims looked for in it.
        var quotes: Fingerprint?
        /// What they and the editor's annotations mark in it; `nil` where there was something to
        /// say.
        var ledger: ArticleLedger?
    }

    struct Head: Sendable {
        /// Of the file.
        var source: Fingerprint
        var head: ArticleHead
    }

    static let signature = Array("variorum readings 2\n".utf8)

    var program: Fingerprint
    var names: Fingerprint
    /// By slug.
    var entries: [String: Entry]
    /// By path.
    var heads: [String: Head]

    init(
        program: Fingerprint, names: Fingerprint, entries: [String: Entry], heads: [String: Head]
    ) {
        self.program = program
        self.names = names
        self.entries = entries
        self.heads = heads
    }

    init(
        program: Fingerprint, _ keys: ReadingKeys, _ inputs: BuildInputs, _ edition: Edition
    ) {
        let archive = edition.archive
        self.program = program
        names = keys.names
        heads = [:]
        heads.reserveCapacity(archive.heads.count)
        for (path, head) in archive.heads {
            heads[path] = inputs[path].map { Head(source: $0, head: head) }
        }
        entries = [:]
        entries.reserveCapacity(archive.articles.count)
        for (index, reading) in edition.readings.enumerated() where reading.isSilent {
            let slug = archive.articles[index].slug
            let ledger = edition.ledger.articles[index]
            entries[slug] = Entry(
                key: keys.key(of: index, hasWikilinks: reading.hasWikilinks), reading: reading,
                quotes: keys.quotes(from: slug), ledger: ledger.isSilent ? ledger : nil)
        }
    }

    /// What the file gave, if it has the same bytes.
    func head(of path: String, _ inputs: BuildInputs) -> ArticleHead? {
        guard let known = heads[path], known.source == inputs[path] else { return nil }
        return known.head
    }

    /// What still holds of an archive's articles, by their index.
    struct Known {
        var readings: [Int: ArticleReading] = [:]
        var ledgers: [Int: ArticleLedger] = [:]
    }

    func known(of archive: Archive, _ inputs: BuildInputs) -> Known {
        let keys = ReadingKeys(archive, inputs)
        var known = Known()
        known.readings.reserveCapacity(entries.count)
        for index in archive.articles.indices {
            let slug = archive.articles[index].slug
            guard let entry = entries[slug],
                entry.key == keys.key(of: index, hasWikilinks: entry.reading.hasWikilinks)
            else { continue }
            if keys.names == names { known.readings[index] = entry.reading }
            if entry.quotes == keys.quotes(from: slug) {
                known.ledgers[index] = entry.ledger?.moved(to: index)
            }
        }
        return known
    }

    var bytes: [UInt8] {
        var writer = RecordWriter()
        writer.write(program)
        writer.write(names)
        writer.write(entries.sorted { $0.key < $1.key }) { writer, entry in
            writer.write(entry.key)
            writer.write(entry.value.key)
            writer.write(entry.value.reading)
            writer.write(short: entry.value.quotes == nil ? 0 : 1)
            if let quotes = entry.value.quotes { writer.write(quotes) }
            writer.write(short: entry.value.ledger == nil ? 0 : 1)
            if let ledger = entry.value.ledger { writer.write(ledger) }
        }
        writer.write(heads.sorted { $0.key < $1.key }) { writer, head in
            writer.write(head.value.source)
            writer.write(head.value.head)
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
                    Entry(
                        key: try reader.fingerprint(), reading: try reader.reading(),
                        quotes: try reader.shortNumber() == 0 ? nil : try reader.fingerprint(),
                        ledger: try reader.shortNumber() == 0 ? nil : try reader.ledger())
                )
            }
            entries = Dictionary(list, uniquingKeysWith: { first, _ in first })
            let known = try reader.list { Head(source: try $0.fingerprint(), head: try $0.head()) }
            heads = Dictionary(
                known.map { ($0.head.article.file, $0) }, uniquingKeysWith: { first, _ in first })
            guard reader.isAtEnd else { return nil }
        } catch {
            return nil
        }
    }
}
