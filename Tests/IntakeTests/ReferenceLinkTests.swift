import Testing

@testable import Intake

@Suite struct ReferenceLinkTests {
    @Test(arguments: [
        ("看[渡口][1]。\n\n[1]: https://a.example/x", "看[渡口](https://a.example/x)。"),
        ("[1]:https://a.example/x\n\n看[渡口][1]。", "看[渡口](https://a.example/x)。"),
        ("看[渡口][]。\n\n[渡口]: /x", "看[渡口](/x)。"),
        ("看[渡口]。\n\n[渡口]: <x y> \"題\"", "看[渡口](<x y> \"題\")。"),
        ("看[Ferry][ A  b ]。\n\n[a B]: x.md", "看[Ferry](x.md)。"),
        ("看![圖][1]\n\n[1]: a.png", "看![圖](a.png)"),
        ("看[![圖][1]][2]\n\n[1]: a.png\n[2]: b.md", "看[![圖](a.png)](b.md)"),
        ("- [甲][1]\n- 乙\n\n[1]: https://a.example/", "- [甲](https://a.example/)\n- 乙"),
        ("| [甲][1] | 乙 |\n|---|---|\n\n[1]: x.md", "| [甲](x.md) | 乙 |\n| --- | --- |"),
        ("看`[甲][1]`。[乙][1]\n\n[1]: x.md", "看`[甲][1]`。[乙](x.md)"),
        ("看[甲\n乙][1]。\n\n[1]: x.md", "看[甲乙](x.md)。"),
        ("看[甲][1]。\n[1]: x.md", "看[甲](x.md)。"),
        ("看[甲][9]。\n\n[1]: x.md\n\n[乙][1]", "看[甲][9]。\n\n[乙](x.md)"),
        ("註[^1]和[甲][1]。\n\n[^1]: 說明\n[1]: x.md", "註[^1]和[甲](x.md)。\n\n[^1]: 說明"),
    ])
    func `a reference is resolved, wherever its definition is`(body: String, expected: String)
        throws
    {
        let text = "# 標題\n\n" + body + "\n"
        let reading = Intake.read(Source(name: "a.md", bytes: Array(text.utf8)))
        #expect(reading.diagnostics == [])
        let article = try #require(reading.articles.first)
        #expect(String(decoding: article.markdown, as: UTF8.self) == expected + "\n")
    }

    @Test func `an address that no link uses is listed`() throws {
        let article = try Reading.one("# 標題\n\n一段文字。\n\n[b]: https://a.example/b\n")
        #expect(article.dropped.contains { $0.rule == "unused-link" && $0.words.contains("/b") })
    }

    @Test func `a colophon is read and left out`() throws {
        let article = try Reading.one(
            """
            渡口的三種時間
            ======

            渡船每天開兩次，早上一次，晚上一次，風大的時候不開。

            --------------------------------------------------------------------------------

            via: https://a.example/ferry

            作者：[Ada Byron][a] 選題：[lin][b]
            译者：[hebian](https://b.example/hebian)
            校对：[wx](https://b.example/wx)

            本文由 [河邊社](https://b.example/) 原创编译，[渡口網](https://c.example/) 荣誉推出

            [a]: https://a.example/ada
            [b]: https://b.example/lin
            """)
        #expect(article.title == "渡口的三種時間")
        #expect(article.authors == ["Ada Byron"])
        #expect(article.translators == ["hebian"])
        #expect(article.url == "https://a.example/ferry")
        #expect(article.outlet == "渡口網")
        #expect(article.source == "渡船每天開兩次，早上一次，晚上一次，風大的時候不開。\n")
    }

    @Test func `one labelled line without a break stays a line of the article`() throws {
        let article = try Reading.one("# 題\n\n渡船每天開兩次，風大的時候不開。\n\n編輯：請看下一期\n")
        #expect(article.source.contains("編輯：請看下一期"))
    }
}

@Suite struct SourceFrontMatterTests {
    @Test(arguments: [
        ("title: 渡口\ndate: 2024-05-06 10:00:00\ntags:\n- 渡輪\n---\n\n正文。", "渡口", "2024-05-06"),
        ("\n\n---\ntitle: 渡口\ndate: 2024-05-06\n---\n正文。", "渡口", "2024-05-06"),
        ("{\n  \"title\": \"渡口\",\n  \"date\": \"2024-05-06\"\n}\n\n正文。", "渡口", "2024-05-06"),
        ("\"title\": \"渡口\",\n\"date\": \"2024-05-06\"\n;;;\n正文。", "渡口", "2024-05-06"),
        ("title: 渡口\ndate: 2024-05-06\n\n正文。", "渡口", "2024-05-06"),
        ("+++\ntitle = \"渡口\"\ndate = 2024-05-06\n+++\n正文。", "渡口", "2024-05-06"),
    ])
    func `front matter is read in the forms of other programs`(
        text: String, title: String, date: String
    ) throws {
        let article = try Reading.one(text + "\n")
        #expect(article.title == title)
        #expect(article.date?.text.hasPrefix(date) == true)
        #expect(article.source == "正文。\n")
    }

    @Test func `fields in brackets are read`() throws {
        let article = try Reading.one(
            """
            [#]: subject: (The Ferry)
            [#]: via: (https://a.example/ferry)
            [#]: author: (Ada Byron https://a.example/ada)
            [#]: translator: "hebian"
            [#]: reviewer: ( )
            [#]: publisher: (wx)
            [#]: url: ( )

            渡口
            ======

            渡船每天開兩次。
            """)
        #expect(article.title == "渡口")
        #expect(article.authors == ["Ada Byron"])
        #expect(article.translators == ["hebian"])
        #expect(article.url == "https://a.example/ferry")
        #expect(article.outlet == nil)
        #expect(article.source == "渡船每天開兩次。\n")
        #expect(article.frontMatter.map(\.key).contains("original-title"))
    }

    @Test(arguments: [
        "---\n\n正文。\n\n---\n\n完。", "注意: 一\n---\n\n正文。", "{{< note >}}\n正文。", "{a} 是集合。",
        "Title: words\nAuthor: more words\n\n正文。", "[#]: 不是欄位\n\n正文。", "title: only one key\n\n正文。",
        "\n---\n正文。",
    ])
    func `what only resembles front matter is text`(text: String) throws {
        let article = try Reading.one(text + "\n")
        #expect(article.frontMatter.isEmpty)
    }
}
