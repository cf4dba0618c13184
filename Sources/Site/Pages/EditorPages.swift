import Archive
import Markup
import Text

/// `content/pages/*.md`: the editor's own pages.
///
/// `index.md` is shown on the home page instead.
struct EditorPages {
    let renderer: PageRenderer

    var models: [PageModel] {
        renderer.archive.pages.filter { $0.path != "index" }.map(model)
    }

    private func model(of page: Page) -> PageModel {
        let path = page.path + "/"
        let document = renderer.document(page.body)
        let language = page.language ?? LanguageDetector.language(of: document.plainText().utf8)
        var model = renderer.model(.page, path: path, title: page.title, section: "pages")
        model.choice = page.template?.value
        model["params"] = renderer.theme.params(page.params)
        model["heading"] = page.title
        model["textLang"] = renderer.foreign(language)
        model["body"] = HTMLText(
            HTMLWriter.html(
                of: document, options: renderer.options(on: path, of: page.file, isOwn: true)))
        return model
    }
}
