import Text

/// Whether each line of a text is its own paragraph, judged by the shape of the lines.
struct ParagraphBreaks {
    enum Layout {
        /// A single line end ends the paragraph.
        case paragraphPerLine
        /// Paragraphs are wrapped by hand; only a blank line ends one.
        case wrapped
    }

    /// `lines` are those of running text, blank ones too: no code, no tables.
    static func layout(of lines: [String]) -> Layout {
        var inner: [LineShape] = []
        var ending = 0
        var adjacent = 0
        var texts = 0
        var han = 0
        var previous: LineShape?
        for line in lines {
            let shape = LineShape(line)
            guard !shape.isBlank else {
                previous = nil
                continue
            }
            texts += 1
            han += shape.isMostlyHan ? 1 : 0
            if let before = previous {
                adjacent += 1
                inner.append(before)
                if before.endsSentence { ending += 1 }
            }
            previous = shape
        }
        guard adjacent > 0 else { return .wrapped }
        let lengths = inner.map(\.scalars).sorted()
        let median = lengths[lengths.count / 2]
        let longest = lengths[lengths.count - 1]
        let isHan = han * 2 >= texts
        // Wrapped by hand: lines of one length that mostly stop in the middle of a sentence.
        let sameLength = lengths.count { abs($0 - longest) * 5 <= longest } * 2 >= lengths.count
        if isHan {
            if inner.count >= 4, sameLength, longest >= 12, longest <= 60, ending * 3 <= adjacent {
                return .wrapped
            }
            return .paragraphPerLine
        }
        return median > 110 || ending * 10 >= adjacent * 9 && median > 60 && !sameLength
            ? .paragraphPerLine : .wrapped
    }

    /// Puts a blank line between lines of Markdown that are paragraphs of their own.
    ///
    /// Lists, tables, code, raw HTML and lines with a hard break stay as they are; a line of text
    /// after a quote does not join it.
    static func separate(_ lines: [NumberedLine], fenced: [Bool]) -> [NumberedLine] {
        let kinds = lines.indices.map { fenced[$0] ? LineKind.other : LineKind(lines[$0].text) }
        let prose = lines.indices.map { kinds[$0] == .prose ? lines[$0].text : "" }
        guard layout(of: prose) == .paragraphPerLine, proseIsHan(prose) else { return lines }
        var result: [NumberedLine] = []
        for i in lines.indices {
            if i > 0, kinds[i] == .prose, kinds[i - 1] == .prose || kinds[i - 1] == .quote,
                !lines[i - 1].text.hasSuffix("  ") || LineShape(lines[i - 1].text).endsSentence,
                !lines[i - 1].text.hasSuffix("\\"), !isUnderlined(i, lines)
            {
                result.append(NumberedLine(lines[i].number, ""))
            }
            result.append(lines[i])
        }
        return result
    }

    private static func isUnderlined(_ i: Int, _ lines: [NumberedLine]) -> Bool {
        SetextUnderline.level(of: lines[i].text) != nil
    }

    private static func proseIsHan(_ prose: [String]) -> Bool {
        let shapes = prose.map { LineShape($0) }
        return shapes.reduce(0) { $0 + $1.han } * 2 > shapes.reduce(0) { $0 + $1.word }
    }

    private enum LineKind: Equatable {
        case prose, quote, other

        init(_ line: String) {
            if line.hasPrefix("    ") || line.hasPrefix("\t") {
                self = .other
                return
            }
            let text = line.trimmed
            guard let first = text.utf8.first else {
                self = .other
                return
            }
            switch first {
            case 0x3E: self = .quote
            case 0x7C, 0x3C: self = .other
            case 0x5B where text.contains("]:"): self = .other
            case 0x23: self = ATXHeading(line) == nil ? .prose : .other
            case 0x2D, 0x2B:
                self =
                    text.utf8.dropFirst().first == 0x20 || SetextUnderline.level(of: line) != nil
                    ? .other : .prose
            case 0x2A:
                self =
                    text.hasPrefix("* ") || text.hasPrefix("***") && text.utf8.count < 6
                    ? .other : .prose
            case 0x3D: self = SetextUnderline.level(of: line) != nil ? .other : .prose
            case 0x30...0x39:
                self = Self.isOrderedItem(text) || text.contains(" | ") ? .other : .prose
            default:
                self =
                    text.contains(" | ")
                        || line.hasPrefix(" ") && line.utf8.prefix(2).allSatisfy({ $0 == 0x20 })
                    ? .other : .prose
            }
        }

        private static func isOrderedItem(_ text: String) -> Bool {
            let digits = text.utf8.prefix { (0x30...0x39).contains($0) }.count
            let rest = text.utf8.dropFirst(digits)
            guard digits <= 9, let mark = rest.first, mark == 0x2E || mark == 0x29 else {
                return false
            }
            return rest.dropFirst().first == 0x20 || rest.count == 1
        }
    }
}
