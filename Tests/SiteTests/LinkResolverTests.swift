import Archive
import Testing

@testable import Site

@Suite struct LinkResolverTests {
    private let book: LinkResolver = {
        var archive = Archive.load(
            ContentFolder([
                ("content/articles/2024/river.md", "words"),
                ("content/articles/bridge.md", "words"),
                ("content/people/lin.md", "---\nname: Lin\n---\n"),
                ("content/assets/maps/old map.png", ""),
            ]))
        archive.assets = ["content/assets/maps/old map.png"]
        return LinkResolver(archive)
    }()

    @Test(arguments: [
        ("https://example.org/a", "as written"), ("mailto:a@b.c", "as written"),
        ("#h-2", "as written"),
        ("../../assets/maps/old%20map.png", "assets/maps/old map.png"),
        ("/assets/maps/old map.png", "assets/maps/old map.png"),
        ("old map.png", "assets/maps/old map.png"),
        ("../bridge.md#part", "articles/bridge/#part"), ("/people/lin/", "people/lin/"),
        ("/people/lin/index.html", "people/lin/"), ("/articles/bridge", "articles/bridge/"),
        ("/", ""),
        ("missing.png", "nowhere"), ("../../../etc/passwd", "nowhere"),
    ])
    func `addresses are read from the file that holds them`(address: String, expected: String) {
        let found =
            switch book.destination(of: address, in: "content/articles/2024/river.md") {
            case .asWritten: "as written"
            case .inSite(let path, let rest): path + rest
            case .nowhere: "nowhere"
            }
        #expect(found == expected)
    }

    /// The menu and the theme do not change with the kinds here, so nothing else renders the page
    /// again.
    @Test func `a link to the list of a kind leads there once the kind is declared`() async throws {
        let menu = "title: T\nlanguage: en\nmenu: [{title: Articles, url: articles/}]\n"
        let archive = try TemporaryArchive([
            "archive.yml": menu,
            "articles/a.md": "---\ntitle: A\nlang: en\n---\nSee [the list](/places/).\n",
            "templates/assets/style.css": "[data-kind=\"place\"] { color: green }\n",
        ])
        #expect(try await archive.build().published != nil)
        try archive.write(
            menu + "kinds: [{id: place, folder: places}]\n", to: "content/archive.yml")
        #expect(try await archive.build().published != nil)
        #expect(
            try archive.page("articles/a/index.html").contains(
                #"<a href="../../places/index.html">the list</a>"#))
    }
}
