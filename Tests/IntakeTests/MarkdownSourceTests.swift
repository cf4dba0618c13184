import Testing

@testable import Intake

struct MarkdownSourceTests {
    @Test func `a page pasted from a blog keeps its article`() throws {
        let article = try Reading.one(
            """

            # 河边的阅览室，新馆开放演讲实录| 2018 大会 - 河岸网 - CSDN博客


            2018年05月02日 09:30:11[riverside](https://me.blog.example/riverside)阅读数：512


            ![河边的阅览室](http://pics.example/a.jpg)
            5月2日上午，新馆在河边开放，来了三百多人。
            馆长在现场介绍了过去五年的工作，以及那四十箱信件的由来。以下为演讲全文：
            > 第一，我们希望来的人更多一些；

            > 第二，我们希望信都有人读。
            最后，谢谢大家来到这里。
            """, name: "page.txt")
        #expect(article.title == "河边的阅览室，新馆开放演讲实录| 2018 大会")
        #expect(article.outlet == "河岸网")
        #expect(article.date?.text == "2018-05-02")
        #expect(article.language == "zh-Hans")
        #expect(article.rules == ["title", "byline"])
        #expect(
            article.words.split(separator: "\n").map(String.init) == [
                "5月2日上午，新馆在河边开放，来了三百多人。", "馆长在现场介绍了过去五年的工作，以及那四十箱信件的由来。以下为演讲全文：", "第一，我们希望来的人更多一些；",
                "第二，我们希望信都有人读。", "最后，谢谢大家来到这里。",
            ])
    }

    @Test func `a clipped interview loses its wrapping and keeps its words`() throws {
        let article = try Reading.one(
            """
            对话馆长：信不止于纸
            ==========

            [mp.example.com](https://mp.example.com/s/x1)林小河 林小河

            ![](https://clip.example/c/no_upscale()?imageUrl=https%3A%2F%2Fpics.example%2Fa%2F640%3Ffmt%3Djpeg)

            「我们的感受，

            来自纸。」

            作者：林小河

            - 本文首发于河岸周刊 -

            **Q：这一年你怎么样？**

            **A：** 还好，每天都有新的箱子运来，每天都有新的信可以读。
            """)
        #expect(article.title == "对话馆长：信不止于纸")
        #expect(article.authors == ["林小河"])
        #expect(article.outlet == "河岸周刊")
        #expect(article.url == "https://mp.example.com/s/x1")
        #expect(article.rules == ["title", "byline", "byline", "first-published", "image-proxy"])
        #expect(article.source.contains("https://pics.example/a/640?fmt=jpeg"))
        #expect(!article.source.contains("clip.example"))
        #expect(
            article.words.contains("Q：这一年你怎么样？\n\nA： 还好")
                || article.words.contains("Q：这一年你怎么样？\n\nA：还好"))
    }

    @Test(
        arguments: [
            (
                "https://clip.example/c?imageUrl=https%3A%2F%2Fa.example%2Fb.png",
                "https://a.example/b.png"
            ),
            ("https://images.weserv.nl/?url=a.example/b.png&w=3", "https://a.example/b.png"),
            (
                "https://cdn.example/image/fetch/w_1/https%3A%2F%2Fa.example%2Fb(1).png",
                "https://a.example/b%281%29.png"
            ),
            ("https://a.example/b.png?url=about", nil), ("https://a.example/b.png", nil),
            ("b.png?url=https://x.example/", nil),
        ] as [(String, String?)])
    func `proxies of images are unwrapped`(url: String, image: String?) {
        #expect(ImageProxy.unwrap(url) == image)
    }

    @Test func `front matter is taken over with keys that nobody knows`() throws {
        let article = try Reading.one(
            "---\ntitle: The Reading Room\nauthor: Ada Rivers\ndate: 2018-05-02 09:30:00 +0800\nweight: 3\ntopics:\n  - rooms\n---\n\n## By the river\n\nIt is larger now.\n"
        )
        #expect(article.title == "The Reading Room")
        #expect(article.authors == ["Ada Rivers"])
        #expect(article.date?.text == "2018-05-02T09:30:00+08:00")
        #expect(article.words == "By the river\n\nIt is larger now.")
        let file = String(
            decoding: ArticleFile.bytes(of: article, original: "originals/a.md", sha256: "00"),
            as: UTF8.self)
        for line in [
            "title: The Reading Room", "author: Ada Rivers", "weight: 3", "topics: [rooms]",
            "lang: en", "original: originals/a.md",
        ] {
            #expect(file.contains("\n" + line + "\n"))
        }
    }

    @Test func `broken front matter is an error with its line`() {
        let reading = Intake.read(
            Source(name: "a.md", bytes: Array("---\ntitle: [a\n---\nText.\n".utf8)))
        #expect(reading.articles.isEmpty || reading.diagnostics.contains { $0.severity == .error })
        #expect(reading.diagnostics.first?.place?.file == "a.md")
    }

    @Test func `a hashtag line is tags and no heading`() throws {
        let article = try Reading.one("#檔案 #信件\n\n# 閱覽室\n\n它比從前大一倍。\n")
        #expect(article.tags == ["檔案", "信件"])
        #expect(article.title == "閱覽室")
        #expect(article.words == "它比從前大一倍。")
    }

    @Test func `a definition that nothing refers to stays words`() throws {
        let article = try Reading.one(
            "# 阅览室\n\n它比从前大一倍。[一]\n\n[注]: 这是后来加的\n\n[一]: https://a.example/\n\n[^x]: 脚注也在\n")
        #expect(article.words.contains("[注]: 这是后来加的"))
        #expect(article.words.contains("[^x]: 脚注也在"))
        #expect(!article.words.contains("https://a.example"))
    }

    @Test func `code and shortcodes are left as they are`() throws {
        let article = try Reading.one(
            "# Room\n\n{{< figure src=\"a.png\" >}}\n\n```\n# no title\n- End -\n```\n")
        #expect(article.source.contains("{{< figure src=\"a.png\" >}}"))
        #expect(article.source.contains("# no title\n- End -"))
        #expect(article.rules == ["title"])
    }
}
