import Testing

@testable import Intake

/// Title, people, outlet and date of a page by agreement of what names them.
struct PageMetadataTests {
    private static let text = (1...5).map {
        "<p>At the harbour, on the day number \($0), the ferry waited for the wind, and then it left with forty people.</p>"
    }.joined()

    private static let chinese = (1...5).map {
        "<p>渡口的灯第\($0)次在傍晚亮起，守灯的人站在船头说，新船每天可以载六百多人，比旧船多出一倍。</p>"
    }.joined()

    private static func read(
        head: String = "", above: String = "", below: String = "", after: String = "",
        text: String = text
    )
        throws -> IncomingArticle
    {
        try Reading.one(
            "<html><head>\(head)</head><body>\(above)<main><h1>The lamp of the ferry</h1>\(below)\(text)</main>\(after)</body></html>",
            name: "a.html")
    }

    // MARK: - Dates

    @Test(arguments: [
        ("<p>By Mara Lindt</p><p>May 6, 2024</p>", "2024-05-06"),
        ("<p class=meta><time datetime=2024-05-06>yesterday</time></p>", "2024-05-06"),
        ("<p>来源：港湾日报　作者：王五　2024-05-06 10:30</p>", "2024-05-06"),
        ("<p>发布时间：2024年5月6日</p>", "2024-05-06"),
        ("<p><span>2024年5月6日</span><span>来源：港湾日报</span></p>", "2024-05-06"),
    ])
    func `the date of a byline is the date`(line: String, date: String) throws {
        let article = try Self.read(below: line)
        #expect(article.date?.text.hasPrefix(date) == true)
        #expect(article.dateGuess == nil)
    }

    @Test(arguments: [
        (
            "",
            "<p>On August 8, 2008 the first lamp was lit above the old harbour, as everybody here remembers.</p>",
            ""
        ),
        ("<div class=top>今天是2025年12月30日 星期二</div>", "", ""),
        ("", "", "<div class=comments><p>Great. 2024-11-11</p></div>"),
        ("", "", "<footer>© 2010-2024 Harbour, updated 2024-12-31</footer>"),
        ("", "", "<aside><ul><li><a href=/x>Hot story of the day</a> 2024-10-01</li></ul></aside>"),
    ])
    func `a date of something else is a guess and never published`(
        above: String, below: String, after: String
    ) throws {
        let article = try Self.read(above: above, below: below, after: after)
        #expect(article.date == nil)
        #expect(article.dateGuess != nil)
        #expect(article.evidence.contains { $0.field == "date" && $0.from.hasPrefix("guess: ") })
    }

    @Test func `a list of other articles above the byline does not date the article`() throws {
        let article = try Self.read(
            below:
                "<div class=related><ul><li><a href=/a>Old</a> 2019-01-01</li></ul></div><p>来源：港湾日报　作者：王五　2024-05-06</p>"
        )
        #expect(article.date?.text == "2024-05-06")
    }

    @Test func `the local day of the outlet goes before the one in UTC`() throws {
        let article = try Self.read(
            head: "<meta property=\"article:published_time\" content=\"2024-05-05T17:30:00Z\">",
            below: "<p class=time>2024年05月06日 01:30</p>", text: Self.chinese)
        #expect(article.date?.text.hasPrefix("2024-05-06") == true)
    }

