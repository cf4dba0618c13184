import Text

/// Reads `kinds:` of `archive.yml`: the kinds of entities that the archive declares.
///
/// It is read before all other files, because it says which folders hold entities.
enum KindReader {
    static let keys = ["id", "folder", "title", "singular", "color", "schema"]

    struct Reading: Sendable {
        /// Built in and declared.
        var kinds = Entity.Kind.builtIn
        var diagnostics: [Diagnostic] = []
        /// Whether a declared kind may be missing, because the file or a part of it is wrong.
        var isIncomplete = false
    }

    /// A file that is not valid YAML declares no kinds; `SettingsReader` reports it.
    ///
    /// - Parameter bytes: as on disk; `nil`: the file cannot be read.
    static func read(_ bytes: [UInt8]?, path: String) -> Reading {
        var reading = Reading()
        guard let bytes, case .success(let text) = NormalizedText.read(bytes, file: path) else {
            reading.isIncomplete = true
            return reading
        }
        let syntax = SourceFile(path: path, bytes: text.bytes)
        guard
            let root = YAMLReader.read(syntax, range: 0..<text.bytes.count, broken: "bad-yaml"),
            case .map(let fields) = root.content
        else {
            reading.isIncomplete = !syntax.diagnostics.isEmpty
            return reading
        }
        let file = SourceFile(path: path, bytes: text.bytes)
        var reader = MapReader(fields, at: root.position, in: file, subject: "`archive.yml`")
        for item in reader.maps(
            "kinds", subject: "a kind",
            help: "write `kinds: [{id: place, folder: places, title: Places, schema: Place}]`")
        {
            if let kind = kind(item, others: reading.kinds) { reading.kinds.append(kind) }
        }
        reading.diagnostics = file.diagnostics
        reading.isIncomplete = file.diagnostics.contains { $0.severity == .error }
        return reading
    }

    private static func kind(_ reader: MapReader, others: [Entity.Kind]) -> Entity.Kind? {
        var reader = reader
        let id = reader.required(
            "id", help: "write the singular in small letters, as in `id: place`")
        let folder = reader.required(
            "folder", help: "write the folder below content/, as in `folder: places`")
        let titles = words("title", &reader)
        let singulars = words("singular", &reader)
        let colors = colors(&reader)
        let schema = reader.text("schema").flatMap { schemaType($0, reader.file) }
        reader.warnOfRest(known: keys)
        guard let id, let folder,
            // Both, so that one run reports both.
            Set([isFree(id, reader.file, others), isFree(folder: folder, reader.file, others)])
                == [true]
        else { return nil }
        return Entity.Kind(
            id: id.value, folder: folder.value, place: id.place, titles: titles,
            singulars: singulars, colors: colors, schemaType: schema ?? "Thing",
            schemaProperties: SchemaTypes.properties(of: schema ?? "Thing", kind: id.value))
    }

    // MARK: Names

    private static func isFree(
        _ id: Located<String>, _ file: SourceFile, _ others: [Entity.Kind]
    ) -> Bool {
        guard isName(id, "id", "place", file) else { return false }
        if let other = others.first(where: { $0.id == id.value }) {
            report(other, "the id", id, file)
            return false
        }
        if ReservedNames.ids.contains(id.value) {
            file.error(
                "reserved-kind", at: id.place,
                "`\(id.value)` cannot be the id of a kind: the site uses the word for something else",
                help: "choose another id, as in `\(id.value)-entity`")
            return false
        }
        return true
    }

    private static func isFree(
        folder: Located<String>, _ file: SourceFile, _ others: [Entity.Kind]
    ) -> Bool {
        guard isName(folder, "folder", "places", file) else { return false }
        if let other = others.first(where: { $0.folder == folder.value }) {
            report(other, "the folder", folder, file)
            return false
        }
        if let use = ReservedNames.use(ofFolder: folder.value) {
            file.error(
                "reserved-folder", at: folder.place,
                "`\(folder.value)` cannot be the folder of a kind: \(use)",
                help: "choose another folder")
            return false
        }
        return true
    }

    private static func isName(
        _ name: Located<String>, _ key: String, _ example: String, _ file: SourceFile
    ) -> Bool {
        let bytes = name.value.utf8
        let isValid =
            bytes.count <= 64 && bytes.first.map { $0 &- UInt8(ascii: "a") < 26 } == true
            && bytes.last != UInt8(ascii: "-")
            && bytes.allSatisfy {
                $0 == UInt8(ascii: "-") || $0 &- UInt8(ascii: "a") < 26
                    || $0 &- UInt8(ascii: "0") < 10
            }
        if !isValid {
            file.error(
                "bad-kind", at: name.place,
                "`\(ArticleReader.shown(name.value))` is not a valid \(key) of a kind",
                help:
                    "write small letters, digits and hyphens, first a letter, as in `\(key): \(example)`"
            )
        }
        return isValid
    }

