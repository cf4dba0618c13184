import Text

/// JSON strings of the index: long, and hardly ever in need of an escape.
enum JSONBytes {
    /// Appends digits in quotes.
    static func append(digits: [UInt8], to output: inout [UInt8]) {
        output.append(0x22)
        output += digits
        output.append(0x22)
    }

    /// Appends UTF-8 in quotes.
    static func append(_ text: [UInt8], to output: inout [UInt8]) {
        // U+2028 and U+2029 begin with E2 80; whatever does goes the long way.
        var needsEscape = false
        for at in text.indices {
            let byte = text[at]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
                || byte == 0xE2 && at + 1 < text.count && text[at + 1] == 0x80
            {
                needsEscape = true
                break
            }
        }
        guard !needsEscape else { return JSONText.append(utf8: text, to: &output) }
        output.append(0x22)
        output += text
        output.append(0x22)
    }
}
