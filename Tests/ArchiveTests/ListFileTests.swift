import Archive
import Testing
import Text

@Suite struct ListFileTests {
    @Test func `metrics and outlets are read and checked`() {
        let archive = load(
            (
                "metrics.yml",
                "- {id: a, title: 收入, unit: CNY}\n- {id: b, growth-of: c}\n- {title: x}\n- 5\n"
            ),
            (
                "outlets.yml",
                "harbor: {name: Harbor News, url: https://example.org/, labels: {zh-Hans: 港口报}}\nbay: {}\n"
            ))
        #expect(
            lines(archive) == [
                "content/metrics.yml:2:22: error: no metric has the id `c` [unknown-metric] | add it to content/metrics.yml",
                "content/metrics.yml:3:3: error: a metric needs `id` [missing-key] | write `id: …`, one short name",
                """
                content/metrics.yml:4:3: error: a metric must be `key: value` pairs, not a number [wrong-type] | \
                write `- id: …` with the other keys below it
                """,
                "content/outlets.yml:2:1: error: an outlet needs `name` [missing-key] | write `name: …`, as readers know it",
            ])
        #expect(archive.metric("a")?.titles == ["zh-Hans": "收入"])
        #expect(archive.outlet("harbor")?.labels == ["zh-Hans": "港口报"])
    }

    @Test func `settings are read and checked`() {
        let archive = load(
            (
                "archive.yml",
                """
                title: 港口档案
                description: D
                language: zh_CN
                base-url: https://example.org/x
                author: Ann
                menu: [{title: About, url: pages/about/}]
                feed-size: 30
                theme: dark
                descripton: typo
                """
            ))
        #expect(
            lines(archive) == [
                """
                content/archive.yml:9:1: warning: unknown key `descripton` in `archive.yml` [unknown-key] | \
                did you mean `description`?
                """
            ])
        #expect(archive.settings.title == "港口档案")
        #expect(archive.settings.language == "zh-Hans")
        #expect(archive.settings.baseURL == "https://example.org/x/")
        #expect(archive.settings.menu.map(\.title) == ["About"])
        #expect(archive.settings.feedSize == 30)
        #expect(archive.settings.extra["theme"] == .string("dark"))
    }

    @Test func `without settings the site speaks the language of most articles`() {
        let archive = load(
            ("articles/a.md", "港口的早晨来了"), ("articles/b.md", "海邊的風車轉動著"),
            ("articles/c.md", "風來了，門開著"),
            ("articles/d.md", "123"))
        #expect(archive.settings.language == "zh-Hant")
        #expect(archive.articles.map(\.language) == ["zh-Hans", "zh-Hant", "zh-Hant", "zh-Hant"])
    }

    @Test func `decisions about an article are read and checked`() throws {
        let archive = load(
            ("articles/launch.md", "Text"), ("organizations/acme.md", "---\nname: Acme\n---\n"),
            (
                "annotations/launch.yml",
                """
                text-sha256: abc
                reject: [{text: 字, quote: 八个字}, 苹果]
                accept: [{text: A, entity: acme}, {text: B}, {text: C, entity: acmo}]
                sic: [{quote: 误, correct: 正, note: misprint}]
                notes: [{quote: 此, note: "*See*"}]
                """
            ), ("annotations/gone.yml", "reject: [x]\n"))
        #expect(
            lines(archive) == [
                """
                content/annotations/gone.yml: error: no article has the slug `gone` [unknown-article] | \
                the slug is the file name below content/articles/
                """,
                """
                content/annotations/launch.yml:3:35: error: an accepted mention needs `entity` [missing-key] | \
                write the id of the entity that is meant
                """,
                "content/annotations/launch.yml:3:64: error: no entity has the id `acmo` [unknown-entity] | did you mean `acme`?",
            ])
        let decisions = try #require(archive.decisions["launch"])
        #expect(decisions.textSHA256?.value == "abc")
        #expect(decisions.reject.map(\.text.value) == ["字", "苹果"])
        #expect(decisions.reject.map(\.quote?.value) == ["八个字", nil])
        #expect(decisions.accept.map(\.entity?.value) == ["acme"])
        #expect(decisions.sic.map(\.correct) == ["正"])
        #expect(decisions.notes.map(\.note) == ["*See*"])
        #expect(archive.decisions["gone"] == nil)
    }

    @Test func `pages keep their folder and their title`() {
        let archive = load(
            ("pages/about/us.md", "# Who we are\n"), ("pages/x.md", "---\ntitle: X\n---\n"))
        #expect(lines(archive) == [])
        #expect(archive.pages.map(\.path) == ["about/us", "x"])
        #expect(archive.pages.map(\.title) == ["Who we are", "X"])
    }
}
