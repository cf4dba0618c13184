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
                // In a code block the same bytes are no footnote; an event that covers them says
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
