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
    /// Where the character at a byte of `source` stands in `plainText()`.
    ///
    /// Between two words of one piece of text the answer is exact also where the source writes
    /// characters with backslashes or references; it is `.nothing` where the parser has no place to
    /// tell.
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

    /// How many bytes of a text's words stand before a byte of its source, on a character's bound.
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
