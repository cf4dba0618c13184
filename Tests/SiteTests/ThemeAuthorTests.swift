import Foundation
import Testing
import Text

@testable import Site

/// What theme authors rely on: front matter in every context, templates of their own, style sheets
/// in order.
@Suite struct ThemeAuthorTests {
    /// An archive whose things all have front matter of their own, and templates that show it.
    private static let archive: [String: String] = [
        "archive.yml": """
        title: Bridges
        language: en
        description: About bridges
        author: M. Ray
        params:
          color: "<red>"
          tagline: {en: Across}
          makers: [Ada, Bea]
        region: North
        """,
        "articles/first.md": """
        ---
        title: The bridge
        date: 2024-05-06
        outlet: daily
        tags: [steel, river]
        cover: a&b.jpg
        封面: a&b.jpg
        順序: {天氣: 晴, 地點: [橋, 渡口]}
        places: [Ford, Quay]
        geo: {lat: 51.5, checked: true}
        pages: 12
        params: {series: One}
        ---
        Lin Qinghe said the bridge is 120 metres long.
        """,
        "articles/second.md": "---\ntitle: Rain\ndate: 2024-05-07\n---\nNo bridge.\n",
        "people/lin-qinghe.md": "---\nname: Lin Qinghe\nnickname: Bridge Lin\n---\nEngineer.\n",
        "outlets.yml": "- {id: daily, name: The Daily, country: NZ}\n",
        "metrics.yml": "- {id: length, title: {en: Length}, unit: metre, symbol: l}\n",
        "claims/bridge.yml": """
        - id: bridge-length
          title: How long the bridge is
          kind: quantity
          metric: length
          subjects: [lin-qinghe]
          weight: heavy
          statements:
            - {article: first, quote: 120 metres, checked-by: Ada}
        """,
        "pages/about.md": "---\ntitle: About\ntemplate: essay\nmood: calm\n---\nWords.\n",
        "pages/index.md": "---\ntitle: Home\nhero: h.jpg\n---\nHello.\n",
        "templates/article-card.mustache":
            "<li>card {{root}} {{params.cover}} {{#params.places}}[{{.}}]{{/params.places}}</li>",
        "templates/entity-row.mustache": "<li>row {{root}} {{params.nickname}}</li>",
        "templates/claim-row.mustache": "<li>claim {{root}} {{params.weight}}</li>",
        "templates/claim-statement.mustache": "<tr><td>by {{params.checked-by}}</td></tr>",
        "templates/article.mustache": """
        {{<base}}
        {{$main}}
        {{params.cover}}|{{params.geo.lat}}|{{#params.geo.checked}}checked{{/params.geo.checked}}|\
        {{params.pages}}|{{params.series}}|{{#params.tags}}#{{.}}{{/params.tags}}|{{params.outlet}}|\
        {{{people}}}{{{claims}}}
        {{params.封面}} {{{ params.封面 }}} {{params.順序.天氣}} {{#params.順序}}{{#.地點}}[{{.}}]{{/.地點}}{{/params.順序}} \
        {{^params.沒有}}none{{/params.沒有}}
        {{#outlet}}outlet {{.params.country}}{{/outlet}}{{#neighbors.older}}older {{.params.cover}}{{/neighbors.older}}
        {{/main}}
        {{/base}}
        """,
        "templates/entity.mustache": "{{<base}}\n{{$main}}{{params.nickname}}{{/main}}\n{{/base}}",
        "templates/claim.mustache":
            "{{<base}}\n{{$main}}{{params.weight}} {{{statementRows}}}{{/main}}\n{{/base}}",
        "templates/terms.mustache":
            "{{<base}}\n{{$main}}{{#terms}}{{.name}} {{.params.country}}{{.params.symbol}};{{/terms}}{{/main}}\n{{/base}}",
        "templates/outlet.mustache": "{{<list}}\n{{$intro}}{{params.country}}{{/intro}}\n{{/list}}",
        "templates/metric.mustache": "{{<base}}\n{{$main}}{{params.symbol}}{{/main}}\n{{/base}}",
        "templates/index.mustache":
            "{{<base}}\n{{$main}}{{params.hero}}{{{latest}}}{{/main}}\n{{/base}}",
        "templates/essay.mustache": """
        {{<base}}
        {{$main}}<essay>{{params.mood}} {{site.title}} {{site.language}} {{site.author}} {{site.params.color}}
        {{site.params.region}} {{#site.description}}<i>{{.}}</i>{{/site.description}} {{site.params.tagline.en}}
        {{#site.params.makers}}({{.}}){{/site.params.makers}}{{#site.params.none}}none{{/site.params.none}}</essay>{{/main}}
        {{/base}}
        """,
    ]

