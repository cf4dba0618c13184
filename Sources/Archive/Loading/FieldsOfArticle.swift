import Text

/// The keys of an article's front matter, by their names in four programs.
enum FieldsOfArticle {
    static func read(_ fields: inout MapReader, into article: inout Article) {
        let title = fields.text("title")
        article.title = title?.value ?? ""
        article.titlePlace = title?.place
        readDates(&fields, &article)
        article.authors = PeopleNames.read(&fields, "authors", "author", "by", "byline")
        article.translators = PeopleNames.read(&fields, "translators", "translator")
        let outlet = fields.text("outlet", "publisher", "publication")
        article.outlet = outlet?.value
        article.outletPlace = outlet?.place
        readAddresses(&fields, &article)
        article.tags = TagList.read(&fields)
        article.tagsPlace = TagList.keys.first(where: fields.has).map(fields.place)
        article.origin = fields.string("origin")
        article.about = fields.texts("about")
        article.summary = fields.string("summary", "description", "excerpt", "abstract")
        article.template = fields.template()
        article.original = fields.string("original")
        article.sha256 = fields.string("sha256")?.lowercased()
        if let language = fields.text("lang", "language", "locale"), !language.value.isEmpty {
            article.language = LanguageTag.read(language, fields.file) ?? ""
        }
    }

    /// `published` and `publish` are truth values in Hexo, Jekyll and Obsidian, dates in web
    /// clippers.
    private static func readDates(_ fields: inout MapReader, _ article: inout Article) {
        let embargo = date(&fields, "publishdate")
        article.date = date(&fields, "date", "pubdate") ?? embargo
        article.updated = date(
            &fields, "updated", "lastmod", "modified", "last-modified-at", "last-modified")
        article.isDraft = fields.bool("draft", "drafts") ?? false
        var isClipped = false
        for key in ["published", "publish"] {
            guard let node = fields.node(key) else { continue }
            if let flag = node.scalarText.flatMap(CoreSchema.bool) {
                article.isDraft = article.isDraft || !flag
            } else {
                let date = date(node, key: key, fields.file)
                isClipped = isClipped || date != nil
                article.date = article.date ?? date
            }
        }
        article.captured = captured(&fields)
        // Web clippers write the day of clipping, note takers the day of writing.
        if let created = fields.node("created") {
            // Reported only if nothing else dates the article.
            let isNeeded = article.date == nil
            let date =
                isNeeded
                ? date(created, key: "created", fields.file, .warning)
                : created.scalarText.flatMap { PartialDate($0) }
            if isClipped {
                article.captured = article.captured ?? date?.text
            } else {
                article.date = article.date ?? date
            }
        }
        article.embargo = embargo
        article.expiry = date(&fields, "expirydate", "unpublishdate")
    }

    /// The day of capture as it is written; what is not a date gets a warning and is kept too.
    private static func captured(_ fields: inout MapReader) -> String? {
        guard let node = fields.node("captured", "retrieved", "clipped") else { return nil }
        guard let text = fields.text(node, key: "captured"), !text.value.isEmpty else { return nil }
        if PartialDate(text.value) == nil {
            fields.file.warning(
                "bad-date", at: text.place,
                "`\(ArticleReader.shown(text.value))` is not a valid date", help: dateHelp)
        }
        return text.value
    }

    private static func date(_ fields: inout MapReader, _ keys: String...) -> PartialDate? {
        guard let node = fields.node(keys) else { return nil }
        return date(node, key: keys[0], fields.file)
    }

    private static let dateHelp =
        "write it as 2025, 2025-04, 2025-04-08 or 2025-04-08T09:30:00+08:00"

    private static func date(
        _ node: SourceNode, key: String, _ file: SourceFile,
        _ severity: Diagnostic.Severity = .error
    ) -> PartialDate? {
        guard let text = node.scalarText else {
            MapReader([], at: node.position, in: file, subject: "").wrongType(
                node, key: key, expected: "a date",
                help: "write one date, as in `\(key): 2025-04-08`")
            return nil
        }
        guard !text.trimmingWhiteSpace().isEmpty else { return nil }
        if let date = PartialDate(text) { return date }
        let isPlaceholder = text.contains("{{") || text.contains("<%")
        file.report(
            Diagnostic(
                severity, isPlaceholder ? "unfilled-placeholder" : "bad-date",
                at: file.place(node.position),
                isPlaceholder
                    ? "`\(key)` is the placeholder `\(ArticleReader.shown(text))` of a template, which nothing has filled in"
                    : "`\(ArticleReader.shown(text))` is not a valid date",
                help: isPlaceholder ? "write the value, or remove `\(key)`" : dateHelp))
        return nil
    }

    /// The address of publication, and the old paths of this text: `url` is the one for web
    /// clippers, the other for Hugo; Jekyll and Hexo call a path `permalink`.
    private static func readAddresses(_ fields: inout MapReader, _ article: inout Article) {
        var paths = fields.texts("aliases", "alias") + fields.texts("redirect-from")
        for key in [
            "url", "source", "link", "original-url", "canonical-url", "canonical", "permalink",
        ] {
            guard let node = fields.node(key), case .scalar = node.content,
                let address = fields.text(node, key: key), !address.value.isEmpty
            else { continue }
            if WebAddress.isValid(address.value) {
                if article.url == nil { article.url = address.value } else { fields.giveBack(key) }
            } else if (key == "url" || key == "permalink"), address.value.hasPrefix("/"),
                !address.value.contains(":")
            {
                paths.append(address)
            } else if key == "source", article.outlet == nil {
                article.outlet = address.value
            } else {
                if key == "url" {
                    fields.file.warning(
                        "bad-url", at: address.place,
                        "`\(ArticleReader.shown(address.value))` is not a valid web address",
                        help: "write an address that begins with https://")
                }
                fields.giveBack(key)
            }
        }
        article.aliases = paths.compactMap { OldPath.read($0, fields.file) }
    }
}

