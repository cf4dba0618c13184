import Archive
import Text

/// The templates of a theme as text, and the mistakes in them and in the references between them.
struct TemplateSources {
    /// By name, without `.mustache`.
    let tags: [String: TemplateTags]
    /// By name: the templates without errors.
    let sound: [String: TemplateTags]
    /// Mistakes in single templates, references to missing templates, loops.
    let diagnostics: [Diagnostic]
    private let files: ThemeFiles
    private static let suffix = ".mustache"

    init(_ files: ThemeFiles) {
        self.files = files
        var tags: [String: TemplateTags] = [:]
        for (path, file) in files.files where path.hasSuffix(Self.suffix) {
            tags[String(path.dropLast(Self.suffix.count))] = TemplateTags(
                file.bytes, file: file.origin)
        }
        self.tags = tags
        var sound: [String: TemplateTags] = [:]
        var diagnostics: [Diagnostic] = []
        for (name, template) in tags.sorted(by: { $0.key < $1.key }) {
            let found = TemplateStructure(tags: template).diagnostics
            diagnostics += found
            if !found.contains(where: { $0.severity == .error }) { sound[name] = template }
        }
        diagnostics += TemplateReference.problems(in: tags.mapValues(TemplateReference.all))
        for name in PageTemplate.allCases where tags[name.rawValue] == nil {
            diagnostics.append(
                Diagnostic(
                    .error, "missing-template",
                    "the theme has no template \(name.rawValue).mustache",
                    help: "add templates/\(name.rawValue).mustache"))
        }
        self.sound = sound
        self.diagnostics = diagnostics
    }

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Unknown names, blocks that the parent does not have, unused files.
    ///
    /// - Parameters:
    ///   - strings: keys of `strings.json`.
    ///   - choices: templates that front matter names.
    func silentMistakes(strings: Set<String>, choices: [TemplateChoice]) -> [Diagnostic] {
        var roots = PageTemplate.allCases.map {
            TemplateCheck.Root(name: $0.rawValue, shape: $0.variables)
        }
        for choice in choices where tags[choice.name] != nil {
            let root = TemplateCheck.Root(name: choice.name, shape: choice.page.variables)
            if !roots.contains(where: { $0.name == root.name && $0.shape == root.shape }) {
                roots.append(root)
            }
        }
        let check = TemplateCheck(
            tags, broken: [], strings: strings, site: SiteVariables.shape, roots: roots)
        return check.diagnostics + unused(check.reached)
    }

    private func unused(_ reached: Set<String>) -> [Diagnostic] {
        let names = PageTemplate.allCases.map(\.rawValue) + reached.sorted()
        let own = files.files.filter { !files.isBuiltIn($0.key) && $0.value.isOfArchive }
        return own.sorted { $0.key < $1.key }.compactMap { path, file in
            guard let near = near(to: path, reached, names) else { return nil }
            return Diagnostic(
                .warning, "unused-template", at: .init(file: file.origin),
                "nothing uses this file", help: near)
        }
    }

    /// The help for an unused file; `nil` for a file that is used.
    private func near(to path: String, _ reached: Set<String>, _ names: [String]) -> String? {
        if path.hasPrefix("assets/") { return nil }
        if path.hasSuffix(Self.suffix) {
            let name = String(path.dropLast(Self.suffix.count))
            guard !reached.contains(name) else { return nil }
            return Spelling.nearest(to: name, among: names).map { "did you mean `\($0).mustache`?" }
                ?? "include it with `{{> \(name)}}`, choose it with `template: \(name)` in front matter, or delete it"
        }
        if path.hasSuffix(".json") {
            return Spelling.nearest(to: path, among: ["strings.json"]).map {
                "did you mean `\($0)`?"
            }
                ?? "the words of the interface are in strings.json; files for the site go into templates/assets/"
        }
        let isForSite = [".css", ".js", ".svg", ".html", ".png", ".woff2"].contains {
            path.hasSuffix($0)
        }
        return isForSite ? "files for the site go into templates/assets/" : nil
    }
}
