import Archive
import Testing
import Text

@Suite struct ArticleMistakeTests {
    @Test(arguments: [
        (
            "title: [a\ndate: 2025",
            """
            content/articles/x.md:2:8: error: invalid YAML: the list in brackets that begins here is not closed \
            [bad-front-matter] | close it, and separate its items with commas
            """
        ),
        (
            "title: \"a\ndate: 2025",
            """
            content/articles/x.md:2:8: error: invalid YAML: the text in quotes that begins here is not closed \
            [bad-front-matter] | close it, and separate its items with commas
            """
        ),
        (
            "title: a\n\tdate: 2025",
            """
            content/articles/x.md:3:1: error: invalid YAML: while scanning a plain scalar, found a tab \
            character that violates indentation [bad-front-matter] | indent with spaces, not with tabs
            """
        ),
        (
            "title: a: b",
            """
            content/articles/x.md:2:9: error: invalid YAML: mapping values are not allowed in this context \
            [bad-front-matter] | put the value in quotes: a colon and a space begin a new key
            """
        ),
        (
            "title: @home",
            """
            content/articles/x.md:2:8: error: invalid YAML: while scanning for the next token, found character \
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
            content/articles/x.md:3:7: error: `昨天` is not a valid date [bad-date] | write it as 2025, 2025-04, 2025-04-08 \
            or 2025-04-08T09:30:00+08:00
            """
        ),
        (
            "{题: 目, tilte: x}",
            "content/articles/x.md:2:12: warning: unknown key `tilte` in an article [unknown-key] | did you mean `title`?"
        ),
        (
            "title: [a]",
            "content/articles/x.md:2:8: error: `title` must be text, not a list [wrong-type]"
        ),
        (
            "draft: perhaps",
            "content/articles/x.md:2:8: error: `draft` must be true or false, not text [wrong-type]"
        ),
        (
            "slug: ../../etc/passwd",
            """
            content/articles/x.md:2:7: error: `../../etc/passwd` is not a valid slug: it points outside its folder [bad-slug] | \
            write one name without slashes, or leave `slug` out: the file name is used
            """
        ),
        (
            "slug: a/b",
            """
            content/articles/x.md:2:7: error: `a/b` is not a valid slug: it contains a slash [bad-slug] | \
            write one name without slashes, or leave `slug` out: the file name is used
            """
        ),
        (
            "slug: page-12.html",
            """
            content/articles/x.md:2:7: error: `page-12.html` is not a valid slug: it is the file name of a list page \
            [bad-slug] | write one name without slashes, or leave `slug` out: the file name is used
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
            content/articles/x.md:2:1: error: the original `content/originals/x.html` does not exist [missing-original] | \
            put the captured file back, or remove `original` and `sha256`
            """
        ),
        (
            "lang: Chinese",
            """
            content/articles/x.md:2:7: warning: `Chinese` is not a valid language tag [bad-language] | \
            write a tag as in `zh-Hans`, `zh-Hant`, `en`
            """
        ),
        (
            "url: javascript:alert(1)",
            """
            content/articles/x.md:2:6: warning: `javascript:alert(1)` is not a valid web address [bad-url] | \
            write an address that begins with https://
            """
        ),
        (
            "date: [2024-01-01]",
            """
            content/articles/x.md:2:7: error: `date` must be a date, not a list [wrong-type] | \
            write one date, as in `date: 2025-04-08`
            """
        ),
        (
            "date: {{date}}",
            """
            content/articles/x.md:2:7: error: `date` is the placeholder `{{date}}` of a template, which nothing has \
            filled in [unfilled-placeholder] | write the value, or remove `date`
            """
        ),
        (
            "lastmod: '{{ now }}'",
            """
            content/articles/x.md:2:10: error: `updated` is the placeholder `{{ now }}` of a template, which nothing has \
            filled in [unfilled-placeholder] | write the value, or remove `updated`
            """
        ),
        (
            "title: {{title}}",
            """
            content/articles/x.md:2:8: error: `title` is the placeholder `{{title}}` of a template, which nothing has \
            filled in [unfilled-placeholder] | write the value, or remove `title`
            """
        ),
        (
            "published: [2024]",
            """
            content/articles/x.md:2:12: error: `published` must be a date, not a list [wrong-type] | \
            write one date, as in `published: 2025-04-08`
            """
        ),
        (
            "created: Monday",
            """
            content/articles/x.md:2:10: warning: `Monday` is not a valid date [bad-date] | write it as 2025, 2025-04, \
            2025-04-08 or 2025-04-08T09:30:00+08:00
            """
        ),
        (
            "captured: yesterday",
            """
            content/articles/x.md:2:11: warning: `yesterday` is not a valid date [bad-date] | write it as 2025, 2025-04, \
            2025-04-08 or 2025-04-08T09:30:00+08:00
            """
        ),
        (
            "summary: \"a\\x08b\"",
            """
            content/articles/x.md:2:10: warning: the value contains the control character U+0008 [control-character] | \
            remove it; the site shows U+FFFD instead
            """
        ),
        (
            "company: Acme",
            """
            content/articles/x.md:2:1: warning: unknown key `company` in an article [unknown-key] | \
            did you mean `outlet`, the publisher, or `about`, the entities it is about?
            """
        ),
        (
            "private: true",
            """
            content/articles/x.md:2:1: warning: unknown key `private` in an article [unknown-key] | \
            did you mean `draft`? The article is published
            """
        ),
        (
            "aliases: [../x]",
            """
            content/articles/x.md:2:11: warning: `../x` is not a valid path of this site [bad-alias] | \
            write the old path, as in `posts/2019/title/`
            """
        ),
    ])
    func `a mistake in front matter is told with its place`(yaml: String, line: String) {
        let archive = load(("articles/x.md", "---\n\(yaml)\n---\nText"))
        #expect(lines(archive) == [line])
        #expect(archive.articles.map(\.slug) == ["x"])
    }

