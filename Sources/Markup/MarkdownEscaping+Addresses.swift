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
