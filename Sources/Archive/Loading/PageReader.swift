import Text

/// Reads `pages/*.md`.
enum PageReader {
    static func read(_ bytes: consuming [UInt8], path: String) -> (
        page: Page, diagnostics: [Diagnostic]
    ) {
        var document = MarkdownDocument(bytes, path: path, subject: "a page")
        let stem = FileRole.stem(path)
        let folder = path.utf8.dropFirst("content/pages/".utf8.count)
            .split(separator: 0x2F).dropLast().map { String(decoding: $0, as: UTF8.self) + "/" }
            .joined()
        var page = Page(
            path: folder + stem, file: path, title: document.fields.string("title") ?? "",
            body: document.body,
            bodyLine: document.bodyLine)
        if page.title.isEmpty { page.title = FirstHeading.text(page.body) ?? stem }
        if let language = document.fields.text("lang", "language") {
            page.language = LanguageTag.read(language, document.file)
        }
        page.extra = document.fields.rest(known: ["title", "lang"], foreign: ForeignKeys.names)
        return (page, document.file.diagnostics)
    }
}
