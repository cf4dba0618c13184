import Text

/// A JSON value with its offset in the file, for diagnostics.
struct LocatedJSON {
    enum Value {
        case string(String)
        case object([(name: Name, value: LocatedJSON)])
        /// An array, a number, `true`, `false` or `null`, by its name in messages.
        case other(String)
    }

    struct Name {
        var text: String
        var offset: Int
    }

    /// A syntax error.
    struct Mistake: Error {
        var message: String
        var offset: Int
    }

    var value: Value
    var offset: Int

    /// Reads a whole file (RFC 8259).
    static func read(_ bytes: [UInt8]) throws(Mistake) -> LocatedJSON {
        var reader = LocatedJSONReader(bytes)
        return try reader.document()
    }

    /// Line, column and source line of an offset.
    static func place(of offset: Int, in bytes: [UInt8], file: String) -> Diagnostic.Place {
        let newline = UInt8(ascii: "\n")
        let before = bytes[..<min(offset, bytes.count)]
        let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
        return Diagnostic.Place(
            file: file, line: before.count { $0 == newline } + 1,
            column: before.count - start + 1,
            excerpt: String(decoding: bytes[start..<end], as: UTF8.self))
    }
}

private struct LocatedJSONReader {
    private static let deepest = 32

    private let bytes: [UInt8]
    private var at: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func document() throws(LocatedJSON.Mistake) -> LocatedJSON {
        let value = try value(depth: 0)
        skipSpace()
        if at < bytes.count { throw mistake("more text follows the end of the JSON value") }
        return value
    }

    private mutating func value(depth: Int) throws(LocatedJSON.Mistake) -> LocatedJSON {
        skipSpace()
        let start = at
        guard depth < Self.deepest else { throw mistake("nested too deeply") }
        switch at < bytes.count ? bytes[at] : 0 {
        case UInt8(ascii: "\""): return LocatedJSON(value: .string(try string()), offset: start)
        case UInt8(ascii: "{"):
            return LocatedJSON(value: .object(try object(depth)), offset: start)
        case UInt8(ascii: "["):
            try skipArray(depth)
            return LocatedJSON(value: .other("a list"), offset: start)
        default: return LocatedJSON(value: .other(try scalar()), offset: start)
        }
    }

    private mutating func object(_ depth: Int) throws(LocatedJSON.Mistake)
        -> [(name: LocatedJSON.Name, value: LocatedJSON)]
    {
        at += 1
        var members: [(name: LocatedJSON.Name, value: LocatedJSON)] = []
        if take("}") { return members }
        repeat {
            skipSpace()
            let offset = at
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
                throw mistake("expected a name in double quotes")
            }
            let name = LocatedJSON.Name(text: try string(), offset: offset)
            guard take(":") else { throw mistake("expected `:` after a name") }
            members.append((name, try value(depth: depth + 1)))
        } while take(",")
        guard take("}") else { throw mistake("expected `,` or `}`") }
        return members
    }

    private mutating func skipArray(_ depth: Int) throws(LocatedJSON.Mistake) {
        at += 1
        if take("]") { return }
        repeat {
            let item = try value(depth: depth + 1)
            if item.offset == at { throw mistake("expected a value") }
        } while take(",")
        guard take("]") else { throw mistake("expected `,` or `]`") }
    }

    private mutating func scalar() throws(LocatedJSON.Mistake) -> String {
        let start = at
        while at < bytes.count,
            bytes[at] | 0x20 &- 0x61 < 26 || bytes[at] &- 0x30 < 10
                || "+-.".utf8.contains(bytes[at])
        { at += 1 }
        switch String(decoding: bytes[start..<at], as: UTF8.self) {
        case "true", "false": return "a truth value"
        case "null": return "null"
        case let text where Double(text) != nil: return "a number"
        default:
            at = start
            throw mistake("expected a value")
        }
    }

    private mutating func string() throws(LocatedJSON.Mistake) -> String {
        at += 1
        var units: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: units, as: UTF8.self) else {
                    throw mistake("text that is not UTF-8")
                }
                return text
            case UInt8(ascii: "\\"): try escape(&units)
            case 0..<0x20:
                at -= 1
                throw mistake("a line break or control character inside a text: write `\\n`")
            default: units.append(byte)
            }
        }
        throw mistake("a text without its closing quotation mark")
    }

    private mutating func escape(_ units: inout [UInt8]) throws(LocatedJSON.Mistake) {
        let letter = at < bytes.count ? bytes[at] : 0
        at += 1
        switch Unicode.Scalar(letter) {
        case "b": units.append(0x08)
        case "f": units.append(0x0C)
        case "n": units.append(0x0A)
        case "r": units.append(0x0D)
        case "t": units.append(0x09)
        case "\"", "\\", "/": units.append(letter)
        case "u":
            var scalar = try codeUnit()
            if 0xD800..<0xDC00 ~= scalar, bytes[at...].starts(with: "\\u".utf8) {
                at += 2
                let low = try codeUnit()
                guard 0xDC00..<0xE000 ~= low else { throw mistake("half of a surrogate pair") }
                scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(scalar) else {
                throw mistake("half of a surrogate pair")
            }
            units += Array(String(Character(scalar)).utf8)
        default: throw mistake("an unknown escape in a text")
        }
    }

    private mutating func codeUnit() throws(LocatedJSON.Mistake) -> UInt32 {
        guard at + 4 <= bytes.count,
            let unit = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
        else { throw mistake("`\\u` needs four hexadecimal digits") }
        at += 4
        return unit
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    }

    private func mistake(_ message: String) -> LocatedJSON.Mistake {
        .init(message: message, offset: at)
    }
}
