import Text

/// Paths at which a page was found before: `aliases:` of articles, claims and pages, and
/// `redirect-from:` of these and of entities, whose `aliases:` are names.
enum OldPath {
    /// Both keys of a claim or page.
    static func all(_ fields: inout MapReader) -> [Located<String>] {
        (fields.texts("aliases", "alias") + fields.texts("redirect-from"))
            .compactMap { read($0, fields.file) }
    }

    /// Whether an alias of an entity is a path, and not a name: `/people/chen/`, `people/chen`.
    static func isPath(_ alias: String, folder: String) -> Bool {
        alias.utf8.count > 1 && alias.hasPrefix("/") || alias.hasPrefix(folder + "/")
    }

    /// An old path without slashes at its front; `nil` and a warning if it is not one.
    static func read(_ text: Located<String>, _ file: SourceFile) -> Located<String>? {
        let path = String(text.value.drop { $0 == "/" })
        let parts = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
        let leadsOut = parts.contains { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }
        let isUnsafe =
            path.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C } || path.contains("://")
        guard !path.isEmpty, !leadsOut, !isUnsafe else {
            file.warning(
                "bad-alias", at: text.place,
                "`\(ArticleReader.shown(text.value))` is not a valid path of this site",
                help: "write the old path, as in `posts/2019/title/`")
            return nil
        }
        return Located(path, at: text.place)
    }
}
