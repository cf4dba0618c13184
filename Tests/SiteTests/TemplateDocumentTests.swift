import Archive
import Foundation
import Synchronization
import Testing
import Text

@testable import Site

/// `docs/templates.md` lists the variables that templates are given, and
/// `PageTemplate.variables` has the same ones, against which templates are checked.
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

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../..").standardizedFileURL

    /// The files of the archive in a golden, by path in the archive.
    private static func golden(_ name: String) throws -> [String: String] {
        let text = try String(
            contentsOf: root.appendingPathComponent("Tests/Goldens/\(name)"), encoding: .utf8)
        var files: [String: String] = [:]
        var path: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- "), line.hasSuffix(" --") {
                let name = line.dropFirst(3).dropLast(3)
                path =
                    name.hasPrefix("archive/content/")
                    ? String(name.dropFirst("archive/content/".count)) : nil
            } else if let path {
                files[path, default: ""] += line + "\n"
            }
        }
        return files
    }

    /// The contexts of all that is rendered for an archive, merged by template.
    private func contexts(ofArchive root: String) async throws -> [PageTemplate: ContextShape] {
        let options = BuildOptions(archive: root, jobs: 2)
        let content = try ContentFolder.read(root: root, jobs: 2)
        var files = try ThemeFiles.read(overriddenBy: "/nowhere")
        // Front matter is in contexts if a template uses it.
        files.files["probe.mustache"] = .init(bytes: Array("{{params.a}}".utf8), origin: "")
        files.files["assets/own.css"] = .init(bytes: [], origin: "")
        let inputs = try await BuildInputs(content, files, options)
        var watch = Stopwatch()
        let annotated = try await AnnotatedArchive(
            content, options: options, inputs: inputs, watch: &watch)
        var diagnostics: [Diagnostic] = []
        let words = UIStrings(
            files, language: annotated.archive.settings.language, diagnostics: &diagnostics)
        var theme = Theme(files, words: words, archive: annotated.archive)
        let seen = Mutex<[PageTemplate: ContextShape]>([:])
        theme.observer = { template, fields in
            let shape = ContextShape(of: fields)
            seen.withLock { $0[template, default: ContextShape()].merge(shape) }
        }
        let graph = try await ArchiveGraph(annotated, Taxonomies(annotated.archive), jobs: 2)
        let renderer = try await PageRenderer(
            graph, theme, words, TextKeys(annotated.archive, inputs), jobs: 2)
        _ = try await SitePages(renderer: renderer, jobs: 2).render { task in
            try task.work().files().count
        }
        return seen.withLock { $0 }
    }

    /// All names, those in front matter excepted.
    private func names(_ shape: ContextShape) -> Set<String> {
        Set(
            shape.paths.map { path in
                let parts = path.split(separator: ".")
                return parts.prefix((parts.firstIndex(of: "params") ?? parts.count - 1) + 1)
                    .joined(separator: ".")
            })
    }

    /// A quantity with a verdict that a source denies, and a redirect to a text in another
    /// language,
    /// which no other archive has.
    private static let denied: [String: String] = [
        "archive.yml": "title: Quays\nlanguage: en\n",
        "articles/one.md": "---\ntitle: One\n---\nThe quay is 120 metres long.\n",
        "articles/two.md": "---\ntitle: Two\n---\nThe quay is not 120 metres long.\n",
        "articles/old.md": "---\ntitle: 码头\nlang: zh-Hans\naliases: [older]\n---\n码头很长。\n",
        "metrics.yml": "- {id: length, title: {en: Length}, unit: metre}\n",
        "claims/quay.yml": """
        - id: quay-length
          title: How long the quay is
          kind: quantity
          metric: length
          statements:
            - {article: one, quote: 120 metres}
            - {article: two, quote: not 120 metres, stance: denies, value: 120 metres}
        """,
    ]

    /// The bundled archive and the goldens together have every page and every part of one.
    @Test func `contexts have the variables in the document, and no others`() async throws {
        var seen = try await contexts(ofArchive: Self.root.path)
        let goldens = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appendingPathComponent("Tests/Goldens").path)
        let archives = try goldens.sorted().filter { $0.hasSuffix(".txtar") }.map(Self.golden)
        for files in archives + [Self.denied] where !files.isEmpty {
            let archive = try TemporaryArchive(files)
            for (template, shape) in try await contexts(ofArchive: archive.root) {
                seen[template, default: ContextShape()].merge(shape)
            }
        }
        // What all pages may have, and long lists: on one page is enough.
        let shared = try #require(try documented()["every page"])
            .merged(ContextShape("pager{label previous next}"))
        let anywhere = seen.values.reduce(ContextShape()) { $0.merged($1) }
        for template in PageTemplate.allCases {
            let rendered = names(seen[template] ?? ContextShape())
            let documented = names(template.variables)
            let undocumented = rendered.subtracting(documented).sorted()
            var unused = documented.subtracting(rendered)
            if !template.isFragment { unused.subtract(names(shared)) }
            #expect(undocumented.isEmpty, "\(template.rawValue): \(undocumented)")
            #expect(unused.isEmpty, "\(template.rawValue): no page has \(unused.sorted())")
        }
        #expect(names(shared).subtracting(names(anywhere)).isEmpty)
    }
}
