import Text

/// Plain text as Markdown that reads the same: paragraphs are found, and every character with a
/// meaning in Markdown is escaped.
enum PlainTextMarkdown {
    static func write(_ lines: [String]) -> [UInt8] {
        let layout = ParagraphBreaks.layout(of: lines)
        var out: [UInt8] = []
        var paragraph: [UInt8] = []
        func end() {
            guard !paragraph.isEmpty else { return }
            if !out.isEmpty { out.append(contentsOf: [0x0A, 0x0A]) }
            out.append(contentsOf: paragraph)
            paragraph.removeAll()
        }
        for line in lines {
            let text = line.trimmed
            guard !text.isEmpty else {
                end()
                continue
            }
            if layout == .paragraphPerLine || opensTurn(text) { end() }
            let escaped = escape(Array(text.utf8), atStart: paragraph.isEmpty)
            if !paragraph.isEmpty, needsSpace(paragraph, escaped) { paragraph.append(0x20) }
            paragraph.append(contentsOf: escaped)
        }
        end()
        if !out.isEmpty { out.append(0x0A) }
        return out
    }

    /// `Q：`, `A:`, `问：` and `Name：` with a short name begin a turn of a conversation.
    private static func opensTurn(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars.prefix(12))
        guard let colon = scalars.firstIndex(where: { $0 == "：" || $0 == ":" }), colon > 0 else {
            return false
        }
        let name = Scalars.string(scalars[..<colon])
        if WordList.bylines["turn"].contains(name) { return true }
        return scalars[colon] == "：" && LineShape(name).letters == scalars[..<colon].count
    }

    /// Lines that are joined keep a space, except between characters that are written without one.
    private static func needsSpace(_ before: [UInt8], _ after: [UInt8]) -> Bool {
        guard let last = UTF8Scalars.decode(before, before: before.count) else { return false }
        let first = UTF8Scalars.decode(after, at: 0).scalar
        return !(isWide(last.scalar) && isWide(first))
    }

    private static func isWide(_ scalar: UInt32) -> Bool {
        ScalarClass(scalar) == .han || (0x3000...0x303F).contains(scalar)
            || (0xFF00...0xFFEF).contains(scalar)
            || (0x2010...0x2027).contains(scalar)
    }

    /// Backslashes before what Markdown gives a meaning to; addresses stay whole.
    private static func escape(_ text: [UInt8], atStart: Bool) -> [UInt8] {
        var out: [UInt8] = []
        var i = 0
        if atStart, let mark = blockMark(text) {
            out.append(contentsOf: text[..<mark])
            out.append(0x5C)
            out.append(text[mark])
            i = mark + 1
        }
        while i < text.count {
            if let end = addressEnd(text, at: i) {
                out.append(contentsOf: text[i..<end])
                i = end
                continue
            }
            switch text[i] {
            case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3C, 0x7E, 0x7C: out.append(0x5C)
            case 0x26 where looksLikeEntity(text, at: i): out.append(0x5C)
            case 0x21 where i + 1 < text.count && text[i + 1] == 0x5B: out.append(0x5C)
            default: break
            }
            out.append(text[i])
            i += 1
        }
        return out
    }

    /// The index of the byte that would make the line a heading, list item, quote, rule or code.
    private static func blockMark(_ text: [UInt8]) -> Int? {
        guard let first = text.first else { return nil }
        switch first {
        case 0x23, 0x2B, 0x2D, 0x3E, 0x3D: return 0
        case 0x30...0x39:
            let digits = text.prefix { (0x30...0x39).contains($0) }.count
            guard digits <= 9, digits < text.count, text[digits] == 0x2E || text[digits] == 0x29,
                digits + 1 == text.count || text[digits + 1] == 0x20
            else { return nil }
            return digits
        default: return nil
        }
    }

    private static func addressEnd(_ text: [UInt8], at start: Int) -> Int? {
        guard text[start] == 0x68, text[start...].starts(with: Array("http".utf8)) else {
            return nil
        }
        var i = start + 4
        if i < text.count, text[i] == 0x73 { i += 1 }
        guard text[i...].starts(with: Array("://".utf8)) else { return nil }
        while i < text.count, text[i] > 0x20, text[i] < 0x7F,
            !Array("<>\"`|\\^{}[]*".utf8).contains(text[i])
        { i += 1 }
        return i
    }

    private static func looksLikeEntity(_ text: [UInt8], at start: Int) -> Bool {
        let rest = text[(start + 1)...].prefix(32)
        guard let end = rest.firstIndex(of: 0x3B), end > start + 1 else { return false }
        return text[(start + 1)..<end].allSatisfy { byte in
            byte == 0x23 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
        }
    }
}
