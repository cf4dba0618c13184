import Text

/// What a result shows, by document: a page of the site, whose passages are one result together.
///
/// Written in blocks, so that a client loads the few that it shows.
struct DocumentTable {
    /// Documents in one block, and blocks at which it is doubled: names of blocks cost every
    /// client,
    /// long blocks cost every result.
    static let smallestBlock = 16
    static let mostBlocks = 384

    private(set) var files: [IndexFile] = []
    private(set) var blockSize = Self.smallestBlock
    private var rows: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    /// Writes one row: `[kind, path, title, names, date, text path, text, sentences]`.
    mutating func add(_ document: SearchDocument) {
        rows += [0x5B] + Array(String(document.kind.rawValue).utf8)
        append(document.path)
        append(document.title)
        append(document.names.joined(separator: "\n"))
        append(document.date)
        append(shortTextPath(document))
        rows.append(0x2C)
        JSONBytes.append(document.textPath == nil ? document.text : [], to: &rows)
        rows.append(0x2C)
        JSONBytes.append(SentenceTable.write(document.sentences, of: document.text), to: &rows)
        rows.append(0x5D)
        ends.append(rows.count)
    }

    /// Writes the blocks.
    mutating func finish() {
        while count > blockSize * Self.mostBlocks { blockSize *= 2 }
        var start = 0
        for first in stride(from: 0, to: count, by: blockSize) {
            var block: [UInt8] = []
            for end in ends[first..<min(count, first + blockSize)] {
                block += block.isEmpty ? [0x5B] : [0x2C, 0x0A]
                block += rows[start..<end]
                start = end
            }
            files.append(IndexFile(block + [0x5D, 0x0A]))
        }
        rows = []
    }

    /// `.` stands for `text.txt` below the page, nothing for text in the row.
    private func shortTextPath(_ document: SearchDocument) -> String {
        guard let path = document.textPath else { return "" }
        return path == document.path + "text.txt" ? "." : path
    }

    private mutating func append(_ text: String) {
        rows.append(0x2C)
        JSONText.append(text, to: &rows)
    }
}
