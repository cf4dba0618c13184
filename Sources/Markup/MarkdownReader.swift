import Text

/// From bytes to a document, in steps.
enum MarkdownReader {
    static func read(_ given: [UInt8]) -> MarkdownDocument {
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
        return MarkdownDocument(source: source, events: events, arena: sink.arena, notes: notes)
    }

    private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        guard UTF8Validity.firstInvalid(bytes) != nil else { return bytes }
        return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
}
