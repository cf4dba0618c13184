import Testing

@testable import Site

/// Titles are text: the first block of `text.txt`, with mentions, quotes and sentences of their
/// own.
@Suite struct ArticleTitleTests {
    private static func archive(_ article: String, more: [String: String] = [:]) throws
        -> TemporaryArchive
    {
        try TemporaryArchive(
            [
                "archive.yml": "title: T\nlanguage: en\n",
                "articles/a.md": article,
                "organizations/acme.md": "---\nname: Acme\n---\n",
            ].merging(more) { $1 })
    }

    @Test(arguments: [
        ("---\ntitle: Acme grows\n---\nWords.\n", "Acme grows\n\nWords.\n"),
        ("---\ntitle: Acme grows\n---\n# Acme *grows*\n\nWords.\n", "Acme grows\n\nWords.\n"),
        ("---\ntitle: ACME grows\n---\n## Acme grows\n\nWords.\n", "Acme grows\n\nWords.\n"),
        ("# Acme grows\n\nWords.\n", "Acme grows\n\nWords.\n"),
        (
            "---\ntitle: Acme grows\n---\n# Acme shrinks\n\nWords.\n",
            "Acme grows\n\nAcme shrinks\n\nWords.\n"
        ),
        ("---\ntitle: '!?'\n---\nWords.\n", "!?\n\nWords.\n"),
        ("---\ntitle: \"Acme\\n\\ngrows\"\n---\nWords.\n", "Acme  grows\n\nWords.\n"),
        ("---\ntitle: Acme\n---\n", "Acme\n"),
        ("Words of Acme.\n", "a\n\nWords of Acme.\n"),
    ])
    func `the text begins with the title, once`(article: String, text: String) async throws {
        let archive = try Self.archive(article)
        #expect(try await archive.build().published != nil)
        #expect(try archive.page("articles/a/text.txt") == text)
        let page = try archive.page("articles/a/index.html")
        #expect(page.ranges(of: "<h1").count == 1 || text.contains("shrinks"))
    }

    @Test func `mentions and quotes in a title are shown, annotated and counted`() async throws {
        let archive = try Self.archive(
            "---\ntitle: Acme grows 5%\ndate: 2025\n---\nWords of Acme.\n",
            more: [
                "claims/c.yml": """
                - id: growth
                  title: Growth
                  kind: statement
                  subjects: [acme]
                  statements:
                    - {article: a, quote: grows 5%}
                """
            ])
        #expect(try await archive.build().published != nil)
        let page = try archive.page("articles/a/index.html")
        let heading = try #require(page.firstMatch(of: /<h1>(.*)<\/h1>/)).1
        #expect(heading.contains("class=\"mention\" data-entity=\"acme\""))
        #expect(heading.contains("<mark class=\"claim\" data-claim=\"growth\""))
        #expect(!page.contains("<p><h1"))
        let annotations = try archive.page("articles/a/annotations.json")
        #expect(annotations.contains("\"start\":0,\"end\":4"))
        #expect(annotations.contains("\"start\":5,\"end\":13"))
        let mentions = try archive.page("data/mentions.csv")
        #expect(mentions.split(whereSeparator: \.isNewline).count == 3)
        #expect(try !archive.page("articles/a/index.md").contains("Acme grows"))
    }

    @Test func `a heading that is the title keeps its anchor`() async throws {
        let archive = try Self.archive(
            "# Acme grows\n\n[up](#acme-grows)\n\n## Acme grows\n\nWords.\n")
        #expect(try await archive.build().published != nil)
        let page = try archive.page("articles/a/index.html")
        #expect(page.contains("<h1><span id=\"h-acme-grows\">"))
        #expect(page.contains("id=\"h-acme-grows-1\""))
    }

    @Test func `a reviewed text is unchanged with or without its title`() async throws {
        let hashes = [
            // Of "Words.\n", of "Acme\n\nWords.\n", of anything else.
            ("04992df26cbd3c75a3f121501e221823883baf391208ea3ecb76dc2c194c2d64", true),
            ("16e6f83a6a6bc843ae341c03f05ee9f9e3ffdee23e5ec1c0d96be9255473ab74", true),
            (String(repeating: "0", count: 64), false),
        ]
        for (hash, isCurrent) in hashes {
            let archive = try Self.archive(
                "---\ntitle: Acme\n---\nWords.\n",
                more: ["annotations/a.yml": "text-sha256: \(hash)\n"])
            let report = try await archive.build()
            #expect(report.diagnostics.contains { $0.id == "changed-text" } != isCurrent)
        }
    }
}
