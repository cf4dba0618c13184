import Text

/// Keeps text from being read as Markdown: a backslash where, and mostly only where, one is needed.
enum MarkdownEscaping {
    /// Where a text is.
    struct Place {
        var isLineStart: Bool
        var isBlockStart: Bool
        var isLineEnd: Bool
        var isInLink: Bool
        /// A link follows: `!` would make it an image.
        var isBeforeLink: Bool
        var isInCell: Bool
        var isInHeading: Bool
        /// First in a list item: `[x]` would make it a task.
        var startsItem: Bool
        var isCautious: Bool
        /// The byte before.
        var previous: UInt8?
    }

    static let backslash = UInt8(ascii: "\\")

    static func append(_ text: ArraySlice<UInt8>, _ place: Place, to out: inout [UInt8]) {
        var lineStart = 0
        if place.isLineStart { lineStart = escapeLineStart(text, place, to: &out) }
        var index = text.startIndex + lineStart
        let end = text.endIndex
        while index < end {
            // Whole runs of what never needs anything, white space inside a line among it.
            let run = index
            index = plainEnd(text, from: index)
            if index == end, place.isLineEnd {
                while index > run, text[index - 1] == 0x20 { index -= 1 }
            }
            if index > run, run > text.startIndex || !place.isLineStart || text[run] > 0x20 {
                out += text[run..<index]
                continue
            }
            index = run
            let byte = text[index]
            let previous = index > text.startIndex ? text[index - 1] : place.previous
            let next = index + 1 < end ? text[index + 1] : nil
            if needsEscape(byte, previous, next, text, index, place) { out.append(backslash) }
            switch byte {
            case 0x0A: out += "&#10;".utf8
            case 0x0D: out += "&#13;".utf8
            case 0x20, 0x09:
                // White space at the edges of a line would not be there when it is read again.
                let atEdge =
                    (index == text.startIndex && place.isLineStart)
                    || (next == nil && place.isLineEnd)
                if atEdge {
                    out += (byte == 0x20 ? "&#32;" : "&#9;").utf8
                } else {
                    out.append(byte)
                }
            default: out.append(byte)
            }
            index += 1
        }
    }

    private static func plainEnd(_ text: ArraySlice<UInt8>, from start: Int) -> Int {
        text.withUnsafeBufferPointer { bytes in
            var index = start - text.startIndex
            while true {
                while index + 8 <= bytes.count, ByteWord(bytes, at: index).isNonASCII {
                    index += 8
                }
                guard index < bytes.count, isPlain(bytes[index]) else { break }
                index += 1
            }
            return text.startIndex + index
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x80...0xFF, 0x61...0x7A, 0x30...0x39, 0x41...0x5A, 0x20, UInt8(ascii: ","),
            UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: "%"), UInt8(ascii: "/"),
            UInt8(ascii: "\""),
            UInt8(ascii: "'"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "+"):
            true
        default: false
        }
    }

    private static func needsEscape(
        _ byte: UInt8, _ previous: UInt8?, _ next: UInt8?, _ text: ArraySlice<UInt8>, _ index: Int,
        _ place: Place
    ) -> Bool {
        switch byte {
        case backslash:
            return place.isCautious || (next.map(SourceAlignment.isPunctuation) ?? true)
        case UInt8(ascii: "`"): return true
        case UInt8(ascii: "*"):
            return place.isCautious || !(isSpace(previous) && isSpace(next))
        case UInt8(ascii: "_"):
            return place.isCautious
                || !((isSpace(previous) && isSpace(next)) || (isWord(previous) && isWord(next)))
        case UInt8(ascii: "~"):
            return place.isCautious || next == byte || previous == byte
        case UInt8(ascii: "["):
            return place.isCautious || place.isInLink || next == byte || previous == byte
                || next == UInt8(ascii: "^") || next == nil
        case UInt8(ascii: "]"):
            return place.isCautious || place.isInLink || next == UInt8(ascii: "(")
        case UInt8(ascii: "!"):
            return (next == nil && place.isBeforeLink)
                || (place.isCautious && next == UInt8(ascii: "["))
        case UInt8(ascii: "<"):
            guard let next else { return true }
            return place.isCautious || isLetter(next) || next == UInt8(ascii: "/")
                || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
        case UInt8(ascii: "&"): return place.isCautious || isReference(text[index...])
        case UInt8(ascii: "|"): return place.isInCell
        case UInt8(ascii: ":"):
            // An address that was no link in the source shall not become one.
            return text[index...].starts(with: "://".utf8) && isLetter(previous)
        case UInt8(ascii: "."): return text[..<index].suffix(3).elementsEqual("www".utf8)
        case UInt8(ascii: "#"):
            // Closing marks of a heading are not part of it.
            return place.isInHeading && isSpace(previous)
                && text[index...].allSatisfy { $0 == byte || $0 == 0x20 }
        default: return false
        }
    }

    /// Writes the start of a line with the backslash that keeps it text, and says
    /// how many bytes of the text that were.
    private static func escapeLineStart(
        _ text: ArraySlice<UInt8>, _ place: Place, to out: inout [UInt8]
    ) -> Int {
        guard let first = text.first, !place.isInCell else { return 0 }
        let rest = text.dropFirst()
        if place.isInHeading {
            // After `# ` nothing is a block any more, but a setext heading's lines may be.
            if first != UInt8(ascii: "#") { return 0 }
        }
        var digits = text.startIndex
        while digits < text.endIndex, (0x30...0x39).contains(text[digits]) { digits += 1 }
        let digitCount = digits - text.startIndex
        if digitCount > 0, digitCount <= 9, digits < text.endIndex,
            text[digits] == UInt8(ascii: ".") || text[digits] == UInt8(ascii: ")"),
            isSpace(digits + 1 < text.endIndex ? text[digits + 1] : nil)
        {
            out += text[..<digits]
            out.append(backslash)
            out.append(text[digits])
            return digitCount + 1
        }
        let escapes: Bool
        switch first {
        case UInt8(ascii: "#"):
            let marks = text.prefix { $0 == first }.count
            escapes = marks <= 6 && isSpace(text.dropFirst(marks).first)
        case UInt8(ascii: ">"): escapes = true
        case UInt8(ascii: "-"), UInt8(ascii: "+"):
            escapes = isSpace(rest.first) || isRule(text, first) || isDelimiterRow(text)
        case UInt8(ascii: "="): escapes = isRule(text, first)
        case UInt8(ascii: "~"): escapes = text.starts(with: "~~~".utf8)
        case UInt8(ascii: "|"), UInt8(ascii: ":"): escapes = isDelimiterRow(text)
        case UInt8(ascii: "*"), UInt8(ascii: "_"):
            // Between spaces they need no backslash elsewhere; here they make a list or a rule.
            escapes = true
        case UInt8(ascii: "["):
            let isTask =
                place.startsItem && place.isBlockStart
                && rest.dropFirst().first == UInt8(ascii: "]")
            escapes = isTask || text.firstRange(of: [UInt8(ascii: "]"), UInt8(ascii: ":")]) != nil
        default: escapes = false
        }
        guard escapes else { return 0 }
        out.append(backslash)
        out.append(first)
        return 1
    }

    static func longestRun(of byte: UInt8, in text: ArraySlice<UInt8>) -> Int {
        runs(of: byte, in: text).max() ?? 0
    }

    /// The lengths of all runs of a byte.
    static func runs(of byte: UInt8, in text: ArraySlice<UInt8>) -> Set<Int> {
        var runs: Set<Int> = []
        var length = 0
        for other in text {
            if other == byte {
                length += 1
            } else if length > 0 {
                runs.insert(length)
                length = 0
            }
        }
        if length > 0 { runs.insert(length) }
        return runs
    }

    private static func isRule(_ text: ArraySlice<UInt8>, _ mark: UInt8) -> Bool {
        text.allSatisfy { $0 == mark || $0 == 0x20 || $0 == 0x09 }
    }

    private static func isDelimiterRow(_ text: ArraySlice<UInt8>) -> Bool {
        text.contains(UInt8(ascii: "-"))
            && text.allSatisfy {
                $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-")
                    || $0 == 0x20 || $0 == 0x09
            }
    }

    static func isReference(_ text: ArraySlice<UInt8>) -> Bool {
        var index = text.startIndex + 1
        if index < text.endIndex, text[index] == UInt8(ascii: "#") { index += 1 }
        let start = index
        while index < text.endIndex, index - start < 40 {
            switch text[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: index += 1
            case UInt8(ascii: ";"): return index > start
            default: return false
            }
        }
        return false
    }

    private static func isSpace(_ byte: UInt8?) -> Bool {
        guard let byte else { return true }
        return byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func isWord(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return isLetter(byte) || (0x30...0x39).contains(byte)
    }

    private static func isLetter(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return (0x61...0x7A).contains(byte | 0x20)
    }
}

