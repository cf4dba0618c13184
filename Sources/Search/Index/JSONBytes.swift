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
        JSONText.append(utf8: text, to: &output)
    }
}
