/// A JSON value (RFC 8259) with its offset in the file, for diagnostics.
public struct JSONValue: Sendable {
    public enum Content: Sendable {
        /// UTF-8 as in the file, escapes decoded.
        case string([UInt8])
        /// `nil`: not a whole number, or too large for one.
        case number(Int?)
        case array([JSONValue])
        /// In the file's order; a name may occur twice.
        case object([(name: Name, value: JSONValue)])
        case bool(Bool)
        case null
    }

    public struct Name: Sendable {
        public var text: String
        public var offset: Int
    }

    /// A syntax error.
    public struct Mistake: Error {
        public var message: String
        public var offset: Int
    }

    public var content: Content
    /// Of its first byte.
    public var offset: Int

    /// Reads a whole file; it may begin with a byte order mark.
    public static func read(_ bytes: [UInt8]) throws(Mistake) -> JSONValue {
        if let offset = UTF8Validity.firstInvalid(bytes) {
            throw Mistake(message: "text that is not UTF-8", offset: offset)
        }
        var reader = JSONReader(bytes)
        return try reader.document()
    }

    /// Reads a file that the program wrote itself; its texts are not checked.
    ///
    /// - Returns: `nil` if the bytes are not a JSON value.
    public static func parsed(_ bytes: [UInt8]) -> JSONValue? {
        var reader = JSONReader(bytes)
        do throws(Mistake) {
            return try reader.document()
        } catch {
            return nil
        }
    }

    public var text: [UInt8]? {
        if case .string(let text) = content { text } else { nil }
    }

    public var string: String? { text.map { String(decoding: $0, as: UTF8.self) } }

    public var int: Int? {
        if case .number(let number) = content { number } else { nil }
    }

    public var items: [JSONValue]? {
        if case .array(let items) = content { items } else { nil }
    }

    public var members: [(name: Name, value: JSONValue)]? {
        if case .object(let members) = content { members } else { nil }
    }

    /// The first member of a name.
    public subscript(name: String) -> JSONValue? {
        members?.first { $0.name.text == name }?.value
    }

    /// For messages: "a list".
    public var kind: String {
        switch content {
        case .string: "a text"
        case .number: "a number"
        case .array: "a list"
        case .object: "an object"
        case .bool: "a truth value"
        case .null: "null"
        }
    }
}

private struct JSONReader {
    private static let deepest = 32

    private let bytes: [UInt8]
    private var at: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func document() throws(JSONValue.Mistake) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        if at < bytes.count { throw mistake("more text follows the end of the JSON value") }
        return value
    }

    private mutating func value(depth: Int) throws(JSONValue.Mistake) -> JSONValue {
        skipSpace()
        let start = at
        guard depth < Self.deepest else { throw mistake("nested too deeply") }
        let content: JSONValue.Content
        switch at < bytes.count ? bytes[at] : 0 {
        case UInt8(ascii: "\""): content = .string(try string())
        case UInt8(ascii: "{"): content = .object(try object(depth))
        case UInt8(ascii: "["): content = .array(try array(depth))
        default: content = try scalar()
        }
        return JSONValue(content: content, offset: start)
    }

    private mutating func object(_ depth: Int) throws(JSONValue.Mistake)
        -> [(name: JSONValue.Name, value: JSONValue)]
    {
        at += 1
        var members: [(name: JSONValue.Name, value: JSONValue)] = []
        if take("}") { return members }
        repeat {
            skipSpace()
            let offset = at
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
                throw mistake("expected a name in double quotes")
            }
            let name = String(decoding: try string(), as: UTF8.self)
            guard take(":") else { throw mistake("expected `:` after a name") }
            members.append(
                (JSONValue.Name(text: name, offset: offset), try value(depth: depth + 1)))
        } while take(",")
        guard take("}") else { throw mistake("expected `,` or `}`") }
        return members
    }

    private mutating func array(_ depth: Int) throws(JSONValue.Mistake) -> [JSONValue] {
        at += 1
        var items: [JSONValue] = []
        if take("]") { return items }
        repeat { items.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw mistake("expected `,` or `]`") }
        return items
    }

    private mutating func scalar() throws(JSONValue.Mistake) -> JSONValue.Content {
        let start = at
        while at < bytes.count, Self.isOfScalar(bytes[at]) { at += 1 }
        switch String(decoding: bytes[start..<at], as: UTF8.self) {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        case let text:
            if let number = Int(text) { return .number(number) }
            if Double(text) != nil, let first = text.utf8.first, first < 0x3A {
                return .number(nil)
            }
            at = start
            throw mistake("expected a value")
        }
    }

    private static func isOfScalar(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "+", "-", ".": true
        default: false
        }
    }

    private mutating func string() throws(JSONValue.Mistake) -> [UInt8] {
        at += 1
        var text: [UInt8] = []
        while true {
            let start = at
            while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] >= 0x20 {
                at += 1
            }
            text += bytes[start..<at]
            guard at < bytes.count else {
                throw mistake("a text without its closing quotation mark")
            }
            let stop = bytes[at]
            guard stop >= 0x20 else {
                throw mistake("a line break or control character inside a text: write `\\n`")
            }
            at += 1
            if stop == 0x22 { return text }
            try escape(&text)
        }
    }

    private mutating func escape(_ text: inout [UInt8]) throws(JSONValue.Mistake) {
        let letter = at < bytes.count ? bytes[at] : 0
        at += 1
        switch Unicode.Scalar(letter) {
        case "b": text.append(0x08)
        case "f": text.append(0x0C)
        case "n": text.append(0x0A)
        case "r": text.append(0x0D)
        case "t": text.append(0x09)
        case "\"", "\\", "/": text.append(letter)
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
            text += UTF8.encode(scalar).map { Array($0) } ?? []
        default: throw mistake("an unknown escape in a text")
        }
    }

    private mutating func codeUnit() throws(JSONValue.Mistake) -> UInt32 {
        var unit: UInt32 = 0
        for index in at..<at + 4 {
            guard index < bytes.count, let digit = Hex.value(of: bytes[index]) else {
                throw mistake("`\\u` needs four hexadecimal digits")
            }
            unit = unit << 4 | UInt32(digit)
        }
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
        while at < bytes.count {
            switch bytes[at] {
            case 0x20, 0x09, 0x0A, 0x0D: at += 1
            default: return
            }
        }
    }

    private func mistake(_ message: String) -> JSONValue.Mistake {
        .init(message: message, offset: at)
    }
}