/// Escaping outside of running text: addresses, titles, info strings.
extension MarkdownEscaping {
    /// An address in `(…)`, in angle brackets where it needs them.
    static func appendAddress(
        _ address: ArraySlice<UInt8>, hasTitle: Bool, isInCell: Bool, to out: inout [UInt8]
    ) {
        var depth = 0
        var balanced = true
        for byte in address {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth < 0 { balanced = false }
        }
        let angled =
            (address.isEmpty && hasTitle) || depth != 0 || !balanced
            || address.first == UInt8(ascii: "<")
            || address.contains { $0 <= 0x20 || $0 == 0x7F }
        if angled { out.append(UInt8(ascii: "<")) }
        for index in address.indices {
            let byte = address[index]
            let next = index + 1 < address.endIndex ? address[index + 1] : nil
            switch byte {
            case backslash:
                if next.map(SourceAlignment.isPunctuation) ?? true { out.append(backslash) }
            case UInt8(ascii: "&"): if isReference(address[index...]) { out.append(backslash) }
            case UInt8(ascii: "<"), UInt8(ascii: ">"): if angled { out.append(backslash) }
            case UInt8(ascii: "|"): if isInCell { out.append(backslash) }
            default: break
            }
            if byte == 0x0A { out += "&#10;".utf8 } else { out.append(byte) }
        }
        if angled { out.append(UInt8(ascii: ">")) }
    }

    /// A title between double quotes.
    static func appendTitle(_ title: ArraySlice<UInt8>, isInCell: Bool, to out: inout [UInt8]) {
        for index in title.indices {
            let byte = title[index]
            let next = index + 1 < title.endIndex ? title[index + 1] : nil
            switch byte {
            case UInt8(ascii: "\""): out.append(backslash)
            case backslash:
                if next.map(SourceAlignment.isPunctuation) ?? true { out.append(backslash) }
            case UInt8(ascii: "&"): if isReference(title[index...]) { out.append(backslash) }
            case UInt8(ascii: "|"): if isInCell { out.append(backslash) }
            default: break
            }
            if byte == 0x0A { out += "&#10;".utf8 } else { out.append(byte) }
        }
    }

    /// The info string of a fenced block.
    static func info(_ info: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        for index in info.indices {
            let byte = info[index]
            let next = index + 1 < info.endIndex ? info[index + 1] : nil
            if byte == backslash, next.map(SourceAlignment.isPunctuation) ?? false {
                out.append(backslash)
            }
            if byte == UInt8(ascii: "&"), isReference(info[index...]) { out.append(backslash) }
            out.append(byte)
        }
        return out
    }
}
