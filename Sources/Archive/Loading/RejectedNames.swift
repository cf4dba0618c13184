import Text

/// Names that an editor rejected: `content/review/rejected.yml`.
///
/// They are not proposed again.
public struct RejectedNames: Sendable {
    public static let path = "content/review/rejected.yml"

    public struct Entry: Sendable, Equatable {
        public var name: String
        public var forms: [String]

        public init(name: String, forms: [String]) {
            self.name = name
            self.forms = forms
        }
    }

    public private(set) var entries: [Entry] = []
    /// Folded forms.
    private var keys: Set<[UInt8]> = []

    public init() {}

    public static func read(
        _ bytes: [UInt8]
    ) -> (names: RejectedNames, diagnostics: [Diagnostic]) {
        var names = RejectedNames()
        let file = SourceFile(path: path, bytes: bytes)
        let root = YAMLReader.read(file, range: 0..<bytes.count, broken: "bad-yaml")
        guard let root, !root.isNull else { return (names, file.diagnostics) }
        guard case .list(let items) = root.content else {
            file.error(
                "wrong-type", at: file.place(root.position),
                "rejected names must be a list, not \(root.kindName)",
                help: "write `- name: …` for each")
            return (names, file.diagnostics)
        }
        for item in items {
            guard case .map(let fields) = item.content else {
                file.error(
                    "wrong-type", at: file.place(item.position),
                    "a rejected name must be `key: value` pairs, not \(item.kindName)",
                    help: "write `- name: …`")
                continue
            }
            var reader = MapReader(
                fields, at: item.position, in: file, subject: "a rejected name")
            guard let name = reader.required("name", help: "write `- name: …`") else { continue }
            names.add(
                Entry(
                    name: name.value, forms: reader.texts("forms").map(\.value)))
            reader.warnOfRest(known: ["name", "forms"])
        }
        return (names, file.diagnostics)
    }

    public mutating func add(_ entry: Entry) {
        guard !entries.contains(entry) else { return }
        entries.append(entry)
        for form in [entry.name] + entry.forms { keys.insert(FoldedText.key(form)) }
    }

    /// - Parameter folded: a folded form.
    public func contains(_ folded: [UInt8]) -> Bool { keys.contains(folded) }

    /// The file, sorted by name.
    public var yaml: String {
        "# Names that `variorum suggest` does not propose again. Remove an entry to be asked again.\n"
            + FrontMatterWriter.yaml(
                list: entries.sorted { $0.name < $1.name }.map { entry in
                    .map([
                        "name": .string(entry.name),
                        "forms": .list(entry.forms.map(Value.string)),
                    ])
                })
    }
}
