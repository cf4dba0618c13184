import Archive
import Testing
import Text

@Suite struct ArticleTests {
    /// The one article of an archive that holds `text`, which must be without a diagnostic.
    private func article(_ text: String, path: String = "articles/harbor.md") throws -> Article {
        let archive = load((path, text))
        #expect(lines(archive) == [])
        return try #require(archive.articles.first)
    }

    @Test func `our own front matter is read in full`() throws {
        let archive = load(
            ("people/lin.md", "---\nname: 林一\n---\n"),
            (
                "articles/2025/harbor.md",
                """
                ---
                title: 港口的清晨
                date: 2025-04-08
                updated: 2025-04-09T10:00:00+08:00
                authors: [林一, Ann Lee]
                outlet: harbor-news
                url: https://example.org/a?b=1
                lang: zh-Hans
                translators: [Bo]
                tags: [港口, 清晨]
                origin: 记者会
                about: [lin]
                summary: 一句话。
                aliases: [/old/harbor/]
                draft: true
                shelf: 3
                ---

                正文。

                """
            ))
        #expect(lines(archive) == [])
        let article = try #require(archive.article("harbor"))
        #expect(article.title == "港口的清晨")
        #expect(article.date?.text == "2025-04-08")
        #expect(article.updated?.text == "2025-04-09T10:00:00+08:00")
        #expect(article.authors == ["林一", "Ann Lee"])
        #expect(article.outlet == "harbor-news")
        #expect(article.url == "https://example.org/a?b=1")
        #expect(article.language == "zh-Hans")
        #expect(article.translators == ["Bo"])
        #expect(article.tags == ["港口", "清晨"])
        #expect(article.origin == "记者会")
        #expect(article.about.map(\.value) == ["lin"])
        #expect(article.summary == "一句话。")
        #expect(article.aliases.map(\.value) == ["old/harbor/"])
        #expect(article.isDraft)
        #expect(article.extra == ["shelf": .int(3)])
        #expect(String(decoding: article.body, as: UTF8.self) == "\n正文。\n")
        #expect(article.bodyLine == 18)
    }

    @Test(arguments: [
        ("# A **bold** [step](x.html)\n\nText", "A bold step"),
        ("Text\n\nHeading two\n---\n", "Heading two"),
        ("```\n# no\n```\n\n## Yes ##\n", "Yes"),
        ("#元宝\n\n没有标题的文章", "harbor"),
        ("---\n\nA rule, then text\n\n---\n", "harbor"),
    ])
    func `a missing title is the first heading, else the file name`(text: String, title: String)
        throws
    {
        #expect(try article(text).title == title)
    }

    @Test func `a thematic break on the first line is no front matter`() throws {
        for text in [
            "---\n\nText\n\n---\n", "---\nText of a story\n---\nMore", "---\nText\n", "***\nText\n",
        ] {
            let article = try article(text)
            #expect(String(decoding: article.body, as: UTF8.self) == text)
            #expect(article.bodyLine == 1)
        }
    }

    @Test(arguments: [
        "---\n---\nText\n", "---\ntitle: x\n...\nText\n", "---  \ntitle: x\n---\t\nText\n",
    ])
    func `front matter may be empty or end in dots`(text: String) throws {
        #expect(String(decoding: try article(text).body, as: UTF8.self) == "Text\n")
    }

    @Test func `line ends and a byte order mark are taken away`() throws {
        let text = "\u{FEFF}---\r\ntitle: x\r\n---\r\nA\rB\r\n\r\nC"
        let article = try article(text)
        #expect(article.title == "x")
        #expect(String(decoding: article.body, as: UTF8.self) == "A\nB\n\nC")
        #expect(article.bodyLine == 4)
    }

    @Test func `a Jekyll post takes its date and slug from its file name`() throws {
        let article = try article(
            "---\nlayout: post\nauthor: Ann\ncategories: news\ntags: [a, b]\npublished: false\n---\nText",
            path: "articles/2019-03-05-first-words.md")
        #expect(article.slug == "first-words")
        #expect(article.date?.text == "2019-03-05")
        #expect(article.authors == ["Ann"])
        #expect(article.tags == ["a", "b", "news"])
        #expect(article.isDraft)
        #expect(article.extra == ["layout": .string("post")])
    }

