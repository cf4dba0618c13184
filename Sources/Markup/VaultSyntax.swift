import Text

/// What Obsidian adds to Markdown, as edits that turn it into GitHub Flavored Markdown; comments
/// are removed before (`VaultComments`).
///
/// - `==words==` is `<mark>`.
/// - `> [!kind] title` is a quote that knows its kind (`callouts`); its title is bold, or its kind
///   when there is no title.
/// - `^id` at the end of a block is an anchor; so is `{#id}` at the end of a heading, which other
///   programs know.
/// - `![[picture.png]]` is an image; `![[note]]` is a link, as notes are not copied into others.
///
/// See https://help.obsidian.md/obsidian-flavored-markdown.
struct VaultSyntax {
    /// A quote that begins with `[!kind]`.
    struct Callout {
        /// Where the quote begins in the source.
        var quote: Int
        var kind: [UInt8]
        /// `-`, `+` or nothing: whether the reader begins with the title alone.
        var fold: [UInt8]
    }

    private(set) var edits: [SourceEdit] = []
    private(set) var callouts: [Callout] = []

    private let document: MarkdownDocument
    private var source: [UInt8] { document.source }

    init(_ document: MarkdownDocument) {
        self.document = document
        var quote: Int?
        var linkDepth = 0
        var block = 0..<0
        for (index, event) in document.events.enumerated() {
            switch (event.node, event.phase) {
            case (.blockQuote, .enter): quote = Int(event.source.lowerBound)
            case (.paragraph, .enter), (.heading, .enter), (.tableCell, .enter):
                block = Int(event.source.lowerBound)..<Int(event.source.upperBound)
            case (.paragraph, .leave): addAnchor(at: block)
            case (.heading, .leave):
                addAnchor(at: block)
                addHeadingID(at: block)
            case (.link, .enter), (.image, .enter): linkDepth += 1
            case (.link, .leave), (.image, .leave): linkDepth -= 1
            case (.text, _):
                let range = Int(event.source.lowerBound)..<Int(event.source.upperBound)
                if let quote, index > 1, document.events[index - 1].node == .paragraph {
                    addCallout(at: range, of: quote)
                }
                if linkDepth == 0 {
                    addHighlights(in: range)
                    addEmbeds(in: range)
                }
            default: break
            }
            if event.node != .blockQuote, event.node != .paragraph || event.phase != .enter {
                quote = nil
            }
        }
    }

    // MARK: Highlights

    private static let equals = UInt8(ascii: "=")

