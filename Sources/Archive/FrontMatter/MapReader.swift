import Text

/// Reads the keys of one mapping into the model: each method reads keys of one type, reports a
/// value that is
/// of another type, and marks the keys as known; `rest` returns the unknown ones.
///
/// Keys are compared without case and with `_` as `-`, as Hugo and Jekyll write them.
struct MapReader {
    let file: SourceFile
    /// What is read, with its article: "a claim".
    let subject: String
    private let position: SourceNode.Position
    private var fields: [SourceNode.Field]
    private var isTaken: [Bool]

    init(
        _ fields: [SourceNode.Field], at position: SourceNode.Position, in file: SourceFile,
        subject: String
    ) {
        self.file = file
        self.subject = subject
        self.position = position
        self.fields = fields
        isTaken = [Bool](repeating: false, count: fields.count)
    }

    /// Where the mapping begins.
    var place: Diagnostic.Place { file.place(position) }

    /// The node of the first of `keys` that is written and is not null.
    ///
    /// All of them become known.
    mutating func node(_ keys: String...) -> SourceNode? { node(keys) }

    mutating func node(_ keys: [String]) -> SourceNode? {
        var found: SourceNode?
        for key in keys {
            for index in fields.indices where Self.matches(fields[index].key, key) {
                isTaken[index] = true
                if found == nil, !fields[index].value.isNull { found = fields[index].value }
            }
        }
        return found
    }

    /// Gives a key back, so that it is kept among the rest.
    mutating func giveBack(_ key: String) {
        for index in fields.indices where Self.matches(fields[index].key, key) {
            isTaken[index] = false
        }
    }

    /// The position of a key; that of the mapping when the key is missing.
    func has(_ key: String) -> Bool { fields.contains { Self.matches($0.key, key) } }

    func place(of key: String) -> Diagnostic.Place {
        for field in fields where Self.matches(field.key, key) { return file.place(field.position) }
        return place
    }

    mutating func text(_ keys: String...) -> Located<String>? {
        guard let node = node(keys) else { return nil }
        return text(node, key: keys[0])
    }

    /// The name of a template, without the `.mustache` that authors may write.
    mutating func template() -> Located<String>? {
        guard var name = text("template"), !name.value.isEmpty else { return nil }
        let suffix = ".mustache"
        if name.value.hasSuffix(suffix) { name.value.removeLast(suffix.count) }
        return name
    }

    mutating func string(_ keys: String...) -> String? {
        guard let node = node(keys) else { return nil }
        if case .scalar(let text, _) = node.content { return text.trimmingWhiteSpace() }
        wrongType(node, key: keys[0], expected: "text")
        return nil
    }

    /// Text that is required; its absence is reported.
    mutating func required(_ key: String, help: String) -> Located<String>? {
        if let node = node([key]) {
            guard let text = text(node, key: key) else { return nil }
            if !text.value.isEmpty { return text }
        }
        file.error("missing-key", at: place, "\(subject) needs `\(key)`", help: help)
        return nil
    }

    /// A list of texts; a single text is a list of one.
    mutating func texts(_ keys: String...) -> [Located<String>] {
        guard let node = node(keys) else { return [] }
        return texts(node, key: keys[0])
    }

    func texts(_ node: SourceNode, key: String) -> [Located<String>] {
        switch node.content {
        case .list(let items): return items.compactMap { $0.isNull ? nil : text($0, key: key) }
        case .scalar(_, isText: true): return text(node, key: key).map { [$0] } ?? []
        case .scalar:
            if case .string = node.value { return text(node, key: key).map { [$0] } ?? [] }
        case .map: break
        }
        wrongType(node, key: key, expected: "a list")
        return []
    }

    /// Any scalar as it is written; white space at its ends is dropped.
    func text(_ node: SourceNode, key: String) -> Located<String>? {
        guard case .scalar(let text, _) = node.content else {
            wrongType(node, key: key, expected: "text")
            return nil
        }
        return Located(text.trimmingWhiteSpace(), at: file.place(node.position))
    }

    mutating func bool(_ keys: String...) -> Bool? {
        guard let node = node(keys) else { return nil }
        if case .scalar(let text, _) = node.content, let flag = CoreSchema.bool(text) {
            return flag
        }
        wrongType(node, key: keys[0], expected: "true or false")
        return nil
    }

    /// One of a fixed list of words.
    mutating func word<Word: RawRepresentable & CaseIterable>(_ key: String) -> Word?
    where Word.RawValue == String {
        guard let node = node([key]), let text = text(node, key: key) else { return nil }
        if let word = Word(rawValue: text.value) ?? Word(rawValue: text.value.lowercased()) {
            return word
        }
        let allowed = Word.allCases.map(\.rawValue)
        file.error(
            "unknown-\(key)", at: text.place, "`\(text.value)` is not a valid \(key)",
            help: Self.help(text.value, allowed, "write one of "))
        return nil
    }

