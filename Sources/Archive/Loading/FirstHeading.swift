/// Finds a title in a Markdown body that has none in its front matter.
///
/// A cheap scan of lines: the first ATX or setext heading outside fenced code, with emphasis, code
/// and link signs taken away.
enum FirstHeading {
    /// `nil` when there is no heading with words in the first 64 kB.
    static func text(_ body: [UInt8]) -> String? {
        var fence: UInt8?
        var previous: ArraySlice<UInt8> = []
        for line in body.prefix(65_536).split(separator: 0x0A, omittingEmptySubsequences: false) {
            let line = trimmed(line)
            if let sign = fenceSign(line), fence == nil || fence == sign {
                fence = fence == nil ? sign : nil
                previous = []
                continue
            }
            guard fence == nil else { continue }
            if let heading = atx(line) {
                let text = plain(heading)
                if !text.isEmpty { return text }
            } else if isUnderline(line), !previous.isEmpty, !isMarker(previous) {
                let text = plain(previous)
                if !text.isEmpty { return text }
            }
            previous = line
        }
        return nil
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        while line.first == 0x20 { line.removeFirst() }
        while line.last == 0x20 || line.last == 0x09 { line.removeLast() }
        return line
    }

    private static func fenceSign(_ line: ArraySlice<UInt8>) -> UInt8? {
        guard let sign = line.first, sign == 0x60 || sign == 0x7E else { return nil }
        return line.prefix(3).filter { $0 == sign }.count == 3 ? sign : nil
    }

    /// The text after one to six `#` and a space.
    private static func atx(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let signs = line.prefix { $0 == 0x23 }.count
        guard 1...6 ~= signs, line.count > signs, line[line.startIndex + signs] == 0x20 else {
            return nil
        }
        var rest = trimmed(line.dropFirst(signs))
        let closing = rest.reversed().prefix { $0 == 0x23 }.count
        if closing > 0, closing == rest.count || rest.dropLast(closing).last == 0x20 {
            rest = trimmed(rest.dropLast(closing))
        }
        return rest
    }

    private static func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
        guard let sign = line.first, sign == 0x3D || sign == 0x2D else { return false }
        return line.allSatisfy { $0 == sign }
    }

    /// List items, quotes, tables and HTML are not setext headings.
    private static func isMarker(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first else { return true }
        return [0x3E, 0x7C, 0x3C, 0x2D, 0x2B, 0x23].contains(first)
            || (first == 0x2A && line.dropFirst().first == 0x20)
    }

    /// The words without `*`, `_` around words, backticks, and with links as their text.
    private static func plain(_ line: ArraySlice<UInt8>) -> String {
        let bytes = Array(line)
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            switch bytes[at] {
            case 0x5C where at + 1 < bytes.count && bytes[at + 1] < 0x80:
                out.append(bytes[at + 1])
                at += 1
            case 0x2A, 0x60: break
            case 0x21 where at + 1 < bytes.count && bytes[at + 1] == 0x5B:
                at = link(bytes, at + 1)?.end ?? at
            case 0x5B:
                guard let link = link(bytes, at) else {
                    out.append(bytes[at])
                    break
                }
                out += bytes[link.text].filter { $0 != 0x2A && $0 != 0x60 }
                at = link.end
            default: out.append(bytes[at])
            }
            at += 1
        }
        return String(decoding: out, as: UTF8.self).trimmingWhiteSpace()
    }

    /// `[text](address)` at `start`: the text and the offset of `)`.
    private static func link(_ bytes: [UInt8], _ start: Int) -> (text: Range<Int>, end: Int)? {
        guard let close = bytes[start...].firstIndex(of: 0x5D), close + 1 < bytes.count,
            bytes[close + 1] == 0x28,
            let end = bytes[close...].firstIndex(of: 0x29)
        else { return nil }
        return (start + 1..<close, end)
    }
}
