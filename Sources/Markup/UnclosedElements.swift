import Text

/// `<script>`, `<style>` and `<pre>` that begin a line and are never closed.
///
/// For GFM everything up to the end of the text is raw HTML then: it would be on no page, in no
/// text and in no index. With a backslash the tag is shown as text, and what follows is Markdown.
struct UnclosedElements {
    private(set) var edits: [SourceEdit] = []
    private(set) var notes: [MarkdownNote] = []

    private static let names = ["script", "style", "pre"].map { Array($0.utf8) }

    init(_ document: MarkdownDocument) {
        guard let block = document.events.last(where: { $0.node == .htmlBlock }),
            let name = Self.name(atStartOf: document.bytes(block.payload)),
            !Self.isClosed(document.bytes(block.payload))
        else { return }
        let source = document.source
        // The end of any of these elements would have ended the block, so all that follow in it are
        // unclosed, too.
        var at = Int(block.source.lowerBound)
        while at < Int(block.source.upperBound) {
            let end = ByteWord.firstIndex(of: 0x0A, in: source[at...]) ?? source.count
            let start = source[at..<end].firstIndex { $0 > 0x20 && $0 != UInt8(ascii: ">") }
            if let start, Self.name(atStartOf: source[start..<end]) != nil {
                edits.append(SourceEdit(insert: "\\", at: start))
            }
            at = end + 1
        }
        guard let first = edits.first else { return }
        notes = [
            MarkdownNote(
                .unclosedElement(name: String(decoding: name, as: UTF8.self)),
                offset: first.range.lowerBound)
        ]
    }

    private static func name(atStartOf bytes: ArraySlice<UInt8>) -> [UInt8]? {
        let bytes = bytes.drop { $0 == 0x20 }
        guard bytes.first == UInt8(ascii: "<") else { return nil }
        let name = RawHTMLTag.lowercased(bytes.dropFirst().prefix { ($0 | 0x20) >= 0x61 })
        return names.first { $0 == name }
    }

    private static func isClosed(_ bytes: ArraySlice<UInt8>) -> Bool {
        let words = RawHTMLTag.lowercased(bytes)
        return names.contains { words.firstRange(of: Array("</".utf8) + $0) != nil }
    }
}
