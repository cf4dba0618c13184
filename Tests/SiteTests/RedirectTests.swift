import Foundation
import Testing

@testable import Site

@Suite struct RedirectTests {
    private static let files = [
        "archive.yml": "title: A\nlanguage: en\n",
        "articles/a.md":
            "---\ntitle: 橋\nlang: zh-Hant\naliases: [articles/old/, posts/2019/a]\n---\n林清河說。\n",
        "people/lin.md":
            "---\nname: 林清河\naliases: [清河, /people/old-lin/, TCP/IP]\nredirect-from: [who/lin]\n---\n",
        "claims/c.yml": """
        - id: said
          title: 他說
          aliases: [claims/before/]
          statements: [{article: a, quote: 說}]
        """,
        "pages/about.md": "---\ntitle: 關於\naliases: [about-us]\n---\n字\n",
    ]

    @Test func `articles, entities, claims and pages have old paths`() async throws {
        let archive = try TemporaryArchive(Self.files)
        #expect(try await archive.build().diagnostics.isEmpty)
        for (path, target) in [
            ("articles/old", "../../articles/a/index.html"),
            ("posts/2019/a", "../../../articles/a/index.html"),
            ("people/old-lin", "../../people/lin/index.html"),
            ("who/lin", "../../people/lin/index.html"),
            ("claims/before", "../../claims/said/index.html"),
            ("about-us", "../about/index.html"),
        ] {
            let page = try archive.page(path + "/index.html")
            #expect(page.contains("<link rel=\"canonical\" href=\"\(target)\">"), "\(path)")
            #expect(page.contains("content=\"0; url=\(target)\""), "\(path)")
            // The script keeps the fragment.
            #expect(page.contains("assets/redirect.js\"></script>"), "\(path)")
        }
        #expect(try archive.page("articles/old/index.html").contains("<h1 lang=\"zh-Hant\">橋</h1>"))
        #expect(try archive.page("assets/redirect.js").contains("location.hash"))
        // What begins with `/` or with the kind's folder is a path; anything else is a name.
        let person = try archive.page("people/lin/index.html")
        #expect(person.contains("TCP/IP"))
        #expect(!person.contains("old-lin"))
    }

    @Test func `data files are at the old path as well`() async throws {
        let archive = try TemporaryArchive(Self.files)
        _ = try await archive.build()
        for (old, new) in [
            ("articles/old/text.txt", "articles/a/text.txt"),
            ("articles/old/index.md", "articles/a/index.md"),
            ("articles/old/annotations.json", "articles/a/annotations.json"),
            ("people/old-lin/card.json", "people/lin/card.json"),
            ("claims/before/card.json", "claims/said/card.json"),
        ] { #expect(try archive.page(old) == archive.page(new), "\(old)") }
    }

    @Test(arguments: [
        (
            "people/x.md", "---\nname: 王五\nredirect-from: [people/lin/]\n---\n",
            "the alias `people/lin/` of the entity `x` has the same path as the entity `lin`: `people/lin/index.html`"
        ),
        (
            "claims/d.yml",
            "- {id: d, title: d, aliases: [claims/said], statements: [{article: a, quote: 說}]}\n",
            "the alias `claims/said` of the claim `d` has the same path as the claim `said`: `claims/said/index.html`"
        ),
        (
            "pages/x.md", "---\ntitle: x\naliases: [articles/a/]\n---\n",
            "the alias `articles/a/` of the page `content/pages/x.md` has the same path as the article `a`: `articles/a/index.html`"
        ),
        (
            "people/x.md", "---\nname: 王五\nredirect-from: [articles/old]\n---\n",
            "the alias `articles/old` of the entity `x` has the same path as the alias `articles/old/` of the article `a`: `articles/old/index.html`"
        ),
        (
            "people/x.md", "---\nname: 王五\nredirect-from: [people/x]\n---\n",
            "the alias `people/x` is the address of the entity `x` itself"
        ),
        (
            "people/x.md", "---\nname: 王五\nredirect-from: [../x]\n---\n",
            "`../x` is not a valid path of this site"
        ),
    ])
    func `a path that is taken is reported`(file: String, text: String, message: String)
        async throws
    {
        let archive = try TemporaryArchive(Self.files.merging([file: text]) { $1 })
        let messages = try await Check(archive.options()).run().map(\.message)
        #expect(messages.contains(message), "\(messages)")
    }
}
