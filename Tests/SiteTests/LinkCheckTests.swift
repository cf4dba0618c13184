import Testing

@testable import Site

/// Links, pictures and anchors in every text of an archive.
@Suite struct LinkCheckTests {
    private static let files = [
        "archive.yml": "title: A\n",
        "articles/b.md": "---\ntitle: B\n---\n## 第一章：渡口？\n\n一段。 ^blk\n\n## x\n\n## x\n",
        "articles/sub/c.md": "---\ntitle: C\n---\n字\n",
        "assets/p.png": "png",
        "people/lin.md": "---\nname: Lin\n---\n",
    ]

    private func warnings(_ files: [String: String]) async throws -> [String] {
        let archive = try TemporaryArchive(Self.files.merging(files) { $1 })
        return try await Check(archive.options()).run()
            .filter { $0.id.hasPrefix("broken-") }
            .map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0) \($0.message)" }
    }

    @Test(arguments: [
        "[[b]]", "[[b#第一章：渡口？]]", "[[b#^blk]]", "[[b#x]]", "[[#題]]", "[[lin]]", "[x](#題)",
        "[x](b.md#第一章渡口)", "[x](b.md#x-1)", "[x](c)", "[x](articles/sub/c.md)",
        "[x](../people/lin.md#timeline)", "![](p.png)", "![](../assets/p.png)", "![[p.png]]",
        "![](assets/p.png)", "[x](#%E9%A1%8C)", "<a id=here></a> [x](#here)", "[x](#h-題)",
        "%%[[nobody]] [x](missing.md)%%", "`[[nobody]]`",
    ])
    func `links that lead somewhere`(markdown: String) async throws {
        let article = "---\ntitle: A\n---\n## 題\n\n\(markdown)\n"
        #expect(try await warnings(["articles/a.md": article]) == [])
    }

    @Test(arguments: [
        ("[[nobody]]", "[[nobody]] names no entity, article or claim; it is shown as plain text"),
        (
            "[[Feature #13110]]",
            "[[Feature ]] names no entity, article or claim; it is shown as plain text"
        ),
        ("[x](missing.md)", "`missing.md` points to a file that does not exist"),
        ("![](missing.png)", "the picture `missing.png` points to a file that does not exist"),
        ("![[missing.png]]", "the picture `missing.png` points to a file that does not exist"),
        (
            "<img src=\"missing.png\">",
            "the picture `missing.png` points to a file that does not exist"
        ),
        (
            "[x](#nope)",
            "no heading or anchor of `PAGE` is `#nope`, so the link leads to the top of the page"
        ),
        (
            "[x](/articles/b.md#nope)",
            "no heading or anchor of `articles/b/` is `#nope`, so the link leads to the top of the page"
        ),
        (
            "[x](b.md#saaaaaaaa)",
            "no sentence of `articles/b/` is `#saaaaaaaa`, so the link leads to the top of the page"
        ),
        (
            "[x](b.md#s2)",
            "no sentence of `articles/b/` is `#s2`, so the link leads to the top of the page"
        ),
        (
            "[[b#^gone]]",
            "no heading or anchor of `articles/b/` is `#^gone`, so the link leads to the top of the page"
        ),
    ])
    func `broken links in articles, entities and pages`(
        markdown: String, message: String
    ) async throws {
        let body = "\n---\n\n\(markdown)\n"
        let found = try await warnings([
            "articles/a.md": "---\ntitle: A" + body, "people/ma.md": "---\nname: Ma" + body,
            "pages/about.md": "---\ntitle: About" + body,
        ])
        func expected(_ page: String) -> String {
            message.replacing("PAGE", with: page)
        }
        #expect(
            found == [
                "content/articles/a.md:5 \(expected("articles/a/"))",
                "content/pages/about.md:5 \(expected("about/"))",
                "content/people/ma.md:5 \(expected("people/ma/"))",
            ])
    }

    @Test func `broken links in notes of claims and remarks`() async throws {
        let found = try await warnings([
            "articles/a.md": "---\ntitle: A\n---\n一段字。\n",
            "claims/one.yml":
                "- id: one\n  title: One\n  note: see [[nobody]]\n  statements:\n    - article: a\n      quote: 一段字\n",
            "annotations/a.yml": "notes:\n  - quote: 一段\n    note: see [x](missing.md)\n",
        ])
        #expect(found.count == 2)
        #expect(found.contains { $0.contains("claims/one.yml") && $0.contains("[[nobody]]") })
        #expect(found.contains { $0.contains("annotations/a.yml:2") && $0.contains("missing.md") })
    }

    @Test func `two broken links of one line have two places`() async throws {
        let archive = try TemporaryArchive([
            "articles/a.md": "---\ntitle: A\n---\n![[x.png]] ![[x.png]] [a](x.md) [b](x.md)\n"
        ])
        let columns = try await Check(archive.options()).run()
            .filter { $0.id == "broken-link" }.map { $0.place?.column ?? 0 }
        #expect(columns.count == 4 && Set(columns).count == 4)
    }

    @Test func `links lead to the anchors of the built page`() async throws {
        let archive = try TemporaryArchive(
            Self.files.merging([
                "articles/a.md":
                    "---\ntitle: A\n---\n[x](b.md#第一章渡口) [[b#^blk]] [y](#h) [z](b.md#s1)\n\n## h\n"
            ]) { $1 })
        _ = try await archive.build()
        let (a, b) = (
            try archive.page("articles/a/index.html"), try archive.page("articles/b/index.html")
        )
        for id in ["h-第一章渡口", "h-blk"] { #expect(b.contains("id=\"\(id)\"")) }
        for address in [
            "#h-%E7%AC%AC%E4%B8%80%E7%AB%A0%E6%B8%A1%E5%8F%A3\"", "#h-blk\"", "\"#h-h\"", "#s1\"",
        ] { #expect(a.contains(address), "\(address)") }
        #expect(a.contains("id=\"h-h\""))
    }
}
