import Files

/// A template's context in two parts: its shape and its values.
///
/// Mustache without lambdas never inspects values, so all contexts of one shape render to the same
/// text with different values in the same places.
struct FlatContext {
    enum Value {
        case words(String)
        case markup([UInt8])
    }

    /// Longer lists have no shape: each length would be a shape of its own.
    private static let longestList = 16

    /// Names, nesting, lengths of lists and truth values, without texts.
    private(set) var shape: [UInt8] = []
    /// In the order of `shape`.
    private(set) var values: [Value] = []

    /// `nil` when the context has a long list.
    init?(_ fields: Fields) {
        values.reserveCapacity(fields.entries.count)
        guard add(fields) else { return nil }
    }

    private mutating func add(_ fields: Fields) -> Bool {
        for (name, field) in fields.entries {
            // With its length, as a key of front matter may have any characters.
            shape.append(Sign.name)
            Varint.append(UInt64(name.utf8.count), to: &shape)
            shape.append(contentsOf: name.utf8)
            guard add(field: field) else { return false }
        }
        return true
    }

    private mutating func add(field: Field) -> Bool {
        switch field {
        case .text(let words): add(.words(words))
        case .markup(let bytes): add(.markup(bytes))
        case .deferred(let part): add(.markup(part.make()))
        case .flag(let value): shape.append(value ? Sign.yes : Sign.no)
        case .record(let inner): return add(record: inner)
        case .list(let list): return add(list: list.map(Field.record))
        case .items(let items): return add(list: items)
        }
        return true
    }

    private mutating func add(list: [Field]) -> Bool {
        guard list.count <= Self.longestList else { return false }
        shape.append(Sign.list)
        for item in list {
            guard add(field: item) else { return false }
        }
        shape.append(Sign.close)
        return true
    }

    private mutating func add(record fields: Fields) -> Bool {
        shape.append(Sign.open)
        guard add(fields) else { return false }
        shape.append(Sign.close)
        return true
    }

    private mutating func add(_ value: Value) {
        shape.append(Sign.value)
        values.append(value)
    }

    private enum Sign {
        static let value: UInt8 = 0x01
        static let yes: UInt8 = 0x02
        static let no: UInt8 = 0x03
        static let open: UInt8 = 0x04
        static let close: UInt8 = 0x05
        static let list: UInt8 = 0x06
        static let name: UInt8 = 0x07
    }
}

extension Fields {
    /// The context for the Mustache library.
    var mustache: [String: Any] { mustache { $0 } }

    /// With `mark(0)`, `mark(1)` … in place of the values that `FlatContext` lists.
    func marked(_ mark: (Int) -> String) -> [String: Any] {
        var next = 0
        return mustache { _ in
            defer { next += 1 }
            return mark(next)
        }
    }

    fileprivate func mustache(_ words: (String) -> String) -> [String: Any] {
        var context: [String: Any] = [:]
        context.reserveCapacity(entries.count)
        for (name, field) in entries {
            context[LookupName.of(name)] = field.mustache(words)
        }
        return context
    }
}

extension Field {
    fileprivate func mustache(_ words: (String) -> String) -> Any {
        switch self {
        case .text(let text): words(text)
        case .markup(let bytes): words(String(decoding: bytes, as: UTF8.self))
        case .deferred(let part): words(String(decoding: part.make(), as: UTF8.self))
        case .flag(let value): value
        case .record(let fields): fields.mustache(words)
        case .list(let list): list.map { $0.mustache(words) }
        case .items(let items): items.map { $0.mustache(words) }
        }
    }
}
