import Archive
import Foundation
import Search
import Testing
import Text

@testable import Site

/// What a declared kind has on the site; whole pages are in `Tests/Goldens/kinds.txtar`.
@Suite struct KindPagesTests {
    private static func files(_ kinds: String, language: String = "en") -> [String: String] {
        [
            "archive.yml": "title: T\nlanguage: \(language)\nkinds: [\(kinds)]\n",
            "articles/a.md":
                "---\ntitle: A\nlang: en\ndate: 2024\n---\nAnn went to Kyoto by Tram.\n",
            "people/ann.md": "---\nname: Ann\n---\n",
            "places/kyoto.md": "---\nname: Kyoto\n---\nA town.\n",
            "trams/tram.md": "---\nname: Tram\n---\n",
        ]
    }
    private static let place = "{id: place, folder: places, title: Places, schema: Place}"
    private static let tram = "{id: tram, folder: trams, title: Trams}"

    @Test func `a declared kind is on the home page, in articles, lists, menus and data`()
        async throws
    {
        let archive = try TemporaryArchive(Self.files("\(Self.place), \(Self.tram)"))
        let report = try await archive.build()
        #expect(report.diagnostics.map { $0.rendered() } == [])
        let home = try archive.page("index.html")
        #expect(home.contains(#"<a href="places/index.html" data-section="places">Places</a>"#))
        #expect(home.contains(#"<li><a href="places/index.html"><b>1</b> Place</a></li>"#))
        #expect(home.contains(#"<p class="all"><a href="places/index.html">All places</a></p>"#))
        #expect(
            home.contains(
                #"<link rel="stylesheet" href="assets/kinds.css" data-kinds="place=places tram=trams">"#
            ))
        let list = try archive.page("places/index.html")
        #expect(list.contains(#"<p class="count-line">1 place</p>"#))
        #expect(list.contains(#"<li data-entity="kyoto" data-kind="place">"#))
        let article = try archive.page("articles/a/index.html")
        #expect(
            article.contains(
                #"data-entity="kyoto" data-kind="place" href="../../places/kyoto/index.html">Kyoto</a>"#
            ))
        #expect(article.contains("<h2>Places</h2>"))
        let page = try archive.page("places/kyoto/index.html")
        #expect(page.contains(#"<p class="kicker">Place</p>"#))
        #expect(page.contains(#""@type":"Place""#))
        #expect(try archive.page("places/kyoto/card.json").contains(#""kind":"place""#))
        #expect(try archive.page("data/entities.json").contains(#""path":"places/kyoto/""#))
        #expect(try archive.page("data/mentions.csv").contains(",kyoto,place,Kyoto,"))
        #expect(try archive.page("data/entities.jsonld").contains("schema:Place"))
        #expect(
            try archive.page("search/index.html").contains(
                #" data-facet-place="Places" data-facet-tram="Trams" data-status="#))
    }

    /// Only `kinds` has their rows: `{{{places}}}` would be empty on every page.
    @Test func `a template that uses a declared kind's folder as a variable is reported`()
        async throws
    {
        var files = Self.files("\(Self.place), \(Self.tram)")
        files["templates/article.mustache"] = "{{{people}}}{{{places}}}"
        let report = try await TemporaryArchive(files).build()
        #expect(
            report.diagnostics.filter { $0.id == "unknown-variable" }.map(\.message) == [
                "no page that uses this template has a variable `places`"
            ])
    }

    @Test func `the search knows declared kinds as kinds and as facets`() async throws {
        let archive = try TemporaryArchive(Self.files("\(Self.place), \(Self.tram)"))
        #expect(try await archive.build().published != nil)
        let site = try archive.site()
        let engine = try SearchEngine { site[$0].map(Array.init) }
        let answer = try engine.search("Kyoto")
        #expect(answer.results.map(\.kind.name) == ["place", "article"])
        let narrowed = try engine.search("", facets: [("place", "kyoto")])
        #expect(narrowed.paths == ["articles/a/"])
        #expect(try engine.search("", facets: [("kind", "tram")]).paths == ["trams/tram/"])
        let facet = try #require(answer.facets.first { $0.facet == "kind" })
        #expect(facet.values.first { $0.value == "place" }?.label == "Place")
    }

    @Test(arguments: [
        ("en", "Places", "1 place", "All places"), ("en", "EU places", "1 place", "All EU places"),
        ("zh-Hans", "地点", "1 个地点", "全部地点"),
    ]) func `phrases are made of the kind's words`(
        language: String, title: String, count: String, all: String
    ) async throws {
        let archive = try TemporaryArchive(
            Self.files(
                "{id: place, folder: places, title: \(title)}, \(Self.tram)", language: language))
        #expect(try await archive.build().published != nil)
        #expect(try archive.page("places/index.html").contains(">\(count)</p>"))
        #expect(try archive.page("index.html").contains(">\(all)</a>"))
    }

    @Test func `an incremental build after a change of kinds equals a clean one`() async throws {
        let archive = try TemporaryArchive(Self.files("\(Self.place), \(Self.tram)"))
        #expect(try await archive.build().published != nil)
        for kinds in [
            "\(Self.tram), \(Self.place)",
            "{id: place, folder: places, title: Spots, color: \"#125\"}, \(Self.tram)",
            Self.place, "\(Self.place), \(Self.tram)",
        ] {
            let files = Self.files(kinds)
            try archive.write(files["archive.yml"] ?? "", to: "content/archive.yml")
            #expect(try await archive.build().published != nil)
            let clean = try TemporaryArchive(files)
            #expect(try await clean.build().published != nil)
            #expect(try archive.site() == clean.site(), "\(kinds)")
        }
    }

    @Test func `every folder of a site is reserved, or that of a kind`() async throws {
        let archive = try TemporaryArchive(TemporaryArchive.small)
        #expect(try await archive.build().published != nil)
        let folders = Set(
            try archive.site().keys.filter { $0.contains("/") }.compactMap {
                $0.split(separator: "/").first
            })
        #expect(folders.count > 8)
        for folder in folders.map(String.init) {
            let kinds = "kinds: [{id: x, folder: \(folder), title: X}]\n"
            let loaded = Archive.load(
                ContentFolder([("content/archive.yml", "language: en\n" + kinds)]))
            #expect(loaded.kinds.count == 3, "\(folder)")
        }
    }
}

