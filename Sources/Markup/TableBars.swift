import Text

/// Rows of tables that have more cells than the head of their table.
///
/// GFM ends a cell at `|` even inside code, and drops the cells that are too many. Bars inside code
/// spans get a backslash, which makes them words. If the row is still too long, so do the bars
/// after
/// the last cell that the table has room for, so that no word is lost.
enum TableBars {
    static func edits(for document: MarkdownDocument) -> [SourceEdit] {
        guard document.source.contains(UInt8(ascii: "|")) else { return [] }
        var edits: [SourceEdit] = []
        var lines = LineRanges(document.source)
        var previous: Range<Int>?
        var columns: Int?
        while let line = lines.next() {
            let text = document.source[line]
            if let width = columns, !isBlank(text) {
                edits += self.edits(inRow: line, columns: width, of: document.source)
            } else if let width = delimiters(text), let head = previous {
                columns = width
                edits += self.edits(inHead: head, columns: width, of: document.source)
            } else {
                columns = nil
            }
            previous = line
        }
        guard !edits.isEmpty else { return [] }
        let verbatim = document.events.filter { $0.node == .codeBlock || $0.node == .htmlBlock }
            .map(\.source)
        return edits.filter { edit in
            !verbatim.contains { $0.contains(Int32(edit.range.lowerBound)) }
        }
    }

    /// A head whose code contains bars makes no table at all.
    private static func edits(inHead line: Range<Int>, columns: Int, of source: [UInt8])
        -> [SourceEdit]
    {
        let bars = Bars(source, line)
        guard bars.cells > columns, bars.cellsOutsideCode == columns else { return [] }
        return bars.inCode.map { SourceEdit(insert: "\\", at: $0) }
    }

    private static func edits(inRow line: Range<Int>, columns: Int, of source: [UInt8])
        -> [SourceEdit]
    {
        let bars = Bars(source, line)
        guard bars.cells > columns else { return [] }
        var escaped = bars.inCode
        if bars.cellsOutsideCode > columns {
            let surplus = bars.separators.dropFirst(columns - 1)
            // Empty cells that are too many say nothing.
            guard let first = surplus.first,
                source[first..<line.upperBound].contains(where: { $0 > 0x20 && $0 != 0x7C })
            else { return [] }
            escaped += surplus
        }
        return escaped.map { SourceEdit(insert: "\\", at: $0) }
    }

    /// The bars of one row.
    private struct Bars {
        /// Bars between cells, outside code.
        var separators: [Int] = []
        /// Bars in code spans, without a backslash.
        var inCode: [Int] = []

        var cellsOutsideCode: Int { separators.count + 1 }
        var cells: Int { separators.count + inCode.count + 1 }

        init(_ source: [UInt8], _ line: Range<Int>) {
            var bars: [Int] = []
            var index = line.lowerBound
            while index < line.upperBound {
                switch source[index] {
                case UInt8(ascii: "\\"): index += 2
                case UInt8(ascii: "`"):
                    let end = CodeSpan.end(in: source, from: index, limit: line.upperBound)
                    if end.isClosed {
                        inCode += (index + 1..<end.offset).filter {
                            source[$0] == UInt8(ascii: "|") && source[$0 - 1] != UInt8(ascii: "\\")
                        }
                    }
                    index = end.offset
                case UInt8(ascii: "|"):
                    bars.append(index)
                    index += 1
                default: index += 1
                }
            }
            // The bars at both ends of a row do not separate cells.
            if let first = bars.first, source[line.lowerBound..<first].allSatisfy(Self.isMargin) {
                bars.removeFirst()
            }
            if let last = bars.last, source[(last + 1)..<line.upperBound].allSatisfy(Self.isMargin)
            {
                bars.removeLast()
            }
            separators = bars
        }

        private static func isMargin(_ byte: UInt8) -> Bool {
            byte <= 0x20 || byte == UInt8(ascii: ">")
        }
    }

    /// The columns of a delimiter row.
    private static func delimiters(_ line: ArraySlice<UInt8>) -> Int? {
        var columns = 0
        var hasDash = false
        var bars = 0
        for byte in line {
            switch byte {
            case UInt8(ascii: "-"):
                if !hasDash { columns += 1 }
                hasDash = true
            case UInt8(ascii: "|"):
                hasDash = false
                bars += 1
            case UInt8(ascii: ":"), 0x20, 0x09, 0x0D: continue
            case UInt8(ascii: ">"):
                guard columns == 0, bars == 0 else { return nil }
            default: return nil
            }
        }
        return bars > 0 && columns > 0 ? columns : nil
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        line.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
    }
}

/// The lines of a source, without their ends.
private struct LineRanges {
    private let source: [UInt8]
    private var at = 0

    init(_ source: [UInt8]) { self.source = source }

    mutating func next() -> Range<Int>? {
        guard at < source.count else { return nil }
        let start = at
        let end = ByteWord.firstIndex(of: 0x0A, in: source[start...]) ?? source.count
        at = end + 1
        return start..<end
    }
}
