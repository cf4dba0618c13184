import Text

/// Bare web addresses in running text, directly before a character that cannot be part of one.
///
/// GFM ends a bare address at white space or `<` alone, so `（https://a.example/b）。這` makes a link
/// of the rest of a Chinese sentence. In angle brackets the address ends where it ends.
enum BareAddresses {
    static func enclose(_ line: String) -> String {
        let bytes = Array(line.utf8)
        guard bytes.contains(where: { $0 >= 0x80 }), !bytes.contains(0x60) else { return line }
        var out: [UInt8] = []
        var i = 0
        while i < bytes.count {
            guard bytes[i] == 0x68 || bytes[i] == 0x77,
                mayBegin(after: i == 0 ? nil : bytes[i - 1]),
                let (end, prefix) = address(bytes, at: i), end < bytes.count, bytes[end] >= 0x80
            else {
                out.append(bytes[i])
                i += 1
                continue
            }
            let text = bytes[i..<end]
            if prefix.isEmpty {
                out += [0x3C] + text + [0x3E]
            } else {
                out += [0x5B] + text + Array("](".utf8) + prefix + text + [0x29]
            }
            i = end
        }
        return out.count == bytes.count ? line : String(decoding: out, as: UTF8.self)
    }

    /// Inside a link, a tag or quotes an address is not bare.
    private static func mayBegin(after byte: UInt8?) -> Bool {
        guard let byte else { return true }
        return byte >= 0x80 || byte == 0x20 || byte == 0x09 || byte == 0x3A
    }

    /// The end of an address of plain ASCII, and the scheme that it lacks.
    private static func address(_ bytes: [UInt8], at start: Int) -> (end: Int, scheme: [UInt8])? {
        let rest = bytes[start...]
        let scheme: [UInt8]
        var i: Int
        if rest.starts(with: Array("http://".utf8)) {
            (scheme, i) = ([], start + 7)
        } else if rest.starts(with: Array("https://".utf8)) {
            (scheme, i) = ([], start + 8)
        } else if rest.starts(with: Array("www.".utf8)) {
            (scheme, i) = (Array("http://".utf8), start + 4)
        } else {
            return nil
        }
        let first = i
        while i < bytes.count, bytes[i] > 0x20, bytes[i] < 0x7F,
            !Array("<>\"`|\\^{}[]*()".utf8).contains(bytes[i])
        { i += 1 }
        while i > first, Array(".,;:!?'_~".utf8).contains(bytes[i - 1]) { i -= 1 }
        return i > first ? (i, scheme) : nil
    }
}

/// Lines that Markdown would read as the address of a link or as a footnote and then show nowhere,
/// because nothing refers to them: `[Note]: done`.
///
/// They get a backslash and stay words.
enum SwallowedDefinitions {
    static func escape(_ lines: [String], fenced: [Bool]) -> [String] {
        let labels = lines.indices.map { fenced[$0] ? nil : label(lines[$0]) }
        guard labels.contains(where: { $0 != nil }) else { return lines }
        let text = lines.indices.map {
            labels[$0] == nil ? lines[$0] : String(lines[$0].dropFirst(1))
        }
        .joined(separator: "\n").lowercased()
        return lines.indices.map { i in
            guard let label = labels[i] else { return lines[i] }
            let isUsed = text.contains("[\(label.lowercased())]")
            if isUsed { return lines[i] }
            let spaces = lines[i].prefix { $0 == " " }
            return spaces + "\\" + lines[i].dropFirst(spaces.count)
        }
    }

    /// `x` of `[x]: …` or `[^x]: …`.
    private static func label(_ line: String) -> String? {
        let spaces = line.prefix { $0 == " " }.count
        let rest = line.dropFirst(spaces)
        guard spaces <= 3, rest.hasPrefix("["), let close = rest.firstIndex(of: "]") else {
            return nil
        }
        let after = rest[rest.index(after: close)...]
        guard after.hasPrefix(":") else { return nil }
        return String(rest[rest.index(after: rest.startIndex)..<close])
    }
}
