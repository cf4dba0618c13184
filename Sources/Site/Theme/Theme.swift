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
        let names = Set(sources.map { String($0.key.dropLast(".mustache".count)) })
        for (path, file) in sources {
            let text = String(decoding: file.bytes, as: UTF8.self)
            isPlain = isPlain && !Self.looksIntoWords(text)
            do {
                templates[String(path.dropLast(".mustache".count))] = try MustacheTemplate(
                    string: Self.fill(text, words: words, title: title))
            } catch let error as MustacheTemplate.ParserError {
                diagnostics.append(Self.diagnostic(error, in: file.origin))
            } catch {
                diagnostics.append(
                    Diagnostic(.error, "bad-template", at: .init(file: file.origin), "\(error)"))
            }
            diagnostics += Self.missingPartials(in: text, of: file.origin, known: names)
        }
        for name in PageTemplate.allCases where !names.contains(name.rawValue) {
            diagnostics.append(
                Diagnostic(
                    .error, "missing-template",
                    "the theme has no template \(name.rawValue).mustache",
                    help:
                        "add templates/\(name.rawValue).mustache, or delete the override that hides it"
                ))
        }
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

    /// Partials (`{{> name}}`) and parents (`{{< name}}`) that no template has.
    static func missingPartials(in text: String, of file: String, known: Set<String>)
        -> [Diagnostic]
    {
        var diagnostics: [Diagnostic] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            var rest = line[...]
            while let open = rest.firstRange(of: "{{") {
                let tag = rest[open.upperBound...]
                rest = tag
                guard let sign = tag.first, sign == ">" || sign == "<",
                    let close = tag.firstRange(of: "}}")
                else { continue }
                let name = tag[tag.index(after: tag.startIndex)..<close.lowerBound]
                    .split(separator: " ").joined()
                guard !name.isEmpty, name.first != "*", !known.contains(name) else { continue }
                let column = line.utf8.distance(from: line.startIndex, to: open.lowerBound) + 1
                diagnostics.append(
                    Diagnostic(
                        .error, "missing-partial",
                        at: .init(
                            file: file, line: number + 1, column: column, excerpt: String(line)),
                        "there is no template \(name).mustache",
                        help: "add templates/\(name).mustache, or correct the name"))
            }
        }
        return diagnostics
    }
}
