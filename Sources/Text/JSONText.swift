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
        let isDone: Void? = text.withContiguousStorageIfAvailable { append(run: $0, to: &output) }
        if isDone == nil {
            Array(text).withUnsafeBufferPointer { append(run: $0, to: &output) }
        }
        output.append(0x22)
    }

    /// Appends a part of a text in quotes.
    ///
    /// The bytes must be valid UTF-8.
    public static func append(utf8 text: ArraySlice<UInt8>, to output: inout [UInt8]) {
        output.append(0x22)
        text.withUnsafeBufferPointer { append(run: $0, to: &output) }
        output.append(0x22)
    }

    /// What needs no escape is copied in one piece.
    private static func append(run text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var start = 0
        var at = 0
        while true {
            while at + 8 <= text.count, isPlain(ByteWord(text, at: at)) { at += 8 }
            guard at < text.count else { break }
            let byte = text[at]
            at += 1
            if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F, byte != 0xE2 { continue }
            if byte == 0xE2 {
                guard at + 1 < text.count, text[at] == 0x80, text[at + 1] & 0xFE == 0xA8 else {
                    continue
                }
            }
            output.append(contentsOf: text[start..<at - 1])
            switch byte {
            case 0x22, 0x5C: output += [0x5C, byte]
            case 0x08: output += [0x5C, 0x62]
            case 0x09: output += [0x5C, 0x74]
            case 0x0A: output += [0x5C, 0x6E]
            case 0x0C: output += [0x5C, 0x66]
            case 0x0D: output += [0x5C, 0x72]
            case 0xE2:
                output += [0x5C, 0x75, 0x32, 0x30, 0x32, text[at + 1] - 0x70]
                at += 2
            default: output += [0x5C, 0x75, 0x30, 0x30, hex(byte >> 4), hex(byte & 15)]
            }
            start = at
        }
        output.append(contentsOf: text[start...])
    }

    private static func isPlain(_ bytes: ByteWord) -> Bool {
        !bytes.holds(0xE2)
            && (bytes.isNonASCII
                || !(bytes.holdsLess(than: 0x20) || bytes.holds(0x22) || bytes.holds(0x5C)
                    || bytes.holds(0x7F)))
    }

    private static func hex(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? 0x30 + nibble : 0x61 + nibble - 10
    }
}
