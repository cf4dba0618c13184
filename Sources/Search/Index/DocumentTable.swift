import Text

/// What a result shows, by document: a page of the site, whose passages are one result together.
///
/// Written in blocks, so that a client loads the few that it shows.
struct DocumentTable {
    /// Documents in one file.
    static let blockSize = 32

    private(set) var count = 0
    private(set) var files: [IndexFile] = []
    /// Units of each document (title and passages), as VLQ.
    private(set) var unitCounts: [UInt8] = []
    private var block: [UInt8] = []

    /// Writes one row: `[kind, path, title, names, date, text path, text, sentences]`.
    mutating func add(_ document: SearchDocument) {
        block.append(block.isEmpty ? 0x5B : 0x2C)
        block += [0x5B] + Array(String(document.kind.rawValue).utf8)
        append(document.path)
        append(document.title)
        append(document.names.joined(separator: "\n"))
        append(document.date)
        append(shortTextPath(document))
        block.append(0x2C)
        JSONBytes.append(document.inlineText, to: &block)
        block.append(0x2C)
        JSONBytes.append(sentences(document.sentences), to: &block)
        block += [0x5D, 0x0A]
        PostingList.appendVLQ(UInt32(document.units), to: &unitCounts)
        count += 1
        if count % Self.blockSize == 0 { cut() }
    }

    /// Ends the last block.
    mutating func cut() {
        guard !block.isEmpty else { return }
        files.append(IndexFile(block + [0x5D, 0x0A]))
        block.removeAll(keepingCapacity: true)
    }

    /// `.` stands for `text.txt` below the page, nothing for text in the row.
    private func shortTextPath(_ document: SearchDocument) -> String {
        guard let path = document.textPath else { return "" }
        return path == document.path + "text.txt" ? "." : path
    }

    /// Number of the anchor less the one before, less one; offset less the one before.
    ///
    /// Anchors that are not `s` and a number are left out: their sentences belong to the one
    /// before.
    private func sentences(_ sentences: [(offset: Int, anchor: String)]) -> [UInt8] {
        var output: [UInt8] = []
        var number = 0
        var offset = 0
        for sentence in sentences {
            guard sentence.anchor.hasPrefix("s"), let next = Int(sentence.anchor.dropFirst()),
                next > number, sentence.offset >= offset
            else { continue }
            PostingList.appendVLQ(UInt32(next - number - 1), to: &output)
            PostingList.appendVLQ(UInt32(sentence.offset - offset), to: &output)
            number = next
            offset = sentence.offset
        }
        return output
    }

    private mutating func append(_ text: String) {
        block.append(0x2C)
        JSONText.append(text, to: &block)
    }
}
