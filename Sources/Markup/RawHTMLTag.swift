/// A tag of raw HTML: `<name attributes>`, `</name>`.
struct RawHTMLTag: Equatable {
    struct Attribute: Equatable {
        /// Lower case.
        var name: [UInt8]
        /// As written, character references and all; empty when there is none.
        var value: [UInt8]
    }

    /// Lower case.
    var name: [UInt8]
    var isClosing: Bool
    var attributes: [Attribute]
    /// How many bytes the tag takes.
    var length: Int

    /// The tag that begins the bytes; `nil` when none does.
    init?(_ bytes: ArraySlice<UInt8>) {
        let end = bytes.endIndex
        var at = bytes.startIndex
        guard at < end, bytes[at] == UInt8(ascii: "<") else { return nil }
        at += 1
        isClosing = at < end && bytes[at] == UInt8(ascii: "/")
        if isClosing { at += 1 }
        guard at < end, Self.isLetter(bytes[at]) else { return nil }
        let nameStart = at
        while at < end, !Self.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">"),
            bytes[at] != UInt8(ascii: "/")
        {
            at += 1
        }
        name = Self.lowercased(bytes[nameStart..<at])
        attributes = []
        while at < end, bytes[at] != UInt8(ascii: ">") {
            if Self.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
                at += 1
                continue
            }
            let start = at
            while at < end, !Self.isSpace(bytes[at]), bytes[at] != UInt8(ascii: "="),
                bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "/") || at == start
            {
                at += 1
            }
            let attribute = Self.lowercased(bytes[start..<max(at, start)])
            if at == start { at += 1 }
            var next = at
            while next < end, Self.isSpace(bytes[next]) { next += 1 }
            var value: ArraySlice<UInt8> = []
            if next < end, bytes[next] == UInt8(ascii: "=") {
                next += 1
                while next < end, Self.isSpace(bytes[next]) { next += 1 }
                guard next < end else { return nil }
                let quote = bytes[next]
                if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                    guard let close = bytes[(next + 1)...].firstIndex(of: quote) else { return nil }
                    value = bytes[next + 1..<close]
                    at = close + 1
                } else {
                    at = next
                    while at < end, !Self.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") {
                        at += 1
                    }
                    value = bytes[next..<at]
                }
            }
            // Of two attributes of one name a browser takes the first.
            if !attributes.contains(where: { $0.name == attribute }) {
                attributes.append(Attribute(name: attribute, value: Array(value)))
            }
        }
        guard at < end else { return nil }
        length = at + 1 - bytes.startIndex
    }

    /// `<br>` in any spelling.
    static func isBreak(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 4, bytes[bytes.startIndex + 1] | 0x20 == UInt8(ascii: "b") else {
            return false
        }
        return RawHTMLTag(bytes).map { !$0.isClosing && $0.name == Array("br".utf8) } ?? false
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}
