import Foundation
import Testing

@testable import Site

/// `docs/templates.md` lists the variables that templates are given.
@Suite struct TemplateDocumentTests {
    /// Names by template, as the document's tables have them; those inside a value where its type
    /// says `{a, b}`.
    private func documented() throws -> [String: ContextShape] {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../docs/templates.md")
        let text = try String(contentsOf: path, encoding: .utf8)
        var shapes: [String: ContextShape] = [:]
        var templates: [String] = []
        for line in text.components(separatedBy: "\n") {
            if line.hasPrefix("## ") {
                templates = line.dropFirst(3).components(separatedBy: ", ")
                for template in templates { shapes[template] = ContextShape() }
            }
            let cells = line.components(separatedBy: " | ")
            guard line.hasPrefix("| `"), cells.count >= 3 else { continue }
            for name in quoted(cells[0]) {
                for template in templates {
                    shapes[template]?.members[name] = shape(name, cells[1])
                }
            }
        }
        return shapes
    }

    private func quoted(_ cell: String) -> [String] {
        cell.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }
            .map(\.element)
    }

    private func shape(_ name: String, _ type: String) -> ContextShape {
        if name == "params" { return .open }
        if type.hasPrefix("date") { return ContextShape("iso text") }
        if type.hasPrefix("link") { return ContextShape("href name") }
        guard let open = type.firstIndex(of: "{"), let close = type.firstIndex(of: "}") else {
            return .leaf
        }
        return ContextShape(
            type[type.index(after: open)..<close].replacingOccurrences(of: ",", with: "")
                .replacingOccurrences(of: "params", with: "params*"))
    }

    @Test func `every template is in the document with all of its variables`() throws {
        let documented = try documented()
        let everyPage = try #require(documented["every page"])
        for template in PageTemplate.allCases {
            let own = try #require(documented[template.rawValue], "\(template.rawValue)")
            let expected = template.isFragment ? own : own.merged(everyPage)
            #expect(
                Set(expected.members.keys) == Set(template.variables.members.keys),
                "\(template.rawValue)")
            for (name, shape) in expected.members where !shape.members.isEmpty {
                #expect(template.variables.members[name] == shape, "\(template.rawValue): \(name)")
            }
        }
    }
}
