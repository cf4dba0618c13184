import Text

/// Comments of Obsidian, `%%…%%`, as edits that remove them.
///
/// A comment that begins a line may span blocks, up to the next `%%`. One that is never closed
/// hides the rest of the text, as in Obsidian, and is reported.
struct VaultComments {
    private(set) var edits: [SourceEdit] = []
    private(set) var notes: [MarkdownNote] = []

    private let document: MarkdownDocument
    private var source: [UInt8] { document.source }

    private static let percent = UInt8(ascii: "%")

    init(_ document: MarkdownDocument) {
        self.document = document
        let marks = commentMarks
        var index = 0
        while index < marks.count {
            let start = marks[index]
            let isBlock = beginsLine(start.offset)
            guard index + 1 < marks.count else {
                if isBlock {
                    edits.append(SourceEdit(start.offset..<source.count, []))
                    notes.append(MarkdownNote(.unclosedComment, offset: start.offset))
                }
                break
            }
            let end = marks[index + 1]
            if isBlock || start.block == end.block {
                edits.append(SourceEdit(start.offset..<end.offset + 2, []))
                index += 2
            } else {
                index += 1
            }
        }
    }

    /// Each `%%` in running text, with the number of its block.
    private var commentMarks: [(offset: Int, block: Int)] {
        var marks: [(offset: Int, block: Int)] = []
        var block = (number: 0, range: 0..<0)
        for event in document.events {
            if event.node.holdsInlines, event.phase == .enter {
                block = (
                    block.number + 1, Int(event.source.lowerBound)..<Int(event.source.upperBound)
                )
            }
            guard event.node == .text, document.bytes(event.payload).contains(Self.percent) else {
                continue
            }
            // Text with escapes may have no place of its own.
            let range =
                event.source.isEmpty
                ? block.range : Int(event.source.lowerBound)..<Int(event.source.upperBound)
            var at = max(range.lowerBound, marks.last.map { $0.offset + 2 } ?? 0)
            while at + 1 < range.upperBound {
                if source[at] == UInt8(ascii: "\\") {
                    at += 2
                } else if source[at] == Self.percent, source[at + 1] == Self.percent {
                    marks.append((at, block.number))
                    at += 2
                } else {
                    at += 1
                }
            }
        }
        return marks
    }

    private func beginsLine(_ offset: Int) -> Bool {
        let before = source[..<offset].reversed().prefix { $0 != 0x0A }
        return before.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    }
}