    /// As for emphasis: no white space inside the marks, and no letter outside of them.
    private mutating func addHighlights(in range: Range<Int>) {
        var open: Int?
        var at = range.lowerBound
        while at < range.upperBound {
            guard source[at] == Self.equals else {
                at += 1
                continue
            }
            let start = at
            while at < range.upperBound, source[at] == Self.equals { at += 1 }
            guard at - start == 2 else { continue }
            let before = start > range.lowerBound ? source[start - 1] : 0x20
            let after = at < range.upperBound ? source[at] : 0x20
            if let first = open, before > 0x20, !Self.isWord(after) {
                edits.append(SourceEdit(first..<first + 2, Array("<mark>".utf8)))
                edits.append(SourceEdit(start..<at, Array("</mark>".utf8)))
                open = nil
            } else if after > 0x20, !Self.isWord(before) {
                open = start
            }
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    // MARK: Callouts

    private mutating func addCallout(at range: Range<Int>, of quote: Int) {
        guard source[range].starts(with: "[!".utf8),
            let close = source[range].firstIndex(of: UInt8(ascii: "]"))
        else { return }
        let kind = source[range.lowerBound + 2..<close]
        guard !kind.isEmpty, kind.allSatisfy({ Self.isWord($0) || $0 == UInt8(ascii: "-") }) else {
            return
        }
        var start = close + 1
        if start < range.upperBound, "+-".utf8.contains(source[start]) { start += 1 }
        callouts.append(
            Callout(
                quote: quote, kind: kind.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 },
                fold: Array(source[close + 1..<start])))
        while start < source.count, source[start] == 0x20 || source[start] == 0x09 { start += 1 }
        let lineEnd = source[start...].firstIndex(of: 0x0A) ?? source.count
        var end = lineEnd
        while end > start, source[end - 1] <= 0x20 { end -= 1 }
        let isLast = lineEnd == source.count || !continues(after: lineEnd)
        let title =
            end > start
            ? "" : String(decoding: kind, as: UTF8.self).lowercased().capitalizedFirst
        let isBold =
            source[start..<end].starts(with: "**".utf8) && end - start > 4
            && source[start..<end].suffix(2).elementsEqual("**".utf8)
        // As an element: the title may hold emphasis.
        edits.append(SourceEdit(range.lowerBound..<start, Array(("<strong>" + title).utf8)))
        if isBold {
            edits.append(SourceEdit(start..<start + 2, []))
            edits.append(SourceEdit(end - 2..<end, []))
        }
        edits.append(SourceEdit(insert: "</strong>" + (isLast ? "" : "\\"), at: end))
    }

    /// Whether the line after a line end belongs to the same paragraph of a quote.
    private func continues(after lineEnd: Int) -> Bool {
        let next = source[(lineEnd + 1)...].prefix { $0 != 0x0A }
        return next.contains { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    }

    // MARK: Anchors

    private mutating func addAnchor(at block: Range<Int>) {
        var end = block.upperBound
        while end > block.lowerBound, source[end - 1] <= 0x20 { end -= 1 }
        var start = end
        while start > block.lowerBound,
            Self.isWord(source[start - 1]) || source[start - 1] == UInt8(ascii: "-")
        {
            start -= 1
        }
        guard start > block.lowerBound, source[start - 1] == UInt8(ascii: "^"),
            source[start..<end].contains(where: { $0 >= 0x41 }),
            start - 1 == block.lowerBound || source[start - 2] <= 0x20
        else { return }
        let id = String(decoding: source[start..<end], as: UTF8.self)
        var from = start - 1
        while from > block.lowerBound, source[from - 1] <= 0x20 { from -= 1 }
        edits.append(SourceEdit(from..<end, Array("<a id=\"^\(id)\"></a>".utf8)))
    }

    private mutating func addHeadingID(at block: Range<Int>) {
        var end = block.upperBound
        while end > block.lowerBound, source[end - 1] <= 0x20 { end -= 1 }
        guard end > block.lowerBound, source[end - 1] == UInt8(ascii: "}"),
            let open = source[block.lowerBound..<end].lastIndex(of: UInt8(ascii: "{")),
            open + 2 < end - 1, source[open + 1] == UInt8(ascii: "#")
        else { return }
        let id = source[open + 2..<end - 1]
        guard id.allSatisfy({ $0 >= 0x80 || Self.isWord($0) || "-_:.".utf8.contains($0) }) else {
            return
        }
        var from = open
        while from > block.lowerBound, source[from - 1] <= 0x20 { from -= 1 }
        let anchor = "<a id=\"\(String(decoding: id, as: UTF8.self))\"></a>"
        edits.append(SourceEdit(from..<end, Array(anchor.utf8)))
    }

    // MARK: Embeds

    private static let pictures: Set<String> = [
        "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp",
    ]

    private mutating func addEmbeds(in range: Range<Int>) {
        var at = range.lowerBound
        while let found = source[at..<range.upperBound].firstRange(of: Array("![[".utf8)) {
            at = found.upperBound
            guard let close = source[at..<range.upperBound].firstRange(of: Array("]]".utf8)) else {
                return
            }
            let words = String(decoding: source[at..<close.lowerBound], as: UTF8.self)
            at = close.upperBound
            let parts = words.split(separator: "|", maxSplits: 1).map(String.init)
            guard let file = parts.first else { continue }
            let name = file.split(separator: "/").last.map(String.init) ?? file
            let stem = name.split(separator: ".")
            guard stem.count > 1, let type = stem.last, Self.pictures.contains(type.lowercased())
            else {
                edits.append(SourceEdit(found.lowerBound..<found.lowerBound + 1, []))
                continue
            }
            // `|300` and `|300x200` are sizes.
            let label = parts.dropFirst().first.flatMap { label in
                label.allSatisfy { $0.isNumber || $0 == "x" } ? nil : label
            }
            let alt = label ?? stem.dropLast().joined(separator: ".")
            edits.append(
                SourceEdit(
                    found.lowerBound..<close.upperBound, Array("![\(alt)](<\(file)>)".utf8)))
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension MarkdownDocument {
    /// The document with the kinds of its callouts, by the places of their quotes.
    func withCallouts(_ callouts: [VaultSyntax.Callout]) -> MarkdownDocument {
        guard !callouts.isEmpty else { return self }
        let byPlace = Dictionary(
            callouts.map { (Int32($0.quote), $0) }, uniquingKeysWith: { first, _ in first })
        var arena = arena
        var events = events
        for (index, event) in events.enumerated()
        where event.node == .blockQuote && event.phase == .enter {
            guard let callout = byPlace[event.source.lowerBound],
                events[index + 1].node == .paragraph, events[index + 2].node == .htmlInline
            else { continue }
            let start = Int32(arena.count)
            arena += callout.kind
            let middle = Int32(arena.count)
            arena += callout.fold
            events[index].payload = start..<middle
            events[index].extra = middle..<Int32(arena.count)
        }
        return MarkdownDocument(source: source, events: events, arena: arena, notes: notes)
    }

    /// Whether a quote knows its kind, which only `init(note:)` reads.
    var hasCallouts: Bool {
        events.contains { $0.node == .blockQuote && !$0.payload.isEmpty }
    }
}
