import Text

/// Reads `archive.yml`.
enum SettingsReader {
    static let keys = [
        "title", "description", "language", "base-url", "author", "menu", "feed-size", "kinds",
    ]

    struct Reading: Sendable {
        var settings: ArchiveSettings
        /// Whether the file names a language.
        var hasLanguage: Bool
        var diagnostics: [Diagnostic]
    }

    static func read(_ bytes: [UInt8], path: String) -> Reading {
        let file = SourceFile(path: path, bytes: bytes)
        var settings = ArchiveSettings()
        let root = YAMLReader.read(file, range: 0..<bytes.count, broken: "bad-yaml")
        guard let root, !root.isNull else {
            return Reading(settings: settings, hasLanguage: false, diagnostics: file.diagnostics)
        }
        guard case .map(let fields) = root.content else {
            file.error(
                "wrong-type", at: file.place(root.position),
                "the settings must be `key: value` pairs, not \(root.kindName)",
                help: "write `title: …`")
            return Reading(settings: settings, hasLanguage: false, diagnostics: file.diagnostics)
        }
        var reader = MapReader(fields, at: root.position, in: file, subject: "`archive.yml`")
        settings.title = reader.string("title") ?? settings.title
        settings.description = reader.string("description") ?? ""
        var hasLanguage = false
        if let language = reader.text("language", "lang", "languagecode"),
            let tag = LanguageTag.read(language, file)
        {
            settings.language = tag
            hasLanguage = true
        }
        settings.baseURL = baseURL(&reader)
        settings.author = reader.string("author")
        settings.menu = menu(&reader)
        settings.feedSize = feedSize(&reader) ?? settings.feedSize
        settings.extra = reader.rest(known: keys)
        // `KindReader` has read them.
        settings.extra["kinds"] = nil
        return Reading(settings: settings, hasLanguage: hasLanguage, diagnostics: file.diagnostics)
    }

    private static func baseURL(_ reader: inout MapReader) -> String? {
        guard let address = reader.text("base-url", "baseurl", "url"), !address.value.isEmpty else {
            return nil
        }
        if WebAddress.isValid(address.value), !address.value.contains("?"),
            !address.value.contains("#")
        {
            return address.value.hasSuffix("/") ? address.value : address.value + "/"
        }
        reader.file.error(
            "bad-url", at: address.place,
            "`\(ArticleReader.shown(address.value))` is not a valid site address",
            help: "write the whole address, as in `https://example.org/archive/`")
        return nil
    }

    private static func menu(_ reader: inout MapReader) -> [ArchiveSettings.MenuItem] {
        guard let node = reader.node("menu") else { return [] }
        if case .map(let fields) = node.content, !fields.contains(where: { $0.key == "url" }) {
            return fields.compactMap { field in
                reader.text(field.value, key: field.key).map {
                    ArchiveSettings.MenuItem(title: field.key, url: $0.value, place: $0.place)
                }
            }
        }
        return reader.maps("menu", subject: "a menu item").compactMap { item in
            var item = item
            let title = item.required("title", help: "write `{title: …, url: …}`")
            let url = item.required("url", help: "write a path of the site or an address")
            item.warnOfRest(known: ["title", "url"])
            guard let title, let url else { return nil }
            return ArchiveSettings.MenuItem(title: title.value, url: url.value, place: url.place)
        }
    }

    private static func feedSize(_ reader: inout MapReader) -> Int? {
        guard let node = reader.node("feed-size") else { return nil }
        if case .int(let size) = node.value, 1...10_000 ~= size { return size }
        reader.file.error(
            "wrong-type", at: reader.file.place(node.position),
            "`feed-size` must be a whole number from 1 to 10000",
            help: "write `feed-size: 20`")
        return nil
    }
}
