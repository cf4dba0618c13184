/// Writes JSON into bytes, in the order of the calls: the same values give the same bytes.
public struct JSONWriter {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init() {}

    /// - Parameter size: in bytes, as far as it can be guessed.
    public static func document(size: Int = 0, _ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.bytes.reserveCapacity(size)
        write(&writer)
        writer.bytes.append(0x0A)
        return writer.bytes
    }

    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        open(0x7B)
        members(&self)
        close(0x7D)
    }

    public mutating func array(_ elements: (inout JSONWriter) -> Void) {
        open(0x5B)
        elements(&self)
        close(0x5D)
    }

    /// Starts a line; only for looks.
    public mutating func line() {
        if needsComma { bytes.append(0x2C) }
        needsComma = false
        bytes.append(0x0A)
    }

    public mutating func key(_ key: String) {
        separate()
        quote(key)
        bytes.append(0x3A)
        needsComma = false
    }

    public mutating func string(_ value: String) {
        separate()
        quote(value)
        needsComma = true
    }

    /// A string from UTF-8.
    public mutating func string(utf8 value: ArraySlice<UInt8>) {
        separate()
        JSONText.append(utf8: value, to: &bytes)
        needsComma = true
    }

    /// Members that were written before, without brackets.
    public mutating func members(_ written: [UInt8]) {
        separate()
        bytes.append(contentsOf: written)
        needsComma = true
    }

    /// A value that is written by hand, where there are very many alike.
    public mutating func value(_ write: (inout [UInt8]) -> Void) {
        separate()
        write(&bytes)
        needsComma = true
    }

    /// Members to be written many times.
    public static func members(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        write(&writer)
        return writer.bytes
    }

    public mutating func int(_ value: Int) {
        separate()
        if value < 0 { bytes.append(0x2D) }
        bytes.appendDecimal(value.magnitude)
        needsComma = true
    }

    public mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
        needsComma = true
    }

    public mutating func member(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    public mutating func member(_ name: String, _ value: Int) {
        key(name)
        int(value)
    }

    public mutating func member(orNull name: String, _ value: String?) {
        if let value { member(name, value) } else { member(name, digits: "null") }
    }

    /// A number in plain digits, or `null`: written as it is.
    public mutating func member(_ name: String, digits: String) {
        key(name)
        bytes.append(contentsOf: digits.utf8)
        needsComma = true
    }

    /// Left out when `nil` or empty.
    public mutating func member(ifAny name: String, _ value: String?) {
        if let value, !value.isEmpty { member(name, value) }
    }

    /// Left out when empty.
    public mutating func member(ifAny name: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        key(name)
        array { for value in values { $0.string(value) } }
    }

    public mutating func object(_ name: String, _ members: (inout JSONWriter) -> Void) {
        key(name)
        object(members)
    }

    public mutating func array(_ name: String, _ elements: (inout JSONWriter) -> Void) {
        key(name)
        array(elements)
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func quote(_ text: String) {
        JSONText.append(text, to: &bytes)
    }
}

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
            default: output += [0x5C, 0x75, 0x30, 0x30, Hex.lower(byte >> 4), Hex.lower(byte & 15)]
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
}
