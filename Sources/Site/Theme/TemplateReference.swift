import Text

/// A tag that takes in another template: a partial (`{{> name}}`) or a parent (`{{< name}}`).
///
/// Names that are looked up while a page is rendered (`{{> *name}}`) are none.
struct TemplateReference {
    let name: String
    /// Of the tag.
    let place: Diagnostic.Place

    /// All of a template, in order.
    static func all(in text: String, of file: String) -> [TemplateReference] {
        var references: [TemplateReference] = []
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
                guard !name.isEmpty, name.first != "*" else { continue }
                let column = line.utf8.distance(from: line.startIndex, to: open.lowerBound) + 1
                references.append(
                    TemplateReference(
                        name: name,
                        place: .init(
                            file: file, line: number + 1, column: column, excerpt: String(line))))
            }
        }
        return references
    }

    /// Names that no template has, and templates that take in themselves, over others or at once:
    /// these would be rendered without end.
    ///
    /// - Parameter references: by the name of the template they stand in.
    static func problems(in references: [String: [TemplateReference]]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (template, own) in references.sorted(by: { $0.key < $1.key }) {
            for reference in own where references[reference.name] == nil {
                diagnostics.append(
                    Diagnostic(
                        .error, "missing-partial", at: reference.place,
                        "there is no template \(reference.name).mustache",
                        help: "add templates/\(reference.name).mustache, or correct the name"))
            }
            guard let (first, chain) = loop(from: template, references) else { continue }
            diagnostics.append(
                Diagnostic(
                    .error, "template-loop", at: first.place,
                    "this template includes itself: \(chain.joined(separator: " → "))",
                    help: "take one of these tags out"))
        }
        return diagnostics
    }

    /// The shortest way from a template back to it, over templates whose names come later: so each
    /// circle is told once.
    ///
    /// - Returns: the tag that it begins with, and the names.
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
