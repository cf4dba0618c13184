import Testing

@testable import Intake

@Suite struct FeedTests {
    private static let body = String(repeating: "渡船每天开两次，早上一次，晚上一次。", count: 30)

    private static func reading(_ text: String, _ name: String) -> Intake.Reading {
        Intake.read(Source(name: name, bytes: Array(text.utf8)))
    }

    @Test func `entries of RSS with their text become articles`() throws {
        let reading = Self.reading(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>渡口日报</title><language>zh-CN</language>
            <item><title>新船 &amp; 旧船</title><link>https://a.example/1</link><dc:creator>林若水</dc:creator>
            <pubDate>Mon, 06 May 2024 10:00:00 +0800</pubDate><category>渡轮</category>
            <description>一句话。</description>
            <content:encoded><![CDATA[<p>船长说&#xFF1A;新船很快。</p><p><a href="https://a.example/x">看这里</a></p>]]></content:encoded></item>
            <item><title>只有摘要</title><link>https://a.example/2</link><description>一句话。</description></item>
            <item><title>描述即正文</title><link>https://a.example/3</link><description>&lt;p&gt;\(Self.body)&lt;/p&gt;</description></item>
            </channel></rss>
            """, "feed.xml")
        #expect(reading.articles.map(\.title) == ["新船 & 旧船", "描述即正文"])
        let first = try #require(reading.articles.first)
        #expect(first.authors == ["林若水"])
        #expect(first.date?.text == "2024-05-06")
        #expect(first.url == "https://a.example/1")
        #expect(first.outlet == "渡口日报")
        #expect(first.tags == ["渡轮"])
        #expect(first.source == "船长说：新船很快。\n\n[看这里](https://a.example/x)\n")
        let said = reading.diagnostics.filter { $0.id == "feed-without-text" }
        #expect(said.map(\.severity) == [.warning])
        #expect(said[0].message == "1 of 3 entries of the feed have no text and were not added")
    }

    @Test func `entries of Atom with their text become articles`() throws {
        let reading = Self.reading(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour News</title>
            <author><name>Ada Byron</name></author>
            <entry><title>The boat</title><link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/>
            <published>2024-05-06T10:00:00Z</published>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It came in at <em>dawn</em>.</p></div></content></entry>
            <entry><title>Another</title><link href="https://a.example/2"/><updated>2024-05-07T10:00:00Z</updated>
            <content type="html">&lt;p&gt;It left at noon.&lt;/p&gt;</content></entry></feed>
            """, "feed.atom")
        #expect(reading.articles.map(\.title) == ["The boat", "Another"])
        #expect(reading.articles.map(\.url) == ["https://a.example/1", "https://a.example/2"])
        #expect(reading.articles.map { $0.date?.text } == ["2024-05-06", "2024-05-07"])
        #expect(reading.articles.allSatisfy { $0.authors == ["Ada Byron"] })
        #expect(
            reading.articles.map(\.source) == ["It came in at *dawn*.\n", "It left at noon.\n"])
    }

    @Test func `a feed without text is refused, and it is said why`() {
        let reading = Self.reading(
            "<rss><channel><title>T</title><item><title>A</title><description>Short.</description></item></channel></rss>",
            "feed.xml")
        #expect(reading.articles.isEmpty)
        #expect(reading.diagnostics.first?.id == "feed-without-text")
        #expect(reading.diagnostics.first?.severity == .error)
    }

    @Test(arguments: [
        "<rss", "<rss><channel><item>", "<feed><entry><content type='xhtml'><div>",
        "<rss></feed></rss>",
    ])
    func `a damaged feed is refused without a crash`(text: String) {
        #expect(Self.reading(text, "feed.xml").articles.isEmpty)
    }
}

@Suite struct JSONExportTests {
    private static func reading(_ text: String) -> Intake.Reading {
        Intake.read(Source(name: "export.json", bytes: Array(text.utf8)))
    }

    @Test func `wallabag's entries become articles`() throws {
        let reading = Self.reading(
            #"[{"title":"新船","url":"https://a.example/1","content":"<p>船长说新船很快。</p>","published_at":"2024-05-06 00:00:00","published_by":["林若水"],"domain_name":"a.example","tags":["渡轮"]},{"title":"空","url":"https://a.example/2","content":""}]"#
        )
        let article = try #require(reading.articles.first)
        #expect(reading.articles.count == 1)
        #expect(article.title == "新船")
        #expect(article.authors == ["林若水"])
        #expect(article.date?.text == "2024-05-06")
        #expect(article.tags == ["渡轮"])
        #expect(article.source == "船长说新船很快。\n")
        #expect(reading.diagnostics.map(\.id) == ["entry-without-text"])
    }

    @Test func `Readwise's books become articles of quotes`() throws {
        let reading = Self.reading(
            #"{"count":1,"results":[{"user_book_id":1,"title":"渡口","author":"林若水","source_url":"https://a.example/1","highlights":[{"text":"钟每天敲两次。","note":"早晚"},{"text":"没有人听见。","note":""}]}]}"#
        )
        let article = try #require(reading.articles.first)
        #expect(article.title == "渡口")
        #expect(article.authors == ["林若水"])
        #expect(article.url == "https://a.example/1")
        #expect(article.source == "> 钟每天敲两次。\n\n早晚\n\n> 没有人听见。\n")
    }

