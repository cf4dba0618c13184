import Text

/// From bytes to a document, in steps.
enum MarkdownReader {
    /// What the writer of a text meant: `literal`, with markup that GFM does not recognize around
    /// Chinese, and cells that it would drop.
    static func read(_ given: [UInt8]) -> MarkdownDocument {
        meant(literal(given), given)
    }

    /// The same for a text of the archive, with what Obsidian adds to Markdown and without private
    /// comments.
    static func readNote(_ given: [UInt8]) -> MarkdownDocument {
        let (document, scan) = parsed(given)
        let unclosed = UnclosedElements(document)
        return edited(document, unclosed.edits, unclosed.notes) { document in
            guard scan.hasVaultSyntax else { return meant(document, given) }
            let comments = VaultComments(document)
            return edited(document, comments.edits, comments.notes) { document in
                let syntax = VaultSyntax(document)
                return edited(document, syntax.edits, []) { document in
                    meant(document, document.source)
                }.withCallouts(syntax.callouts)
            }
        }.withoutHTMLComments
    }

    /// - Parameter read: makes a document of the edited text, or of the document itself without
    ///   edits.
    private static func edited(
        _ document: MarkdownDocument, _ edits: [SourceEdit], _ notes: [MarkdownNote],
        _ read: (MarkdownDocument) -> MarkdownDocument
    ) -> MarkdownDocument {
        guard !edits.isEmpty, let edited = EditedSource(document.source, edits) else {
            return read(document)
        }
        let made = read(literal(edited.bytes)).placed(in: edited, original: document.source)
        return MarkdownDocument(
            source: made.source, events: made.events, arena: made.arena,
            notes: (made.notes + notes).sorted { $0.offset < $1.offset })
    }

    private static func meant(_ literally: MarkdownDocument, _ given: [UInt8]) -> MarkdownDocument {
        var document = literally
        let edits = BareAddresses.edits(for: document) + TableBars.edits(for: document)
        var written: EditedSource?
        if !edits.isEmpty, let edited = EditedSource(document.source, edits) {
            written = edited
            document = literal(edited.bytes)
        }
        let source = written == nil ? document.source : repaired(given)
        // An address that ran on may have hidden emphasis, so this comes second.
        if let emphasis = IntendedEmphasis.repaired(document) {
            document = emphasis.document.placed(in: emphasis.source, original: document.source)
        }
        return written.map { document.placed(in: $0, original: source) } ?? document
    }

    /// What GFM says.
    static func literal(_ given: [UInt8]) -> MarkdownDocument { parsed(given).0 }

    private static func parsed(_ given: [UInt8]) -> (MarkdownDocument, SourceScan) {
        // 1. Whatever the bytes are, the rest works on UTF-8.
        let source = repaired(given)
        // 2. Tables that would fill memory do not reach the parser.
        var scan = SourceScan(source)
        var (readable, tables) = (source, [SparseTable]())
        if scan.bars >= SparseTables.fewestBars {
            (readable, tables) = SparseTables.disarmed(source)
            if !tables.isEmpty { scan = SourceScan(readable) }
        }
        // 3. Parse, walk, let go of the tree.
        var sink = EventSink(source: readable, hasEscapedBrackets: scan.hasEscapedBrackets)
        if let tree = CMarkTree(parsing: readable) {
            tree.walk(source: readable, lines: SourceLines(scan), into: &sink)
        }
        sink.flush()
        // 4. Places are places in the source as it was given.
        var events = sink.events
        if !tables.isEmpty {
            for index in events.indices where !events[index].source.isEmpty {
                let place = events[index].source
                events[index].source = Range(
                    uncheckedBounds: (
                        SparseTables.original(place.lowerBound, tables),
                        SparseTables.original(place.upperBound, tables)
                    ))
            }
        }
        // 5. Say what is not shown as written.
        var notes = tables.map {
            MarkdownNote(.tableShownAsText(cells: $0.cells), offset: $0.offset)
        }
        if let cut = sink.cutAt {
            notes.append(MarkdownNote(.nestingCut(depth: EventSink.deepest), offset: Int(cut)))
        }
        if scan.hasFootnotes {
            notes += UnusedFootnotes.notes(source: source, events: events, arena: sink.arena)
        }
        notes.sort { $0.offset < $1.offset }
        let document = MarkdownDocument(
            source: source, events: events, arena: sink.arena, notes: notes)
        return (document, scan)
    }

