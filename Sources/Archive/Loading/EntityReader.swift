import Text

/// Reads a file of an entity: `people/<id>.md`.
enum EntityReader {
    static let keys = [
        "name", "labels", "aliases", "not", "affiliations", "maker", "part-of", "formerly",
        "wikidata", "same-as", "redirect-from", "template",
    ]

    static func read(
        _ bytes: consuming [UInt8], path: String, kind: Entity.Kind
    ) -> (entity: Entity, diagnostics: [Diagnostic]) {
        let isBlank = bytes.isEmpty
        var document = FrontMatterDocument(bytes, path: path, subject: article(kind))
        let file = document.file
        let id = FileRole.stem(path)
        if let problem = Slug.problem(id) {
            file.error(
                "bad-id", at: file.wholeFile, "`\(id)` is not a valid id: it \(problem)",
                help: "rename the file")
        }
        var entity = Entity(id: id, kind: kind, file: path, name: id)
        entity.body = document.body
        entity.bodyLine = document.bodyLine
        if isBlank {
            file.warning(
                "empty-file", at: file.wholeFile, "this file is empty",
                help: "write at least `name:`, or remove the file")
        } else if !document.isBroken {
            readFields(&document.fields, &entity)
        }
        return (entity, file.diagnostics)
    }

    private static func article(_ kind: Entity.Kind) -> String {
        let isVowel = kind.id.first.map { "aeiou".contains($0) } ?? false
        return (isVowel ? "an " : "a ") + kind.id
    }

    private static func readFields(_ fields: inout MapReader, _ entity: inout Entity) {
        if let name = fields.required("name", help: "write `name: …`, the heading of the page") {
            entity.name = name.value
        }
        entity.labels = fields.pairs("labels").compactMap { label in
            label.text.value.isEmpty ? nil : (label.key, label.text.value)
        }
        let aliases = aliases(&fields)
        let folder = entity.kind.folder
        let isPath = { (alias: Entity.Alias) in OldPath.isPath(alias.text, folder: folder) }
        entity.aliases = aliases.filter { !isPath($0) }
        entity.oldPaths =
            (aliases.filter(isPath).map { Located($0.text, at: $0.place) }
            + fields.texts("redirect-from")).compactMap { OldPath.read($0, fields.file) }
        entity.not = fields.texts("not").filter { !$0.value.isEmpty }
        entity.affiliations = fields.maps(
            "affiliations", subject: "an affiliation", text: named("organization")
        )
        .compactMap(affiliation)
        entity.maker = fields.text("maker")
        entity.partOf = fields.text("part-of")
        entity.formerly = former(&fields)
        entity.wikidata = wikidata(&fields)
        entity.sameAs = fields.texts("same-as", "sameas").compactMap { address in
            if WebAddress.isValid(address.value) { return address.value }
            fields.file.warning(
                "bad-url", at: address.place,
                "`\(ArticleReader.shown(address.value))` is not a valid web address",
                help: "write an address that begins with https://")
            return nil
        }
        entity.template = fields.template()
        entity.extra = fields.rest(known: keys, synonyms: synonyms(for: entity.kind))
    }

    /// What other programs, and people, call our keys.
    private static func synonyms(for kind: Entity.Kind) -> [String: String] {
        let folder =
            "the folder says the kind: `content/\(kind.folder)/`; for a key of your own choose another name"
        var synonyms = [
            "type": folder, "kind": folder, "category": folder,
            "also-known-as": "did you mean `aliases`?", "aka": "did you mean `aliases`?",
            "other-names": "did you mean `aliases`?", "alternate-names": "did you mean `aliases`?",
            "nicknames": "did you mean `aliases`?", "synonyms": "did you mean `aliases`?",
            "translations": "did you mean `labels`?", "names": "did you mean `labels`?",
            "exclude": "did you mean `not`?", "except": "did you mean `not`?",
            "predecessor": "did you mean `formerly`?", "previously": "did you mean `formerly`?",
            "qid": "did you mean `wikidata`?", "wikidata-id": "did you mean `wikidata`?",
        ]
        let affiliation = "did you mean `affiliations: [{organization: …, role: …}]`?"
        if kind.id == "person" {
            for key in [
                "company", "employer", "organization", "organisation", "org", "works-at",
                "affiliation", "role", "position", "job", "job-title",
            ] { synonyms[key] = affiliation }
        } else if kind.id == "product" {
            for key in ["company", "vendor", "manufacturer", "brand", "developer", "made-by"] {
                synonyms[key] = "did you mean `maker`?"
            }
            for key in ["parent", "version-of", "family"] {
                synonyms[key] = "did you mean `part-of`?"
            }
        } else {
            for key in ["company", "parent", "parent-company", "owner", "owned-by"] {
                synonyms[key] = "did you mean `part-of`?"
            }
        }
        return synonyms
    }

