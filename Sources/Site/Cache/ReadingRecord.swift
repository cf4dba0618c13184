import Annotation
import Archive
import Files
import Publishing

/// The part of the cache in `.variorum/` with the front matter of every article and the results of
/// reading its text.
///
/// The first depends on the file, the second also on all names; neither depends on the output
/// folder. Each is a byte range that is decoded on demand, and copied without decoding when the
/// next build finds it unchanged.
struct ReadingRecord: Sendable, CachePart {
    /// The results for an article: the `ArticleLedger` of its claims and annotations, if it has no
    /// diagnostics, and the `ArticleReading`.
    private struct Finding {
        var key: Fingerprint
        var hasWikilinks: Bool
        /// The cache key of the quotes that claims look for in it.
        var quotes: Fingerprint?
        var piece: Range<Int>
    }

    /// An `ArticleHead`.
    private struct Head {
        /// The fingerprint of the file.
        var source: Fingerprint
        var piece: Range<Int>
    }

    static let signature = Array("variorum readings 6\n".utf8)

    let program: Fingerprint
    private let names: Fingerprint
    /// By slug.
    private var findings: [String: Finding] = [:]
    /// By path.
    private var heads: [String: Head] = [:]
    private let pieces: [UInt8]

    /// - Parameter last: unchanged entries are copied from it.
    init(
        program: Fingerprint, _ keys: TextKeys, _ inputs: BuildInputs, _ graph: ArchiveGraph,
        last: ReadingRecord? = nil
    ) {
        let archive = graph.archive
        self.program = program
        names = keys.names
        var pieces = RecordWriter()
        if let last { pieces.reserveCapacity(last.pieces.count + last.pieces.count / 16) }
        findings.reserveCapacity(archive.articles.count)
        for (index, reading) in graph.readings.enumerated() where reading.hasNoDiagnostics {
            let slug = archive.articles[index].slug
            let key = keys.key(of: index, hasWikilinks: reading.hasWikilinks)
            let quotes = keys.quotes(from: slug)
            let start = pieces.bytes.count
            if let last, last.names == names, let known = last.findings[slug], known.key == key,
                known.quotes == quotes
            {
                pieces.write(bytes: last.pieces[known.piece])
            } else {
                let ledger = graph.ledger.articles[index]
                pieces.write(short: ledger.hasNoDiagnostics ? 1 : 0)
                if ledger.hasNoDiagnostics { pieces.write(ledger) }
                pieces.write(reading)
            }
            findings[slug] = Finding(
                key: key, hasWikilinks: reading.hasWikilinks, quotes: quotes,
                piece: start..<pieces.bytes.count)
        }
        heads.reserveCapacity(archive.articles.count)
        for head in archive.heads {
            let path = head.article.file
            guard let source = inputs[path] else { continue }
            let start = pieces.bytes.count
            pieces.write(head)
            heads[path] = Head(source: source, piece: start..<pieces.bytes.count)
        }
        for (path, head) in last?.headsInOrder ?? []
        where heads[path] == nil && inputs[path] == head.source {
            let start = pieces.bytes.count
            if let last { pieces.write(bytes: last.pieces[head.piece]) }
            heads[path] = Head(source: head.source, piece: start..<pieces.bytes.count)
        }
        self.pieces = pieces.bytes
    }

    private var headsInOrder: [(key: String, value: Head)] {
        heads.sorted { $0.value.piece.lowerBound < $1.value.piece.lowerBound }
    }

    /// The front matter of a file, if its bytes are unchanged.
    func head(of path: String, _ inputs: BuildInputs) -> ArticleHead? {
        guard let known = heads[path], known.source == inputs[path] else { return nil }
        return read(known.piece) { try $0.head() }
    }

    /// The entries that are still valid, by index of the article.
    struct Known: Sendable {
        fileprivate let record: ReadingRecord
        fileprivate let hasSameNames: Bool
        /// By article.
        fileprivate let pieces: [Range<Int>?]
        /// By article: whether the quotes that claims look for are unchanged.
        fileprivate let hasSameQuotes: [Bool]