    private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        guard UTF8Validity.firstInvalid(bytes) != nil else { return bytes }
        return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
}

/// What one pass over the bytes of a source finds: where its lines begin, and which of the rarer
/// constructs it can contain at all, so that only those are searched for.
struct SourceScan {
    let count: Int
    /// Offset at which each line begins.
    private(set) var lineStarts: [Int32] = [0]
    /// `\[`, or a character reference that could be a bracket, occurs.
    private(set) var hasEscapedBrackets = false
    /// `[^` occurs.
    private(set) var hasFootnotes = false
    /// A mark of Obsidian's syntax occurs (`VaultSyntax`).
    private(set) var hasVaultSyntax = false
    /// How often `|` occurs.
    private(set) var bars = 0

    init(_ source: [UInt8]) {
        count = source.count
        lineStarts.reserveCapacity(source.count / 24 + 2)
        source.withUnsafeBufferPointer { scan($0) }
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x80 {
                index += 1
                while index + 8 <= bytes.count, ByteWord(bytes, at: index).isNonASCII {
                    index += 8
                }
                continue
            }
            index += 1
            switch byte {
            case 0x0A: lineStarts.append(Int32(truncatingIfNeeded: index))
            case 0x0D:
                if index < bytes.count, bytes[index] == 0x0A { index += 1 }
                lineStarts.append(Int32(truncatingIfNeeded: index))
            case UInt8(ascii: "["):
                if index < bytes.count, bytes[index] == UInt8(ascii: "^") { hasFootnotes = true }
                if index > 1, bytes[index - 2] == UInt8(ascii: "\\") { hasEscapedBrackets = true }
            case UInt8(ascii: "&"):
                if index < bytes.count,
                    bytes[index] == UInt8(ascii: "#") || bytes[index] == UInt8(ascii: "l")
                {
                    hasEscapedBrackets = true
                }
            case UInt8(ascii: "|"): bars += 1
            case UInt8(ascii: "%"), UInt8(ascii: "="):
                if index < bytes.count, bytes[index] == byte { hasVaultSyntax = true }
            case UInt8(ascii: "{"):
                if index < bytes.count, bytes[index] == UInt8(ascii: "#") { hasVaultSyntax = true }
            case UInt8(ascii: "^"):
                if index < 2 || bytes[index - 2] <= 0x20 { hasVaultSyntax = true }
            case UInt8(ascii: "!"):
                if index < bytes.count,
                    bytes[index] == UInt8(ascii: "[")
                        || index > 1 && bytes[index - 2] == UInt8(ascii: "[")
                {
                    hasVaultSyntax = true
                }
            default: break
            }
        }
    }
}

/// Turns the parser's places (1-based lines, 1-based columns in bytes) into byte offsets of a
/// source.
struct SourceLines {
    /// Offset at which each line begins; one more entry for the end of the source.
    private let starts: [Int32]
    private let count: Int

    init(_ scan: SourceScan) {
        starts = scan.lineStarts
        count = scan.count
    }

    /// The offset of a place; `nil` where the source has no such place.
    func offset(line: Int32, column: Int32) -> Int32? {
        guard line >= 1, line <= starts.count, column >= 0 else { return nil }
        let offset = Int(starts[Int(line) - 1]) + max(0, Int(column) - 1)
        return offset <= count ? Int32(truncatingIfNeeded: offset) : nil
    }

    /// The bytes from one place to another, both included; empty when the parser gives no
    /// position.
    func range(line: Int32, column: Int32, endLine: Int32, endColumn: Int32) -> Range<Int32> {
        guard let start = offset(line: line, column: column) else { return 0..<0 }
        let last: Int32? =
            endColumn > 0
            ? offset(line: endLine, column: endColumn + 1) ?? Int32(truncatingIfNeeded: count)
            : offset(line: endLine, column: 1)
        guard let last, last > start else { return start..<start }
        return start..<last
    }
}