    private static func report(
        _ other: Entity.Kind, _ what: String, _ name: Located<String>, _ file: SourceFile
    ) {
        guard let place = other.place else {
            return file.error(
                "duplicate-kind", at: name.place,
                "\(what) `\(name.value)` belongs to the built-in kind `\(other.id)`",
                help: "choose another one; content/\(other.folder)/ needs no declaration")
        }
        file.report(
            Diagnostic(
                .error, "duplicate-kind", at: name.place,
                "two kinds have \(what) `\(name.value)`",
                notes: ["the other is at \(place.file):\(place.line)"], help: "rename one of them"))
    }

    // MARK: Words, colours, schema.org

    /// By language; the text of a bare one is under the empty language.
    private static func words(_ key: String, _ reader: inout MapReader) -> [String: String] {
        guard let node = reader.node([key]) else { return [:] }
        if case .scalar = node.content {
            return reader.text(node, key: key).map { ["": $0.value] } ?? [:]
        }
        var words: [String: String] = [:]
        for (language, text) in reader.pairs(key) where !text.value.isEmpty {
            let tag = LanguageTag.read(Located(language, at: text.place), reader.file)
            words[tag ?? language] = text.value
        }
        return words
    }

    private static func colors(_ reader: inout MapReader) -> Entity.Kind.Colors {
        var colors = Entity.Kind.Colors()
        guard let node = reader.node("color", "colour") else { return colors }
        guard case .map = node.content else {
            colors.light = reader.text(node, key: "color").flatMap { color($0, reader.file) }
            return colors
        }
        for (scheme, text) in reader.pairs("color") + reader.pairs("colour") {
            switch scheme {
            case "light": colors.light = color(text, reader.file)
            case "dark": colors.dark = color(text, reader.file)
            default:
                reader.file.warning(
                    "unknown-key", at: text.place, "a color has no key `\(scheme)`",
                    help: "write `{light: \"#7a3b6d\", dark: \"#d9a8cf\"}`")
            }
        }
        return colors
    }

    private static func color(_ text: Located<String>, _ file: SourceFile) -> Located<
        Entity.Kind.Color
    >? {
        if let color = Entity.Kind.Color(hex: text.value) { return Located(color, at: text.place) }
        file.error(
            "bad-color", at: text.place,
            "`\(ArticleReader.shown(text.value))` is not a valid color",
            help: "write it in quotes as red, green and blue, as in `color: \"#7a3b6d\"`")
        return nil
    }

    /// schema.org gains types, so one that is not known is used all the same.
    private static func schemaType(_ type: Located<String>, _ file: SourceFile) -> String? {
        let bytes = type.value.utf8
        guard bytes.first.map({ $0 &- UInt8(ascii: "A") < 26 || $0 == UInt8(ascii: "3") }) == true,
            bytes.allSatisfy({
                ($0 | 0x20) &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10
            })
        else {
            file.error(
                "bad-schema-type", at: type.place,
                "`\(ArticleReader.shown(type.value))` is not a valid type of schema.org",
                help:
                    "write the name of a type, as in `schema: Place`; https://schema.org lists them"
            )
            return nil
        }
        if !SchemaTypes.all.contains(type.value) {
            let near = Spelling.nearest(to: type.value, among: SchemaTypes.all.sorted())
            file.warning(
                "unknown-schema-type", at: type.place,
                "schema.org has no type `\(type.value)` that this program knows; it is used as written",
                help: near.map { "did you mean `\($0)`?" }
                    ?? "see https://schema.org/\(type.value); `Thing` is always right")
        }
        return type.value
    }
}

/// Names that declared kinds cannot have.
enum ReservedNames {
    /// Words with a meaning of their own in the search's address, in facets or in `data-kind`.
    static let ids: Set<String> = [
        "annotation", "article", "claim", "entity", "hit", "kind", "language", "mention", "metric",
        "outlet", "page", "q", "status", "tag", "thing", "year",
    ]

    /// Folders of the site beside those of kinds.
    private static let site: Set<String> = [
        "articles", "assets", "changes", "claims", "compare", "data", "metrics", "outlets", "pages",
        "search", "tags", "timeline", "years",
    ]
    /// Folders below `content/` with a meaning of their own.
    private static let content: Set<String> = [
        "annotations", "articles", "assets", "claims", "editions", "originals", "pages", "review",
        "rules",
    ]
    /// Words by which templates tell pages apart (`section`), and names of lists' pages.
    private static let sections: Set<String> = ["home", "index", "page"]

    /// What else has the folder, as the end of a message; `nil`: nothing.
    static func use(ofFolder folder: String) -> String? {
        if content.contains(folder) { return "`content/\(folder)/` holds something else" }
        if site.contains(folder) { return "the site has `\(folder)/` for something else" }
        return sections.contains(folder) ? "the site uses the word for something else" : nil
    }
}