        func reading(of article: Int) -> ArticleReading? {
            guard hasSameNames, let piece = pieces[article] else { return nil }
            return record.read(piece) { (try $0.marks(), try $0.reading()).1 }
        }

        func ledger(of article: Int) -> ArticleLedger? {
            guard hasSameQuotes[article], let piece = pieces[article] else { return nil }
            return record.read(piece) { try $0.marks() }??.moved(to: article)
        }
    }

    func known(of archive: Archive, _ keys: TextKeys) -> Known {
        var pieces = [Range<Int>?](repeating: nil, count: archive.articles.count)
        var hasSameQuotes = [Bool](repeating: false, count: archive.articles.count)
        for index in archive.articles.indices {
            let slug = archive.articles[index].slug
            guard let known = findings[slug],
                known.key == keys.key(of: index, hasWikilinks: known.hasWikilinks)
            else { continue }
            pieces[index] = known.piece
            hasSameQuotes[index] = known.quotes == keys.quotes(from: slug)
        }
        return Known(
            record: self, hasSameNames: keys.names == names, pieces: pieces,
            hasSameQuotes: hasSameQuotes)
    }

    /// - Returns: `nil` when the bytes are malformed.
    private func read<Value>(
        _ piece: Range<Int>, _ value: (inout RecordReader) throws -> Value
    ) -> Value? {
        var reader = RecordReader(pieces, from: piece.lowerBound)
        do { return try value(&reader) } catch { return nil }
    }

    // MARK: Bytes

    var bytes: [UInt8] {
        var writer = RecordWriter(signature: Self.signature)
        writer.write(program)
        writer.write(names)
        let findings = findings.sorted { $0.value.piece.lowerBound < $1.value.piece.lowerBound }
        writer.write(findings) { writer, finding in
            writer.write(finding.key)
            writer.write(finding.value.key)
            writer.write(
                short: (finding.value.hasWikilinks ? 1 : 0) | (finding.value.quotes == nil ? 0 : 2))
            if let quotes = finding.value.quotes { writer.write(quotes) }
            writer.write(finding.value.piece)
        }
        writer.write(headsInOrder) { writer, head in
            writer.write(head.key)
            writer.write(head.value.source)
            writer.write(head.value.piece)
        }
        writer.reserveCapacity(writer.bytes.count + pieces.count + 8)
        writer.write(pieces)
        return writer.sealed()
    }

    /// - Returns: `nil` when the checksum, the signature or the encoding is wrong.
    init?(_ bytes: [UInt8]) {
        guard var reader = RecordReader(sealed: bytes, Self.signature) else { return nil }
        do {
            program = try reader.fingerprint()
            names = try reader.fingerprint()
            for _ in 0..<(try reader.number()) {
                let (slug, key, flags) = (
                    try reader.text(), try reader.fingerprint(), try reader.shortNumber()
                )
                findings[slug] = Finding(
                    key: key, hasWikilinks: flags & 1 != 0,
                    quotes: flags & 2 == 0 ? nil : try reader.fingerprint(),
                    piece: try reader.range())
            }
            for _ in 0..<(try reader.number()) {
                heads[try reader.text()] = Head(
                    source: try reader.fingerprint(), piece: try reader.range())
            }
            pieces = try reader.piece()
            let end = pieces.count
            guard reader.isAtEnd, findings.values.allSatisfy({ $0.piece.upperBound <= end }),
                heads.values.allSatisfy({ $0.piece.upperBound <= end })
            else { return nil }
        } catch {
            return nil
        }
    }
}

extension RecordReader {
    /// The ledger of claims and annotations; `nil` if it must be computed again.
    fileprivate mutating func marks() throws -> ArticleLedger? {
        try shortNumber() == 1 ? try ledger() : nil
    }
}