    /// Makes `{key: text}` of a bare text.
    static func named(_ key: String) -> (Located<String>) -> [SourceNode.Field] {
        { text in
            let position = SourceNode.Position(line: text.place.line, column: 0)
            return [
                SourceNode.Field(
                    key: key, position: position,
                    value: SourceNode(
                        content: .scalar(text.value, isText: true), position: position))
            ]
        }
    }

    private static func aliases(_ fields: inout MapReader) -> [Entity.Alias] {
        guard let node = fields.node("aliases", "alias") else { return [] }
        let items: [SourceNode]
        switch node.content {
        case .list(let list): items = list
        case .map: items = [node]
        case .scalar:
            return fields.texts(node, key: "aliases").filter { !$0.value.isEmpty }
                .map { Entity.Alias(text: $0.value, place: $0.place) }
        }
        return items.compactMap { item in
            if case .map(let entries) = item.content {
                return alias(
                    MapReader(entries, at: item.position, in: fields.file, subject: "an alias"))
            }
            guard !item.isNull, let text = fields.text(item, key: "aliases") else { return nil }
            return Entity.Alias(text: text.value, place: text.place)
        }
    }

    private static func alias(_ reader: MapReader) -> Entity.Alias? {
        var reader = reader
        guard let text = reader.required("text", help: "write `{text: …, only-in: […]}`") else {
            return nil
        }
        var alias = Entity.Alias(text: text.value, place: text.place)
        alias.onlyIn = reader.texts("only-in").map(\.value)
        if let marks = reader.text("only-in-marks") {
            if marks.value.unicodeScalars.count == 2 {
                alias.onlyInMarks = marks.value
            } else {
                reader.file.error(
                    "bad-marks", at: marks.place,
                    "`only-in-marks` must be one opening and one closing mark",
                    help: "write them together, as in `only-in-marks: 《》`")
            }
        }
        let letters = choice(&reader, "case", among: Entity.LetterCase.allCases.map(\.rawValue))
        alias.letterCase = letters.flatMap(Entity.LetterCase.init)
        alias.isScriptExact = choice(&reader, "script", among: ["exact"]) != nil
        reader.warnOfRest(known: ["text", "only-in", "only-in-marks", "case", "script"])
        return alias
    }

    /// One of a few words; any other is an error.
    private static func choice(_ reader: inout MapReader, _ key: String, among words: [String])
        -> String?
    {
        guard let value = reader.text(key) else { return nil }
        if words.contains(value.value) { return value.value }
        let all = words.map { "`\($0)`" }.joined(separator: " or ")
        reader.file.error(
            "bad-\(key)", at: value.place, "`\(value.value)` is not a valid `\(key)` of an alias",
            help: words.count == 1 ? "write \(all), or leave `\(key)` out" : "write \(all)")
        return nil
    }

    private static func affiliation(_ reader: MapReader) -> Entity.Affiliation? {
        var reader = reader
        guard
            let organization = reader.required("organization", help: "write the organization's id")
        else {
            return nil
        }
        var affiliation = Entity.Affiliation(organization: organization)
        affiliation.role = reader.string("role")
        affiliation.from = Period.date(&reader, "from")
        affiliation.until = Period.date(&reader, "until")
        reader.warnOfRest(known: ["organization", "role", "from", "until"])
        return affiliation
    }

    private static func former(_ fields: inout MapReader) -> Entity.Former? {
        guard var reader = fields.maps("formerly", subject: "`formerly`", text: named("id")).first,
            let id = reader.required("id", help: "write the id of the earlier entity")
        else { return nil }
        let former = Entity.Former(id: id, until: Period.date(&reader, "until"))
        reader.warnOfRest(known: ["id", "until"])
        return former
    }

    private static func wikidata(_ fields: inout MapReader) -> String? {
        guard let item = fields.text("wikidata"), !item.value.isEmpty else { return nil }
        let digits = item.value.utf8.dropFirst()
        if item.value.hasPrefix("Q"), !digits.isEmpty, digits.allSatisfy({ $0 &- 0x30 < 10 }) {
            return item.value
        }
        fields.file.warning(
            "bad-wikidata", at: item.place,
            "`\(ArticleReader.shown(item.value))` is not a valid Wikidata item",
            help: "write the item's number, as in `Q42`")
        return nil
    }
}