    @Test(arguments: [
        (
            "articles/first/index.html",
            "a&amp;b.jpg|51.5|checked|12|One|#steel#river|daily|<li>row ../../ Bridge Lin</li><li>claim ../../ heavy</li>"
        ),
        ("articles/first/index.html", "\na&amp;b.jpg a&b.jpg 晴 [橋][渡口] none\n"),
        ("articles/first/index.html", "outlet NZ"),
        ("articles/second/index.html", "older a&amp;b.jpg"),
        ("outlets/index.html", "The Daily NZ;"),
        ("metrics/index.html", "Length l;"),
        ("articles/index.html", "<li>card ../ a&amp;b.jpg [Ford][Quay]</li>"),
        ("tags/steel/index.html", "<li>card ../../ a&amp;b.jpg [Ford][Quay]</li>"),
        ("people/lin-qinghe/index.html", "Bridge Lin"),
        ("people/index.html", "<li>row ../ Bridge Lin</li>"),
        ("claims/bridge-length/index.html", "heavy <tr><td>by Ada</td></tr>"),
        ("claims/index.html", "<li>claim ../ heavy</li>"),
        ("outlets/daily/index.html", "NZ"),
        ("metrics/length/index.html", "\nl"),
        ("index.html", "h.jpg<li>card   </li>\n<li>card  a&amp;b.jpg [Ford][Quay]</li>"),
        (
            "about/index.html",
            "<essay>calm Bridges en M. Ray &lt;red&gt;\nNorth <i>About bridges</i> Across\n(Ada)(Bea)</essay>"
        ),
    ])
    func `front matter of authors is on every page that shows the thing`(
        page: String, text: String
    ) async throws {
        let archive = try TemporaryArchive(Self.archive)
        let report = try await archive.build()
        #expect(report.diagnostics.map { $0.rendered() } == [])
        let html = try archive.page(page)
        #expect(html.contains(text), "\(html)")
    }