/// Tags and categories: lists, lists of lists (Hexo), a text with commas, Obsidian's `#a #b`.
enum TagList {
    static let keys = ["tags", "tag", "categories", "category"]

    static func read(_ fields: inout MapReader) -> [String] {
        var tags: [String] = []
        for key in keys {
            let found = fields.node(key).map { read($0) } ?? hashtags(fields, key)
            for tag in found where !tag.isEmpty && !tags.contains(tag) { tags.append(tag) }
        }
        return tags
    }

    private static func read(_ node: SourceNode) -> [String] {
        switch node.content {
        case .list(let items):
            return items.flatMap { item in
                if case .scalar(let text, _) = item.content {
                    return item.isNull ? [] : [clean(text)]
                }
                return read(item)
            }
        case .scalar(let text, _):
            if text.contains(where: { $0 == "," || $0 == "，" || $0 == "、" }) {
                return text.split { $0 == "," || $0 == "，" || $0 == "、" }.map { clean(String($0)) }
            }
            let words = text.split(separator: " ")
            return words.allSatisfy { $0.hasPrefix("#") }
                ? words.map { clean(String($0)) } : [clean(text)]
        case .map(let entries): return entries.map { clean($0.key) }
        }
    }

    /// `tags: #a #b`, which YAML takes for a comment.
    private static func hashtags(_ fields: MapReader, _ key: String) -> [String] {
        guard let excerpt = fields.place(of: key).excerpt, let colon = excerpt.firstIndex(of: ":")
        else { return [] }
        guard excerpt[..<colon].lowercased() == key else { return [] }
        let words = excerpt[excerpt.index(after: colon)...].split {
            $0 == " " || $0 == "," || $0 == "\t"
        }
        guard !words.isEmpty, words.allSatisfy({ $0.hasPrefix("#") && $0.count > 1 }) else {
            return []
        }
        return words.map { clean(String($0)) }
    }

    private static func clean(_ text: String) -> String {
        let text = text.trimmingWhiteSpace()
        return text.hasPrefix("#") ? String(text.drop { $0 == "#" }).trimmingWhiteSpace() : text
    }
}

/// Names of authors: a list, one text with `;` or `、` between names, Hugo's `[{name: …}]`,
/// Obsidian's `[[links]]`.
enum PeopleNames {
    static func read(_ fields: inout MapReader, _ keys: String...) -> [String] {
        guard let node = fields.node(keys) else { return [] }
        var names: [String] = []
        for name in read(node, fields, keys[0]) where !name.isEmpty && !names.contains(name) {
            names.append(name)
        }
        return names
    }

    private static func read(_ node: SourceNode, _ fields: MapReader, _ key: String) -> [String] {
        switch node.content {
        case .scalar(let text, _):
            return text.split { $0 == ";" || $0 == "；" || $0 == "、" }.map { unlinked(String($0)) }
        case .list(let items): return items.flatMap { read($0, fields, key) }
        case .map(let entries):
            guard
                let name = entries.first(where: { $0.key == "name" || $0.key == "display_name" })?
                    .value
            else {
                fields.wrongType(node, key: key, expected: "a list")
                return []
            }
            return read(name, fields, key)
        }
    }

    /// `[[id|Name]]` and `[[Name]]` as the name.
    private static func unlinked(_ text: String) -> String {
        let text = text.trimmingWhiteSpace()
        guard text.hasPrefix("[["), text.hasSuffix("]]") else { return text }
        let inner = text.dropFirst(2).dropLast(2)
        return String(inner.split(separator: "|").last ?? inner).trimmingWhiteSpace()
    }
}

/// Keys of other programs that look like misspellings of ours and are none.
enum ForeignKeys {
    /// Keys that say what a key of ours says, with what to write instead.
    static let meant: [String: String] = [
        "writer": "did you mean `authors`?", "writers": "did you mean `authors`?",
        "written-by": "did you mean `authors`?", "translated-by": "did you mean `translators`?",
        "company": "did you mean `outlet`, the publisher, or `about`, the entities it is about?",
        "newspaper": "did you mean `outlet`?", "magazine": "did you mean `outlet`?",
        "journal": "did you mean `outlet`?", "media": "did you mean `outlet`?",
        "entities": "did you mean `about`?", "people": "did you mean `about`?",
        "persons": "did you mean `about`?", "subjects": "did you mean `about`?",
        "private": "did you mean `draft`? The article is published",
        "hidden": "did you mean `draft`? The article is published",
        "unlisted": "did you mean `draft`? The article is published",
        "accessed": "did you mean `captured`?", "saved": "did you mean `captured`?",
    ]

    /// Of Hugo, Hexo, Jekyll and Obsidian, in lower case with `-`.
    static let names: Set<String> = [
        "type", "layout", "weight", "menu", "menus", "series", "params", "cascade", "images",
        "image", "videos",
        "audio", "toc", "math", "comments", "comment", "cover", "top", "sticky", "topics",
        "speakers", "speaker",
        "subtitle", "cssclass", "cssclasses", "markup", "outputs", "resources", "sitemap",
        "headless",
        "linktitle", "expirydate", "keywords", "uid", "guid", "id", "data", "dates", "note",
        "titles", "format",
        "source-name", "word-count", "site", "banner", "up", "status", "rating", "location",
        "copyright",
    ]
}
