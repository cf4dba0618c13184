import Foundation
import Testing
import Text

@testable import Site

@Suite struct BuildTests {
    @Test func `an archive becomes all the pages and files that are promised`() async throws {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        let report = try await archive.build()
        #expect(report.diagnostics.map { $0.rendered() } == [])
        let site = try archive.site()
        let promised = [
            "index.html", "articles/index.html", "articles/first/index.html",
            "articles/first/index.md",
            "articles/first/text.txt", "articles/first/annotations.json", "people/index.html",
            "people/lin-qinghe/index.html", "people/lin-qinghe/card.json", "products/index.html",
            "organizations/index.html", "claims/index.html", "claims/bridge-length/index.html",
            "claims/disputed/index.html", "metrics/index.html", "tags/index.html",
            "tags/橋/index.html",
            "outlets/晨報/index.html", "years/2024/index.html", "search/index.html",
            "search/manifest.json",
            "data/entities.json", "data/mentions.csv", "data/claims.json", "data/claims.csv",
            "data/datapackage.json", "feed.xml", "feed.json", "sitemap.xml", "robots.txt",
            "opensearch.xml",
            "llms.txt", "404.html", "manifest.json", "assets/style.css",
        ]
        for path in promised { #expect(site[path] != nil, "\(path)") }
    }

    @Test func `mentions, sentences and quotes stand in the article`() async throws {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        #expect(try await archive.build().published != nil)
        let page = try archive.page("articles/first/index.html")
        #expect(
            page.contains(
                #"<span class="s" id="sah3ntjza">工程師<a class="mention" data-entity="lin-qinghe" data-kind="person" href="../../people/lin-qinghe/index.html">林清河</a>說，"#
            ))
        #expect(page.contains(#"<mark class="claim" data-claim="bridge-length" data-verdict=""#))
        #expect(page.contains(#"data-entity="bridge-one""#))
        #expect(page.contains(#"href="../../organizations/qing-river/index.html">清河局</a>"#))
    }

    @Test func `the same content gives the same bytes with one thread and with several`()
        async throws
    {
        let one = try TemporaryArchive(TemporaryArchive.small)
        let other = try TemporaryArchive(TemporaryArchive.small)
        #expect(try await one.build(jobs: 1).published != nil)
        #expect(try await other.build(jobs: 4).published != nil)
        #expect(try one.site() == other.site())
    }

    @Test func `a build that fails still says what became of an interrupted one`() async throws {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        try archive.write("cut off", to: "public/.variorum-staging/journal")
        try archive.write("mine", to: "public/index.html")
        let report = try await archive.build()
        #expect(report.published == nil)
        #expect(Set(report.diagnostics.map(\.id)) == ["build-interrupted", "foreign-file"])
    }

    @Test func `a build with errors keeps a journal that cannot be used`() async throws {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        #expect(try await archive.build().published != nil)
        try archive.write("cut off", to: "public/.variorum-staging/journal")
        try archive.write("date: [", to: "content/people/broken.md")
        try archive.write("---\ndate: [\n---\n", to: "content/articles/broken.md")
        let failed = try await archive.build()
        #expect(failed.published == nil)
        #expect(failed.diagnostics.contains { $0.id == "build-interrupted" })
        #expect(try archive.page(".variorum-staging/journal") == "cut off")
        try FileManager.default.removeItem(
            atPath: archive.root + "/content/articles/broken.md")
        try FileManager.default.removeItem(atPath: archive.root + "/content/people/broken.md")
        // Nothing changed since the last build, but its site is not whole.
        let report = try await archive.build()
        #expect(report.published != nil)
        #expect(report.diagnostics.map(\.id) == ["journal-discarded"])
    }

    @Test func `a cache that cannot be made is said`() async throws {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        // A link that leads nowhere: there is no folder, and none can be made.
        try FileManager.default.createSymbolicLink(
            atPath: archive.root + "/.variorum", withDestinationPath: "nowhere/at/all")
        let report = try await archive.build()
        #expect(report.diagnostics.map(\.id) == ["cache-ignored"])
    }

    @Test func `a build without a change writes nothing`() async throws {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        #expect(try await archive.build().published != nil)
        let again = try #require(try await archive.build().published)
        #expect(again.written == [])
        #expect(again.removed == [])
    }

    @Test func `a clean build writes every file anew, also one changed by hand to the same size`()
        async throws
    {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        let first = try #require(try await archive.build().published)
        let before = try archive.site()
        try archive.write("User-agent: *\nAllow: !\n", to: "public/robots.txt")
        var options = archive.options()
        options.clean = true
        let clean = try #require(try await Build(options).run().published)
        #expect(clean.written == first.written)
        #expect(try archive.site() == before)
    }

    @Test func `errors leave the old site as it was`() async throws {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        #expect(try await archive.build().published != nil)
        let before = try archive.site()
        try archive.write("新的文字。", to: "content/articles/third.md")
        try archive.write(
            "- id: lost\n  title: t\n  kind: event\n  statements: [{article: first, quote: 沒有這句話}]\n",
            to: "content/claims/lost.yml")
        let report = try await archive.build()
        #expect(report.published == nil)
        #expect(report.diagnostics.filter { $0.severity == .error }.map(\.id) == ["orphan-quote"])
        #expect(try archive.site() == before)
    }

