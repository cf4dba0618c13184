import Testing

@testable import Intake

/// Pages that are no article, hold several, or only a part of one.
struct PageProblemTests {
    static func read(_ body: String, title: String = "渡口") -> Intake.Reading {
        Intake.read(
            Source(
                name: "page.html",
                bytes: Array(
                    "<!DOCTYPE html><html><head><meta charset=utf-8><title>\(title)</title></head><body>\(body)</body></html>"
                        .utf8)))
    }

    @Test(arguments: [
        (
            "Just a moment...",
            "<h2>Checking if the site connection is secure</h2><p>It needs to review the security of your connection before proceeding."
        ),
        ("404 Not Found", "<center><h1>404 Not Found</h1></center>"),
        ("百度安全验证", "<p>网络不给力，请稍后重试，或者拖动滑块完成验证。</p>"),
    ])
    func `what a server shows instead of a page is no article`(title: String, body: String) {
        let reading = Self.read(body, title: title)
        #expect(reading.articles.isEmpty)
        #expect(
            reading.diagnostics.map(\.message) == [
                "the page says `\(title)` instead of showing an article"
            ])
    }

    @Test func `a thread of a forum is no article, and shows what it may be`() {
        let posts = (1...4).map {
            "<div id=post_\($0)><div>用户\($0) 发表于 2024-3-\($0)</div><div id=postmessage_\($0)>\(HTMLSample.body)</div></div>"
        }
        let reading = Self.read("<h1>渡口</h1><div id=postlist>\(posts.joined())</div>")
        #expect(reading.articles.isEmpty)
        #expect(
            reading.diagnostics.map(\.message) == [
                "no article found: the page looks like a forum thread"
            ])
        #expect(reading.diagnostics.first?.notes.count == 3)
        #expect(reading.diagnostics.first?.notes.allSatisfy { $0.hasPrefix("candidate `") } == true)
    }

    @Test func `a list of links names the list`() {
        let rows = (1...30).map {
            "<tr><td><a href=/t/\($0)>第\($0)个帖子，问阅览室几点关门</a></td><td>\($0)</td></tr>"
        }
        let reading = Self.read("<h1>读书版</h1><table id=list>\(rows.joined())</table>")
        #expect(
            reading.diagnostics.map(\.message) == [
                "no article found: the page looks like a list of links"
            ])
        #expect(reading.diagnostics.first?.notes.isEmpty == false)
    }

    @Test func `a question for consent is no article`() {
        let reading = Self.read(
            "<div><h1>We value your privacy</h1><p>We and our partners store or access information on a device, such as cookies, and process personal data.</p></div>"
        )
        #expect(reading.articles.isEmpty)
        #expect(reading.diagnostics.map(\.id) == ["no-article"])
    }

    @Test func `the beginning of an article before a login is told as that`() {
        let reading = Self.read(
            "<article><h1>渡口</h1><p>\(HTMLSample.paragraphs[0])</p><div class=paywall><form><input type=password></form></div></article>"
        )
        #expect(reading.articles.count == 1)
        #expect(
            reading.diagnostics.map(\.message) == [
                "the page asks you to log in; the article may be only the beginning"
            ])
    }

    @Test func `NULs are left out, of the title too`() throws {
        let reading = Self.read(
            "<article>\(HTMLSample.body.replacing("，", with: "，\0"))</article>", title: "渡口\0的灯")
        #expect(reading.articles.map(\.title) == ["渡口的灯"])
        #expect(reading.articles.first?.words == HTMLSample.paragraphs.joined(separator: "\n\n"))
        #expect(reading.diagnostics.map(\.message) == ["8 NULs were left out"])
    }

    static func post(_ title: String, _ number: Int) -> String {
        "<article><h2><a href=/posts/\(number)>\(title)</a></h2><time datetime=2024-03-0\(number)></time>\(HTMLSample.body)\(HTMLSample.body)\(HTMLSample.body)</article>"
    }

    @Test func `the page of one article with the next one behind it gives the first`() {
        let reading = Self.read(
            "<main>\(Self.post("末班渡船加开", 1))\(Self.post("石桥", 2))</main>", title: "末班渡船加开 - 河边日报")
        #expect(reading.articles.map(\.title) == ["末班渡船加开"])
        #expect(
            reading.diagnostics.map(\.message) == [
                "the page holds 1 more article, which is left out"
            ])
        #expect(reading.diagnostics.first?.notes == ["`石桥`"])
    }

    @Test func `posts of which none is the page's own become an article each`() {
        let page =
            "<base href=https://river.example/><main>\(Self.post("渡口", 1))\(Self.post("石桥", 2))\(Self.post("夜市", 3))</main>"
        let reading = Intake.read(
            Source(
                name: "a.html",
                bytes: Array(
                    "<html><head><meta charset=utf-8><title>河边的博客</title><link rel=canonical href=https://river.example/></head><body>\(page)"
                        .utf8)))
        #expect(reading.diagnostics == [])
        #expect(reading.articles.map(\.title) == ["渡口", "石桥", "夜市"])
        #expect(reading.articles.map(\.date?.text) == ["2024-03-01", "2024-03-02", "2024-03-03"])
        #expect(
            reading.articles.map(\.url) == (1...3).map { "https://river.example/posts/\($0)" })
        let whole = Intake.read(
            Source(name: "a.html", bytes: Array(page.utf8)),
            options: Intake.Options(isOneArticle: true))
        #expect(whole.articles.count == 1)
    }

    @Test(arguments: ["<td>", "<rt>", "<path>", "<g>"])
    func `what nests in drawings and formulas is read`(tag: String) throws {
        for root in ["svg", "math"] {
            let reading = Self.read(
                "<\(root)>" + String(repeating: tag, count: 50_000) + "</\(root)>" + HTMLSample.body
            )
            #expect(
                reading.diagnostics.allSatisfy {
                    $0.severity != .error || $0.id == "no-article" || $0.id == "empty-page"
                })
        }
    }

    @Test func `icons without closing tags do not hide what is around the article`() {
        let icons = String(repeating: "<svg><path d=M0 /><path d=M1 /></svg>", count: 600)
        let reading = Self.read(
            "\(icons)<div class=article-body>\(HTMLSample.body)</div><div class=related><a href=/1>JUNK</a></div>"
        )
        #expect(reading.articles.first?.words == HTMLSample.paragraphs.joined(separator: "\n\n"))
    }

    @Test func `unclosed formatting is not repeated for ever`() throws {
        let fonts = (0..<60).map { "<font color=\($0)>" }.joined()
        let html = "<p>" + fonts + String(repeating: "<p>x", count: 30_000)
        #expect(MarkupGuard.guarded(Array(html.utf8)).count < html.utf8.count + 1000)
        let tree = HTMLTree(parsing: Array(html.utf8))
        #expect(tree.nodes.count < 400_000)
    }

    @Test(arguments: ["<a href='/LONG'><div>", "<p><a href='/LONG'>"])
    func `a long address is not written in every paragraph`(start: String) throws {
        let html =
            start.replacing("LONG", with: String(repeating: "x", count: 5000))
            + String(repeating: "<p>Ein Satz, noch einer.", count: 2000)
        let markdown = HTMLMarkdownTests.markdown(html)
        #expect(markdown.utf8.count < 2_000_000)
        #expect(markdown.components(separatedBy: "Ein Satz, noch einer.").count == 2001)
    }

    @Test func `a page with too much markup is refused, pictures in it do not count`() {
        let words = HTMLSample.body
        let picture =
            "<img src='data:image/png;base64," + String(repeating: "A", count: 21 << 20) + "'>"
        #expect(Self.read(words + picture).articles.count == 1)
        let reading = Self.read(words + String(repeating: "<p>word", count: 3_100_000))
        #expect(
            reading.diagnostics.map(\.message) == [
                "the page has 20 MB of markup; up to 20 MB are read"
            ])
    }
}
