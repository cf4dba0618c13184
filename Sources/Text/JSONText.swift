/// JSON strings, written without a JSON library: what a string needs is small and must be the same
/// on every machine.
///
/// Escaped are `"`, `\`, control characters, and U+2028 and U+2029, which end a line in older
/// JavaScript. Everything else stays as it is, in UTF-8.
public enum JSONText {
    /// `text` in quotes.
    public static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends `text` in quotes.
    public static func append(_ text: String, to output: inout [UInt8]) {
        append(utf8: text.utf8, to: &output)
    }

    /// Appends UTF-8 in quotes.
    ///
    /// The bytes must be valid UTF-8.
    public static func append(utf8 text: some Collection<UInt8>, to output: inout [UInt8]) {
        output.append(0x22)
        var at = text.startIndex
        while at < text.endIndex {
            let byte = text[at]
            switch byte {
            case 0x22, 0x5C: output += [0x5C, byte]
            case 0x08: output += [0x5C, 0x62]
            case 0x09: output += [0x5C, 0x74]
            case 0x0A: output += [0x5C, 0x6E]
            case 0x0C: output += [0x5C, 0x66]
            case 0x0D: output += [0x5C, 0x72]
            case 0..<0x20, 0x7F: output += [0x5C, 0x75, 0x30, 0x30, hex(byte >> 4), hex(byte & 15)]
            case 0xE2: appendLineSeparator(text, &at, to: &output)
            default: output.append(byte)
            }
            at = text.index(after: at)
        }
        output.append(0x22)
    }

    /// At a byte E2: writes U+2028 and U+2029 escaped and leaves `at` on their last byte.
    private static func appendLineSeparator<Bytes: Collection<UInt8>>(
        _ text: Bytes, _ at: inout Bytes.Index, to output: inout [UInt8]
    ) {
        let second = text.index(after: at)
        guard second < text.endIndex, text[second] == 0x80 else { return output.append(0xE2) }
        let third = text.index(after: second)
        guard third < text.endIndex, text[third] == 0xA8 || text[third] == 0xA9 else {
            return output.append(0xE2)
        }
        output += [0x5C, 0x75, 0x32, 0x30, 0x32, text[third] == 0xA8 ? 0x38 : 0x39]
        at = third
    }

    private static func hex(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? 0x30 + nibble : 0x61 + nibble - 10
    }
}
