import Testing

@testable import Intake

struct HTMLPageTests {
    @Test func `a page of a site that no rule knows gives its article and nothing else`() throws {
        let article = try Reading.one(HTMLSample.unknown, name: "page.html")
        #expect(article.title == HTMLSample.title)
        #expect(article.words == HTMLSample.paragraphs.joined(separator: "\n\n"))
        #expect(article.date?.text == HTMLSample.date)
        #expect(article.language == "zh-Hans")
        #expect(!article.source.contains("JUNK"))
        #expect(article.dropped.contains { $0.words.contains("JUNK") })
    }

    @Test func `a user's rule goes before what can be guessed`() throws {
        let (rule, problems) = SiteRule.read(
            "site: river.example\nbody: .x1 .x2\ndrop: .note # not ours\n", name: "river")
        #expect(problems == [])
        let html = HTMLSample.page(
            "https://river.example/a",
            "<div class=x1><div class=x2><p>kurz<p class=note>JUNK</div></div>" + HTMLSample.body
        )
        .replacing("kurz", with: String(repeating: "Ein Satz, kurz. ", count: 9))
        let reading = Intake.read(
            Source(name: "a.html", bytes: Array(html.utf8)), options: Intake.Options(rules: [rule]))
        let article = try #require(reading.articles.first)
        #expect(article.words.hasPrefix("Ein Satz, kurz."))
        #expect(!article.words.contains("阅览室"))
    }

    @Test func `what is wrong with a rule is said at its line`() {
        let (_, problems) = SiteRule.read(
            "site: a.example\nbodies: .x\nbody: a > b\nno key\n", name: "x.rule")
        #expect(
            problems.map(\.message) == [
                "unknown key `bodies`", "`a > b` is not a valid selector",
                "not in the form `key: value`",
            ])
        #expect(problems.map(\.place?.line) == [2, 3, 4])
    }

    @Test(arguments: ["GB18030", "BIG5", "UTF-16LE", "UTF-8"])
    func `the bytes of a page decide its encoding, not a label that lies`(encoding: String) throws {
        let html = HTMLSample.unknown.replacing(
            "charset=\"utf-8\"", with: "charset=\"iso-8859-1\""
        )
        .replacing("河边阅览室重新开放", with: "河邊閱覽室").replacing("发布时间", with: "發佈日期")
        let words = encoding == "BIG5" ? Self.traditional : html
        let article = try #require(
            Intake.read(Source(name: "a.html", bytes: try Encoded.bytes(words, in: encoding)))
                .articles.first)
        #expect(article.words.contains(encoding == "BIG5" ? "修了兩年" : "修了两年"))
    }

    static let traditional =
        "<html><head><meta charset=big5><title>河邊閱覽室</title></head><body><div><p>修了兩年的河邊閱覽室在週末重新開了門，第一天來了一千二百多人，比從前任何一天都多。</p><p>新的書架用的是本地的杉木，靠窗的一排座位可以看到整條河，孩子們最先佔住的也是那裡。</p></div></body></html>"

    @Test(arguments: [
        (
            "<frameset><frame src=a.html></frameset>", "frameset",
            "the page consists of frames only: a.html"
        ),
        (
            "<html><meta http-equiv=refresh content='0; url=https://river.example/b'>",
            "refresh-page", "the page only redirects to https://river.example/b"
        ),
        (
            "<html><body><div id=root></div><script>draw()</script></body></html>", "empty-page",
            "the page has no text; it is loaded by a script"
        ),
        (
            "<html><body><p>Please log in to read this<form><input type=password></form></body></html>",
            "login-wall", "the page asks you to log in instead of showing an article"
        ),
        (
            "<html><body><ul>"
                + (1...20).map { "<li><a href=/\($0)>Story number \($0) of the day</a></li>" }
                .joined() + "</ul></body></html>", "no-article",
            "no article found: the page looks like a list of links"
        ),
        ("%PDF-1.7", "not-text", "not a text file (it looks like PDF)"),
        (
            "\u{89}PNG\u{0}\u{0}\u{0}\u{1}\u{2}\u{3}\u{0}\u{0}", "not-text",
            "not a text file (it looks like PNG image)"
        ),
        ("", "empty-source", "the file has no text"),
    ])
    func `a page without an article is refused with the reason`(
        html: String, id: String, message: String
    ) {
        let bytes =
            html.hasPrefix("\u{89}")
            ? html.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } : Array(html.utf8)
        let reading = Intake.read(Source(name: "a.html", bytes: bytes))
        #expect(reading.articles.isEmpty)
        #expect(reading.diagnostics.map(\.id) == [id])
        #expect(reading.diagnostics.map(\.message) == [message])
        #expect(reading.diagnostics.first?.help != nil)
    }

    @Test func `a page cut off in the middle gives what is there`() throws {
        let html = HTMLSample.unknown
        let end = try #require(html.range(of: "管理员说"))
        let article = try Reading.one(String(html[..<end.lowerBound]) + "管理<sp", name: "a.html")
        #expect(article.words.hasPrefix(HTMLSample.paragraphs[0]))
        #expect(article.words.contains(HTMLSample.paragraphs[1]))
    }

    @Test(arguments: ["div", "b", "blockquote", "ul><li", "table><tr><td", "a href=x", "span"])
    func `a hundred thousand nested tags are read`(tag: String) throws {
        let html = "<html><body>" + String(repeating: "<\(tag)>", count: 100_000) + HTMLSample.body
        #expect(
            Intake.read(Source(name: "a.html", bytes: Array(html.utf8))).diagnostics.allSatisfy {
                $0.id != "lost-text"
            })
    }

    @Test func `a tag with a hundred thousand attributes is left out`() throws {
        let tag = "<div " + (0..<100_000).map { "a\($0)=1 " }.joined() + ">"
        let article = try Reading.one("<html><body>\(tag)\(HTMLSample.body)", name: "a.html")
        #expect(article.words == HTMLSample.paragraphs.joined(separator: "\n\n"))
    }
}
