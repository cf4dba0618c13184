/// A line as a reader sees it: without block and emphasis marks, links split into text and address,
/// images counted.
///
/// A rough reading for the rules of intake, which look at single lines; what the article becomes is
/// decided by the real parser.
struct VisibleLine {
    enum Piece: Equatable {
        case words(String)
        case link(text: String, url: String)
    }

    private(set) var pieces: [Piece] = []
    private(set) var images = 0

    /// The words of all pieces together.
    var text: String {
        pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .link(let text, _): text
            }
        }.joined().trimmed
    }

    var links: [(text: String, url: String)] {
        pieces.compactMap { piece in
            guard case .link(let text, let url) = piece else { return nil }
            return (text, url)
        }
    }

    var isBlank: Bool { images == 0 && LineShape(text).isBlank }
    var isImageOnly: Bool { images > 0 && LineShape(text).letters == 0 }

    init(_ line: String) {
        var words: [UInt8] = []
        let bytes = Array(Self.withoutBlockMarks(line).utf8)
        var i = 0
        // Brackets that begin no link: after many of them a line is not read for links any more.
        var failures = 0
        func flush() {
            if !words.isEmpty { pieces.append(.words(String(decoding: words, as: UTF8.self))) }
            words.removeAll()
        }
        while i < bytes.count {
            switch bytes[i] {
            case 0x5C where i + 1 < bytes.count && Self.isPunctuation(bytes[i + 1]):
                words.append(bytes[i + 1])
                i += 2
            case 0x21 where failures < 64 && i + 1 < bytes.count && bytes[i + 1] == 0x5B:
                if let link = InlineLink(bytes, at: i + 1) {
                    images += 1
                    i = link.end
                } else {
                    failures += 1
                    words.append(bytes[i])
                    i += 1
                }
            case 0x5B where failures < 64:
                if let link = InlineLink(bytes, at: i) {
                    flush()
                    let inner = VisibleLine(
                        inline: String(decoding: bytes[link.text], as: UTF8.self))
                    images += inner.images
                    pieces.append(
                        .link(
                            text: inner.text,
                            url: String(decoding: bytes[link.destination], as: UTF8.self)))
                    i = link.end
                } else {
                    failures += 1
                    words.append(bytes[i])
                    i += 1
                }
            case 0x2A, 0x60:
                i += 1
            default:
                words.append(bytes[i])
                i += 1
            }
        }
        flush()
    }

    private init(inline text: String) {
        self.init("\u{200B}" + text)
    }

    /// Without `>`, list marks, number signs of a heading, and underscores around the whole.
    private static func withoutBlockMarks(_ line: String) -> String {
        var rest = Substring(line.trimmed)
        while true {
            if let first = rest.utf8.first, first == 0x3E || first == 0x20 || first == 0x09 {
                rest = Substring(rest.utf8.dropFirst())
            } else if rest.hasPrefix("- ") || rest.hasPrefix("* ") || rest.hasPrefix("+ ") {
                rest = Substring(rest.utf8.dropFirst(2))
            } else if rest.utf8.first == 0x23, let heading = ATXHeading(String(rest)) {
                rest = Substring(heading.words)
            } else if rest.utf8.count > 2, rest.hasPrefix("_"), rest.hasSuffix("_") {
                rest = Substring(rest.utf8.dropFirst().dropLast())
            } else {
                return String(rest)
            }
        }
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }
}

/// `[text](destination "title")` in bytes of one line.
struct InlineLink {
    let text: Range<Int>
    let destination: Range<Int>
    /// After the closing parenthesis.
    let end: Int

    /// The longest text and the longest address, in bytes, that are looked at: hostile lines end
    /// soon.
    private static let limit = 8192

    /// `start` is the offset of the opening bracket.
    init?(_ bytes: [UInt8], at start: Int) {
        guard let close = Self.matching(bytes, from: start, open: 0x5B, close: 0x5D),
            close + 1 < bytes.count, bytes[close + 1] == 0x28
        else { return nil }
        var from = close + 2
        while from < bytes.count, bytes[from] == 0x20 { from += 1 }
        var to = from
        if from < bytes.count, bytes[from] == 0x3C {
            from += 1
            to = from
            while to < bytes.count, to - from < Self.limit, bytes[to] != 0x3E { to += 1 }
            guard to < bytes.count, bytes[to] == 0x3E else { return nil }
        } else {
            var depth = 0
            while to < bytes.count, bytes[to] != 0x20, to - from < Self.limit {
                if bytes[to] == 0x28 { depth += 1 }
                if bytes[to] == 0x29 {
                    if depth == 0 { break }
                    depth -= 1
                }
                to += 1
            }
        }
        var after = to
        var quote: UInt8?
        while after < bytes.count, after - to < Self.limit {
            if let mark = quote {
                if bytes[after] == mark { quote = nil }
            } else if bytes[after] == 0x22 || bytes[after] == 0x27 {
                quote = bytes[after]
            } else if bytes[after] == 0x29 {
                break
            }
            after += 1
        }
        guard after < bytes.count, bytes[after] == 0x29, quote == nil else { return nil }
        text = start + 1..<close
        destination = from..<to
        end = after + 1
    }

    private static func matching(_ bytes: [UInt8], from start: Int, open: UInt8, close: UInt8)
        -> Int?
    {
        var depth = 0
        var i = start
        while i < bytes.count, i - start < limit {
            switch bytes[i] {
            case 0x5C: i += 1
            case open: depth += 1
            case close:
                depth -= 1
                if depth == 0 { return i }
            default: break
            }
            i += 1
        }
        return nil
    }
}

extension VisibleLine {
    /// Whether a reader sees nothing of the line, with a quick look first.
    static func isBlankLine(_ text: String) -> Bool {
        if text.isEmpty { return true }
        if let first = text.utf8.first, first >= 0x30, first != 0x5B, first != 0x5F, first < 0x80 {
            return false
        }
        return VisibleLine(text).isBlank
    }

    /// The line without its links.
    static func wordsOnly(_ line: VisibleLine) -> VisibleLine {
        var words = line
        words.pieces = line.pieces.filter { piece in
            if case .words = piece { return true }
            return false
        }
        return words
    }
}