@Suite struct KindStylesTests {
    private func styles(_ colors: Entity.Kind.Colors, count: Int = 1, sheet: String? = nil)
        -> KindStyles
    {
        let kinds = (0..<count).map {
            Entity.Kind(
                id: "k\($0)", folder: "f\($0)", place: .init(file: "content/archive.yml"),
                colors: colors)
        }
        var files = ThemeFiles.builtIn.mapValues { ThemeFiles.File(bytes: $0, origin: "") }
        if let sheet { files["assets/style.css"]?.bytes = Array(sheet.utf8) }
        return KindStyles(Entity.Kind.builtIn + kinds, ThemeFiles(files: files))
    }

    private func given(_ hex: String) -> Located<Entity.Kind.Color>? {
        Entity.Kind.Color(hex: hex).map { Located($0, at: .init(file: "content/archive.yml")) }
    }

    /// Contrast as the WCAG define it, written independently of the program.
    private func contrast(_ a: String, _ b: String) -> Double {
        func luminance(_ hex: String) -> Double {
            let value = Int(hex.dropFirst(), radix: 16) ?? 0
            let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
                let x = Double(part) / 255
                return x <= 0.04045 ? x / 12.92 : Foundation.pow((x + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let (x, y) = (luminance(a) + 0.05, luminance(b) + 0.05)
        return max(x, y) / min(x, y)
    }

    @Test func `computed colors are readable on light and on dark pages`() throws {
        let css = String(
            decoding: try #require(styles(.init(), count: 24).file).bytes, as: UTF8.self)
        let pairs = css.matches(of: /light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/)
        #expect(pairs.count == 24)
        for pair in pairs {
            for page in [
                "#fbf9f4", "#fffefb", "#f3efe6", "#f7edc9", "#f3e6c2", "#d7e8d3", "#f6d6cf",
            ] {
                #expect(contrast(String(pair.output.1), page) >= 4.5, "\(pair.output.1) on \(page)")
            }
            for page in [
                "#191817", "#22211f", "#201f1d", "#3f3820", "#463c20", "#2c4230", "#592f2a",
            ] {
                #expect(contrast(String(pair.output.2), page) >= 4.5, "\(pair.output.2) on \(page)")
            }
        }
        #expect(Set(pairs.prefix(7).map { String($0.output.1) }).count == 7)
    }

    @Test func `a readable color is used as given`() throws {
        let styles = styles(.init(light: given("#703a66"), dark: given("#d9a8cf")))
        #expect(styles.diagnostics.isEmpty)
        #expect(styles.folders == "k0=f0")
        #expect(
            String(decoding: try #require(styles.file).bytes, as: UTF8.self) == """
                [data-kind="k0"] { --kind: light-dark(#703a66, #d9a8cf); }
                [data-section="f0"] .menu a[data-section="f0"] { color: var(--ink); border-bottom-color: var(--link); }

                """)
    }

    @Test func `a color that is too faint is replaced and reported`() throws {
        let styles = styles(.init(light: given("#ffe08a"), dark: given("#400")))
        let report = styles.diagnostics.map { "\($0.id): \($0.message) | \($0.help ?? "")" }
        try #require(report.count == 2)
        #expect(
            report[0].hasPrefix(
                "faint-color: the color `#ffe08a` of the kind `k0` has a contrast of 1.0 on light pages and cannot be read well; the site uses `#"
            ))
        #expect(report[0].hasSuffix("| choose a darker color; the contrast must be 4.5 at least"))
        #expect(
            report[1].contains(
                "the color `#440000` of the kind `k0` has a contrast of 1.0 on dark pages"))
        #expect(report[1].hasSuffix("| choose a lighter color; the contrast must be 4.5 at least"))
    }

    @Test func `backgrounds are those of the archive's own theme`() throws {
        let gray =
            "[data-kind=\"person\"] {}[data-kind=\"product\"] {}[data-kind=\"organization\"] {}"
            + ":root { --paper: light-dark(#808080, #000000); }"
        let css = String(
            decoding: try #require(styles(.init(light: given("#000000")), sheet: gray).file).bytes,
            as: UTF8.self)
        #expect(css.contains("light-dark(#000000, "))
    }

    @Test func `a theme that has colors for all kinds needs no file`() {
        let none = styles(.init(), count: 0)
        #expect(none.file == nil)
        #expect(none.folders == "")
        let own = "[data-kind=\"k0\"] { --kind: teal; }"
        #expect(styles(.init(), sheet: own).file == nil)
    }
}
