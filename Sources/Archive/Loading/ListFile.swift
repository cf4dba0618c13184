import Text

/// A YAML file that is one list of records: claims, metrics, outlets.
struct ListFile {
    var rows: [MapReader]
    let file: SourceFile
    /// Whether the file could not be read; ids that it may hold are then not reported as unknown.
    var isBroken: Bool

    /// The file may be the list itself, a mapping with the list under `key`, one record, or a
    /// mapping from ids to records.
    init(_ bytes: [UInt8], path: String, key: String, subject: String) {
        let file = SourceFile(path: path, bytes: bytes)
        self.file = file
        rows = []
        let root = YAMLReader.read(file, range: 0..<bytes.count, broken: "bad-yaml")
        isBroken = file.diagnostics.contains { $0.severity == .error }
        guard let root, !root.isNull else {
            if !isBroken {
                file.warning(
                    "empty-file", at: file.wholeFile, "this file is empty",
                    help: "remove it, or write `- id: …`")
            }
            return
        }
        switch root.content {
        case .list(let items): add(items, subject)
        case .map(let fields):
            if let list = fields.first(where: { $0.key == key }), fields.count == 1 {
                if case .list(let items) = list.value.content {
                    add(items, subject)
                } else if !list.value.isNull {
                    notRecords(list.value, subject)
                }
            } else if fields.contains(where: { $0.key == "id" }) {
                add([root], subject)
            } else {
                add(fields.map(Self.withID), subject)
            }
        case .scalar: notRecords(root, subject)
        }
    }

    private mutating func add(_ items: [SourceNode], _ subject: String) {
        for item in items where !item.isNull {
            if case .map(let fields) = item.content {
                rows.append(MapReader(fields, at: item.position, in: file, subject: subject))
            } else {
                notRecords(item, subject)
            }
        }
    }

    private func notRecords(_ node: SourceNode, _ subject: String) {
        file.error(
            "wrong-type", at: file.place(node.position),
            "\(subject) is a mapping of keys, not \(node.kindName)",
            help: "write `- id: …` with the other keys below it")
    }

    /// `id: {…}` as `{id: id, …}`.
    private static func withID(_ field: SourceNode.Field) -> SourceNode {
        guard case .map(let fields) = field.value.content else { return field.value }
        let id = SourceNode(content: .scalar(field.key, isText: true), position: field.position)
        return SourceNode(
            content: .map(
                [SourceNode.Field(key: "id", position: field.position, value: id)] + fields),
            position: field.position)
    }
}

extension MapReader {
    /// The record's id, when it is there and can name a folder.
    mutating func identifier() -> Located<String>? {
        guard let id = required("id", help: "write `id: …`, one short name") else { return nil }
        guard let problem = Slug.problem(id.value) else { return id }
        file.error(
            "bad-id", at: id.place, "`\(ArticleReader.shown(id.value))` is no id: it \(problem)",
            help: "write one short name, as in `capex-2024`")
        return nil
    }

    /// Misspelt keys of a record whose other keys are not kept.
    func warnOfRest(known: [String]) {
        let kept = rest(known: known).keys.sorted()
        for key in kept where Spelling.nearest(to: key.lowercased(), among: known) == nil {
            file.warning(
                "unknown-key", at: place(of: key),
                "\(subject) has no key `\(key)`, so it is not used", help: "remove it")
        }
    }
}