    @Test func `dates that differ are listed`() throws {
        let article = try Self.read(
            head: "<meta property=\"article:published_time\" content=\"2024-05-06\">",
            below: "<p>发布时间：2023-01-02</p>")
        #expect(article.date?.text == "2024-05-06")
        #expect(
            article.evidence.contains {
                $0.field == "date" && $0.from.hasPrefix("differs: 2023-01-02")
            })
    }

    @Test(arguments: ["0001-01-01", "1970-01-01T00:00:00Z", "1900-01-01"])
    func `the first day of a program's calendar is not a date`(date: String) throws {
        let article = try Self.read(
            head:
                "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"datePublished\": \"\(date)\"}</script>"
        )
        #expect(article.date == nil)
    }

    @Test func `an element may have several properties`() throws {
        let article = try Self.read(
            below:
                "<p><span itemprop=\"datePublished dateCreated\" content=\"2024-05-06\">May</span></p>"
        )
        #expect(article.date?.text == "2024-05-06")
    }

    // MARK: - People

    @Test(arguments: [
        ("By Mara Lindt and Jo Falk", ["Mara Lindt", "Jo Falk"]),
        ("Mara Lindt, Jo Falk and Kai Berg", ["Mara Lindt", "Jo Falk", "Kai Berg"]),
        ("Mara Lindt and Jo Falk, Associated Press", ["Mara Lindt", "Jo Falk"]),
        ("Mara Lindt, CNN Editor-at-large", ["Mara Lindt"]),
        ("Mara Lindt, Senior Writer, Harbour Desk", ["Mara Lindt"]),
        ("王五,赵六;孙七", ["王五", "赵六", "孙七"]),
        ("王五 赵六", ["王五", "赵六"]),
        ("<a href=\"/mara\">Mara Lindt</a>", ["Mara Lindt"]),
        ("Mara Lindt May 6", ["Mara Lindt May"]),
        ("Mara Lindt March 18", ["Mara Lindt"]),
        ("Lindt, M.", ["Lindt, M."]),
        ("Par Mara Lindt", ["Mara Lindt"]),
        ("Reuters", ["Reuters"]),
        ("未知", []), ("CSDN.NET", []), ("admin", []), ("Print this article", []),
        ("https://a.example/mara", []),
    ])
    func `a field for authors names people`(words: String, people: [String]) {
        #expect(AuthorNames.people(in: words) == people)
    }

    @Test(arguments: [
        ("文/王五 图/赵六 编辑/孙七", ["王五"]),
        ("撰文：王五 摄影：赵六 编辑：孙七", ["王五"]),
        ("作者 王五 赵六", ["王五", "赵六"]),
        ("<span>来源：港湾日报</span><span>作者：王五</span>", ["王五"]),
        ("本报记者 王五 赵六", ["王五", "赵六"]),
    ])
    func `roles are kept apart`(line: String, people: [String]) throws {
        #expect(try Self.read(below: "<p>\(line)</p>", text: Self.chinese).authors == people)
    }

    @Test func `boundaries of elements are boundaries of words`() throws {
        let article = try Self.read(
            below: "<p><span>来源：港湾日报</span><span>作者：王五</span></p>", text: Self.chinese)
        #expect(article.outlet == "港湾日报")
    }

    @Test func `a line of the page goes before the name of an account`() throws {
        let article = try Self.read(
            head: "<meta name=author content=mlindt2>", below: "<p>By Mara Lindt</p>")
        #expect(article.authors == ["Mara Lindt"])
        #expect(article.evidence.contains { $0.from == "differs: mlindt2" })
    }

    // MARK: - Titles and outlets

    @Test(arguments: [
        (
            "<title>The lamp of the ferry | Harbour News</title><meta property=og:site_name content=\"Harbour News\">",
            "The lamp of the ferry"
        ),
        (
            "<title>The lamp of the ferry</title><meta property=og:title content=\"Opinion | The lamp of the ferry\">",
            "The lamp of the ferry"
        ),
        (
            "<title>Old bridge falls - Digg</title><meta property=og:title content=\"Old bridge falls\">",
            "Old bridge falls"
        ),
        ("<title>Why old bridges fall so often</title>", "Why old bridges fall so often"),
        (
            "<meta property=\"x:title dc:title\" content=\"Bridges\"><meta property=og:title content=\"Bridges\"><title>B</title>",
            "Bridges"
        ),
    ])
    func `agreement decides on the title`(head: String, title: String) throws {
        #expect(try Self.read(head: head).title == title)
    }

    @Test func `a title element without an end is read in time`() throws {
        let article = try Reading.one(
            "<html><head><meta property=og:title content=\"The lamp - Harbour\"></head><body><h1>The lamp</h1><main>\(Self.text)</main><svg><title>"
                + String(repeating: "a - b | c _ ", count: 50_000),
            name: "a.html")
        #expect(article.title == "The lamp")
    }

    @Test func `a logo is not a title`() throws {
        let article = try Reading.one(
            "<html><head><title>Harbour: the old bridge falls</title></head><body><h1><a href=\"/\">Harbour</a></h1><main>\(Self.text)</main></body></html>",
            name: "a.html")
        #expect(article.title == "Harbour: the old bridge falls")
    }

    @Test(arguments: [
        ("usatoday", "USA Today", "USA Today"), ("@politifact", "PolitiFact", "PolitiFact"),
        ("U.S.", "Harbour News", "Harbour News"),
        ("Harbour News", "harbournews", "Harbour News"),
        ("Harbour News", "Harbour Media", "Harbour News"),
    ])
    func `agreement decides on the outlet`(site: String, publisher: String, outlet: String) throws {
        let article = try Self.read(
            head:
                "<meta property=og:site_name content=\"\(site)\"><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"publisher\": {\"name\": \"\(publisher)\"}}</script>"
        )
        #expect(article.outlet == outlet)
    }

    // MARK: - Wayback

    @Test func `a page of the Wayback Machine gives original addresses`() throws {
        let web = "https://web.archive.org/web/20150303123456"
        let article = try Self.read(
            head: "<link rel=canonical href=\"\(web)/http://river.example/a\">",
            above: "<div id=wm-ipp-base><p>15 captures, 3 Mar 2015 - 4 May 2020</p></div>",
            below:
                "<p>The ferry, see <a href=\"\(web)/http://river.example/b\">the timetable</a>, left at seven, and came back.</p><p><img src=\"\(web)im_/http://river.example/c.jpg\" alt=x></p>"
        )
        #expect(article.url == "http://river.example/a")
        #expect(article.source.contains("(http://river.example/b)"))
        #expect(article.source.contains("(http://river.example/c.jpg)"))
        #expect(!article.source.contains("captures"))
        #expect(article.date == nil)
    }

    @Test(arguments: [
        ("https://a.example/web/2015/http", "https://a.example/web/2015/http"),
        ("https://web.archive.org/web/2015/https://a.example/", "https://a.example/"),
        ("http://a.example/web/20150303123456id_/http://b.example/?q=1", "http://b.example/?q=1"),
        (
            "https://a.example/x/y/web/2015/http://b.example",
            "https://a.example/x/y/web/2015/http://b.example"
        ),
    ])
    func `only addresses of the archive are unwrapped`(address: String, original: String) {
        #expect(WaybackPage.original(of: address) == original)
    }

    // MARK: - What programs write

    @Test(arguments: [
        (
            "<!-- Saved from https://a.example/1 at 2024-05-07T01:02:03Z using monolith v2.8.1 -->",
            "2024-05-07T01:02:03Z"
        ),
        (
            "<!-- Page saved with SingleFile \n url: https://a.example/1 \n saved date: Tue May 07 2024 09:02:03 GMT+0800 (CST)\n-->",
            "2024-05-07T09:02:03+08:00"
        ),
        (
            "<link rel=canonical href=\"https://web.archive.org/web/20240507010203/https://a.example/1\">",
            "2024-05-07T01:02:03Z"
        ),
    ])
    func `the time of a capture is read`(head: String, time: String) throws {
        let article = try Self.read(head: head)
        #expect(article.url == "https://a.example/1")
        #expect(article.frontMatter.first { $0.key == "captured" }?.value == .string(time))
    }

    @Test func `a link to an archived page is not the time of a capture`() throws {
        let article = try Self.read(
            below:
                "<p><a href=\"https://web.archive.org/web/20240507010203/https://b.example/\">x</a></p>"
        )
        #expect(!article.frontMatter.contains { $0.key == "captured" })
    }

    @Test(arguments: ["<![CDATA[ %% ]]>", "/*<![CDATA[*/ %% /*]]>*/", "//<![CDATA[\n%%\n//]]>"])
    func `JSON-LD between CDATA marks is read`(frame: String) throws {
        let data = #"{"@type": "Article", "author": [{"@type": "Person", "name": "Mara Lindt"}]}"#
        let article = try Self.read(
            head:
                "<script type=\"application/ld+json\">\(frame.replacing("%%", with: data))</script>"
        )
        #expect(article.authors == ["Mara Lindt"])
    }

    @Test func `the address behind a name is no part of it`() throws {
        let article = try Self.read(
            head: "<meta name=author content=\"Mara Lindt (https://mara.example/)\">")
        #expect(article.authors == ["Mara Lindt"])
    }

    @Test func `a program's name that is the title is no name of the site`() throws {
        let title = "The lamp of the ferry burns again tonight"
        let article = try Reading.one(
            "<html><head><title>\(title) - Harbour</title><meta property=og:title content=\"\(title)\"><meta name=application-name content=\"\(title)\"></head><body><h1>Good evening</h1><main><h1>\(title)</h1>\(Self.text)</main></body></html>",
            name: "a.html")
        #expect(article.title == title)
    }

    @Test func `a low line in a title is not always a mark`() throws {
        let article = try Reading.one(
            "<html><head><title>新竹尖石_美樹營地賞楓與溫泉兩日遊的完整記錄和心得 (2) :: 某某部落格 ::</title></head><body><main>\(Self.chinese)</main></body></html>",
            name: "a.html")
        #expect(article.title == "新竹尖石_美樹營地賞楓與溫泉兩日遊的完整記錄和心得 (2)")
    }
}
