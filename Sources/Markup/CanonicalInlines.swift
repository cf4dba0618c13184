/// Writes running text as Markdown: one paragraph, heading or table cell, its lines divided by
/// `\n`.
struct CanonicalInlines {
    enum Context { case paragraph, heading, cell }

    private let document: MarkdownDocument
    private let context: Context
    private let style: CanonicalWriter.Style
    private let startsItem: Bool
    private var out: [UInt8] = []
    /// Delimiters of the emphases that are open.
    private var delimiters: [[UInt8]] = []
    private var linkDepth = 0

    static func write(
        _ document: MarkdownDocument, _ events: Range<Int>, _ context: Context,
        _ style: CanonicalWriter.Style, startsItem: Bool
    ) -> [UInt8] {
        var writer = CanonicalInlines(
            document: document, context: context, style: style, startsItem: startsItem)
        if let first = events.first, let last = events.last {
            let words = document.events[first].payload.lowerBound
            let end = document.events[last].payload.upperBound
            writer.out.reserveCapacity(Int(max(words, end) - words) + 32)
        }
        writer.write(events)
        return writer.out
    }

    private init(
        document: MarkdownDocument, context: Context, style: CanonicalWriter.Style, startsItem: Bool
    ) {
        self.document = document
        self.context = context
        self.style = style
        self.startsItem = startsItem
    }

    private mutating func write(_ events: Range<Int>) {
        var index = events.lowerBound
        while index < events.upperBound {
            let event = document.events[index]
            let next = index + 1 < events.upperBound ? document.events[index + 1] : nil
            switch (event.node, event.phase) {
            case (.text, _): text(event, next)
            case (.softBreak, _): out.append(0x0A)
            case (.lineBreak, _): out += "\\\n".utf8
            case (.code, _): code(document.bytes(event.payload))
            case (.htmlInline, _): out += document.bytes(event.payload)
            case (.footnoteReference, _): out += "[^\(document.string(event.payload))]".utf8
            case (.emphasis, .enter): open(UInt8(ascii: "*"), count: 1)
            case (.strong, .enter): open(UInt8(ascii: "*"), count: 2)
            case (.strikethrough, .enter): open(UInt8(ascii: "~"), count: 2)
            case (.emphasis, .leave), (.strong, .leave), (.strikethrough, .leave):
                out += delimiters.popLast() ?? []
            case (.link, .enter):
                if let stop = autolink(event, at: index, before: events.upperBound) {
                    index = stop
                } else {
                    linkDepth += 1
                    out.append(UInt8(ascii: "["))
                }
            case (.image, .enter):
                linkDepth += 1
                out += "![".utf8
            case (.link, .leave), (.image, .leave):
                linkDepth -= 1
                destination(of: index)
            case (.wikilink, .enter):
                wikilink(event, next)
                index += 2
            default: break
            }
            index += 1
        }
    }

    private mutating func text(_ event: Event, _ next: Event?) {
        let place = MarkdownEscaping.Place(
            isLineStart: out.isEmpty || out.last == 0x0A, isBlockStart: out.isEmpty,
            isLineEnd: next == nil || next?.node == .softBreak || next?.node == .lineBreak,
            isInLink: linkDepth > 0, isBeforeLink: next?.node == .link || next?.node == .wikilink,
            isInCell: context == .cell, isInHeading: context == .heading, startsItem: startsItem,
            isCautious: style.contains(.cautious), previous: out.last)
        MarkdownEscaping.append(document.bytes(event.payload), place, to: &out)
    }

    private mutating func open(_ mark: UInt8, count: Int) {
        let touches = out.last == mark && mark == UInt8(ascii: "*") && style.contains(.underscores)
        let delimiter = [UInt8](repeating: touches ? UInt8(ascii: "_") : mark, count: count)
        delimiters.append(delimiter)
        out += delimiter
    }

    private mutating func code(_ words: ArraySlice<UInt8>) {
        let tick = UInt8(ascii: "`")
        let runs = MarkdownEscaping.runs(of: tick, in: words)
        var length = 1
        while runs.contains(length) { length += 1 }
        let fence = [UInt8](repeating: tick, count: length)
        let allSpaces = words.allSatisfy { $0 == 0x20 }
        let padded =
            words.first == tick || words.last == tick
            || (words.first == 0x20 && words.last == 0x20 && !allSpaces)
        out += fence
        if padded { out.append(0x20) }
        for byte in words {
            if byte == UInt8(ascii: "|"), context == .cell { out.append(UInt8(ascii: "\\")) }
            out.append(byte)
        }
        if padded { out.append(0x20) }
        out += fence
    }

    /// Writes a link whose words are its address as `<address>`; the index of its last event, or
    /// `nil`.
    private mutating func autolink(_ event: Event, at index: Int, before end: Int) -> Int? {
        guard index + 2 < end, event.extra.isEmpty, document.events[index + 1].node == .text,
            document.events[index + 2].node == .link, document.events[index + 2].phase == .leave
        else { return nil }
        let words = document.bytes(document.events[index + 1].payload)
        let address = document.bytes(event.payload)
        let isMail = address.starts(with: "mailto:".utf8) && address.dropFirst(7) == words
        guard words == address || isMail, linkDepth == 0 else { return nil }
        let hasScheme =
            isMail || words.starts(with: "http://".utf8) || words.starts(with: "https://".utf8)
        let clean = words.allSatisfy {
            $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
                && $0 != UInt8(ascii: "&")
                && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "|") && $0 != 0x7F
        }
        guard hasScheme, clean else { return nil }
        out.append(UInt8(ascii: "<"))
        out += words
        out.append(UInt8(ascii: ">"))
        return index + 2
    }

    /// `](address "title")` of the link or image that is left at an event.
    private mutating func destination(of leave: Int) {
        var depth = 0
        var index = leave
        while index >= 0 {
            switch document.events[index].phase {
            case .leave: depth += 1
            case .enter: depth -= 1
            case .leaf: break
            }
            if depth == 0 { break }
            index -= 1
        }
        let event = document.events[max(index, 0)]
        out += "](".utf8
        MarkdownEscaping.appendAddress(
            document.bytes(event.payload), hasTitle: !event.extra.isEmpty,
            isInCell: context == .cell,
            to: &out)
        if !event.extra.isEmpty {
            out += " \"".utf8
            MarkdownEscaping.appendTitle(
                document.bytes(event.extra), isInCell: context == .cell, to: &out)
            out.append(UInt8(ascii: "\""))
        }
        out.append(UInt8(ascii: ")"))
    }

    private mutating func wikilink(_ event: Event, _ next: Event?) {
        let target = document.bytes(event.payload)
        let words = next.map { document.bytes($0.payload) } ?? target
        out += "[[".utf8
        out += target
        if words != target {
            out += (context == .cell ? "\\|" : "|").utf8
            out += words
        }
        out += "]]".utf8
    }
}