    @Test func `a slug with a control character is refused`() {
        let archive = load(("articles/x.md", "---\nslug: \"a\\x01b\"\n---\nText"))
        #expect(
            lines(archive) == [
                """
                content/articles/x.md:2:7: error: `a\u{FFFD}b` is not a valid slug: it contains a control character \
                [bad-slug] | write one name without slashes, or leave `slug` out: the file name is used
                """,
                """
                content/articles/x.md:2:7: warning: the value contains the control character U+0001 [control-character] \
                | remove it; the site shows U+FFFD instead
                """,
            ])
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
                content/articles/x.md:1:1: error: the front matter that begins here is not closed [bad-front-matter] \
                | close it with a line of the same three characters
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

    @Test func `a file may not have the name of a list's page`() {
        let archive = load(
            ("articles/index.html.md", "A"), ("articles/page-2.html.md", "B"),
            ("articles/page-3.html.md", "---\nslug: three\n---\nC"),
            ("articles/page-.html.md", "D"),
            ("articles/page-4.md", "E"))
        #expect(
            lines(archive) == [
                """
                content/articles/index.html.md: error: `index.html` is not a valid slug: it is the file name of a list page \
                [bad-slug] | rename the file, or give the article a `slug`
                """,
                """
                content/articles/page-2.html.md: error: `page-2.html` is not a valid slug: it is the file name of a list page \
                [bad-slug] | rename the file, or give the article a `slug`
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

    /// Names of months and days, times and zones, as TOML 1.0 has them.
    @Test(arguments: [
        ("2024-05-06", "2024-05-06"), ("2024-05-06T10:00:00", "2024-05-06T10:00:00"),
        ("2024-05-06 10:00:00", "2024-05-06T10:00:00"),
        ("2024-05-06T10:00:00.5", "2024-05-06T10:00:00.5"),
        ("2024-05-06T10:00:00Z", "2024-05-06T10:00:00Z"),
        ("2024-05-06T10:00:00+08:00", "2024-05-06T10:00:00+08:00"),
        ("\"2024-05-06\"", "2024-05-06"),
    ])
    func `a date of TOML has the zone that is written, or none`(written: String, date: String) {
        let archive = load(("articles/x.md", "+++\ndate = \(written)\n+++\nText"))
        #expect(lines(archive) == [])
        #expect(archive.articles.first?.date?.text == date)
    }

    @Test func `bold words and ampersands in YAML are not aliases`() {
        let bold = (1...40).map { "**word\($0)** R&D & *sale* [x] (y) {z} ? a" }.joined(
            separator: " ")
        let archive = load(("articles/x.md", "---\ntitle: A\nsummary: |\n  \(bold)\n---\nText"))
        #expect(lines(archive) == [])
    }

    @Test func `an embargo and an expiry leave an article out, and are told`() {
        let text = { (key: String) in "---\ntitle: A\n\(key)\n---\nText" }
        var archive = load(
            ("articles/a.md", text("publishDate: 2030-01-01")),
            ("articles/b.md", text("publishDate: 2026-12-01")),
            ("articles/c.md", text("expiryDate: 2026-12-01")),
            ("articles/d.md", text("expiryDate: 2030-01-01")))
        archive.removeDrafts()
        #expect(archive.articles.count == 4)
        archive.removeDrafts(today: PartialDate("2026-12-01"))
        #expect(archive.articles.map(\.slug).sorted() == ["b", "d"])
        #expect(
            lines(archive) == [
                """
                content/articles/a.md: note: this article is left out until 2030-01-01, its `publishDate` \
                [not-yet-published] | build with `--drafts` to see it
                """,
                """
                content/articles/c.md: note: this article is left out since 2026-12-01, its `expiryDate` [expired] | \
                build with `--drafts` to see it
                """,
            ])
    }

    /// toml++ ends the program at these.
    @Test(arguments: [
        ("a = 1\n[$x]", ":3:2: error: invalid TOML: the name of a table is missing"),
        ("a = 1\n[[ $]]", ":3:4: error: invalid TOML: the name of a table is missing"),
        (
            "date = 2024-05-06Tomorrow",
            ":2:18: error: invalid TOML: the time after the date is not complete"
        ),
        (
            "date = 2024-05-06T",
            ":2:18: error: invalid TOML: the time after the date is not complete"
        ),
        ("x = [1, {a = 2]]", ":2:15: error: invalid TOML: this bracket closes one of another kind"),
        ("x = [1,}", ":2:8: error: invalid TOML: this bracket closes one of another kind"),
        (
            "x = [2024-05-06 2]",
            ":2:16: error: invalid TOML: the time after the date is not complete"
        ),
        (
            "x = [2024-05-06t, 1]",
            ":2:16: error: invalid TOML: the time after the date is not complete"
        ),
    ])
    func `TOML that its reader cannot survive is told`(toml: String, expected: String) {
        let found = lines(load(("articles/x.md", "+++\n\(toml)\n+++\nText")))
        #expect(found.count == 1 && found[0].contains(expected), "\(found)")
    }

    @Test func `strings and comments of TOML may look like its mistakes`() {
        let toml =
            "a = \"2024-05-06T\" # 2024-05-06T\nb = '''\n[$x]\n'''\nc = [\n1]\n[d]\ne = \"\\\"[\""
        #expect(lines(load(("articles/x.md", "+++\n\(toml)\n+++\nText"))) == [])
    }

    @Test func `broken TOML is told with its line`() {
        let found = lines(load(("articles/x.md", "+++\ntitle = \"a\"\ndate = = 3\n+++\nText")))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("content/articles/x.md:3:") == true)
        #expect(found.first?.contains("error: invalid TOML: ") == true)
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
                    content/articles/x.md: error: the aliases (`*name`) of this file expand to too many values \
                    [too-many-aliases] | write the values where they are used
                    """
                ])
        }
    }

    @Test func `a long file without aliases is no bomb`() {
        let list = Array(repeating: "x", count: 210_000).joined(separator: ",")
        #expect(lines(load(("articles/x.md", "---\nrows: [\(list)]\n---\nText"))).isEmpty)
    }

    @Test func `deep nesting is refused and not followed`() {
        let deep = String(repeating: "[", count: 100_000)
        let found = lines(load(("articles/x.md", "---\na: \(deep)\n---\nText")))
        #expect(found.count == 1)
        #expect(found.first?.contains("bad-front-matter") == true)
    }
}