    @Test func `a JSON feed is read`() throws {
        let reading = Self.reading(
            #"{"version":"https://jsonfeed.org/version/1.1","title":"日报","items":[{"title":"甲","url":"https://a.example/1","content_html":"<p>一段文字。</p>","date_published":"2024-05-06T08:00:00+08:00","authors":[{"name":"林"}]}]}"#
        )
        #expect(reading.articles.map(\.title) == ["甲"])
        #expect(reading.articles.first?.outlet == "日报")
        #expect(reading.articles.first?.authors == ["林"])
    }

    @Test(arguments: [
        (
            #"[{"title":"A","url":"https://a.example/a"},{"title":"B","url":"https://a.example/b"}]"#,
            "link-list"
        ),
        (
            #"{"roots":{"bar":{"children":[{"name":"A","url":"https://a.example/a"}]}}}"#,
            "link-list"
        ),
        (#"{"list":{"1":{"resolved_url":"https://a.example/a"}}}"#, "link-list"),
        (#"[{"id":"x","type":"book","issued":{},"title":"T"}]"#, "unread-export"),
        (#"{"a":1}"#, "unread-export"), (#"{"a":"#, "damaged-export"), ("[]", "unread-export"),
    ])
    func `what is not read is refused by name`(text: String, id: String) {
        let reading = Self.reading(text)
        #expect(reading.articles.isEmpty)
        #expect(reading.diagnostics.map(\.id) == [id])
    }
}

@Suite struct TruncationTests {
    private static let page =
        "<html><body><article><h1>渡口</h1><p>"
        + String(repeating: "钟每天敲两次，早上一次，晚上一次。", count: 8) + "</p></article></body></html>"

    private static func warc(
        _ body: [UInt8], version: String = "1.0", http: String = "", record: String = "",
        cut: Int = 0
    ) -> [UInt8] {
        let response =
            Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\(http)\r\n".utf8)
            + body
        let head =
            "WARC/\(version)\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\n\(record)Content-Length: \(response.count)\r\n\r\n"
        return Array((Array(head.utf8) + response + Array("\r\n\r\n".utf8)).dropLast(cut))
    }

    private static func chunked(_ complete: Bool) -> [UInt8] {
        let body = Array(page.utf8)
        return Array("\(String(body.count, radix: 16))\r\n".utf8) + body
            + Array("\r\n".utf8) + (complete ? Array("0\r\n\r\n".utf8) : [])
    }

    @Test(
        arguments: [
            ("whole", warc(Array(page.utf8)), nil),
            ("0.17", warc(Array(page.utf8), version: "0.17"), nil),
            ("0.18", warc(Array(page.utf8), version: "0.18"), nil),
            ("cut", warc(Array(page.utf8), cut: 40), "the file ends in the middle of it"),
            (
                "said", warc(Array(page.utf8), record: "WARC-Truncated: length\r\n"),
                "the record says that it was truncated (length)"
            ),
            (
                "segment", warc(Array(page.utf8), record: "WARC-Segment-Number: 1\r\n"),
                "it is divided over several records, of which the first was read"
            ),
            (
                "chunks", warc(chunked(false), http: "Transfer-Encoding: chunked\r\n"),
                "its last chunk is missing"
            ),
            ("all chunks", warc(chunked(true), http: "Transfer-Encoding: chunked\r\n"), nil),
            (
                "promise", warc(Array(page.utf8), http: "Content-Length: 99999\r\n"),
                "it has \(page.utf8.count) of the 99999 bytes that the server promised"
            ),
        ] as [(String, [UInt8], String?)])
    func `a capture that is not complete is read, and it is said what is missing`(
        name: String, bytes: [UInt8], how: String?
    ) {
        let reading = Intake.read(Source(name: "x.warc", bytes: bytes))
        #expect(reading.articles.map(\.title) == ["渡口"], "\(name)")
        let said = reading.diagnostics.filter { $0.id == "truncated-capture" }.map(\.message)
        #expect(said == (how.map { ["the page https://a.example/1 is not complete: \($0)"] } ?? []))
    }

    @Test func `pages of an ARC file are read`() {
        let response =
            Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8) + Array(Self.page.utf8)
        let head = "1 1 Archive\nURL IP-address Archive-date Content-type Archive-length\n"
        let bytes =
            Array(
                "filedesc://x.arc 0.0.0.0 20040506000000 text/plain \(head.utf8.count)\n\(head)\n"
                    .utf8)
            + Array(
                "https://a.example/1 10.0.0.1 20040506000000 text/html \(response.count)\n".utf8)
            + response + Array("\n".utf8)
        let reading = Intake.read(Source(name: "x.arc", bytes: bytes))
        #expect(reading.articles.map(\.title) == ["渡口"])
        #expect(reading.articles.first?.url == "https://a.example/1")
        #expect(reading.diagnostics == [])
        let cut = Intake.read(Source(name: "x.arc", bytes: bytes.dropLast(60)))
        #expect(cut.diagnostics.map(\.id).contains("truncated-capture"))
    }

    @Test(arguments: [
        ("=?utf-8?B?5rih5Y+j?=", "渡口"), ("=?UTF-8?Q?=E6=B8=A1=E5=8F=A3_a?=", "渡口 a"),
        ("=?gb2312?B?tsm/2g==?= x", "渡口 x"), ("=?utf-8?B?5rih?= =?utf-8?B?5Y+j?=", "渡口"),
        ("plain", "plain"), ("=?x", "=?x"), ("=?nope?B?YQ==?=", "=?nope?B?YQ==?="),
    ])
    func `encoded words of a header are decoded`(text: String, decoded: String) {
        #expect(EncodedWords.decoded(text) == decoded)
    }
}
