import Archive
import Files
import Publishing

/// What a template is given: named values, in the order in which a page sets them.
///
/// A value that is `nil` is not there, so that `{{#name}}` tells whether a page has it.
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
        for (name, value) in elements { self[name] = value }
    }
}

/// One value of a template's variable.
indirect enum Field: Sendable {
    /// Words: escaped by `{{name}}`, as they are with `{{{name}}}`.
    case text(String)
    /// Markup as bytes, for `{{{name}}}`.
    case markup([UInt8])
    case flag(Bool)
    case record(Fields)
    case list([Fields])
    /// A list of anything: of front matter.
    case items([Field])
    /// Markup that is made when the page is rendered.
    case deferred(DeferredMarkup)
}

/// A large part of a page: the hash of all that it is made of, and a way to make it.
struct DeferredMarkup: Sendable {
    /// Two parts with one key have the same bytes.
    let key: Fingerprint
    let make: @Sendable () -> [UInt8]

    init(key: Fingerprint, make: @escaping @Sendable () -> [UInt8]) {
        self.key = key
        self.make = make
    }

    /// Markup that many pages show: it is hashed once.
    init(_ bytes: [UInt8]) {
        self.init(key: Fingerprint(of: bytes)) { bytes }
    }
}

/// What may be set as a field.
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
    /// What authors write, sorted by name.
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
    /// Adds fields with their names, so that no two contexts give one key.
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
