import Archive
import Text

/// A tag that includes another template: a partial (`{{> name}}`) or a parent (`{{<name}}`).
///
/// Dynamic names (`{{> *name}}`) are left out.
struct TemplateReference {
    let name: String
    /// Of the tag.
    let place: Diagnostic.Place

    /// All of a template, in order.
    static func all(in tags: TemplateTags) -> [TemplateReference] {
        tags.all.compactMap { tag in
            guard tag.kind == .partial || tag.kind == .parent, !tag.name.isEmpty, !tag.isDynamic
            else { return nil }
            return TemplateReference(name: tag.name, place: tags.place(of: tag))
        }
    }

    /// Reports missing templates, and templates that include themselves directly or indirectly,
    /// which would be rendered without end.
    ///
    /// - Parameter references: by the name of the template that contains them.
    static func problems(in references: [String: [TemplateReference]]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (template, own) in references.sorted(by: { $0.key < $1.key }) {
            for reference in own where references[reference.name] == nil {
                let near = Spelling.nearest(to: reference.name, among: references.keys.sorted())
                diagnostics.append(
                    Diagnostic(
                        .error, "missing-partial", at: reference.place,
                        "there is no template \(reference.name).mustache",
                        help: near.map { "did you mean `\($0)`?" }
                            ?? "add templates/\(reference.name).mustache, or correct the name"))
            }
            guard let (first, chain) = loop(from: template, references) else { continue }
            diagnostics.append(
                Diagnostic(
                    .error, "template-loop", at: first.place,
                    "this template includes itself: \(chain.joined(separator: " → "))",
                    help: "remove one of these tags"))
        }
        return diagnostics
    }

    /// The shortest path from a template back to itself through templates with greater names, so
    /// that each loop is reported once.
    ///
    /// - Returns: the first tag of the path, and the names.
    private static func loop(
        from template: String, _ references: [String: [TemplateReference]]
    ) -> (TemplateReference, [String])? {
        var ways: [(first: TemplateReference, names: [String])] =
            (references[template] ?? []).map { ($0, [template, $0.name]) }
        var seen: Set<String> = []
        var next = 0
        while next < ways.count {
            let (first, names) = ways[next]
            next += 1
            guard let name = names.last else { continue }
            if name == template { return (first, names) }
            guard name > template, seen.insert(name).inserted else { continue }
            for reference in references[name] ?? [] {
                ways.append((first, names + [reference.name]))
            }
        }
        return nil
    }
}
