import Text

/// Writes a run of events as Markdown.
///
/// Containers put their marker in front of their first line and
/// their indent in front of every other.
struct CanonicalWriter {
    /// Ways out where the plain style would be read as something else.
    struct Style: OptionSet {
        let rawValue: Int
        /// `_` for emphasis that touches another delimiter.
        static let underscores = Style(rawValue: 1)
        /// A backslash before everything that could mean something anywhere.
        static let cautious = Style(rawValue: 2)
    }

    private struct Level {
        /// In front of the first line.
        var marker: [UInt8]
        /// In front of every other line.
        var indent: [UInt8]
        var isFresh = true
        /// No blank lines between children.
        var isTight = false
        var children = 0
        var last: Event.Node?
        /// Lists: the number of the next item; whether the other marker is used.
        var number: Int?
        var starred = false
    }

    private let document: MarkdownDocument
    private let style: Style
    private var out: [UInt8] = []
    private var levels: [Level] = [Level(marker: [], indent: [])]
    /// How many levels have their marker or indent on the current line.
    private var begun = 0
    private var alignments: [Event.Alignment] = []

    static func write(_ document: MarkdownDocument, events: Range<Int>, _ style: Style) -> [UInt8] {
        var writer = CanonicalWriter(document: document, style: style)
        let isWhole = events.count == document.events.count
        let size = isWhole ? document.source.count : document.events[events.lowerBound].source.count
        writer.out.reserveCapacity(size + size / 16 + 64)
        writer.write(events)
        return writer.out
    }

    private init(document: MarkdownDocument, style: Style) {
        self.document = document
        self.style = style
    }

    private mutating func write(_ events: Range<Int>) {
        var index = events.lowerBound
        while index < events.upperBound {
            let event = document.events[index]
            switch (event.node, event.phase) {
            case (.blockQuote, .enter):
                begin(.blockQuote)
                levels.append(Level(marker: Array("> ".utf8), indent: Array("> ".utf8)))
                if !event.payload.isEmpty { index = callout(event, at: index) }
            case (.bulletList, .enter), (.orderedList, .enter):
                let starred = levels.last?.last == event.node && levels.last?.starred == false
                begin(event.node)
                levels[levels.count - 1].starred = starred
                var level = Level(marker: [], indent: [])
                level.isTight = event.flag
                level.number = event.node == .orderedList ? Int(event.value) : nil
                level.starred = starred
                levels.append(level)
            case (.item, .enter), (.task, .enter): beginItem(event)
            case (.footnoteDefinition, .enter):
                begin(.footnoteDefinition)
                let label = document.string(event.payload)
                levels.append(
                    Level(marker: Array("[^\(label)]: ".utf8), indent: Array("    ".utf8)))
            case (.blockQuote, .leave), (.bulletList, .leave), (.orderedList, .leave),
                (.item, .leave),
                (.task, .leave), (.footnoteDefinition, .leave):
                end()
            case (.table, .enter): begin(.table)
            case (.tableRow, .enter):
                if levels[levels.count - 1].last == .tableRow { newline() }
                levels[levels.count - 1].last = .tableRow
                put("|")
                alignments = []
            case (.tableRow, .leave):
                if event.phase == .leave, isHeader(index) { delimiterRow() }
            case (.table, .leave): levels[levels.count - 1].last = .table
            case (.tableCell, .enter):
                alignments.append(Event.Alignment(rawValue: event.value) ?? .none)
                let stop = leave(of: index)
                let words = inlines(index + 1..<stop, in: .cell)
                put(words.isEmpty ? " " : " ")
                out += words
                put(words.isEmpty ? "|" : " |")
                index = stop
            case (.paragraph, .enter):
                let stop = leave(of: index)
                begin(.paragraph)
                put(lines: inlines(index + 1..<stop, in: .paragraph))
                index = stop
            case (.heading, .enter):
                let stop = leave(of: index)
                heading(event, index + 1..<stop)
                index = stop
            case (.codeBlock, _): codeBlock(event)
            case (.htmlBlock, _):
                begin(.htmlBlock)
                var html = document.bytes(event.payload)
                while html.last == 0x0A { html.removeLast() }
                put(lines: Array(html))
            case (.thematicBreak, _):
                // Under a line of text `---` makes a heading, after `- ` a longer rule.
                let alone =
                    levels.last.map { $0.marker.isEmpty || !$0.isFresh && !$0.isTight } ?? true
                begin(.thematicBreak)
                put(alone ? "---" : "***")
            default: break
            }
            index += 1
        }
    }

    // MARK: - Containers

    private mutating func begin(_ node: Event.Node) {
        let top = levels.count - 1
        if levels[top].children > 0 {
            newline()
            if !levels[top].isTight { blankLine() }
        }
        levels[top].children += 1
        levels[top].last = node
        if !(node == .bulletList || node == .orderedList) { levels[top].starred = false }
    }

