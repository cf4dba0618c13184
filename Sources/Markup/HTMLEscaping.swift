import Text

/// Writing text into HTML, the way cmark does (houdini_html_e.c, houdini_href_e.c).
extension [UInt8] {
    /// Text or an attribute's value: `&`, `<`, `>` and `"` as character references.
    mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { appendEscaped($0) }
    }

    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = -1
        while true {
            index += 1
            while index + 8 <= text.count, !Self.mayNeedEscape(ByteWord(text, at: index)) {
                index += 8
            }
            guard index < text.count else { break }
            let reference: StaticString
            switch text[index] {
            case 0x26: reference = "&amp;"
            case 0x3C: reference = "&lt;"
            case 0x3E: reference = "&gt;"
            case 0x22: reference = "&quot;"
            default: continue
            }
            append(contentsOf: text[start..<index])
            append(reference)
            start = index + 1
        }
        append(contentsOf: text[start...])
    }

    private static func mayNeedEscape(_ bytes: ByteWord) -> Bool {
        !bytes.isNonASCII
            && (bytes.holds(0x26) || bytes.holds(0x3C) || bytes.holds(0x3E) || bytes.holds(0x22))
    }

    /// The same for text of raw HTML, whose character references stay what they are.
    mutating func appendEscapedKeepingReferences(_ text: ArraySlice<UInt8>) {
        var start = text.startIndex
        for index in text.indices where text[index] == UInt8(ascii: "&") {
            guard Self.isReference(text[index...]) else { continue }
            appendEscaped(text[start..<index])
            append(UInt8(ascii: "&"))
            start = index + 1
        }
        appendEscaped(text[start...])
    }

    /// An address as the value of an attribute: characters that are not allowed in one are
    /// percent-encoded.
    mutating func appendEscapedAddress(_ address: some Sequence<UInt8>) {
        for byte in address {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "!"), UInt8(ascii: "*"),
                UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "%"),
                UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "?"), UInt8(ascii: "="),
                UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "$"),
                UInt8(ascii: "~"):
                append(byte)
            case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "'"): append(contentsOf: "&#x27;".utf8)
            default:
                PercentEncoding.append(byte, to: &self)
            }
        }
    }

    /// Whether the bytes begin with `&name;` or `&#123;`.
    private static func isReference(_ text: ArraySlice<UInt8>) -> Bool {
        var index = text.startIndex + 1
        if index < text.endIndex, text[index] == UInt8(ascii: "#") { index += 1 }
        let start = index
        while index < text.endIndex, index - start < 32 {
            switch text[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: index += 1
            case UInt8(ascii: ";"): return index > start
            default: return false
            }
        }
        return false
    }
}
