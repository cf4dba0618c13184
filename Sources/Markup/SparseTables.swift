/// Finds tables that a parser would blow up: a head of many columns over many rows that are too
/// short, each of which it fills up to the width of the head (12 kB of Markdown become 40 MB of
/// HTML).
///
/// Such a table gets a backslash in front of its delimiter row, so that it is read as the text it
/// is.
struct SparseTable: Equatable {
    /// Where the delimiter row begins in the source: what is inserted there is one byte.
    var offset: Int
    var cells: Int
}

enum SparseTables {
    /// More cells than this, and more than twice as many as the rows have bytes, is refused.
    private static let harmless = 16_384
    /// With fewer bars in all there is no such table.
    static let fewestBars = 16

    /// The source with the delimiter rows of such tables escaped, and what was found, ascending.
    static func disarmed(_ source: [UInt8]) -> (source: [UInt8], found: [SparseTable]) {
        let found = all(in: source)
        guard !found.isEmpty else { return (source, []) }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(source.count + found.count)
        var done = 0
        for table in found {
            escaped += source[done..<table.offset]
            escaped.append(UInt8(ascii: "\\"))
            done = table.offset
        }
        escaped += source[done...]
        return (escaped, found)
    }

    /// An offset in the escaped source as an offset in the given one.
    static func original(_ offset: Int32, _ found: [SparseTable]) -> Int32 {
        var shift: Int32 = 0
        for table in found {
            guard Int(offset) > table.offset + Int(shift) else { break }
            shift += 1
        }
        return offset - shift
    }

    private static func all(in source: [UInt8]) -> [SparseTable] {
        var found: [SparseTable] = []
        // Delimiter rows since the last blank line; `row` and `start` are where the rows after one
        // begin.
        var open: [(offset: Int, columns: Int, row: Int, start: Int)] = []
        var line = 0
        var row = 0

        func close(at end: Int) {
            for table in open {
                let cells = table.columns * (row - table.row)
                if cells > harmless, cells > 2 * (end - table.start) {
                    found.append(SparseTable(offset: table.offset, cells: cells))
                }
            }
            open.removeAll(keepingCapacity: true)
        }

        while line < source.count {
            var end = line
            var isBlank = true
            var isDelimiter = true
            var bars = 0
            var first = -1
            var last = -1
            while end < source.count, source[end] != 0x0A, source[end] != 0x0D {
                let byte = source[end]
                switch byte {
                case 0x20, 0x09: break
                case UInt8(ascii: ">"):
                    if first >= 0 { isDelimiter = false }
                case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"):
                    isBlank = false
                    if first < 0 { first = end }
                    last = end
                    if byte == UInt8(ascii: "|") { bars += 1 }
                default:
                    isBlank = false
                    isDelimiter = false
                }
                // The rest of a line of prose does not matter.
                if !isDelimiter && !isBlank {
                    while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
                    break
                }
                end += 1
            }
            if isBlank {
                close(at: line)
            } else {
                row += 1
                if isDelimiter, bars >= fewestBars, first >= 0 {
                    let outer = [first, last].count { source[$0] == UInt8(ascii: "|") }
                    open.append((first, bars + 1 - outer, row, end))
                }
            }
            line = end + 1
        }
        close(at: source.count)
        return found.sorted { $0.offset < $1.offset }
    }
}

/// Finds footnotes that nothing refers to: the parser drops them, and their words would be lost
/// unseen.
enum UnusedFootnotes {
    static func notes(source: [UInt8], events: [Event], arena: [UInt8]) -> [MarkdownNote] {
        var notes: [MarkdownNote] = []
        var used: Set<String>?
        var lineStart = true
        var index = 0
        while index < source.count {
            let byte = source[index]
            if lineStart, byte == UInt8(ascii: "["), index + 3 < source.count,
                source[index + 1] == UInt8(ascii: "^"), let label = label(in: source, at: index)
            {
                let known = used ?? labels(events, arena)
                used = known
                // In a code block the same bytes are not a footnote; an event that covers them says
                // so.
                if !known.contains(label.lowercased()), !isShown(index, events) {
                    notes.append(MarkdownNote(.unusedFootnote(label: label), offset: index))
                }
            }
            lineStart = byte == 0x0A || byte == 0x0D
            index += 1
        }
        return notes
    }

    /// `x` of `[^x]:` at an offset.
    private static func label(in source: [UInt8], at offset: Int) -> String? {
        var end = offset + 2
        while end < source.count, source[end] != UInt8(ascii: "]") {
            guard source[end] > 0x20, source[end] != UInt8(ascii: "[") else { return nil }
            end += 1
        }
        guard end + 1 < source.count, end > offset + 2, source[end + 1] == UInt8(ascii: ":") else {
            return nil
        }
        return String(decoding: source[offset + 2..<end], as: UTF8.self)
    }

    private static func labels(_ events: [Event], _ arena: [UInt8]) -> Set<String> {
        var labels: Set<String> = []
        for event in events where event.node == .footnoteDefinition && event.phase == .enter {
            let bytes = arena[Int(event.payload.lowerBound)..<Int(event.payload.upperBound)]
            labels.insert(String(decoding: bytes, as: UTF8.self).lowercased())
        }
        return labels
    }

    private static func isShown(_ offset: Int, _ events: [Event]) -> Bool {
        events.contains { event in
            switch event.node {
            case .codeBlock, .htmlBlock, .text:
                event.source.contains(Int32(truncatingIfNeeded: offset))
            default: false
            }
        }
    }
}
