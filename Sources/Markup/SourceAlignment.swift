/// Finds how much of a Markdown source a parsed text took.
enum SourceAlignment {
    /// The bytes of `source`, from its start, that read as `text`: each byte as it is, after a
    /// backslash, or as one of the character references that need no table.
    ///
    /// `nil` when they do not.
    static func length(of text: ArraySlice<UInt8>, in source: ArraySlice<UInt8>) -> Int? {
        var at = source.startIndex
        var next = text.startIndex
        while next < text.endIndex {
            guard at < source.endIndex else { return nil }
            let byte = source[at]
            if byte == UInt8(ascii: "\\"), at + 1 < source.endIndex, isPunctuation(source[at + 1]) {
                guard source[at + 1] == text[next] else { return nil }
                at += 2
            } else if byte == UInt8(ascii: "&"),
                let (name, value) = references.first(where: { source[at...].starts(with: $0.name) })
            {
                guard text[next...].starts(with: value) else { return nil }
                at += name.count
                next += value.count - 1
            } else {
                guard byte == text[next] else { return nil }
                at += 1
            }
            next += 1
        }
        return at - source.startIndex
    }

    private static let references: [(name: [UInt8], value: [UInt8])] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
        ("&apos;", "'"), ("&nbsp;", "\u{A0}"), ("&#160;", "\u{A0}"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// ASCII punctuation: what a backslash escapes.
    static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
