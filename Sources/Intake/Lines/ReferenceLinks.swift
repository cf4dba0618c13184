import Markup
import Text

/// Reference links of Markdown made inline: `[words][1]` and `[1]: https://…`, wherever the
/// definition is, become `[words](https://…)`.
///
/// The rules of intake look at single lines, and a source may be divided; an inline link is whole
/// in its line. What is written over two lines stays as it is, with its definition.
struct ReferenceLinks {
    /// The lines with links inline.
    ///
    /// A definition that no link needs any more is an empty line.
    private(set) var lines: [NumberedLine]
    /// Definitions of addresses that no link uses: they are shown nowhere.
    private(set) var unused: [NumberedLine] = []
    /// Definitions that are still in `lines`.
    private(set) var definitions: [String] = []

    init(_ source: [NumberedLine]) {
        let source = Self.joined(source)
        lines = source
        let fenced = CodeFences.mask(source.map(\.text))
        var found: [(index: Int, definition: LinkDefinition)] = []
        for index in source.indices where !fenced[index] {
            if let definition = LinkDefinition(source[index].text) {
                found.append((index, definition))
            }
        }
        guard !found.isEmpty else { return }
        let known = Dictionary(
            found.map { ($0.definition.key, $0.definition) },
            uniquingKeysWith: { first, _ in first })
        let isDefinition = Set(found.map(\.index))
        var used: Set<String> = []
        for index in lines.indices where !fenced[index] && !isDefinition.contains(index) {
            // What is indented may be code; the parser knows, and resolves its references.
            guard lines[index].text.utf8.contains(0x5B), !lines[index].text.hasPrefix("    "),
                !lines[index].text.hasPrefix("\t")
            else { continue }
            var line = ReferenceLine(lines[index].text, known)
            guard !line.closesLink else { continue }
            lines[index].text = line.inlined()
            used.formUnion(line.used)
        }
        let rest = lines.indices.filter { !isDefinition.contains($0) && !fenced[$0] }
            .map { lines[$0].text }.joined(separator: " ")
        let open = OpenLabels(rest)
        let needed = needed(found.filter { open.contains($0.definition.key) })
        for (index, definition) in found {
            if needed.contains(index) {
                definitions.append(source[index].text)
            } else if used.contains(definition.key) {
                lines[index].text = ""
            } else if definition.isAddress {
                unused.append(source[index])
                lines[index].text = ""
            }
        }
        if !isSame(source, isDefinition) {
            lines = source
            unused = []
            definitions = found.map { source[$0.index].text }
        }
    }

    /// The lines, with those made one that a reference is written over.
    private static func joined(_ lines: [NumberedLine]) -> [NumberedLine] {
        let fenced = CodeFences.mask(lines.map(\.text))
        var joined: [NumberedLine] = []
        for (index, line) in lines.enumerated() {
            guard !fenced[index], let last = joined.last, last.text.utf8.contains(0x5B),
                line.text.utf8.contains(0x5D), last.text.utf8.count < 8192,
                ReferenceLine(last.text, [:]).opensLink, ReferenceLine(line.text, [:]).closesLink
            else {
                joined.append(line)
                continue
            }
            let isHan = last.text.trimmed.unicodeScalars.last.map { ScalarClass($0.value) == .han }
            joined[joined.count - 1].text =
                last.text.trimmed + (isHan == true ? "" : " ") + line.text.trimmed
        }
        return joined
    }

    /// Those of the definitions that the parser makes a link with; `[1]` in code is none.
    private func needed(_ candidates: [(index: Int, definition: LinkDefinition)]) -> Set<Int> {
        guard !candidates.isEmpty else { return [] }
        var marked = lines.map(\.text)
        for (index, definition) in candidates {
            marked[index] = "[\(definition.key)]: variorum:\(index)"
        }
        let document = MarkdownDocument(marked.joined(separator: "\n"))
        let sign = Array("variorum:".utf8)
        var needed: Set<Int> = []
        for event in document.events
        where (event.node == .link || event.node == .image) && event.phase == .enter {
            let address = document.bytes(event.payload)
            guard address.starts(with: sign),
                let index = Int(String(decoding: address.dropFirst(sign.count), as: UTF8.self))
            else { continue }
            needed.insert(index)
        }
        return needed
    }

    /// The parser sees the same words before and after, with every definition on its own.
    private func isSame(_ source: [NumberedLine], _ definitions: Set<Int>) -> Bool {
        let apart = source.indices.map { index in
            definitions.contains(index) ? "\n\(source[index].text)\n" : source[index].text
        }
        let after = lines.indices.map { index in
            definitions.contains(index) ? "\n\(lines[index].text)\n" : lines[index].text
        }
        return Self.letters(apart) == Self.letters(after)
    }

    private static func letters(_ lines: [String]) -> [UInt8] {
        Letters.of(MarkdownDocument(lines.joined(separator: "\n")).plainText().utf8)
    }
}

/// Labels in brackets that are not the words of an inline link.
private struct OpenLabels {
    private var labels: Set<String> = []

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var starts: [Int] = []
        for (at, byte) in bytes.enumerated() {
            if byte == 0x5B {
                starts.append(at)
                if starts.count > 8 { starts.removeFirst() }
            } else if byte == 0x5D, let start = starts.popLast() {
                guard at - start <= 1000, at + 1 >= bytes.count || bytes[at + 1] != 0x28 else {
                    continue
                }
                labels.insert(
                    LinkDefinition.key(String(decoding: bytes[(start + 1)..<at], as: UTF8.self)))
            }
        }
    }

    func contains(_ key: String) -> Bool { labels.contains(key) }
}