    private mutating func beginItem(_ event: Event) {
        let top = levels.count - 1
        begin(event.node)
        let list = levels[top]
        var marker: [UInt8]
        if let number = list.number {
            marker = Array("\(number)\(list.starred ? ")" : ".") ".utf8)
            levels[top].number = min(number + 1, 999_999_999)
        } else {
            marker = Array((list.starred ? "* " : "- ").utf8)
        }
        levels[top].starred = list.starred
        var level = Level(marker: marker, indent: Array(repeating: 0x20, count: marker.count))
        if event.node == .task { level.marker += (event.flag ? "[x] " : "[ ] ").utf8 }
        level.isTight = list.isTight
        levels.append(level)
    }

    private mutating func end() {
        if let level = levels.last, level.isFresh, !level.marker.isEmpty {
            prefix()
            while out.last == 0x20 { out.removeLast() }
        }
        levels.removeLast()
        begun = min(begun, levels.count)
    }

    /// Puts in front of the line what is still missing there.
    private mutating func prefix() {
        while begun < levels.count {
            out += levels[begun].isFresh ? levels[begun].marker : levels[begun].indent
            levels[begun].isFresh = false
            begun += 1
        }
    }

    private mutating func newline() {
        out.append(0x0A)
        begun = 0
    }

    private mutating func blankLine() {
        prefix()
        while out.last == 0x20 { out.removeLast() }
        newline()
    }

    /// Writes the first paragraph of a callout, its title first, which is an element `<strong>`.
    ///
    /// - Returns: the index of the paragraph's end.
    private mutating func callout(_ event: Event, at index: Int) -> Int {
        let stop = leave(of: index + 1)
        let title = index + 3
        var end = title
        var depth = 1
        while end < stop {
            if document.events[end].node == .htmlInline {
                let tag = document.bytes(document.events[end].payload)
                if tag.elementsEqual("<strong>".utf8) { depth += 1 }
                if tag.elementsEqual("</strong>".utf8) { depth -= 1 }
                if depth == 0 { break }
            }
            end += 1
        }
        begin(.paragraph)
        let kind = document.string(event.payload)
        var words = Array("[!\(kind)]\(document.string(event.extra)) ".utf8)
        words += inlines(title..<end, in: .paragraph)
        var rest = end + 1
        if rest < stop, [.lineBreak, .softBreak].contains(document.events[rest].node) { rest += 1 }
        if rest < stop {
            words.append(0x0A)
            words += inlines(rest..<stop, in: .paragraph)
        }
        put(lines: words)
        return stop
    }

    // MARK: - Blocks

    private mutating func heading(_ event: Event, _ range: Range<Int>) {
        begin(.heading)
        let words = inlines(range, in: .heading)
        let marks = String(repeating: "#", count: Int(event.value))
        guard words.contains(0x0A) else {
            put(words.isEmpty ? marks : marks + " ")
            out += words
            return
        }
        put(lines: words)
        newline()
        put(event.value == 1 ? "===" : "---")
    }

    private mutating func codeBlock(_ event: Event) {
        begin(.codeBlock)
        let code = document.bytes(event.payload)
        let info = MarkdownEscaping.info(document.bytes(event.extra))
        let mark: UInt8 = info.contains(UInt8(ascii: "`")) ? UInt8(ascii: "~") : UInt8(ascii: "`")
        let fence = [UInt8](
            repeating: mark, count: max(3, MarkdownEscaping.longestRun(of: mark, in: code) + 1))
        prefix()
        out += fence
        out += info
        newline()
        if !code.isEmpty {
            put(lines: Array(code.last == 0x0A ? code.dropLast() : code))
            newline()
        }
        prefix()
        out += fence
    }

    private mutating func delimiterRow() {
        newline()
        put("|")
        for alignment in alignments {
            switch alignment {
            case .none: put(" --- |")
            case .left: put(" :-- |")
            case .center: put(" :-: |")
            case .right: put(" --: |")
            }
        }
    }

    private func isHeader(_ leave: Int) -> Bool {
        var index = leave
        while index > 0 {
            index -= 1
            let event = document.events[index]
            if event.node == .tableRow, event.phase == .enter { return event.flag }
        }
        return false
    }

    private func inlines(_ range: Range<Int>, in context: CanonicalInlines.Context) -> [UInt8] {
        let isTask = levels.last.map { $0.isFresh && !$0.indent.isEmpty } ?? false
        return CanonicalInlines.write(
            document, range, context, style, startsItem: isTask)
    }

    private func leave(of enter: Int) -> Int {
        var depth = 0
        for index in enter..<document.events.count {
            switch document.events[index].phase {
            case .enter: depth += 1
            case .leave: depth -= 1
            case .leaf: break
            }
            if depth == 0 { return index }
        }
        return document.events.count
    }

    private mutating func put(_ text: String) {
        prefix()
        out += text.utf8
    }

    private mutating func put(lines: [UInt8]) {
        var start = 0
        while true {
            prefix()
            let end = ByteWord.firstIndex(of: 0x0A, in: lines[start...]) ?? lines.count
            if start == end {
                while out.last == 0x20 { out.removeLast() }
            } else {
                out += lines[start..<end]
            }
            if end == lines.count { return }
            newline()
            start = end + 1
        }
    }

    /// A list, as written, with its own markers changed so that it is no part of the list before
    /// it.
    static func withOtherMarker(_ block: [UInt8], ordered: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(block.count)
        var lineStart = true
        var inNumber = false
        for byte in block {
            if lineStart, !ordered, byte == UInt8(ascii: "-") {
                out.append(UInt8(ascii: "*"))
            } else if ordered, inNumber || lineStart, byte == UInt8(ascii: ".") {
                out.append(UInt8(ascii: ")"))
            } else {
                out.append(byte)
            }
            inNumber = (lineStart || inNumber) && (0x30...0x39).contains(byte)
            lineStart = byte == 0x0A
        }
        return out
    }
}
