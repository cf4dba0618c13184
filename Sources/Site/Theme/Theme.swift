import Archive
import Files
import Mustache
import Publishing
import Text

/// Renders pages from Mustache templates.
///
/// Templates are parsed and checked once, when the theme is loaded.
struct Theme: Sendable {
    private let library: MustacheLibrary
    private let skeletons = SkeletonStore()
    /// Whether no template inspects values, so that skeletons can be used.
    private let isPlain: Bool
    /// The fingerprint of all templates and of the interface words.
    let fingerprint: Fingerprint
    /// `site`, if a template uses it as a section or in a function; otherwise its texts are
    /// inserted into the templates when they are loaded.
    private let site: SiteVariables?
    /// The built-in templates that the archive overrides.
    let overridden: Set<PageTemplate>
    let kindStyles: KindStyles
    /// Whether a template uses `params`, the author's own front matter.
    let usesParams: Bool
    /// Paths of style sheets that the archive adds, in the order of their names.
    let ownStyles: [String]
    /// All mistakes in the templates.
    let diagnostics: [Diagnostic]
    /// Called with the context of everything that is rendered.
    var observer: (@Sendable (PageTemplate, Fields) -> Void)?

    /// - Parameters:
    ///   - words: `{{strings.key}}` is the same on every page, as is `{{site.title}}`, so both are
    ///     inserted into the templates here and cost nothing when a page is rendered.
    ///   - choices: templates that front matter chooses.
    ///   - kinds: the kinds of entities.
    init(
        _ files: ThemeFiles, words: UIStrings, settings: ArchiveSettings,
        choices: [TemplateChoice] = [], kinds: [Entity.Kind] = Entity.Kind.builtIn
    ) {
        let site = SiteVariables(settings)
        let sources = TemplateSources(files)
        var diagnostics = sources.diagnostics
        var templates: [String: MustacheTemplate] = [:]
        var parseErrors: [Diagnostic] = []
        var key = CacheKeyBuilder()
        for (name, tags) in sources.sound.sorted(by: { $0.key < $1.key }) {
            let text = Self.fill(tags, words: words, site: site)
            key.add(name)
            key.add(text)
            do {
                templates[name] = try MustacheTemplate(string: text)
            } catch {
                parseErrors.append(TemplateParseError.diagnostic(error, in: tags))
            }
        }
        words.add(to: &key)
        diagnostics += parseErrors.sorted()
        diagnostics += TemplateChoice.unknown(choices, among: sources.tags.keys)
        if !sources.hasErrors, parseErrors.isEmpty {
            diagnostics += sources.silentMistakes(strings: words.keys, choices: choices)
        }
        kindStyles = KindStyles(kinds, files)
        self.diagnostics = diagnostics + kindStyles.diagnostics
        let all = sources.tags.values.flatMap(\.all)
        usesParams = all.contains { $0.path.contains("params") && $0.path.first != "site" }
        isPlain = sources.tags.values.allSatisfy { !Self.looksIntoWords($0) }
        self.site =
            all.contains { $0.path.first == "site" && Self.text(of: $0, site) == nil }
            ? site : nil
        if let site = self.site { key.add(site.fields) }
        fingerprint = key.fingerprint
        ownStyles = files.ownStyles
        overridden = Set(
            PageTemplate.allCases.filter { files.isOverridden("\($0.rawValue).mustache") })
        library = MustacheLibrary(templates: templates)
    }

    /// A theme for an archive, whose front matter may choose templates.
    init(_ files: ThemeFiles, words: UIStrings, archive: Archive) {
        self.init(
            files, words: words, settings: archive.settings,
            choices: TemplateChoice.all(in: archive), kinds: archive.kinds)
    }

    /// Renders a page.
    ///
    /// Pages of one shape share a skeleton, which their values fill.
    ///
    /// - Parameter choice: the name of a template to use in place of `template`.
    func render(_ template: PageTemplate, as choice: String? = nil, _ fields: Fields) -> [UInt8] {
        observer?(template, fields)
        let name = choice ?? template.rawValue
        var fields = fields
        if let site { fields["site"] = site.fields }
        guard isPlain, let flat = FlatContext(fields),
            let skeleton = skeletons.skeleton(
                of: name, flat.shape, or: { Skeleton(text(of: name, fields.marked(Skeleton.mark))) }
            )
        else { return Array(text(of: name, fields.mustache).utf8) }
        return skeleton.filled(with: flat.values)
    }

    /// `params` of a context, from front matter; `nil` when no template uses it.
    func params(_ values: @autoclosure () -> [String: Value]) -> Fields? {
        usesParams ? Fields(values()) : nil
    }

    private func text(of template: String, _ context: [String: Any]) -> String {
        library.render(context, withTemplate: template) ?? ""
    }

    /// Whether the template has functions in tags, dynamic partials, or other brackets than `{{`.
    private static func looksIntoWords(_ tags: TemplateTags) -> Bool {
        tags.bytes.contains(Skeleton.markStart)
            || tags.all.contains {
                $0.kind == .setting || $0.kind != .comment && ($0.isDynamic || $0.hasFunction)
            }
    }

    // MARK: Constant parts

    /// Replaces the variables of interface words and of `site` by their values, and writes all
    /// names as the template engine reads them.
    static func fill(_ tags: TemplateTags, words: UIStrings, site: SiteVariables) -> String {
        var filled: [UInt8] = []
        filled.reserveCapacity(tags.bytes.count * 2)
        var at = 0
        for tag in tags.all {
            let words = text(of: tag, site) ?? text(of: tag, words)
            let constant = words.map { literal($0, isEscaped: tag.kind == .variable) }
            guard let text = constant ?? LookupName.text(of: tag) else { continue }
            filled += tags.bytes[at..<tag.range.lowerBound]
            filled += text.utf8
            at = tag.range.upperBound
        }
        filled += tags.bytes[at...]
        return String(decoding: filled, as: UTF8.self)
    }

    /// - Returns: `nil` for tags that do not name a text of `site`.
    private static func text(of tag: TemplateTag, _ site: SiteVariables) -> String? {
        guard tag.kind == .variable || tag.kind == .unescaped, !tag.hasFunction,
            tag.name.hasPrefix("site.")
        else { return nil }
        return site.text(tag.path.dropFirst())
    }

    private static func text(of tag: TemplateTag, _ words: UIStrings) -> String? {
        guard tag.kind == .variable || tag.kind == .unescaped, tag.name.hasPrefix("strings.")
        else { return nil }
        return words.text(forTemplate: String(tag.name.dropFirst("strings.".count))) ?? ""
    }

    /// Escapes `{`, so that text is not parsed as a tag, and HTML if `isEscaped`.
    private static func literal(_ words: String, isEscaped: Bool) -> String {
        (isEscaped ? HTML.escape(words) : words).replacing("{", with: "&#123;")
    }
}
