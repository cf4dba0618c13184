import Text

/// A value of the index's own JSON files.
///
/// Numbers are whole; strings are UTF-8.
indirect enum JSONTree: Equatable {
    case string([UInt8])
    case number(Int)
    case array([JSONTree])
    /// In the file's order.
    case object([(name: String, value: JSONTree)])

    var text: [UInt8]? {
        if case .string(let text) = self { text } else { nil }
    }

    var string: String? { text.map { String(decoding: $0, as: UTF8.self) } }

    var int: Int? {
        if case .number(let number) = self { number } else { nil }
    }

    var items: [JSONTree]? {
        if case .array(let items) = self { items } else { nil }
    }

    subscript(name: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    static func == (a: JSONTree, b: JSONTree) -> Bool {
        switch (a, b) {
        case (.string(let a), .string(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.array(let a), .array(let b)): a == b
        case (.object(let a), .object(let b)):
            a.map(\.name) == b.map(\.name) && a.map(\.value) == b.map(\.value)
        default: false
        }
    }
}

/// Parses the JSON of the index: objects, arrays, strings, whole numbers.
struct JSONTreeReader {
    private let bytes: [UInt8]
    private var at = 0

    /// `nil` if the bytes are not such a value, or are truncated.
    static func read(_ bytes: [UInt8]) -> JSONTree? {
        var reader = JSONTreeReader(bytes: bytes)
        guard let tree = reader.value(depth: 0) else { return nil }
        reader.skipSpace()
        return reader.at == bytes.count ? tree : nil
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func value(depth: Int) -> JSONTree? {
        skipSpace()
        guard at < bytes.count, depth < 32 else { return nil }
        switch bytes[at] {
        case 0x22: return string().map(JSONTree.string)
        case 0x5B: return array(depth)
        case 0x7B: return object(depth)
        default: return number()
        }
    }

    private mutating func array(_ depth: Int) -> JSONTree? {
        at += 1
        var items: [JSONTree] = []
        if take(0x5D) { return .array([]) }
        repeat {
            guard let item = value(depth: depth + 1) else { return nil }
            items.append(item)
        } while take(0x2C)
        return take(0x5D) ? .array(items) : nil
    }

    private mutating func object(_ depth: Int) -> JSONTree? {
        at += 1
        var members: [(name: String, value: JSONTree)] = []
        if take(0x7D) { return .object([]) }
        repeat {
            skipSpace()
            guard let name = string(), take(0x3A), let value = value(depth: depth + 1) else {
                return nil
            }
            members.append((String(decoding: name, as: UTF8.self), value))
        } while take(0x2C)
        return take(0x7D) ? .object(members) : nil
    }

    private mutating func number() -> JSONTree? {
        let start = at
        while at < bytes.count, bytes[at] == 0x2D || bytes[at] &- 0x30 < 10 { at += 1 }
        return Int(String(decoding: bytes[start..<at], as: UTF8.self)).map(JSONTree.number)
    }

    private mutating func string() -> [UInt8]? {
        guard at < bytes.count, bytes[at] == 0x22 else { return nil }
        at += 1
        var text: [UInt8] = []
        while at < bytes.count {
            guard let stop = bytes[at...].firstIndex(where: { $0 == 0x22 || $0 == 0x5C }) else {
                return nil
            }
            text += bytes[at..<stop]
            at = stop + 1
            if bytes[stop] == 0x22 { return text }
            guard escape(&text) else { return nil }
        }
        return nil
    }

    private mutating func escape(_ text: inout [UInt8]) -> Bool {
        guard at < bytes.count else { return false }
        let letter = bytes[at]
        at += 1
        switch letter {
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75:
            guard at + 4 <= bytes.count,
                let scalar = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
            else { return false }
            at += 4
            UTF8Scalars.append(scalar, to: &text)
        default: text.append(letter)
        }
        return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    }
}
