import Archive
import Foundation
import Testing
import Text

@testable import Site

@Suite struct PathOwnersTests {
    /// One writer of each kind that an editor can give a path to, and what its path is.
    private static let sample = [
        "archive.yml": "title: T\nlanguage: en\n",
        "articles/a.md": "---\ntitle: A\ndate: 2024\ntags: [port]\noutlet: daily\n---\nAda.\n",
        "articles/b.md": "---\ntitle: B\n---\nThe ferry is 12 metres long.\n",
        "people/ada.md": "---\nname: Ada\n---\n",
        "products/ferry.md": "---\nname: Ferry\n---\n",
        "metrics.yml": "- {id: length, title: {en: Length}, unit: metre}\n",
        "claims/c.yml": """
        - id: c
          title: C
          kind: quantity
          metric: length
          subjects: [ferry]
          statements: [{article: b, quote: 12 metres}]
        """,
        "pages/about.md": "---\ntitle: About\n---\n",
        "assets/map.txt": "map\n",
    ]

    /// Builds and checks the sample with the files added, and gives the errors about paths.
    private func errors(_ files: [String: String]) async throws -> [String] {
        let archive = try TemporaryArchive(Self.sample.merging(files) { $1 })
        let report = try await archive.build()
        func found(_ diagnostics: [Diagnostic]) -> [String] {
            diagnostics.filter { $0.severity == .error }.map { $0.rendered() }
        }
        let checked = try await Check(archive.options()).run()
        #expect(found(checked) == found(report.diagnostics))
        #expect((report.published == nil) == report.hasErrors)
        #expect(
            report.published != nil
                || !FileManager.default.fileExists(atPath: archive.root + "/public"))
        return found(report.diagnostics)
    }

    private func alias(_ path: String) -> [String: String] {
        ["articles/z.md": "---\ntitle: Z\naliases: [\(path)]\n---\nText.\n"]
    }

    @Test func `paths without conflicts are no error`() async throws {
        for path in [
            "/old/", "articles/old/", "people/old.html", "a/index.html", "claims/by/", "data/old/",
            "search/old/", "2024/05/old.html", "assets/old/",
        ] {
            #expect(try await errors(alias("\"\(path)\"")) == [], "\(path)")
        }
        #expect(try await errors(["pages/articles/note.md": "# N", "pages/data.md": "# D"]) == [])
    }

    @Test(arguments: [
        (
            ".variorum-staging/1/",
            "needs a folder where a build's own file is a file: `.variorum-staging`"
        ),
        ("articles/a/", "has the same path as the article `a`: `articles/a/index.html`"),
        ("/articles/a/index.html", "has the same path as the article `a`: `articles/a/index.html`"),
        (
            "articles/a/text.txt",
            "needs a folder where the article `a` is a file: `articles/a/text.txt`"
        ),
        ("people/ada/", "has the same path as the entity `ada`: `people/ada/index.html`"),
        (
            "people/ada/card.json",
            "needs a folder where the entity `ada` is a file: `people/ada/card.json`"
        ),
        ("claims/c/", "has the same path as the claim `c`: `claims/c/index.html`"),
        ("about/", "has the same path as the page `content/pages/about.md`: `about/index.html`"),
        (
            "assets/map.txt",
            "needs a folder where the asset `content/assets/map.txt` is a file: `assets/map.txt`"
        ),
        (
            "assets/style.css",
            "needs a folder where the built-in theme is a file: `assets/style.css`"
        ),
        ("/index.html", "has the same path as the home page: `index.html`"),
        ("articles/", "has the same path as the list of articles: `articles/index.html`"),
        ("people", "has the same path as the list of people: `people/index.html`"),
        ("products/", "has the same path as the list of products: `products/index.html`"),
        (
            "organizations/",
            "has the same path as the list of organizations: `organizations/index.html`"
        ),
        ("claims/", "has the same path as the list of claims: `claims/index.html`"),
        (
            "claims/disputed/",
            "has the same path as the list of disputed claims: `claims/disputed/index.html`"
        ),
        ("claims/by/year/", "has the same path as a list of claims: `claims/by/year/index.html`"),
        (
            "claims/by/year/none/",
            "has the same path as a list of claims: `claims/by/year/none/index.html`"
        ),
        ("metrics/", "has the same path as the list of metrics: `metrics/index.html`"),
        (
            "metrics/length/",
            "has the same path as the metric `length`: `metrics/length/index.html`"
        ),
        ("tags/", "has the same path as the list of tags: `tags/index.html`"),
        ("tags/port/", "has the same path as the list of the tag `port`: `tags/port/index.html`"),
        ("outlets/", "has the same path as the list of outlets: `outlets/index.html`"),
        (
            "outlets/daily/",
            "has the same path as the list of the outlet `daily`: `outlets/daily/index.html`"
        ),
        ("years/", "has the same path as the list of years: `years/index.html`"),
        (
            "years/2024/",
            "has the same path as the list of the year `2024`: `years/2024/index.html`"
        ),
        ("search/", "has the same path as the search page: `search/index.html`"),
        (
            "search/manifest.json",
            "needs a folder where the search index is a file: `search/manifest.json`"
        ),
        ("search/abc.json", "needs a folder where the search index is a file: `search/abc.json`"),
        ("feed.xml", "needs a folder where a feed is a file: `feed.xml`"),
        ("feed.json", "needs a folder where a feed is a file: `feed.json`"),
        ("sitemap.xml", "needs a folder where the sitemap is a file: `sitemap.xml`"),
        ("robots.txt", "needs a folder where the file for robots is a file: `robots.txt`"),
        (
            "opensearch.xml",
            "needs a folder where the OpenSearch description is a file: `opensearch.xml`"
        ),
        ("llms.txt", "needs a folder where the overview for language models is a file: `llms.txt`"),
        ("404.html", "needs a folder where the page for missing addresses is a file: `404.html`"),
        (
            "manifest.json",
            "needs a folder where the manifest of the site is a file: `manifest.json`"
        ),
        (
            "data/entities.json",
            "needs a folder where a data file is a file: `data/entities.json`"
        ),
        ("data/claims.csv/x", "needs a folder where a data file is a file: `data/claims.csv`"),
    ])
    func `an alias for a path that has an owner is an error`(_ path: String, _ words: String)
        async throws
    {
        let shown = path.hasPrefix("/") ? String(path.dropFirst()) : path
        let found = try await errors(alias(path))
        #expect(found.count == 1)
        let error = try #require(found.first)
        #expect(error.contains("the alias `\(shown)` of the article `z` \(words) [duplicate-path]"))
        #expect(error.hasPrefix("content/articles/z.md:3:"))
        #expect(error.contains("help: remove the alias, or write another path"))
    }

    @Test(arguments: [
        ("articles/a", "the article `a`"), ("people/ada", "the entity `ada`"),
        ("claims/c", "the claim `c`"), ("search", "the search page"),
        ("people", "the list of people"),
        ("articles", "the list of articles"), ("tags", "the list of tags"),
        ("years", "the list of years"),
        ("metrics", "the list of metrics"), ("metrics/length", "the metric `length`"),
        ("outlets", "the list of outlets"), ("tags/port", "the list of the tag `port`"),
        ("manifest.json", "the manifest of the site"), ("feed.xml", "a feed"),
        ("assets/map.txt", "the asset `content/assets/map.txt`"),
        ("assets/theme.js", "the built-in theme"),
        ("claims/by/status", "a list of claims"),
        ("articles/page-2.html", "a later page of a list"),
        ("data/mentions.csv", "a data file"), ("sitemap.xml", "the sitemap"),
    ])
    func `a page for a path that has an owner is an error`(_ path: String, _ other: String)
        async throws
    {
        let found = try await errors(["pages/\(path).md": "# Mine\n"])
        #expect(found.count == 1)
        let error = try #require(found.first)
        #expect(
            error.hasPrefix("content/pages/\(path).md: error: the page `content/pages/\(path).md` ")
        )
        #expect(error.contains("\(other)") && error.contains("help: rename the file"))
    }

    @Test func `other pairs are errors too`() async throws {
        let style = try await errors(["assets/style.css": "p{}"])
        #expect(
            style == [
                """
                content/assets/style.css: error: the asset `content/assets/style.css` has the same path as the built-in theme: `assets/style.css` [duplicate-path]
                  note: this file is written by the build itself
                  help: rename it, or move it to `templates/assets/` to replace a file of the theme
                """
            ])
        let own = try await errors(["assets/extra.css": "p{}", "templates/assets/extra.css": "q{}"])
        #expect(own.count == 1 && own[0].contains("note: the other is templates/assets/extra.css"))
        let folder = try await errors(["assets/x/y": "1", "templates/assets/x": "2"])
        #expect(folder.count == 1 && folder[0].contains("needs a folder where the theme's file"))
        let file = try await errors(["assets/x": "1", "templates/assets/x/y": "2"])
        #expect(file.count == 1 && file[0].contains("is a file where the theme's file"))
        let twice = try await errors([
            "articles/y.md": "---\ntitle: Y\naliases: [old/]\n---\nText.\n",
            "articles/z.md": "---\ntitle: Z\naliases: [old]\n---\nText.\n",
        ])
        #expect(twice.count == 1 && twice[0].contains("the other is content/articles/y.md:3"))
    }

    @Test func `the theme's own files may be replaced`() async throws {
        #expect(try await errors(["templates/assets/style.css": "p{}"]) == [])
    }

    @Test func `an alias of the article's own address is a warning, and no redirect`() async throws
    {
        let archive = try TemporaryArchive(
            Self.sample.merging([
                "articles/z.md": "---\ntitle: Z\naliases: [articles/z/, old, old/]\n---\nText.\n"
            ]) { $1 })
        let report = try await archive.build()
        #expect(
            report.diagnostics.map { "\($0.severity): \($0.message) [\($0.id)]" } == [
                "warning: the alias `articles/z/` is the address of the article `z` itself [useless-alias]",
                "warning: the alias `old/` occurs twice [useless-alias]",
            ])
        #expect(try archive.page("articles/z/index.html").contains(">Z</span></h1>"))
        #expect(try archive.page("old/index.html").contains("articles/z/"))
    }

    @Test func `paths that differ in case only are reported by check`() async throws {
        let archive = try TemporaryArchive(
            Self.sample.merging([
                "pages/About.md": "# About\n"
            ]) { $1 })
        let found = try await Check(archive.options()).run().filter { $0.id == "path-case" }
        #expect(
            Set(found.map(\.message)) == [
                "`about/` and `About/` differ only in upper and lower case"
            ])
        #expect(found.allSatisfy { $0.place != nil })
    }

    @Test func `tags and outlets that would have one folder are kept apart and told`() async throws
    {
        let long = String(repeating: "港", count: 90)
        let archive = try TemporaryArchive([
            "articles/a.md": "---\ntitle: A\ntags: [C#, AWS, \(long)]\noutlet: A/B\n---\nText.\n",
            "articles/b.md": "---\ntitle: B\ntags: [C?, aws, \(long)々]\noutlet: A-B\n---\nText.\n",
        ])
        #expect(try await archive.build().published != nil)
        let folders = Set(
            try archive.site().keys.filter { $0.hasPrefix("tags/") || $0.hasPrefix("outlets/") })
        #expect(folders.count == 2 + 6 + 2)
        #expect(Set(folders.map { $0.lowercased() }).count == folders.count)
        #expect(folders.allSatisfy { $0.split(separator: "/").allSatisfy { $0.utf8.count <= 200 } })
        for (tag, article) in [("tags/AWS/", "A"), ("outlets/A-B/", "B")] {
            let page = try archive.page(tag + "index.html")
            #expect(page.contains("articles/\(article.lowercased())/"))
        }
        let found = try await Check(archive.options()).run().filter { $0.id.hasPrefix("similar-") }
        #expect(
            found.map(\.message) == [
                "the outlets `A/B` and `A-B` would have one folder",
                "the tags `C?` and `C#` would have one folder",
                "the tags `aws` and `AWS` would have one folder",
            ])
        #expect(found.allSatisfy { $0.place?.line ?? 0 > 0 })
    }

    /// Otherwise something could be written that nothing is compared with.
    @Test(arguments: [1, 2, 3, 4, 5, 6])
    func `every file of a site has an owner`(seed: UInt64) async throws {
        var edited = EditedArchive(seed: seed)
        let archive = try TemporaryArchive(["archive.yml": ""])
        let edits = (0..<60).map { _ in edited.edit() }
        for (path, text) in edited.files { try archive.write(text, to: path) }
        #expect(try await archive.build().published != nil, "\(edits)")
        var watch = Stopwatch()
        let content = try ContentFolder.read(root: archive.root, jobs: 1)
        let annotated = try await AnnotatedArchive(
            content, options: archive.options(), watch: &watch)
        let theme = try ThemeFiles.read(overriddenBy: archive.root + "/templates")
        let owners = PathOwners(annotated.archive, Taxonomies(annotated.archive), theme)
        #expect(owners.diagnostics == [])
        let site = try archive.site().keys.sorted()
        #expect(site.filter { owners.owner(of: $0) == nil } == [])
        #expect(owners.listed.subtracting(site) == [])
    }
}
