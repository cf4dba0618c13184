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
            "\(subject) must be `key: value` pairs, not \(node.kindName)",
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
            "bad-id", at: id.place,
            "`\(ArticleReader.shown(id.value))` is not a valid id: it \(problem)",
            help: "write one short name, as in `capex-2024`")
        return nil
    }

    /// Misspelt keys of a record whose other keys are not kept.
    func warnOfRest(known: [String]) {
        let kept = rest(known: known).keys.sorted()
        for key in kept where Spelling.nearest(to: key.lowercased(), among: known) == nil {
            file.warning(
                "unknown-key", at: place(of: key),
                "unknown key `\(key)` in \(subject); it is ignored", help: "remove it")
        }
    }
}

/// Reads `metrics.yml`.
enum MetricReader {
    struct Reading: Sendable {
        var metrics: [Metric]
        var isBroken: Bool
        var diagnostics: [Diagnostic]
    }

    static func read(_ bytes: [UInt8], path: String) -> Reading {
        let list = ListFile(bytes, path: path, key: "metrics", subject: "a metric")
        let metrics = list.rows.compactMap(metric)
        return Reading(
            metrics: metrics, isBroken: list.isBroken, diagnostics: list.file.diagnostics)
    }

    private static func metric(_ row: MapReader) -> Metric? {
        var row = row
        guard let id = row.identifier() else { return nil }
        var metric = Metric(id: id.value, place: id.place, titles: titles(&row))
        metric.unit = row.string("unit")
        metric.growthOf = row.text("growth-of")
        if metric.titles.isEmpty { metric.titles = ["und": id.value] }
        metric.extra = row.rest(known: ["id", "title", "unit", "growth-of"])
        return metric
    }

    /// `title: {zh-Hans: …}` or one text, then under its detected language; a growth rate may do
    /// without.
    private static func titles(_ row: inout MapReader) -> [String: String] {
        guard let node = row.node("title", "titles") else { return [:] }
        if case .map = node.content {
            let pairs = row.pairs("title") + row.pairs("titles")
            return Dictionary(
                pairs.map { ($0.key, $0.text.value) }, uniquingKeysWith: { first, _ in first })
        }
        guard let title = row.text(node, key: "title"), !title.value.isEmpty else { return [:] }
        return [LanguageDetector.language(of: Array(title.value.utf8)) ?? "und": title.value]
    }
}

/// Reads `outlets.yml`.
enum OutletReader {
    static func read(_ bytes: [UInt8], path: String) -> (
        outlets: [Outlet], diagnostics: [Diagnostic]
    ) {
        let list = ListFile(bytes, path: path, key: "outlets", subject: "an outlet")
        let outlets = list.rows.compactMap(outlet)
        return (outlets, list.file.diagnostics)
    }

    private static func outlet(_ row: MapReader) -> Outlet? {
        var row = row
        guard let id = row.identifier() else { return nil }
        var outlet = Outlet(id: id.value, place: id.place, name: id.value)
        if let title = row.string("title"), !title.isEmpty {
            outlet.name = title
        } else if let name = row.required("name", help: "write `name: …`, as readers know it") {
            outlet.name = name.value
        }
        outlet.labels = Dictionary(
            row.pairs("labels").map { ($0.key, $0.text.value) },
            uniquingKeysWith: { first, _ in first })
        if let address = row.text("url"), !address.value.isEmpty {
            if WebAddress.isValid(address.value) {
                outlet.url = address.value
            } else {
                row.file.warning(
                    "bad-url", at: address.place,
                    "`\(ArticleReader.shown(address.value))` is not a valid web address",
                    help: "write an address that begins with https://")
            }
        }
        outlet.extra = row.rest(known: ["id", "name", "title", "labels", "url"])
        return outlet
    }
}
