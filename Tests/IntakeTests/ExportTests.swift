import Testing

@testable import Intake

/// What reading services export, as it comes.
struct ExportTests {
    @Test func `Obsidian's clipper tells in front matter what is known`() throws {
        let article = try Reading.one(
            """
            ---
            title: "河边阅览室"
            source: "https://river.example/1"
            author:
              - "[[林小舟]]"
              - "[[陈一苇]]"
            published: 2024-03-09
            created: 2024-03-10
            tags:
              - "clippings"
            ---
            第一天来了一千二百多人。
            """)
        #expect(article.title == "河边阅览室")
        #expect(article.url == "https://river.example/1")
        #expect(article.authors == ["林小舟", "陈一苇"])
        #expect(article.date?.text == "2024-03-09")
        #expect(article.words == "第一天来了一千二百多人。")
    }

    @Test func `Readwise's list of metadata is read and taken away`() throws {
        let article = try Reading.one(
            """
            # 河边阅览室

            ![rw-book-cover](https://covers.example/0.png)

            ## Metadata
            - Author: [[林小舟]]
            - Full Title: 河边阅览室重新开放
            - Category: #articles
            - URL: https://river.example/1

            ## Full Document
            第一天来了一千二百多人。

            ## Highlights
            - 卡片一张也没有丢。 ([View Highlight](https://read.example/01h))
                - Note: 值得一去
            """)
        #expect(article.title == "河边阅览室重新开放")
        #expect(article.authors == ["林小舟"])
        #expect(article.url == "https://river.example/1")
        #expect(
            article.source
                == "第一天来了一千二百多人。\n\n## Highlights\n\n- 卡片一张也没有丢。\n  - Note: 值得一去\n")
        #expect(article.rules.filter { $0 == "readwise" }.count == 8)
    }

    @Test func `Cubox's links above the text are read and taken away`() throws {
        let article = try Reading.one(
            """
            # 河边阅览室

            [Read in Cubox](https://cubox.pro/my/card?id=7)
            [Read Original](https://river.example/1)

            第一天来了一千二百多人。
            """)
        #expect(article.title == "河边阅览室")
        #expect(article.url == "https://river.example/1")
        #expect(article.words == "第一天来了一千二百多人。")
    }

    @Test func `notes of Zotero keep their quotations and where those stand`() throws {
        let article = try Reading.one(
            "<html><body><div data-schema-version=9><h1>河边阅览室的注释</h1><p><span class=highlight>“第一天来了一千二百多人，比从前任何一天都多。”</span> <span class=citation>(<span class=citation-item>林小舟, 2024, p. 3</span>)</span> 这一句要引用，放在开头的地方。</p></div>",
            name: "note.html")
        #expect(article.title == "河边阅览室的注释")
        #expect(article.words == "“第一天来了一千二百多人，比从前任何一天都多。” (林小舟, 2024, p. 3) 这一句要引用，放在开头的地方。")
    }

    @Test func `highlights in a table become an article a book`() throws {
        let articles = try Reading.all(
            "\"Highlight\",\"Book Title\",\"Book Author\",\"Note\"\n\"修了两年，\n开了门。\",河边阅览室,林小舟,\"读 \"\"两\"\" 遍\"\n老面要喂。,面包店,周以宁,\n卡片没丢。,河边阅览室,林小舟,\n",
            name: "readwise.csv")
        #expect(articles.map(\.title) == ["河边阅览室", "面包店"])
        #expect(articles.map(\.authors) == [["林小舟"], ["周以宁"]])
        #expect(articles[0].source == "> 修了两年，\n> 开了门。\n\n读 \"两\" 遍\n\n> 卡片没丢。\n")
    }

    @Test(arguments: [
        ("Highlight,Book Title,Book Author\n0,", 2, "the row has 2 of 3 fields"),
        (
            "Highlight,Book Title,Book Author\n\"a\nb\",B,C\nd", 4, "the row has 1 of 3 fields"
        ),
    ])
    func `a table that ends early is refused with its line`(
        text: String, line: Int, message: String
    ) {
        let reading = Intake.read(Source(name: "a.csv", bytes: Array(text.utf8)))
        #expect(reading.articles.isEmpty)
        #expect(reading.diagnostics.map(\.id) == ["short-row"])
        #expect(reading.diagnostics.map(\.message) == [message])
        #expect(reading.diagnostics.map { $0.place?.line } == [line])
    }

    @Test(arguments: [
        (
            "pocket.csv", "title,url,time_added,tags,status\nA,https://a.example/1,1,x,unread\n",
            "link-list", "it lists 1 address and contains no article"
        ),
        (
            "ril_export.html",
            "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul><li><a href=https://a.example/1 time_added=1>The first</a></li><li><a href=https://a.example/2>The second</a></li></ul></body></html>",
            "link-list", "it lists 2 addresses and contains no article"
        ),
        ("sums.csv", "a,b\n1,2\n", "table", "the file is a table of 1 rows, not an article"),
    ])
    func `a list of addresses or numbers is no article`(
        name: String, text: String, id: String, message: String
    ) {
        let reading = Intake.read(Source(name: name, bytes: Array(text.utf8)))
        #expect(reading.articles.isEmpty)
        #expect(reading.diagnostics.map(\.id) == [id])
        #expect(reading.diagnostics.map(\.message) == [message])
    }
}

/// Notes and highlights in the forms of other programs.
@Suite struct NoteExportTests {
    @Test func `page properties of Logseq are read and taken away`() throws {
        let article = try Reading.one(
            """
            title:: 渡口 (highlights)
            author:: [[林若水]]
            full-title:: "渡口的三种时间"
            category:: #articles
            url:: https://a.example/ferry

            - Highlights first synced by [[Readwise]]
            \t- 钟每天敲两次，早上一次，晚上一次。
            """)
        #expect(article.title == "渡口的三种时间")
        #expect(article.source == "- 钟每天敲两次，早上一次，晚上一次。\n")
        #expect(article.authors == ["林若水"])
        #expect(article.url == "https://a.example/ferry")
        #expect(!article.source.contains("::"))
        #expect(article.source.contains("钟每天敲两次"))
        #expect(article.rules.count { $0 == "page-property" } == 5)
    }

    @Test func `a sentence with two colons is a sentence`() throws {
        let article = try Reading.one("# 渡口\n\n见 std::vector 的说明，它在这里:: 没有别的意思。\n")
        #expect(article.source.contains("std::vector"))
    }

    @Test func `a note of Zotero is read whole`() throws {
        let reading = Intake.read(
            Source(
                name: "note.html",
                bytes: Array(
                    """
                    <html><head><meta charset="utf-8"><title>Report</title></head><body>
                    <div class="zotero-note znv1"><div data-schema-version="8"><h1>渡口的笔记</h1>
                    <p><span class="highlight">“钟每天敲两次”</span> <span class="citation">(<span class="citation-item">Lin, 2020, p. 5</span>)</span></p>
                    <p>短。</p></div></div></body></html>
                    """.utf8)))
        let article = try #require(reading.articles.first)
        #expect(article.title == "渡口的笔记")
        #expect(article.words == "“钟每天敲两次” (Lin, 2020, p. 5)\n\n短。")
    }
}
