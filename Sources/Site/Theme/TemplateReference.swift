import Text

/// A tag that takes in another template: a partial (`{{> name}}`) or a parent (`{{< name}}`).
///
/// Names that are looked up while a page is rendered (`{{> *name}}`) are none.
struct TemplateReference {
    let name: String
    /// Of the tag.
    let place: Diagnostic.Place

    /// All of a template, in order.
    static func all(in tags: TemplateTags, of file: String) -> [TemplateReference] {
        let bytes = tags.bytes
        var references: [TemplateReference] = []
        var line = (number: 1, range: 0..<0)
        line.range = 0..<(bytes.firstIndex(of: Self.newline) ?? bytes.count)
        for start in tags.starts {
            while start > line.range.upperBound {
                let next = line.range.upperBound + 1
                let end = bytes[next...].firstIndex(of: Self.newline) ?? bytes.count
                line = (line.number + 1, next..<end)
            }
            guard start < bytes.count,
                bytes[start] == UInt8(ascii: ">") || bytes[start] == UInt8(ascii: "<"),
                let close = tags.end(of: start, before: line.range.upperBound)
            else { continue }
            let name = bytes[start + 1..<close].filter { $0 != UInt8(ascii: " ") }
            guard !name.isEmpty, name.first != UInt8(ascii: "*") else { continue }
            references.append(
                TemplateReference(
                    name: String(decoding: name, as: UTF8.self),
                    place: .init(
                        file: file, line: line.number, column: start - 1 - line.range.lowerBound,
                        excerpt: String(
                            decoding: bytes[line.range].prefix { $0 != UInt8(ascii: "\r") },
                            as: UTF8.self))))
        }
        return references
    }

    private static let newline = UInt8(ascii: "\n")

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
