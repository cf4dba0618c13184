import Text

/// What a user should know about how a Markdown text was read: something in it is not shown as
/// written.
public struct MarkdownNote: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// A table whose short rows would be filled up with this many cells; shown as text.
        case tableShownAsText(cells: Int)
        /// Quotes or lists inside one another deeper than this; shown at this depth.
        case nestingCut(depth: Int)
        /// A footnote that nothing refers to; not shown.
        case unusedFootnote(label: String)
    }

    public var kind: Kind
    /// Byte offset in the Markdown source.
    public var offset: Int

    public init(_ kind: Kind, offset: Int) {
        self.kind = kind
        self.offset = offset
    }

    public var id: String {
        switch kind {
        case .tableShownAsText: "table-too-sparse"
        case .nestingCut: "nesting-too-deep"
        case .unusedFootnote: "unused-footnote"
        }
    }

    public var message: String {
        switch kind {
        case .tableShownAsText(let cells):
            "a table with \(cells) cells, nearly all of them empty, is shown as text"
        case .nestingCut(let depth):
            "quotes or lists are nested deeper than \(depth); what is deeper is shown at that depth"
        case .unusedFootnote(let label):
            "nothing refers to the footnote [^\(label)], so it is not shown"
        }
    }

    public var help: String {
        switch kind {
        case .tableShownAsText: "give every row as many cells as the head of the table has"
        case .nestingCut: "use fewer levels of > or -"
        case .unusedFootnote(let label):
            "write [^\(label)] where the footnote belongs, or remove it"
        }
    }

    /// The note as a warning about `file`.
    ///
    /// `firstLine` and `source` are where the Markdown begins
    /// in the file (1-based line, after the front matter) and the Markdown itself.
    public func diagnostic(file: String, firstLine: Int, source: [UInt8]) -> Diagnostic {
        var line = firstLine
        var start = 0
        for (index, byte) in source.prefix(offset).enumerated() where byte == 0x0A {
            line += 1
            start = index + 1
        }
        let end = source[start...].firstIndex(of: 0x0A) ?? source.endIndex
        let place = Diagnostic.Place(
            file: file, line: line, column: offset - start + 1,
            excerpt: String(decoding: source[start..<end].prefix(400), as: UTF8.self))
        return Diagnostic(.warning, id, at: place, message, help: help)
    }
}
