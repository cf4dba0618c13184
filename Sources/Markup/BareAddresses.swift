import Text

/// Bare web addresses that run on into Chinese, Japanese or Korean text.
///
/// GFM ends a bare address at white space or `<` alone, so `（https://a.example/b）。这` makes a link
/// of the rest of a sentence. In angle brackets the address ends where it ends.
enum BareAddresses {
    /// Edits that put such addresses in angle brackets, or in a link if they have no scheme.
    static func edits(for document: MarkdownDocument) -> [SourceEdit] {
        var edits: [SourceEdit] = []
        var block = 0..<0
        for (index, event) in document.events.enumerated() {
            if event.node.holdsInlines, event.phase == .enter {
                block = Int(event.source.lowerBound)..<Int(event.source.upperBound)
            }
            guard event.node == .link, event.phase == .enter, event.source.isEmpty,
                event.extra.isEmpty, index + 1 < document.events.count
            else { continue }
            let words = document.events[index + 1]
            guard words.node == .text else { continue }
            let text = Array(document.bytes(words.payload))
            let address = document.bytes(event.payload)
            let isBare = address.count == text.count || address.count == text.count + 7
            guard isBare, address.suffix(text.count).elementsEqual(text),
                let length = length(ofAddress: text), length < text.count,
                let start = document.source[block].firstRange(of: text)?.lowerBound
            else { continue }
            // Later addresses of the block follow this one.
            block = start + text.count..<block.upperBound
            edits += enclosing(start..<start + length, in: document.source)
            edits += further(in: start + length..<start + text.count, of: document.source)
        }
        return edits
    }

    /// Addresses with a scheme in what an address ran on into.
    private static func further(in range: Range<Int>, of source: [UInt8]) -> [SourceEdit] {
        var edits: [SourceEdit] = []
        var rest = source[range]
        while let found = rest.firstRange(of: Array("http".utf8)) {
            rest = rest[found.upperBound...]
            let text = Array(source[found.lowerBound..<range.upperBound])
            let hasScheme =
                text.starts(with: "http://".utf8) || text.starts(with: "https://".utf8)
            guard hasScheme, source[found.lowerBound - 1] >= 0x80,
                let length = length(ofAddress: text)
            else { continue }
            let end = found.lowerBound + length
            edits += enclosing(found.lowerBound..<end, in: source)
            rest = source[end..<range.upperBound]
        }
        return edits
    }

    private static func enclosing(_ range: Range<Int>, in source: [UInt8]) -> [SourceEdit] {
        guard source[range].starts(with: "www.".utf8) else {
            return [
                SourceEdit(insert: "<", at: range.lowerBound),
                SourceEdit(insert: ">", at: range.upperBound),
            ]
        }
        let address = String(decoding: source[range], as: UTF8.self)
        return [
            SourceEdit(insert: "[", at: range.lowerBound),
            SourceEdit(insert: "](http://\(address))", at: range.upperBound),
        ]
    }

    /// Bytes before the first character that ends an address in running text.
    ///
    /// `nil` if nothing is left of the address then.
    private static func length(ofAddress text: [UInt8]) -> Int? {
        guard
            let colon = text.firstRange(of: Array("://".utf8))?.upperBound
                ?? (text.starts(with: "www.".utf8) ? 4 : nil)
        else { return nil }
        var end = colon
        while end < text.count {
            let (scalar, length) = UTF8Scalars.decode(text, at: end)
            if endsAddress(scalar) { break }
            end += length
        }
        // As GFM does at white space.
        while end < text.count, end > colon, ".,;:!?'\"_~*([)]".utf8.contains(text[end - 1]) {
            if text[end - 1] == UInt8(ascii: ")"), hasOpening(text[..<(end - 1)]) { break }
            end -= 1
        }
        return end > colon ? end : nil
    }

    private static func hasOpening(_ text: ArraySlice<UInt8>) -> Bool {
        text.count { $0 == UInt8(ascii: "(") } > text.count { $0 == UInt8(ascii: ")") }
    }

    /// Han, kana, hangul, their punctuation, typographic quotes and dashes.
    private static func endsAddress(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x00AB, 0x00B7, 0x00BB, 0x2010...0x2027, 0x2030...0x205E, 0x2E80...0xA4CF,
            0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
