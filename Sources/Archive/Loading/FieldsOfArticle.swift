import Text

/// The keys of an article's front matter, by their names in four programs.
enum FieldsOfArticle {
    static func read(_ fields: inout MapReader, into article: inout Article) {
        article.title = fields.string("title") ?? ""
        readDates(&fields, &article)
        article.authors = PeopleNames.read(&fields, "authors", "author", "by", "byline")
        article.translators = PeopleNames.read(&fields, "translators", "translator")
        article.outlet = fields.string("outlet", "publisher", "publication")
        readAddresses(&fields, &article)
        article.tags = TagList.read(&fields)
        article.origin = fields.string("origin")
        article.about = fields.texts("about")
        article.summary = fields.string("summary", "description", "excerpt", "abstract")
        article.original = fields.string("original")
        article.sha256 = fields.string("sha256")?.lowercased()
        if let language = fields.text("lang", "language", "locale"), !language.value.isEmpty {
            article.language = LanguageTag.read(language, fields.file) ?? ""
        }
    }

    /// `published` and `publish` are truth values in Hexo, Jekyll and Obsidian, dates in web
    /// clippers.
    private static func readDates(_ fields: inout MapReader, _ article: inout Article) {
        article.date = date(&fields, "date", "publishdate", "pubdate")
        article.updated = date(
            &fields, "updated", "lastmod", "modified", "last-modified-at", "last-modified")
        article.isDraft = fields.bool("draft", "drafts") ?? false
        var isClipped = false
        for key in ["published", "publish"] {
            guard let node = fields.node(key), case .scalar(let text, _) = node.content else {
                continue
            }
            if let flag = CoreSchema.bool(text) {
                article.isDraft = article.isDraft || !flag
            } else {
                let date = date(node, key: key, fields.file)
                isClipped = isClipped || date != nil
                article.date = article.date ?? date
            }
        }
        article.captured = fields.string("captured", "retrieved", "clipped")
        // Web clippers write the day of clipping, note takers the day of writing.
        if let created = fields.string("created"), PartialDate(created) != nil {
            if isClipped {
                article.captured = article.captured ?? created
            } else {
                article.date = article.date ?? PartialDate(created)
            }
        }
    }

    private static func date(_ fields: inout MapReader, _ keys: String...) -> PartialDate? {
        guard let node = fields.node(keys) else { return nil }
        return date(node, key: keys[0], fields.file)
    }

    private static func date(_ node: SourceNode, key: String, _ file: SourceFile) -> PartialDate? {
        guard case .scalar(let text, _) = node.content, !text.isEmpty else { return nil }
        if let date = PartialDate(text) { return date }
        file.error(
            "bad-date", at: file.place(node.position), "`\(ArticleReader.shown(text))` is no date",
            help: "write it as 2025, 2025-04, 2025-04-08 or 2025-04-08T09:30:00+08:00")
        return nil
    }

    /// The address of publication, and the old paths of this text: `url` is the one for web
    /// clippers, the other for Hugo; Jekyll and Hexo call a path `permalink`.
    private static func readAddresses(_ fields: inout MapReader, _ article: inout Article) {
        var paths: [Located<String>] =
            fields.texts("aliases", "alias") + fields.texts("redirect-from")
        for key in [
            "url", "source", "link", "original-url", "canonical-url", "canonical", "permalink",
        ] {
            guard let node = fields.node(key), case .scalar = node.content,
                let address = fields.text(node, key: key), !address.value.isEmpty
            else { continue }
            if isWebAddress(address.value) {
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
                        "`\(ArticleReader.shown(address.value))` is no web address",
                        help: "write an address that begins with https://")
                }
                fields.giveBack(key)
            }
        }
        article.aliases = paths.compactMap { path($0, fields.file) }
    }

    /// An old path without slashes at its front; "" is none.
    private static func path(_ text: Located<String>, _ file: SourceFile) -> String? {
        let path = String(text.value.drop { $0 == "/" })
        let parts = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
        let leadsOut = parts.contains { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }
        let isUnsafe =
            path.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C } || path.contains("://")
        guard !path.isEmpty, !leadsOut, !isUnsafe else {
            file.warning(
                "bad-alias", at: text.place,
                "`\(ArticleReader.shown(text.value))` is no path of this site",
                help: "write the old path, as in `posts/2019/title/`")
            return nil
        }
        return path
    }

    static func isWebAddress(_ text: String) -> Bool {
        let lower = text.prefix(8).lowercased()
        return (lower.hasPrefix("http://") || lower.hasPrefix("https://"))
            && !text.utf8.contains { $0 <= 0x20 || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E }
    }
}