    /// The mappings of a list; `text` makes one of an item that is a scalar.
    mutating func maps(
        _ key: String, subject: String, help: String? = nil,
        text: ((Located<String>) -> [SourceNode.Field])? = nil
    ) -> [MapReader] {
        guard let node = node([key]) else { return [] }
        let items: [SourceNode]
        switch node.content {
        case .list(let list): items = list
        case .map: items = [node]
        case .scalar:
            guard text != nil else {
                wrongType(node, key: key, expected: "a list", help: help)
                return []
            }
            items = [node]
        }
        return items.compactMap { item in
            switch item.content {
            case .map(let fields):
                return MapReader(fields, at: item.position, in: file, subject: subject)
            case .scalar(let string, _) where text != nil && !item.isNull:
                let located = Located(string.trimmingWhiteSpace(), at: file.place(item.position))
                return MapReader(
                    text?(located) ?? [], at: item.position, in: file, subject: subject)
            default:
                if !item.isNull {
                    wrongType(item, key: key, expected: "`key: value` pairs", help: help)
                }
                return nil
            }
        }
    }

    /// Pairs of a mapping from words to texts, in the order of their keys.
    mutating func pairs(_ key: String) -> [(key: String, text: Located<String>)] {
        guard let node = node([key]) else { return [] }
        guard case .map(let fields) = node.content else {
            wrongType(node, key: key, expected: "`key: value` pairs")
            return []
        }
        return fields.compactMap { field in
            text(field.value, key: field.key).map { (field.key, $0) }
        }.sorted { $0.0 < $1.0 }
    }

    /// Unknown keys with their values; one that is one or two letters away from a known key, or
    /// that other programs use for one, is a warning.
    /// - Parameters:
    ///   - foreign: keys of other programs, which are not misspellings.
    ///   - synonyms: what other programs call a known key, with what to write instead.
    func rest(
        known: [String], foreign: Set<String> = [], synonyms: [String: String] = [:]
    ) -> [String: Value] {
        var extra: [String: Value] = [:]
        for index in fields.indices where !isTaken[index] {
            let field = fields[index]
            extra[field.key] = field.value.value
            let key = Self.normal(field.key)
            guard !foreign.contains(key), !known.contains(key) else { continue }
            if let meant = synonyms[key] {
                file.warning(
                    "unknown-key", at: file.place(field.position),
                    "unknown key `\(field.key)` in \(subject)", help: meant)
            } else if let near = Spelling.nearest(to: key, among: known) {
                file.warning(
                    "unknown-key", at: file.place(field.position),
                    "unknown key `\(field.key)` in \(subject)",
                    help: "did you mean `\(near)`?")
            }
        }
        return extra
    }

    func wrongType(_ node: SourceNode, key: String, expected: String, help: String? = nil) {
        if let words = placeholder(node) {
            file.error(
                "unfilled-placeholder", at: file.place(node.position),
                "`\(key)` is the placeholder `\(words)` of a template, which nothing has filled in",
                help: "write the value, or remove `\(key)`")
            return
        }
        file.error(
            "wrong-type", at: file.place(node.position),
            "`\(key)` must be \(expected), not \(node.kindName)",
            help: help ?? (expected == "a list" ? "write `\(key): [\"…\"]`" : nil))
    }

    /// `{{date}}` of a note's template, which YAML reads as a mapping with a mapping as its key.
    private func placeholder(_ node: SourceNode) -> String? {
        guard case .map = node.content, let line = file.lineRange(node.position.line) else {
            return nil
        }
        let bytes = file.bytes[line]
        guard let open = bytes.firstRange(of: Array("{{".utf8)),
            let close = bytes[open.upperBound...].firstRange(of: Array("}}".utf8))
        else { return nil }
        return String(decoding: bytes[open.lowerBound..<close.upperBound], as: UTF8.self)
    }

    /// "did you mean …" or the allowed words.
    static func help(_ word: String, _ allowed: [String], _ lead: String) -> String {
        let list = lead + allowed.map { "`\($0)`" }.joined(separator: ", ")
        guard let near = Spelling.nearest(to: word.lowercased(), among: allowed) else {
            return list
        }
        return "did you mean `\(near)`? " + list.prefix(1).uppercased() + list.dropFirst()
    }

    private static func normal(_ key: String) -> String {
        key.replacing("_", with: "-").lowercased()
    }

    /// Equal without ASCII case and with `_` as `-`.
    private static func matches(_ written: String, _ key: String) -> Bool {
        let a = written.utf8
        let b = key.utf8
        guard a.count == b.count else { return false }
        return zip(a, b).allSatisfy { x, y in
            x == y || (x &- 0x41 < 26 && x | 0x20 == y) || (x == 0x5F && y == 0x2D)
        }
    }
}
