import Archive
import Foundation
import Testing
import Text

@testable import Site

@Suite struct TemplateCheckTests {
    /// The diagnostics of a theme with these files in place of built-in ones.
    private func problems(_ files: [String: String]) throws -> [String] {
        var theme = try ThemeFiles.read(overriddenBy: "/nowhere")
        for (name, text) in files {
            theme.files[name] = .init(bytes: Array(text.utf8), origin: "templates/\(name)")
        }
        var diagnostics: [Diagnostic] = []
        let words = UIStrings(theme, language: "en", diagnostics: &diagnostics)
        diagnostics += Theme(theme, words: words, settings: ArchiveSettings()).diagnostics
        return diagnostics.sorted().map { $0.rendered() }
    }

    @Test(arguments: [
        (
            "page.mustache", "<p>\n  {{strings.serch}}\n</p>",
            """
            templates/page.mustache:2:3: warning: strings.json has no key `serch` [unknown-string]
              {{strings.serch}}
              ^
              help: did you mean `strings.search`?
            """
        ),
        (
            "page.mustache", "{{site.titel}}",
            """
            templates/page.mustache:1:1: warning: there is no variable `site.titel` [unknown-variable]
            {{site.titel}}
            ^
              help: did you mean `site.title`?
            """
        ),
        (
            "article.mustache", "{{#date}}{{.iso}}{{.txt}}{{/date}}",
            """
            templates/article.mustache:1:18: warning: no page that uses this template has a variable `txt` [unknown-variable]
            {{#date}}{{.iso}}{{.txt}}{{/date}}
                             ^
              help: did you mean `text`?
            """
        ),
        (
            "article-card.mustache", "<li>{{cover}}</li>",
            """
            templates/article-card.mustache:1:5: warning: no page that uses this template has a variable `cover` [unknown-variable]
            <li>{{cover}}</li>
                ^
              help: a key of your own front matter is `params.cover`; docs/templates.md lists the others
            """
        ),
        (
            "page.mustache", "{{<base}}\n{{$maine}}\n{{{body}}}\n{{/maine}}\n{{/base}}",
            """
            templates/page.mustache:2:1: warning: base.mustache has no block `maine` [unknown-block]
            {{$maine}}
            ^
              help: did you mean `main`?
            """
        ),
        (
            "page.mustache", "{{<base}}\n<p>{{$main}}{{/main}}\n{{/base}}",
            """
            templates/page.mustache:2:1: warning: text between `{{<base}}` and `{{/base}}` is shown only inside a block [text-outside-block]
            <p>{{$main}}{{/main}}
            ^
              help: move it into a block of base.mustache
            """
        ),
        (
            "artikel.mustache", "{{title}}",
            """
            templates/artikel.mustache: warning: nothing uses this file [unused-template]
              help: did you mean `article.mustache`?
            """
        ),
        (
            "string.json", "{}",
            """
            templates/string.json: warning: nothing uses this file [unused-template]
              help: did you mean `strings.json`?
            """
        ),
        (
            "own.css", "p {}",
            """
            templates/own.css: warning: nothing uses this file [unused-template]
              help: files for the site go into templates/assets/
            """
        ),
        (
            "footer.mustache", " \n",
            """
            templates/footer.mustache: warning: this template is empty [empty-template]
              help: delete the file to get the built-in template, or write `{{! nothing }}` if it is meant to show nothing
            """
        ),
        (
            "page.mustache", "a\n{{#textLang}}\nb\n{{^body}}c{{/body}}\n",
            """
            templates/page.mustache:2:1: error: the section `{{#textLang}}` is never closed [unclosed-section]
            {{#textLang}}
            ^
              help: write `{{/textLang}}` where it ends
            """
        ),
        (
            "page.mustache", "{{#title}}\n{{/titel}}{{/title}}",
            """
            templates/page.mustache:2:1: error: `{{/titel}}` closes nothing [unmatched-end]
            {{/titel}}{{/title}}
            ^
              note: `{{#title}}` of line 1 is open here
              help: write `{{/title}}`, or remove the tag
            """
        ),
        (
            "page.mustache", "a {{body\n",
            """
            templates/page.mustache:1:3: error: this tag has no closing brackets `}}` [unclosed-tag]
            a {{body
              ^
              help: close the tag
            """
        ),
        (
            "page.mustache", "a {{{body}} b {{title}}\n",
            """
            templates/page.mustache:1:3: error: this tag has no closing brackets `}}}` [unclosed-tag]
            a {{{body}} b {{title}}
              ^
              help: close the tag
            """
        ),
        (
            "page.mustache", "{{> pagerr}}",
            """
            templates/page.mustache:1:1: error: there is no template pagerr.mustache [missing-partial]
            {{> pagerr}}
            ^
              help: did you mean `pager`?
            """
        ),
        (
            "page.mustache", "x {{params.封 面}}",
            """
            templates/page.mustache:1:3: error: `params.封 面` cannot be looked up: a name in a template has only letters, digits, `-`, `_` and dots [bad-variable]
            x {{params.封 面}}
              ^
              help: write the key in front matter with these characters
            """
        ),
    ])
    func `each mistake is reported at its place`(name: String, text: String, said: String) throws {
        #expect(try problems([name: text]) == [said])
    }

