import Markup

extension MarkdownConverter {
    /// A table of data becomes a Markdown table, with cells that span several places as a grid; a
    /// table that only lays out a page becomes the blocks in its cells.
    mutating func convert(table node: Int) {
        flush()
        if let code = CodeBlock.only(in: node, of: tree) {
            convert(code: code)
            return
        }
        if cellDepth == 0, CodeBlock.isTable(node, in: tree) {
            convert(code: node)
            return
        }
        if cellDepth == 0, let rows = EquationTable.rows(of: node, in: tree, isLeftOut: isLeftOut) {
            for row in rows { append(row) }
            return
        }
        let grid = TableGrid(node, in: tree, isLeftOut: isLeftOut)
        if cellDepth == 1, grid.columns > 1 {
            writeInside(grid)
            return
        }
        if cellDepth > 0 || grid.isLayout {
            for row in grid.rows {
                for case .cell(let cell) in row {
                    convertChildren(of: cell)
                    if cellDepth > 0 { text.append([0x20]) } else { flush() }
                }
                flush()
            }
        } else {
            write(grid)
        }
        for caption in grid.captions {
            convertChildren(of: caption)
            flush()
        }
    }

    /// A table inside a cell, which Markdown has no sign for, as HTML.
    private mutating func writeInside(_ grid: TableGrid) {
        func tag(_ name: String) -> InlineText.Atom { .html(Array("<\(name)>".utf8)) }
        cellDepth += 1
        text.append(atom: tag("table"))
        for row in grid.rows {
            text.append(atom: tag("tr"))
            for case .cell(let cell) in row {
                text.append(atom: tag("td"))
                convertChildren(of: cell)
                text.append(atom: tag("/td"))
            }
            text.append(atom: tag("/tr"))
        }
        text.append(atom: tag("/table"))
        cellDepth -= 1
    }

    private mutating func write(_ grid: TableGrid) {
        let columns = grid.columns
        builder.enter(.table)
        var rows = grid.rows[...]
        let alignments = (0..<columns).map { grid.alignment(of: $0, in: tree) }
        let header = grid.hasHeader ? rows.removeFirst() : []
        writeRow(header, columns, alignments, isHeader: true)
        for row in rows { writeRow(row, columns, alignments, isHeader: false) }
        builder.leave()
    }

    private mutating func writeRow(
        _ row: [TableGrid.Place], _ columns: Int, _ alignments: [Event.Alignment], isHeader: Bool
    ) {
        builder.enter(.tableRow, flag: isHeader)
        for column in 0..<columns {
            builder.enter(.tableCell, flag: isHeader, value: alignments[column].rawValue)
            if column < row.count, case .cell(let cell) = row[column] {
                let marks = text.current
                cellDepth += 1
                convertChildren(of: cell)
                cellDepth -= 1
                let taken = text.take()
                var lines: [[(atom: InlineText.Atom, mark: Int)]] = []
                for paragraph in taken.paragraphs() { lines += paragraph }
                taken.write(lines, .cell, into: &builder)
                text.reset(to: marks)
            }
            builder.leave()
        }
        builder.leave()
    }
}

/// The cells of a table by row and column.
struct TableGrid {
    enum Place {
        case cell(Int)
        /// Covered by a cell that spans it, or nothing.
        case empty
    }

    private(set) var rows: [[Place]] = []
    private(set) var captions: [Int] = []
    private(set) var hasHeader = false
    private(set) var isLayout = false
    private var columnCells: [[Int]] = []

    var columns: Int { rows.map(\.count).max() ?? 0 }

    /// Spans beyond these are typing errors or attacks.
    private static let mostColumns = 200

    init(_ table: Int, in tree: HTMLTree, isLeftOut: [Bool]) {
        var covered: [Int: Int] = [:]
        var isFirst = true
        var hasBlocks = false
        var widest = 0
        for row in Self.rows(of: table, in: tree, isLeftOut, &captions) {
            var places: [Place] = []
            var headers = 0
            var cells = 0
            func skipCovered() {
                while places.count < Self.mostColumns, let left = covered[places.count], left > 0 {
                    covered[places.count] = left - 1
                    places.append(.empty)
                }
            }
            for cell in tree.children(of: row)
            where tree.isElement(cell, .td) || tree.isElement(cell, .th) {
                guard !isLeftOut[cell], !CodeBlock.isGutter(cell, in: tree) else { continue }
                skipCovered()
                cells += 1
                if tree.isElement(cell, .th) { headers += 1 }
                if Self.holdsBlocks(cell, in: tree) { hasBlocks = true }
                let across = Self.span(tree.string(cell, .colspan))
                let down = Self.span(tree.string(cell, .rowspan))
                for offset in 0..<across where places.count < Self.mostColumns {
                    if down > 1 { covered[places.count] = down - 1 }
                    places.append(offset == 0 ? .cell(cell) : .empty)
                }
            }
            skipCovered()
            guard cells > 0 else { continue }
            widest = max(widest, cells)
            if isFirst {
                let inHead = tree.parent(of: row).map { tree.isElement($0, .thead) } ?? false
                hasHeader = inHead || headers == cells
                isFirst = false
            }
            rows.append(places)
        }
        // Cells that hold blocks are a page's layout, unless the table has a header.
        isLayout = rows.isEmpty || widest < 2 || hasBlocks && !hasHeader
    }

    private static func rows(
        of table: Int, in tree: HTMLTree, _ isLeftOut: [Bool], _ captions: inout [Int]
    ) -> [Int] {
        var rows: [Int] = []
        for child in tree.children(of: table) where !isLeftOut[child] {
            switch tree.tag(child) {
            case .caption: captions.append(child)
            case .tr: rows.append(child)
            case .thead, .tbody, .tfoot:
                rows += tree.children(of: child).filter {
                    tree.isElement($0, .tr) && !isLeftOut[$0]
                }
            default: break
            }
        }
        return rows
    }

    /// Whether a cell contains what a table row cannot: several paragraphs, a list, a table.
    private static func holdsBlocks(_ cell: Int, in tree: HTMLTree) -> Bool {
        var paragraphs = 0
        for node in tree.subtree(of: cell).dropFirst() where tree.nodes[node].kind == .element {
            switch tree.nodes[node].tag {
            case .table, .h1, .h2, .h3, .article, .section: return true
            case .p where tree.words(of: node).utf8.count > 200: paragraphs += 1
            default: break
            }
        }
        return paragraphs >= 2
    }

    private static func span(_ value: String?) -> Int {
        guard let value, let number = Int(value.trimmed), number > 0 else { return 1 }
        return min(number, mostColumns)
    }

    /// The alignment of the first cell in a column that has one.
    func alignment(of column: Int, in tree: HTMLTree) -> Event.Alignment {
        for row in rows.prefix(2) {
            guard column < row.count, case .cell(let cell) = row[column] else { continue }
            let style = tree.string(cell, .style)?.filter { $0 != " " }.lowercased() ?? ""
            let value = tree.string(cell, .align)?.lowercased() ?? ""
            if value == "left" || style.contains("text-align:left") { return .left }
            if value == "right" || style.contains("text-align:right") { return .right }
            if value == "center" || style.contains("text-align:center") { return .center }
        }
        return .none
    }
}