    @Test func `a page that is no longer made is removed, the files of others stay`() async throws {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        #expect(try await archive.build().published != nil)
        try archive.write("of somebody else", to: "public/CNAME")
        try FileManager.default.removeItem(atPath: archive.root + "/content/articles/second.md")
        try archive.write("[]\n", to: "content/claims/bridge.yml")
        let published = try #require(try await archive.build().published)
        #expect(published.removed.contains("articles/second/index.html"))
        #expect(published.foreign == ["CNAME"])
        #expect(try archive.page("CNAME") == "of somebody else")
        #expect(!FileManager.default.fileExists(atPath: archive.root + "/public/articles/second"))
    }

    /// Also by builds that find the article unchanged, and when only its target went.
    @Test func `a broken wikilink is plain text and reported by every build`() async throws {
        let archive = try TemporaryArchive([
            "articles/a.md": "---\ntitle: A\n---\nsee [[nobody]] and [[lin]]\n",
            "people/lin.md": "---\nname: Lin\n---\n",
        ])
        let nobody = """
            content/articles/a.md:4:5: warning: [[nobody]] names no entity, article or claim; it is shown as plain text [broken-link]
            see [[nobody]] and [[lin]]
                ^
            """
        for _ in 0..<2 {
            let report = try await archive.build()
            #expect(report.diagnostics.map { $0.rendered() } == [nobody])
            try archive.write("---\nname: Ma\n---\n", to: "content/people/ma.md")
        }
        #expect(try archive.page("articles/a/index.html").contains("see nobody and "))
        try FileManager.default.removeItem(atPath: archive.root + "/content/people/lin.md")
        let gone = try await archive.build().diagnostics.map { $0.rendered() }
        #expect(gone.count == 2 && gone.contains { $0.contains("[[lin]] names no entity") })
    }

    @Test func `drafts are published only when they are asked for`() async throws {
        let archive = try TemporaryArchive(["articles/a.md": "---\ntitle: A\ndraft: true\n---\nx\n"]
        )
        #expect(try await archive.build().articles == 0)
        var options = archive.options()
        options.drafts = true
        #expect(try await Build(options).run().articles == 1)
    }

    @Test func `an archive of one article without anything else builds without a warning`()
        async throws
    {
        let archive = try TemporaryArchive(["articles/a.md": "Only words.\n"])
        let report = try await archive.build()
        #expect(report.diagnostics == [])
        #expect(report.published != nil)
    }

    @Test func `absolute addresses come from the base url`() async throws {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        var options = archive.options()
        options.baseURL = "https://example.org/a/"
        #expect(try await Build(options).run().published != nil)
        #expect(
            try archive.page("sitemap.xml").contains(
                "<loc>https://example.org/a/articles/first/</loc>"))
        #expect(
            try archive.page("articles/first/index.html").contains(
                #"<link rel="canonical" href="https://example.org/a/articles/first/">"#))
        #expect(try archive.page("404.html").contains(#"href="/a/index.html""#))
    }

    @Test func `an archive's own template takes the place of the built-in one`() async throws {
        var files = TemporaryArchive.small
        files["templates/footer.mustache"] = "<footer>mine</footer>"
        let archive = try TemporaryArchive(files)
        #expect(try await archive.build().published != nil)
        #expect(try archive.page("index.html").contains("<footer>mine</footer>"))
    }

    @Test func `a template with a partial that does not exist stops the build`() async throws {
        var files = TemporaryArchive.small
        files["templates/footer.mustache"] = "<footer>\n{{> nowhere}}\n</footer>"
        let archive = try TemporaryArchive(files)
        let report = try await archive.build()
        #expect(
            report.diagnostics.map { $0.rendered() } == [
                """
                templates/footer.mustache:2:1: error: there is no template nowhere.mustache [missing-partial]
                {{> nowhere}}
                ^
                  help: add templates/nowhere.mustache, or correct the name
                """
            ])
    }
}

@Suite struct FeedFileTests {
    @Test func `feeds hold no control characters and no false dates`() async throws {
        let archive = try TemporaryArchive([
            "articles/a.md": "---\ntitle: \"A\\x08\\uFFFEB\"\ndate: 1949-10-01\n---\nText.\n",
            "articles/b.md": "---\ntitle: Undated\n---\nText.\n",
            "articles/c.md": "---\ntitle: Seen\ncaptured: 2024-05-06\n---\nText.\n",
            "articles/d.md": "---\ntitle: Old\ndate: 0987-02-03\n---\nText.\n",
            "articles/e.md": "# A &#8; heading\n\nText.\n",
        ])
        let report = try await archive.build()
        #expect(report.diagnostics.map(\.id) == ["control-character"])
        let atom = try archive.page("feed.xml")
        let json = try archive.page("feed.json")
        for feed in [atom, json] {
            #expect(
                !feed.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value > 0xFFFD }
            )
            #expect(!feed.contains("1970") && !feed.contains("Undated"))
        }
        #expect(atom.contains("<title>A\u{FFFD}\u{FFFD}B</title>"))
        #expect(atom.contains("<published>1949-10-01T00:00:00Z</published>"))
        #expect(atom.contains("<published>0987-02-03T00:00:00Z</published>"))
        #expect(atom.contains("<updated>2024-05-06T00:00:00Z</updated>"))
        #expect(atom.components(separatedBy: "<published>").count == 3)
    }
}
