import Quantities
import Text

/// Writes JSON into bytes, in the order it is told: same values, same bytes.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// - Parameter size: in bytes, as far as it can be guessed.
    static func document(size: Int = 0, _ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.bytes.reserveCapacity(size)
        write(&writer)
        writer.bytes.append(0x0A)
        return writer.bytes
    }

    mutating func object(_ members: (inout JSONWriter) -> Void) {
        open(0x7B)
        members(&self)
        close(0x7D)
    }

    mutating func array(_ elements: (inout JSONWriter) -> Void) {
        open(0x5B)
        elements(&self)
        close(0x5D)
    }

    /// Starts a line; only for looks.
    mutating func line() {
        if needsComma { bytes.append(0x2C) }
        needsComma = false
        bytes.append(0x0A)
    }

    mutating func key(_ key: String) {
        separate()
        quote(key)
        bytes.append(0x3A)
        needsComma = false
    }

    mutating func string(_ value: String) {
        separate()
        quote(value)
        needsComma = true
    }

    /// A string from UTF-8.
    mutating func string(utf8 value: ArraySlice<UInt8>) {
        separate()
        JSONText.append(utf8: value, to: &bytes)
        needsComma = true
    }

    /// Members that were written before, without brackets.
    mutating func members(_ written: [UInt8]) {
        separate()
        bytes.append(contentsOf: written)
        needsComma = true
    }

    /// A value that is written by hand, where there are very many alike.
    mutating func value(_ write: (inout [UInt8]) -> Void) {
        separate()
        write(&bytes)
        needsComma = true
    }

    /// Members to be written many times.
    static func members(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        write(&writer)
        return writer.bytes
    }

    mutating func int(_ value: Int) {
        separate()
        if value < 0 { bytes.append(0x2D) }
        bytes.appendDecimal(value.magnitude)
        needsComma = true
    }

    mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
        needsComma = true
    }

    mutating func member(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    mutating func member(_ name: String, _ value: Int) {
        key(name)
        int(value)
    }

    /// A number in plain digits, exact.
    mutating func member(_ name: String, _ value: DecimalNumber) {
        key(name)
        bytes.append(contentsOf: value.description.utf8)
        needsComma = true
    }

    /// Left out when `nil` or empty.
    mutating func member(ifAny name: String, _ value: String?) {
        if let value, !value.isEmpty { member(name, value) }
    }

    /// Left out when empty.
    mutating func member(ifAny name: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        key(name)
        array { for value in values { $0.string(value) } }
    }

    mutating func object(_ name: String, _ members: (inout JSONWriter) -> Void) {
        key(name)
        object(members)
    }

    mutating func array(_ name: String, _ elements: (inout JSONWriter) -> Void) {
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
