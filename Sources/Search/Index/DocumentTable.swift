import Text

/// What a result shows, by document: a page of the site, whose passages are one result together.
///
/// Written in blocks, so that a client loads the few that it shows.
struct DocumentTable {
    /// Documents in one block, and blocks at which it is doubled: names of blocks cost every
    /// client, long blocks cost every result.
    static let smallestBlock = 16
    static let mostBlocks = 384

    /// Names of the blocks.
    private(set) var blocks: [String] = []
    private var rows: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    /// Documents per block in an index of this many documents.
    static func blockSize(_ documents: Int) -> Int {
        var size = smallestBlock
        while documents > size * mostBlocks { size *= 2 }
        return size
    }

    mutating func add(_ document: SearchDocument) {
        rows += Self.row(document)
        ends.append(rows.count)
    }

    /// One row: `[kind, path, title, names, date, text path, text, sentences]`.
    static func row(_ document: SearchDocument) -> [UInt8] {
        var row: [UInt8] = [0x5B]
        row += Array(String(document.kind.number).utf8)
        for text in [
            document.path, document.title, document.names.joined(separator: "\n"), document.date,
            shortTextPath(document),
        ] {
            row.append(0x2C)
            JSONText.append(text, to: &row)
        }
        row.append(0x2C)
        JSONText.append(utf8: document.textPath == nil ? document.text : [], to: &row)
        row.append(0x2C)
        JSONText.append(utf8: SentenceTable.write(document.sentences, of: document.text), to: &row)
        row.append(0x5D)
        return row
    }

    /// Writes the blocks.
    mutating func finish(_ output: IndexOutput) throws {
        let size = Self.blockSize(count)
        var start = 0
        for first in stride(from: 0, to: count, by: size) {
            let block = ends[first..<min(count, first + size)].map { end in
                defer { start = end }
                return rows[start..<end]
            }
            let file = Self.block(block)
            blocks.append(file.name)
            try output.add(file)
        }
        rows = []
    }

    /// A block of rows, one a line.
    static func block(_ rows: [ArraySlice<UInt8>]) -> IndexFile {
        IndexFile([0x5B] + Array(rows.joined(separator: [0x2C, 0x0A])) + [0x5D, 0x0A])
    }

    /// The rows of a block; `nil` if the bytes are not a block.
    static func rows(ofBlock bytes: [UInt8]) -> [ArraySlice<UInt8>]? {
        guard bytes.first == 0x5B, bytes.suffix(2) == [0x5D, 0x0A] else { return nil }
        // No string holds a line end as it is.
        let lines = bytes[1..<bytes.count - 2].split(separator: 0x0A)
        return lines.enumerated().map { $0 < lines.count - 1 ? $1.dropLast() : $1 }
    }

    /// `.` means `text.txt` below the page; empty means that the text is in the row.
    private static func shortTextPath(_ document: SearchDocument) -> String {
        guard let path = document.textPath else { return "" }
        return path == document.path + "text.txt" ? "." : path
    }
}

/// A document as `DocumentTable` writes it.
struct DocumentRow {
    var kind: SearchUnit.Kind
    var path: String
    var title: String
    var names: [String]
    var date: String
    /// Path of its text; `nil`: the text is `inlineText`.
    var textPath: String?
    var inlineText: [UInt8]
    /// As `SentenceTable` writes them.
    var sentences: [UInt8]

    /// `nil` when the row is not one.
    ///
    /// - Parameter kinds: those of the index, by number.
    init?(_ row: JSONValue, kinds: [SearchUnit.Kind]) {
        guard let items = row.items, items.count == 8,
            let number = items[0].int, kinds.indices.contains(number),
            let path = items[1].string, let title = items[2].string, let names = items[3].string,
            let date = items[4].string, let textPath = items[5].string, let text = items[6].text,
            let sentences = items[7].text
        else { return nil }
        kind = kinds[number]
        self.path = path
        self.title = title
        self.names = names.isEmpty ? [] : names.split(separator: "\n").map(String.init)
        self.date = date
        self.textPath = textPath.isEmpty ? nil : textPath == "." ? path + "text.txt" : textPath
        inlineText = text
        self.sentences = sentences
    }
}
