import Archive
import Files
import Mustache
import Publishing
import Text

/// Renders pages from Mustache templates.
///
/// Templates are parsed once. swift-mustache renders a missing partial as nothing, so every partial
/// and parent that a template names is checked here.
struct Theme: Sendable {
    private let library: MustacheLibrary
    private let skeletons = SkeletonStore()
    /// No template looks into the words that it is given.
    private let isPlain: Bool
    /// Of all templates and the words in them.
    let fingerprint: Fingerprint
    /// Those that the archive has in place of the built-in ones.
    let overridden: Set<PageTemplate>
    let kindStyles: KindStyles

    /// - Parameters:
    ///   - words: `{{strings.key}}` and `{{site.title}}` are the same on every page, so they are
    ///   put into
    ///     the templates' text here and cost nothing when a page is rendered.
    ///   - kinds: of the archive's entities.
    ///   - diagnostics: gets every template that does not parse and every partial that is missing.
    init(
        _ files: ThemeFiles, words: UIStrings, title: String,
        kinds: [Entity.Kind] = Entity.Kind.builtIn, diagnostics: inout [Diagnostic]
    ) {
        var templates: [String: MustacheTemplate] = [:]
        var isPlain = true
        let sources = files.files.filter { $0.key.hasSuffix(".mustache") }.sorted {
            $0.key < $1.key
        }
        var references: [String: [TemplateReference]] = [:]
        var key = CacheKeyBuilder()
        for (path, file) in sources {
            let tags = TemplateTags(file.bytes)
            let name = String(path.dropLast(".mustache".count))
            isPlain = isPlain && !Self.looksIntoWords(tags)
            do {
                let text = Self.fill(tags, words: words, title: title)
                key.add(name)
                key.add(text)
                templates[name] = try MustacheTemplate(string: text)
            } catch let error as MustacheTemplate.ParserError {
                diagnostics.append(Self.diagnostic(error, in: file.origin))
            } catch {
                diagnostics.append(
                    Diagnostic(.error, "bad-template", at: .init(file: file.origin), "\(error)"))
            }
            references[name] = TemplateReference.all(in: tags, of: file.origin)
        }
        for (name, text) in words.words.sorted(by: { $0.key < $1.key }) {
            key.add(name)
            key.add(text)
        }
        fingerprint = key.fingerprint
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
        kindStyles = KindStyles(kinds, files)
        diagnostics += kindStyles.diagnostics
    }

    /// Pages of one shape are one rendering with other words in it.
    func render(_ template: PageTemplate, _ fields: Fields) -> [UInt8] {
        guard isPlain, let flat = FlatContext(fields),
            let skeleton = skeletons.skeleton(
                of: template, flat.shape,
                or: { Skeleton(text(of: template, fields.marked(Skeleton.mark))) })
        else { return Array(text(of: template, fields.mustache).utf8) }
        return skeleton.filled(with: flat.values)
    }

    /// For fragments that repeat on every page: rendered once and handed on as one variable.
    func fragment(_ template: PageTemplate, _ fields: Fields) -> String {
        String(decoding: render(template, fields), as: UTF8.self)
    }

    private func text(of template: PageTemplate, _ context: [String: Any]) -> String {
        library.render(context, withTemplate: template.rawValue) ?? ""
    }

    /// Functions in tags, names of partials in variables, other brackets than `{{`.
    private static func looksIntoWords(_ tags: TemplateTags) -> Bool {
        let bytes = tags.bytes
        return bytes.contains(Skeleton.markStart)
            || tags.starts.contains { start in
                let tag = bytes[start..<(tags.end(of: start) ?? bytes.count)]
                switch tag.first.map(Unicode.Scalar.init) {
                case "!": return false
                case "=", "%": return true
                case ">", "<": return tag.contains { $0 == UInt8(ascii: "*") || $0 == paren }
                default: return tag.contains(paren)
                }
            }
    }

    private static let paren = UInt8(ascii: "(")

    /// Puts the words of the interface and the archive's title in place of their variables.
    static func fill(_ tags: TemplateTags, words: UIStrings, title: String) -> String {
        let bytes = tags.bytes
        var filled: [UInt8] = []
        filled.reserveCapacity(bytes.count * 2)
        var at = 0
        for start in tags.starts where start - 2 >= at {
            guard let end = tags.end(of: start) else { break }
            filled += bytes[at..<start - 2]
            at = end + 2
            let tag = bytes[start..<end]
            if tag.elementsEqual("site.title".utf8) {
                filled += literal(title).utf8
            } else if tag.starts(with: strings) {
                let key = String(decoding: tag.dropFirst(strings.count), as: UTF8.self)
                filled += literal(words[key]).utf8
            } else {
                filled += bytes[start - 2..<at]
            }
        }
        filled += bytes[at...]
        return String(decoding: filled, as: UTF8.self)
    }

    private static let strings = Array("strings.".utf8)

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