    @Test func `bytes that are not UTF-8 are an error with their place`() throws {
        var theme = try ThemeFiles.read(overriddenBy: "/nowhere")
        theme.files["page.mustache"] = .init(
            bytes: Array("a\nb".utf8) + [0xFF, 0x0A], origin: "templates/page.mustache")
        var diagnostics: [Diagnostic] = []
        let words = UIStrings(theme, language: "en", diagnostics: &diagnostics)
        diagnostics += Theme(theme, words: words, settings: ArchiveSettings()).diagnostics
        #expect(
            diagnostics.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.id)" }
                == ["2:2 invalid-utf8"])
    }

    @Test(arguments: [
        "{{#site.description}}{{.}}{{/site.description}}{{site.params.color}}",
        "{{#params}}{{cover}}{{/params}}{{#params.tags}}{{.}}{{/params.tags}}",
        "{{<base}}{{$main}}{{{body}}}{{/main}}{{$reading}}{{/reading}}{{/base}}",
        "{{! nothing }}", "{{ heading }}{{{ body }}}{{& body}}",
    ])
    func `what is right is not reported`(text: String) throws {
        #expect(try problems(["page.mustache": text]) == [])
    }

    @Test func `a partial may use what only some of its pages have`() throws {
        #expect(
            try problems([
                "pager.mustache": "{{#pager}}{{.label}}{{/pager}}{{body}}{{heading}}",
                "page.mustache": "{{> pager}}",
            ]) == [])
    }

    @Test func `names of a shape are read with what they contain`() {
        #expect(
            ContextShape("a date{iso text} b{c{d}} params*").paths == [
                "a", "date", "date.iso", "date.text", "b", "b.c", "b.c.d", "params.*",
            ])
        #expect(
            ContextShape(of: ["a": "x", "list": [["b": "1"], ["c": "2"]] as [Fields]]).paths
                == ["a", "list", "list.b", "list.c"])
    }

    @Test func `check reports templates and unknown choices with their places`() async throws {
        var files = TemporaryArchive.small
        files["templates/page.mustache"] = "{{<base}}{{$main}}{{site.titel}}{{/main}}{{/base}}"
        files["templates/essay.mustache"] = "<essay>{{title}} {{lenght}}</essay>"
        files["pages/about.md"] = "---\ntitle: About\ntemplate: essay\n---\nWords.\n"
        files["pages/other.md"] = "---\ntitle: Other\ntemplate: esay.mustache\n---\nWords.\n"
        files["pages/part.md"] = "---\ntitle: Part\ntemplate: head\n---\nWords.\n"
        files["pages/up.md"] = "---\ntitle: Up\ntemplate: ../essay\n---\nWords.\n"
        let archive = try TemporaryArchive(files)
        let diagnostics = try await Check(archive.options()).run()
        let found = diagnostics.filter {
            ["unknown-variable", "unknown-template"].contains($0.id)
        }
        #expect(
            found.map { $0.rendered() } == [
                """
                content/pages/other.md:3:11: error: there is no template esay.mustache [unknown-template]
                template: esay.mustache
                          ^
                  help: did you mean `essay`?
                """,
                """
                content/pages/part.md:3:11: error: head.mustache is a part of pages, not a page [unknown-template]
                template: head
                          ^
                  help: name the template of a whole page, as in `template: essay`
                """,
                """
                content/pages/up.md:3:11: error: `../essay` is not a valid name of a template [unknown-template]
                template: ../essay
                          ^
                  help: write the name of a file in templates/ without `.mustache`, as in `template: essay`
                """,
                """
                templates/essay.mustache:1:18: warning: no page that uses this template has a variable `lenght` [unknown-variable]
                <essay>{{title}} {{lenght}}</essay>
                                 ^
                  help: a key of your own front matter is `params.lenght`; docs/templates.md lists the others
                """,
                """
                templates/page.mustache:1:19: warning: there is no variable `site.titel` [unknown-variable]
                {{<base}}{{$main}}{{site.titel}}{{/main}}{{/base}}
                                  ^
                  help: did you mean `site.title`?
                """,
            ])
        let report = try await archive.build()
        #expect(report.published == nil)
        #expect(report.diagnostics.map(\.id).filter { $0.hasPrefix("unknown-") } == found.map(\.id))
    }
}
