import Mustache
import Text

/// Renders pages from Mustache templates.
///
/// Templates are parsed once. swift-mustache renders a missing partial as nothing, so every partial
/// and parent that a template names is checked here.
struct Theme: Sendable {
    /// What a template is given: nested dictionaries, arrays, strings, booleans.
    typealias Context = [String: Any]

    private let library: MustacheLibrary
    private let skeletons = SkeletonStore()
    /// No template looks into the words that it is given.
    private let isPlain: Bool
    /// Those that the archive has in place of the built-in ones.
    let overridden: Set<PageTemplate>

    /// - Parameters:
    ///   - words: `{{strings.key}}` and `{{site.title}}` are the same on every page, so they are
    ///   put into
    ///     the templates' text here and cost nothing when a page is rendered.
    ///   - diagnostics: gets every template that does not parse and every partial that is missing.
    init(_ files: ThemeFiles, words: UIStrings, title: String, diagnostics: inout [Diagnostic]) {
        var templates: [String: MustacheTemplate] = [:]
        var isPlain = true
        let sources = files.files.filter { $0.key.hasSuffix(".mustache") }.sorted {
            $0.key < $1.key
        }
        var references: [String: [TemplateReference]] = [:]
        for (path, file) in sources {
            let text = String(decoding: file.bytes, as: UTF8.self)
            let name = String(path.dropLast(".mustache".count))
            isPlain = isPlain && !Self.looksIntoWords(text)
            do {
                templates[name] = try MustacheTemplate(
                    string: Self.fill(text, words: words, title: title))
            } catch let error as MustacheTemplate.ParserError {
                diagnostics.append(Self.diagnostic(error, in: file.origin))
            } catch {
                diagnostics.append(
                    Diagnostic(.error, "bad-template", at: .init(file: file.origin), "\(error)"))
            }
            references[name] = TemplateReference.all(in: text, of: file.origin)
        }
        diagnostics += TemplateReference.problems(in: references)
        for name in PageTemplate.allCases where references[name.rawValue] == nil {
            diagnostics.append(
                Diagnostic(
                    .error, "missing-template",
                    "the theme has no template \(name.rawValue).mustache",
                    help:
                        "add templates/\(name.rawValue).mustache, or delete the override that hides it"
                ))
        }
        overridden = Set(
            PageTemplate.allCases.filter { files.isOverridden("\($0.rawValue).mustache") })
        library = MustacheLibrary(templates: templates)
        self.isPlain = isPlain
    }

    /// Pages of one shape are one rendering with other words in it.
    func render(_ template: PageTemplate, _ context: Context) -> [UInt8] {
        guard isPlain, let flat = FlatContext(context),
            let skeleton = skeletons.skeleton(
                of: template, flat.shape,
                or: {
                    Skeleton(text(of: template, FlatContext.marked(context, Skeleton.mark)))
                })
        else { return Array(text(of: template, context).utf8) }
        return skeleton.filled(with: flat.values)
    }

    /// For fragments that repeat on every page: rendered once and handed on as one variable.
    func fragment(_ template: PageTemplate, _ context: Context) -> String {
        String(decoding: render(template, context), as: UTF8.self)
    }

    private func text(of template: PageTemplate, _ context: Context) -> String {
        library.render(context, withTemplate: template.rawValue) ?? ""
    }

    /// Functions in tags, names of partials in variables, other brackets than `{{`.
    private static func looksIntoWords(_ text: String) -> Bool {
        if text.utf8.contains(Skeleton.markStart) { return true }
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            rest = rest[open.upperBound...]
            let tag = rest[..<(rest.firstRange(of: "}}")?.lowerBound ?? rest.endIndex)]
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("=") || tag.hasPrefix("%") || tag.contains("(") { return true }
            if tag.hasPrefix(">") || tag.hasPrefix("<"), tag.contains("*") { return true }
        }
        return false
    }

    /// Puts the words of the interface and the archive's title in place of their variables.
    static func fill(_ text: String, words: UIStrings, title: String) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstRange(of: "{{"),
            let close = rest[open.upperBound...].firstRange(of: "}}")
        {
            let tag = rest[open.upperBound..<close.lowerBound]
            filled += rest[..<open.lowerBound]
            if tag == "site.title" {
                filled += literal(title)
            } else if tag.hasPrefix("strings.") {
                filled += literal(words[String(tag.dropFirst("strings.".count))])
            } else {
                filled += rest[open.lowerBound..<close.upperBound]
            }
            rest = rest[close.upperBound...]
        }
        return filled + rest
    }

    /// Words that no template engine reads as a tag and no browser as markup.
    private static func literal(_ words: String) -> String {
        HTML.escape(words).replacing("{", with: "&#123;")
    }

    private static func diagnostic(_ error: MustacheTemplate.ParserError, in file: String)
        -> Diagnostic
    {
        Diagnostic(
            .error, "bad-template",
            at: .init(
                file: file, line: error.context.lineNumber, column: error.context.columnNumber,
                excerpt: error.context.line),
            "this is no valid Mustache: \(error.error)",
            help: "compare with the built-in template of the same name")
    }
}
