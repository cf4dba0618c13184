import Testing

@testable import Intake

@Suite struct PDFTests {
    private static func text(_ pages: [String], title: String = "", author: String = "") -> PDFText
    {
        PDFText(
            "<html><head><title>\(title)</title>\n<meta name=\"Author\" content=\"\(author)\"/>\n<meta name=\"CreationDate\" content=\"2024-05-06T01:02:03Z\"/></head><body>\n<pre>\n"
                + pages.map { $0 + "\u{C}" }.joined() + "</pre></body></html>")
    }

    @Test func `pages become paragraphs with an anchor for each page`() {
        let pages = Self.text(
            [
                "渡口的钟\n\n钟每天敲两次，\n早上一次。\n\nThe old har-\nbour was\nquiet.\n\n1\n",
                "灯在傍晚 &lt;亮&gt; 起来。\n\n2\n",
            ], author: "林若水")
        let article = pages.article(Source(name: "a.pdf", bytes: []))
        #expect(article.title == "渡口的钟")
        #expect(article.authors == ["林若水"])
        #expect(article.date == nil)
        #expect(article.dateGuess?.date.text == "2024-05-06")
        #expect(
            article.source
                == "<a id=\"page-1\"></a>钟每天敲两次，早上一次。\n\nThe old harbour was quiet.\n\n<a id=\"page-2\"></a>灯在傍晚 \\<亮> 起来。\n"
        )
        #expect(article.dropped.map(\.words).sorted() == ["1", "2", "渡口的钟"].sorted())
    }

    @Test func `lines that most pages have at their edge are left out and listed`() {
        let pages = Self.text(
            (1...4).map {
                "河岸周刊 第 \($0) 页\n\n第\($0)页的文字在这里，和别的都不同\(String(repeating: "字", count: $0))。\n"
            },
            title: "标题")
        let article = pages.article(Source(name: "a.pdf", bytes: []))
        #expect(article.rules.count { $0 == "page-edge" } == 4)
        #expect(!article.words.contains("河岸周刊"))
    }

    @Test(arguments: [
        (["", ""], false), (["words of the page that are long enough"], true), ([], false),
    ])
    func `a scanned file has no text`(pages: [String], hasText: Bool) {
        #expect(Self.text(pages).hasText == hasText)
    }

    @Test func `without pdftotext it is said what to install`() throws {
        let reading = try PDFConverter.read(
            Source(name: "a.pdf", bytes: Array("%PDF-1.4".utf8)), search: "/nowhere")
        #expect(reading.articles.isEmpty)
        #expect(reading.diagnostics.map(\.id) == ["no-converter"])
        #expect(reading.diagnostics[0].message.contains("pdftotext"))
    }
}
