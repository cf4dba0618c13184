import Archive
import Files
import Publishing
import Text

/// One page of the site as a value: its path, its template, and everything that it shows.
///
/// A page is rendered from its model, and its cache key is the hash of the encoded model. So a page
/// cannot show anything that its key does not cover. Large parts enter a model as a hash and a way
/// to make them (`DeferredMarkup`).
///
/// Each kind of page is one file of this folder: the model, the path, and the template that it
/// names.
struct PageModel: Sendable {
    /// Relative to the root of the site; a folder ends in a slash.
    var path: String
    var template: PageTemplate
    /// The name of a template that the page's front matter asks for in place of `template`.
    var choice: String?
    var fields: Fields

    subscript(name: String) -> (any FieldValue)? {
        get { fields[name] }
        set { fields[name] = newValue }
    }
}

/// A file that is written beside a page and from the same thing: an article's Markdown, an entity's
/// card.
struct Attachment: Sendable {
    /// Relative to the root of the site.
    var path: String
    var content: DeferredMarkup

    init(_ path: String, _ content: DeferredMarkup) {
        self.path = path
        self.content = content
    }

    /// A small file, made at once.
    init(_ path: String, bytes: [UInt8]) {
        self.init(path, DeferredMarkup(bytes))
    }
}

extension PageRenderer {
    /// A model with what every page has: head, header, footer, title.
    ///
    /// - Parameters:
    ///   - path: of the page; empty for the home page.
    ///   - section: the menu entry that it belongs to: `articles`, `people`, … or empty.
    ///   - data: markup for the page's head: structured data.
    func model(
        _ template: PageTemplate, path: String, title: String, section: String,
        description: String? = nil, data: [UInt8]? = nil
    ) -> PageModel {
        PageModel(
            path: path, template: template,
            fields: frame.fields(
                path: path, title: title, section: section, description: description, data: data))
    }

    /// A page and its attachments, to be rendered unless the last build did so.
    func task(_ model: PageModel, _ attachments: [Attachment] = []) -> OutputTask {
        OutputTask(SitePath.file(model.path), work(model, attachments))
    }

    func work(_ model: PageModel, _ attachments: [Attachment]) -> OutputTask.Work {
        OutputTask.Work(key: key(of: model, attachments)) { self.files(model, attachments) }
    }

    func files(_ model: PageModel, _ attachments: [Attachment]) -> [OutputFile] {
        let page = theme.render(model.template, as: model.choice, model.fields)
        return [OutputFile(path: SitePath.file(model.path), bytes: page)]
            + attachments.map { OutputFile(path: $0.path, bytes: $0.content.make()) }
    }

    private func key(of model: PageModel, _ attachments: [Attachment]) -> Fingerprint {
        var key = CacheKeyBuilder(capacity: 1 << 14)
        key.add(theme.fingerprint)
        key.add(model.path)
        key.add(model.choice ?? model.template.rawValue)
        key.add(model.fields)
        for attachment in attachments {
            key.add(attachment.path)
            key.add(attachment.content.key)
        }
        return key.fingerprint
    }
}
