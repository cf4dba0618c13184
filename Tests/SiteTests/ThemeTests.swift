import Archive
import Foundation
import Testing
import Text

@testable import Site

@Suite struct ThemeTests {
    @Test func `links of overridden cards and rows lead from every page`() async throws {
        var files = TemporaryArchive.small
        for name in ["article-card", "entity-row", "claim-row"] {
            files["templates/\(name).mustache"] = "<li><a href='{{href}}' title=it>\(name)</a></li>"
        }
        let archive = try TemporaryArchive(files)
        let report = try await archive.build()
        #expect(report.published != nil, "\(report.diagnostics.map { $0.rendered() })")
        for (page, link) in [
            ("index.html", "'articles/first/index.html'"),
            ("articles/index.html", "'../articles/first/index.html'"),
            ("people/index.html", "'../people/lin-qinghe/index.html'"),
            ("claims/index.html", "'../claims/bridge-length/index.html'"),
            ("articles/first/index.html", "'../../claims/bridge-length/index.html'"),
        ] { #expect(try archive.page(page).contains(link), "\(page)") }
    }

    @Test func `the built-in theme has no mistake`() throws {
        let files = try ThemeFiles.read(overriddenBy: "/nowhere")
        var diagnostics: [Diagnostic] = []
        let words = UIStrings(files, language: "en", diagnostics: &diagnostics)
        let theme = Theme(files, words: words, settings: ArchiveSettings())
        diagnostics += theme.diagnostics
        #expect(diagnostics == [])
        #expect(
            String(
                decoding: theme.render(.redirect, ["href": "x", "title": "T", "lang": "en"]),
                as: UTF8.self
            ).contains("<title>T</title>"))
    }

    @Test func `lists of every length are shown whole, each with its own words`() throws {
        var files = try ThemeFiles.read(overriddenBy: "/nowhere")
        let template =
            "{{#terms}}<{{name}}{{#count}} {{.}}{{/count}}>{{/terms}}{{^terms}}none{{/terms}}"
        files.files["terms.mustache"] = .init(bytes: Array(template.utf8), origin: "")
        var diagnostics: [Diagnostic] = []
        let words = UIStrings(files, language: "en", diagnostics: &diagnostics)
        let theme = Theme(files, words: words, settings: ArchiveSettings())
        diagnostics += theme.diagnostics
        #expect(diagnostics == [])
        for (turn, length) in [0, 1, 2, 2, 16, 17, 40, 1, 0].enumerated() {
            let names = (0..<length).map { "&\(turn).\($0)" }
            var terms = names.map { ["name": $0] as Fields }
            if length > 1 { terms[1]["count"] = "7" }
            let shown = names.enumerated().map { number, name in
                "<&amp;\(name.dropFirst())\(number == 1 ? " 7" : "")>"
            }
            #expect(
                String(decoding: theme.render(.terms, ["terms": terms]), as: UTF8.self)
                    == (length == 0 ? "none" : shown.joined()))
        }
    }

    @Test func `words and title are put in once, escaped, and never read as tags`() throws {
        var settings = ArchiveSettings()
        settings.title = "T & U"
        let files = ThemeFiles(files: [
            "strings.json": .init(bytes: Array(#"{"en":{"menu":"x {{y}} <b>"}}"#.utf8), origin: "")
        ])
        var diagnostics: [Diagnostic] = []
        let words = UIStrings(files, language: "en", diagnostics: &diagnostics)
        #expect(
            Theme.fill(
                TemplateTags(
                    Array("{{ site.title }}|{{strings.menu}}|{{{strings.menu}}}|{{z}}".utf8)),
                words: words, site: SiteVariables(settings))
                == "T &amp; U|x &#123;&#123;y}} &lt;b&gt;|x &#123;&#123;y}} <b>|{{z}}")
    }

    @Test(arguments: [
        (
            ["a": "x\n{{> a}}"],
            """
            templates/a.mustache:2:1: error: this template includes itself: a → a [template-loop]
            {{> a}}
            ^
              help: remove one of these tags
            """
        ),
        (
            [
                "a": "{{> b}}", "b": "{{#x}}\n  {{< c }}{{/c}}\n{{/x}}", "c": "{{>a}} {{> d}}",
                "d": "",
            ],
            """
            templates/a.mustache:1:1: error: this template includes itself: a → b → c → a [template-loop]
            {{> b}}
            ^
              help: remove one of these tags
            """
        ),
    ])
    func `templates that include one another in a circle are an error`(
        templates: [String: String], said: String
    ) {
        let files = ThemeFiles(
            files: Dictionary(
                uniqueKeysWithValues: templates.map {
                    (
                        "\($0.key).mustache",
                        .init(bytes: Array($0.value.utf8), origin: "templates/\($0.key).mustache")
                    )
                }))
        var diagnostics: [Diagnostic] = []
        let words = UIStrings(files, language: "en", diagnostics: &diagnostics)
        let theme = Theme(files, words: words, settings: ArchiveSettings())
        diagnostics += theme.diagnostics
        #expect(theme.render(.redirect, [:]) == [])
        #expect(diagnostics.filter { $0.id == "template-loop" }.map { $0.rendered() } == [said])
    }

    /// A key of front matter may have any characters, also those that end a name in a shape.
    @Test func `contexts of other names have other shapes`() throws {
        let pairs: [(Fields, Fields)] = [
            (["a\u{1}\u{7}\u{1}b": "x"], ["a": "", "b": "x"]),
            (["a\u{2}": true], ["a": true]), (["ab": "x"], ["a": "x"]),
        ]
        for (one, other) in pairs {
            let shapes = try [one, other].map { try #require(FlatContext($0)).shape }
            #expect(shapes[0] != shapes[1])
        }
    }
}
