import Archive
import Files
import Publishing

/// The fields of a template's context, in the order in which a page sets them.
///
/// A field set to `nil` is absent, so that `{{#name}}` tests for it.
struct Fields: Sendable {
    private(set) var entries: [(name: String, field: Field)] = []

    /// - Returns: as a getter always a `Field`.
    subscript(name: String) -> (any FieldValue)? {
        get { entries.first { $0.name == name }?.field }
        set {
            let index = entries.firstIndex { $0.name == name }
            switch (index, newValue?.field) {
            case (let index?, let field?): entries[index].field = field
            case (let index?, nil): entries.remove(at: index)
            case (nil, let field?): entries.append((name, field))
            case (nil, nil): break
            }
        }
    }

    var isEmpty: Bool { entries.isEmpty }
}

extension Fields: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, (any FieldValue)?)...) {
        entries = elements.compactMap { name, value in value.map { (name, $0.field) } }
    }
}

/// The value of a field.
indirect enum Field: Sendable {
    /// Text: escaped by `{{name}}`, unchanged with `{{{name}}}`.
    case text(String)
    /// Markup as bytes, for `{{{name}}}`.
    case markup([UInt8])
    case flag(Bool)
    case record(Fields)
    case list([Fields])
    /// A list of any values, from front matter.
    case items([Field])
    /// Markup that is made when the page is rendered.
    case deferred(DeferredMarkup)
}

/// A large part of a page: its cache key, and a closure that renders it.
struct DeferredMarkup: Sendable {
    /// Parts with equal keys have equal bytes.
    let key: Fingerprint
    let make: @Sendable () -> [UInt8]

    init(key: Fingerprint, make: @escaping @Sendable () -> [UInt8]) {
        self.key = key
        self.make = make
    }

    /// Parts one after the other.
    init(joining parts: [DeferredMarkup]) {
        var key = CacheKeyBuilder()
        for part in parts { key.add(part.key) }
        self.init(key: key.fingerprint) { parts.flatMap { $0.make() } }
    }

    /// Markup that many pages show, hashed once.
    init(_ bytes: [UInt8]) {
        self.init(key: Fingerprint(of: bytes)) { bytes }
    }
}

/// A type that can be assigned to a field.
protocol FieldValue: Sendable {
    var field: Field { get }
}

extension Field: FieldValue {
    var field: Field { self }
}

extension String: FieldValue {
    var field: Field { .text(self) }
}

extension Bool: FieldValue {
    var field: Field { .flag(self) }
}

extension HTMLText: FieldValue {
    var field: Field { .markup(bytes) }
}

extension DeferredMarkup: FieldValue {
    var field: Field { .deferred(self) }
}

extension Fields: FieldValue {
    var field: Field { .record(self) }
}

extension [Fields]: FieldValue {
    var field: Field { .list(self) }
}

// MARK: Front matter

/// `Fields.Value` is another type.
typealias FrontMatterValue = Value

extension Fields {
    /// Front matter, sorted by name.
    init(_ values: [String: FrontMatterValue]) {
        entries = values.sorted { $0.key < $1.key }.compactMap { name, value in
            Field(value).map { (name, $0) }
        }
    }
}

extension Field {
    /// `nil` for null, which is absent in Mustache.
    init?(_ value: FrontMatterValue) {
        switch value {
        case .null: return nil
        case .bool(let flag): self = .flag(flag)
        case .int(let number): self = .text(String(number))
        case .double(let number): self = .text(String(number))
        case .string(let text): self = .text(text)
        case .list(let values): self = .items(values.compactMap(Field.init))
        case .map(let values): self = .record(Fields(values))
        }
    }
}

// MARK: Cache keys

extension CacheKeyBuilder {
    /// Adds fields with their names, so that different contexts give different keys.
    mutating func add(_ fields: Fields) {
        add(fields.entries.count)
        for (name, field) in fields.entries {
            add(name)
            add(field)
        }
    }

    private mutating func add(_ field: Field) {
        switch field {
        case .text(let words):
            add(0)
            add(words)
        case .markup(let bytes):
            add(1)
            add(bytes)
        case .flag(let value): add(value ? 3 : 2)
        case .record(let fields):
            add(4)
            add(fields)
        case .list(let list):
            add(5)
            add(list.count)
            for fields in list { add(fields) }
        case .items(let items):
            add(7)
            add(items.count)
            for item in items { add(item) }
        case .deferred(let part):
            add(6)
            add(part.key)
        }
    }
}
