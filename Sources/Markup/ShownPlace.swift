/// What a byte of a Markdown source is in the plain text.
public enum ShownPlace: Sendable, Equatable {
    /// Shown: the byte of `PlainText.utf8` at which its character begins.
    case text(Int)
    /// Shown as code.
    case code
    /// Markup, an address, raw HTML, white space between blocks: nothing that is shown.
    case nothing
}

extension MarkdownDocument {
    /// The offset in `plainText()` of the character at a byte of `source`.
    ///
    /// Between two words of one piece of text the answer is exact also where the source writes
    /// characters with backslashes or references; it is `.nothing` where the parser gives no
    /// position.
    public func shownPlace(ofSource offset: Int) -> ShownPlace {
        let offsets = TextLayout(self).offsets
        let hidden = HiddenText(self)
        var imageDepth = 0
        var block = 0..<0
        // End of the last inline element with a place; where code begins that has none.
        var end = 0
        var code: Int?
        for (index, event) in events.enumerated() {
            if event.node == .image { imageDepth += event.phase == .enter ? 1 : -1 }
            let place = Int(event.source.lowerBound)..<Int(event.source.upperBound)
            if event.node.holdsInlines {
                if let start = code, event.phase == .leave,
                    (start..<block.upperBound).contains(offset)
                {
                    return .code
                }
                code = nil
                block = place
                end = place.lowerBound
            } else if event.node == .code, place.isEmpty {
                code = code ?? end
            } else if event.node.isInline, !place.isEmpty {
                if let start = code, start < place.lowerBound,
                    (start..<place.lowerBound).contains(offset)
                {
                    return .code
                }
                code = nil
                end = place.upperBound
            }
            guard place.contains(offset) else { continue }
            switch event.node {
            case .code where imageDepth == 0, .codeBlock: return .code
            case .text where imageDepth == 0 && !hidden.contains(index):
                return .text(Int(offsets[index]) + shown(offset - place.lowerBound, of: event))
            default: continue
            }
        }
        return .nothing
    }

    /// How many bytes of a text's words precede a byte of its source, at a character boundary.
    private func shown(_ distance: Int, of event: Event) -> Int {
        let words = bytes(event.payload)
        let written = source[Int(event.source.lowerBound)..<Int(event.source.upperBound)]
        var best = words.startIndex
        var next = words.startIndex
        while next < words.endIndex {
            let length =
                written.count == words.count
                ? next - words.startIndex
                : SourceAlignment.length(of: words[..<next], in: written)
            guard let length, length <= distance else { break }
            best = next
            next += 1
            while next < words.endIndex, words[next] & 0xC0 == 0x80 { next += 1 }
        }
        return best - words.startIndex
    }
}

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