    @Test func `two Jekyll posts of one name keep their dates in their slugs`() {
        let archive = load(
            ("articles/2019-03-05-notes.md", "A"), ("articles/2020-03-05-notes.md", "B"))
        #expect(lines(archive) == [])
        #expect(archive.articles.map(\.slug) == ["2020-03-05-notes", "2019-03-05-notes"])
    }

    @Test func `a Hugo post in TOML is read as it comes`() throws {
        let article = try article(
            """
            +++
            title = "Winter"
            date = 2015-07-22T10:00:00Z
            lastmod = 2016-01-02
            draft = false
            tags = ["sea", "ice"]
            url = "/2015/winter/"
            weight = 5
            [params]
            color = "blue"
            +++
            Text
            """, path: "articles/winter/index.md")
        #expect(article.slug == "winter")
        #expect(article.title == "Winter")
        #expect(article.date?.text == "2015-07-22T10:00:00Z")
        #expect(article.updated?.text == "2016-01-02")
        #expect(article.tags == ["sea", "ice"])
        #expect(article.aliases.map(\.value) == ["2015/winter/"])
        #expect(article.url == nil)
        #expect(article.extra == ["weight": .int(5), "params": .map(["color": .string("blue")])])
    }

    @Test func `a clipped note of Obsidian is read as it comes`() throws {
        let article = try article(
            """
            ---
            title: "On ships"
            source: "https://example.org/ships"
            author:
              - "[[Ann Lee]]"
              - "[[people/bo|Bo Li]]"
            published: 2024-11-02
            created: 2025-01-03
            description: "Short."
            tags: #clipping #sea/cold
            cssclasses: [wide]
            ---
            Text
            """)
        #expect(article.url == "https://example.org/ships")
        #expect(article.authors == ["Ann Lee", "Bo Li"])
        #expect(article.date?.text == "2024-11-02")
        #expect(article.captured == "2025-01-03")
        #expect(article.summary == "Short.")
        #expect(article.tags == ["clipping", "sea/cold"])
        #expect(article.isDraft == false)
    }

    @Test func `a Hexo post is read as it comes`() throws {
        let article = try article(
            """
            ---
            title: 冬
            date: 2020-01-02 03:04:05
            updated: 2020/2/3
            categories:
              - [随笔, 冬]
              - 旅行
            tags: 海, 冰
            permalink: /2020/winter.html
            ---
            冬天来了。
            """)
        #expect(article.date?.text == "2020-01-02T03:04:05")
        #expect(article.updated?.text == "2020-02-03")
        #expect(article.tags == ["海", "冰", "随笔", "冬", "旅行"])
        #expect(article.aliases.map(\.value) == ["2020/winter.html"])
        #expect(article.language == "zh-Hans")
    }

    @Test func `values that look like something else stay the text that was written`() throws {
        let article = try article(
            "---\ntitle: 007\nauthor: 1984\ntags: [2024, true, 1.50]\n---\nText")
        #expect(article.title == "007")
        #expect(article.authors == ["1984"])
        #expect(article.tags == ["2024", "true", "1.50"])
    }

    @Test func `articles stand newest first and the undated last`() {
        let archive = load(
            ("articles/a.md", "A"), ("articles/b.md", "---\ndate: 2024\n---\nB"),
            ("articles/c.md", "---\ndate: 2024-02-03\n---\nC"), ("articles/d.md", "D"))
        #expect(archive.articles.map(\.slug) == ["c", "b", "a", "d"])
    }

    @Test func `a file name of two hundred bytes with a colon and an emoji is a slug`() {
        let name = "a: b 🌊 " + String(repeating: "长", count: 62)
        let archive = load(("articles/\(name).md", "Text"))
        #expect(lines(archive) == [])
        #expect(archive.articles.map(\.slug) == [name])
    }
}
