import Archive
import Text

/// A template that the front matter of a page chooses: `template: essay`.
struct TemplateChoice: Equatable {
    /// Without `.mustache`.
    let name: String
    /// The default template.
    let page: PageTemplate
    let place: Diagnostic.Place

    private init(_ choice: Located<String>, _ page: PageTemplate) {
        name = choice.value
        self.page = page
        place = choice.place
    }

    static func all(in archive: Archive) -> [TemplateChoice] {
        archive.articles.indices.compactMap {
            archive.articles[$0].template.map { TemplateChoice($0, .article) }
        }
            + archive.entities.compactMap { $0.template.map { TemplateChoice($0, .entity) } }
            + archive.claims.compactMap { $0.template.map { TemplateChoice($0, .claim) } }
            + archive.pages.compactMap { page in
                page.template.map { TemplateChoice($0, page.path == "index" ? .index : .page) }
            }
    }

    /// Errors for choices that do not exist in the theme.
    static func unknown(_ choices: [TemplateChoice], among names: some Sequence<String>)
        -> [Diagnostic]
    {
        let names = Set(names)
        return choices.compactMap { choice -> Diagnostic? in
            if PageTemplate(rawValue: choice.name)?.isFragment == true {
                return Diagnostic(
                    .error, "unknown-template", at: choice.place,
                    "\(choice.name).mustache is a part of pages, not a page",
                    help: "name the template of a whole page, as in `template: essay`")
            }
            guard !names.contains(choice.name) else { return nil }
            guard choice.name.utf8.allSatisfy(isOfFileName) else {
                return Diagnostic(
                    .error, "unknown-template", at: choice.place,
                    "`\(choice.name)` is not a valid name of a template",
                    help:
                        "write the name of a file in templates/ without `.mustache`, as in `template: essay`"
                )
            }
            let near = Spelling.nearest(to: choice.name, among: names.sorted())
            return Diagnostic(
                .error, "unknown-template", at: choice.place,
                "there is no template \(choice.name).mustache",
                help: near.map { "did you mean `\($0)`?" }
                    ?? "add templates/\(choice.name).mustache, or remove the key")
        }
    }

    private static func isOfFileName(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": true
        default: false
        }
    }
}
