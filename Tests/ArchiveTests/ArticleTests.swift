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
        #expect(article.aliases == ["old/harbor/"])
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
        #expect(article.aliases == ["2015/winter/"])
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
        #expect(article.aliases == ["2020/winter.html"])
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

    @Test(arguments: [
        (
            "title: [a\ndate: 2025",
            """
            content/articles/x.md:3:5: error: this is no YAML: while parsing a flow sequence, did not find expected \
            ',' or ']' [bad-front-matter] | close the bracket, and part items with commas
            """
        ),
        (
            "title: a: b",
            """
            content/articles/x.md:2:9: error: this is no YAML: mapping values are not allowed in this context \
            [bad-front-matter] | put the value in quotes: a colon and a space begin a new key
            """
        ),
        (
            "title: @home",
            """
            content/articles/x.md:2:8: error: this is no YAML: while scanning for the next token, found character \
            that cannot start any token [bad-front-matter] | put the value in quotes
            """
        ),
        (
            "title: a\ntitle: b",
            """
            content/articles/x.md:2:1: error: `title` is written more than once [bad-front-matter] | keep one of them
            """
        ),
        (
            "title: 标题\ndate: 昨天",
            """
            content/articles/x.md:3:7: error: `昨天` is no date [bad-date] | write it as 2025, 2025-04, 2025-04-08 \
            or 2025-04-08T09:30:00+08:00
            """
        ),
        (
            "{题: 目, tilte: x}",
            "content/articles/x.md:2:12: warning: an article has no key `tilte` [unknown-key] | did you mean `title`?"
        ),
        (
            "title: [a]",
            "content/articles/x.md:2:8: error: `title` is text, not a list [wrong-type]"
        ),
        (
            "draft: perhaps",
            "content/articles/x.md:2:8: error: `draft` is true or false, not text [wrong-type]"
        ),
        (
            "slug: ../../etc/passwd",
            """
            content/articles/x.md:2:7: error: `../../etc/passwd` is no slug: it leads out of its folder [bad-slug] | \
            write one name without slashes, or leave `slug` out: the file name is used
            """
        ),
        (
            "slug: a/b",
            """
            content/articles/x.md:2:7: error: `a/b` is no slug: it holds a slash [bad-slug] | \
            write one name without slashes, or leave `slug` out: the file name is used
            """
        ),
        (
            "slug: \"a\\x01b\"",
            """
            content/articles/x.md:2:7: error: `a\u{FFFD}b` is no slug: it holds a control character [bad-slug] | \
            write one name without slashes, or leave `slug` out: the file name is used
            """
        ),
        (
            "about: [nobody]",
            """
            content/articles/x.md:2:9: error: no entity has the id `nobody` [unknown-entity] | \
            add a file to content/people/, content/products/ or content/organizations/
            """
        ),
        (
            "original: originals/x.html",
            """
            content/articles/x.md:2:1: error: there is no file `content/originals/x.html` [missing-original] | \
            put the captured file back, or remove `original` and `sha256`
            """
        ),
        (
            "lang: Chinese",
            """
            content/articles/x.md:2:7: warning: `Chinese` is no language tag [bad-language] | \
            write a tag as in `zh-Hans`, `zh-Hant`, `en`
            """
        ),
        (
            "url: javascript:alert(1)",
            """
            content/articles/x.md:2:6: warning: `javascript:alert(1)` is no web address [bad-url] | \
            write an address that begins with https://
            """
        ),
        (
            "aliases: [../x]",
            """
            content/articles/x.md:2:11: warning: `../x` is no path of this site [bad-alias] | \
            write the old path, as in `posts/2019/title/`
            """
        ),
    ])
    func `a mistake in front matter is told with its place`(yaml: String, line: String) {
        let archive = load(("articles/x.md", "---\n\(yaml)\n---\nText"))
        #expect(lines(archive) == [line])
        #expect(archive.articles.map(\.slug) == ["x"])
    }

    @Test func `the excerpt is the source line`() {
        let archive = load(("articles/x.md", "---\ntitle: 标题\ndate: 昨天\n---\n"))
        #expect(archive.diagnostics.first { $0.id == "bad-date" }?.place?.excerpt == "date: 昨天")
    }

    @Test func `front matter that does not end is told`() {
        #expect(
            lines(load(("articles/x.md", "---\ntitle: a\n\nText\n"))) == [
                """
                content/articles/x.md:1:1: error: the front matter that begins here does not end [bad-front-matter] \
                | close it with a line of the same three signs
                """
            ])
    }

    @Test func `an empty file and an article without text are told`() {
        #expect(
            lines(load(("articles/a.md", ""), ("articles/b.md", "---\ntitle: b\n---\n \n"))) == [
                """
                content/articles/a.md: warning: this file is empty [empty-file] | \
                write the article, or remove the file
                """,
                """
                content/articles/b.md: warning: this article has no text [empty-article] | \
                write the text below the front matter
                """,
            ])
    }

    @Test func `two articles of one slug are an error that names both`() {
        let archive = load(("articles/a/x.md", "A"), ("articles/b/y.md", "---\nslug: x\n---\nB"))
        #expect(
            lines(archive) == [
                """
                content/articles/b/y.md:2:7: error: two articles have the slug `x` [duplicate-slug] \
                (the other is content/articles/a/x.md) | rename one of the files, or give it a `slug` of its own
                """
            ])
        #expect(archive.articles.count == 1)
    }

    @Test func `broken TOML is told with its line`() {
        let found = lines(load(("articles/x.md", "+++\ntitle = \"a\"\ndate = = 3\n+++\nText")))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("content/articles/x.md:3:") == true)
        #expect(found.first?.contains("error: this is no TOML: ") == true)
    }

    @Test func `aliases of aliases do not explode`() {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            let last = "*a\(level - 1)"
            bomb +=
                "a\(level): &a\(level) [\(Array(repeating: last, count: 9).joined(separator: ", "))]\n"
        }
        for yaml in [bomb, bomb + "? *a11\n: x\n"] {
            #expect(
                lines(load(("articles/x.md", "---\n\(yaml)---\nText"))) == [
                    """
                    content/articles/x.md: error: the aliases (`*name`) of this file stand for too much to be \
                    written out [too-many-aliases] | write the values where they are used
                    """
                ])
        }
    }

    @Test func `deep nesting is refused and not followed`() {
        let deep = String(repeating: "[", count: 100_000)
        let found = lines(load(("articles/x.md", "---\na: \(deep)\n---\nText")))
        #expect(found.count == 1)
        #expect(found.first?.contains("bad-front-matter") == true)
    }
}