    @Test(arguments: [
        ("content/articles/first.md", "a&b.jpg", "c.jpg"),
        ("content/articles/first.md", "[Ford, Quay]", "[Ford]"),
        ("content/people/lin-qinghe.md", "Bridge Lin", "B. Lin"),
        ("content/claims/bridge.yml", "weight: heavy", "weight: light"),
        ("content/claims/bridge.yml", "checked-by: Ada", "checked-by: Bea"),
        ("content/outlets.yml", "country: NZ", "country: AU"),
        ("content/metrics.yml", "symbol: l", "symbol: m"),
        ("content/archive.yml", "Across", "Over"),
        ("content/pages/about.md", "mood: calm", "mood: wild"),
        ("content/pages/about.md", "template: essay", "template: page"),
        ("content/people/lin-qinghe.md", "nickname: Bridge Lin", "template: essay"),
        ("content/articles/first.md", "pages: 12", "template: essay"),
        ("content/claims/bridge.yml", "weight: heavy", "template: essay"),
    ])
    func `a change of a key changes what shows it, as in a clean build`(
        file: String, old: String, new: String
    ) async throws {
        let archive = try TemporaryArchive(Self.archive)
        #expect(try await archive.build().published != nil)
        let before = try archive.site()
        let text = try #require(
            Self.archive[file.replacingOccurrences(of: "content/", with: "")])
        #expect(text.contains(old))
        try archive.write(text.replacingOccurrences(of: old, with: new), to: file)
        #expect(try await archive.build().published != nil)
        var options = archive.options()
        options.output = archive.root + "/clean"
        options.clean = true
        #expect(try await Build(options).run().published != nil)
        let site = try archive.site()
        #expect(site == (try archive.site(in: "clean")))
        #expect(site.keys.contains { $0.hasSuffix(".html") && site[$0] != before[$0] })
    }

    @Test func `style sheets of an archive come last, by name, unless a template names them`()
        async throws
    {
        var files = TemporaryArchive.small
        files["templates/assets/b.css"] = "b {}"
        files["templates/assets/a.css"] = "a {}"
        files["templates/assets/print.css"] = "p {}"
        files["templates/assets/parts/c.css"] = "c {}"
        files["templates/footer.mustache"] = "<link rel=stylesheet href='{{root}}assets/print.css'>"
        let archive = try TemporaryArchive(files)
        #expect(try await archive.build().published != nil)
        let html = try archive.page("articles/first/index.html")
        let order = ["style", "reading", "a", "b"].map {
            html.range(of: "href=\"../../assets/\($0).css\"")?.lowerBound
        }
        #expect(order.allSatisfy { $0 != nil })
        #expect(order.compactMap { $0 } == order.compactMap { $0 }.sorted())
        #expect(!html.contains("c.css"))
        #expect(html.components(separatedBy: "print.css").count == 2)
        #expect(try archive.page("assets/parts/c.css") == "c {}")
    }

    @Test func `files for the site's root are copied there, hosts' names included`() async throws {
        var files = TemporaryArchive.small
        files["root/CNAME"] = "example.org\n"
        files["root/_redirects"] = "/a /b\n"
        files["root/.well-known/security.txt"] = "Contact: mailto:a@example.org\n"
        files["root/.DS_Store"] = "x"
        files["root/notes~"] = "x"
        files["articles/third.md"] = "# C\n\nSee [the name](/CNAME).\n"
        let archive = try TemporaryArchive(files)
        let report = try await archive.build()
        #expect(report.diagnostics.map { $0.rendered() } == [])
        #expect(try archive.page("CNAME") == "example.org\n")
        #expect(try archive.page("_redirects") == "/a /b\n")
        #expect(try archive.page(".well-known/security.txt").hasPrefix("Contact"))
        #expect(try archive.page("articles/third/index.html").contains("href=\"../../CNAME\""))
        let names = try archive.site().keys
        #expect(!names.contains(".DS_Store") && !names.contains("notes~"))
        #expect(try await Check(archive.options()).run().filter { $0.id == "ignored-file" } == [])
    }

    @Test func `raw HTML keeps its classes on pages of one's own, and there alone`() async throws {
        var files = TemporaryArchive.small
        let html = "<div class=\"two columns\" style=\"color:red\" onclick=\"x()\">words</div>\n"
        files["pages/about.md"] = "# About\n\n" + html
        files["pages/index.md"] = "# Home\n\n" + html
        files["articles/third.md"] = "# C\n\n" + html
        let archive = try TemporaryArchive(files)
        #expect(try await archive.build().published != nil)
        for page in ["about/index.html", "index.html"] {
            #expect(try archive.page(page).contains("<div class=\"two columns\">words</div>"))
        }
        #expect(try archive.page("articles/third/index.html").contains("two columns") == false)
    }

    @Test func `queries and fragments of menu entries are kept, folders need no slash`()
        async throws
    {
        var files = TemporaryArchive.small
        files["archive.yml"] = """
            title: T
            menu:
              - {title: A, url: "search/?q=a#b"}
              - {title: B, url: "/articles/#c?d"}
              - {title: C, url: people?x}
              - {title: D, url: /claims/disputed}
              - {title: E, url: feed.xml}
            """
        let archive = try TemporaryArchive(files)
        #expect(try await archive.build().published != nil)
        let page = try archive.page("articles/index.html")
        for href in [
            "../search/index.html?q=a#b", "../articles/index.html#c?d", "../people/index.html?x",
            "../claims/disputed/index.html", "../feed.xml",
        ] {
            #expect(page.contains("href=\"\(href)\""), "\(href)")
        }
    }

    @Test func `menu entries and outlets that lead nowhere are reported`() async throws {
        var files = TemporaryArchive.small
        files["archive.yml"] = """
            title: T
            menu:
              - {title: A, url: articles/}
              - {title: B, url: /tags/橋/}
              - {title: C, url: https://example.org/}
              - {title: D, url: articels/}
              - {title: E, url: years/1999/}
              - {title: F, url: feed.xml}
              - {title: G, url: about/}
            """
        files["pages/about.md"] = "# About\n"
        files["outlets.yml"] = "- {id: morning, name: 晨報}\n"
        files["articles/third.md"] = "---\noutlet: mornings\n---\nNo bridge.\n"
        files["articles/fourth.md"] = "---\noutlet: evening\n---\nNo bridge.\n"
        files["articles/fifth.md"] = "---\noutlet: evening\n---\nNo bridge at all.\n"
        let archive = try TemporaryArchive(files)
        let expected = [
            """
            content/archive.yml:6:21: warning: the menu entry `D` leads to `articels/`, which the site does not have [dead-menu-entry]
              - {title: D, url: articels/}
                                ^
              help: did you mean `articles/`?
            """,
            """
            content/archive.yml:7:21: warning: the menu entry `E` leads to `years/1999/`, which the site does not have [dead-menu-entry]
              - {title: E, url: years/1999/}
                                ^
              help: write a path of the site, as in `articles/`, or an address that begins with https://
            """,
            """
            content/articles/fifth.md:2:9: warning: outlets.yml has no outlet `evening` [unknown-outlet]
            outlet: evening
                    ^
              note: 1 more article names it
              help: write one of its ids, add the outlet, or write its name as readers know it
            """,
            """
            content/articles/third.md:2:9: warning: outlets.yml has no outlet `mornings` [unknown-outlet]
            outlet: mornings
                    ^
              help: did you mean `morning`?
            """,
        ]
        let ids: Set = ["dead-menu-entry", "unknown-outlet"]
        for diagnostics in [
            try await Check(archive.options()).run(), try await archive.build().diagnostics,
        ] {
            #expect(diagnostics.filter { ids.contains($0.id) }.map { $0.rendered() } == expected)
        }
    }
}
