import Text

/// A source as lines of text: decoded, line ends of every kind made one, control characters gone.
struct SourceText {
    /// Without their line ends.
    var lines: [String]
    var encoding: CharacterEncoding
    /// How many control characters were left out.
    var controls: Int

    init(decoding bytes: [UInt8], as verdict: EncodingDetector.Verdict) throws(DecodingFailure) {
        let utf8: [UInt8]
        if verdict.encoding == .utf8 {
            utf8 = verdict.skip == 0 ? bytes : Array(bytes.dropFirst(verdict.skip))
        } else {
            let (text, _, first) = EncodingConverter.utf8(
                from: bytes[verdict.skip...], in: verdict.encoding)
            if let first { throw DecodingFailure(encoding: verdict.encoding, offset: first) }
            utf8 = text
        }
        encoding = verdict.encoding
        (lines, controls) = Self.split(utf8)
    }

    struct DecodingFailure: Error {
        var encoding: CharacterEncoding
        /// In bytes, 0-based.
        var offset: Int
    }

    /// Lines end at LF, CR LF, CR, form feed, vertical tab, NEL, U+2028 and U+2029.
    private static func split(_ utf8: [UInt8]) -> (lines: [String], controls: Int) {
        var lines: [String] = []
        var line: [UInt8] = []
        var controls = 0
        var i = 0
        func end() {
            lines.append(String(decoding: line, as: UTF8.self))
            line.removeAll(keepingCapacity: true)
        }
        while i < utf8.count {
            let byte = utf8[i]
            switch byte {
            case 0x0A, 0x0B, 0x0C:
                end()
            case 0x0D:
                end()
                if i + 1 < utf8.count, utf8[i + 1] == 0x0A { i += 1 }
            case 0x00..<0x09, 0x0E..<0x20, 0x7F:
                controls += 1
            case 0xC2 where i + 1 < utf8.count && utf8[i + 1] == 0x85:
                end()
                i += 1
            case 0xE2 where i + 2 < utf8.count && utf8[i + 1] == 0x80 && (utf8[i + 2] | 1) == 0xA9:
                end()
                i += 2
            default:
                line.append(byte)
            }
            i += 1
        }
        if !line.isEmpty { end() }
        return (lines, controls)
    }
}
