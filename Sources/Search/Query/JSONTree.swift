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
