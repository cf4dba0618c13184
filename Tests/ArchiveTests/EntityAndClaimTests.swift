import Archive
import Testing
import Text

@Suite struct EntityAndClaimTests {
    @Test func `an entity file is read in full`() throws {
        let archive = load(
            ("articles/launch.md", "Text"),
            ("organizations/acme.md", "---\nname: Acme\n---\n"),
            ("products/boat.md", "---\nname: Boat\n---\n"),
            (
                "products/boat-two.md",
                """
                ---
                name: 小船二
                labels: {zh-Hant: 小船貳, en: Boat Two}
                aliases: [BoatTwo, {text: 船, only-in: [launch]}, {text: 小船, only-in-marks: 《》}]
                not: [小船坞]
                maker: acme
                part-of: boat
                formerly: {id: boat, until: "2024-07"}
                wikidata: Q12
                same-as: [https://example.org/boat]
                color: red
                ---
                Prose about [[acme]].
                """
            ),
            (
                "people/lin.md",
                "---\nname: 林一\naffiliations: [{organization: acme, role: CEO, from: \"2018\"}]\n---\n"
            ))
        #expect(lines(archive) == [])
        let boat = try #require(archive.entity("boat-two"))
        #expect(boat.kind == .product)
        #expect(boat.name == "小船二")
        #expect(boat.labels.map(\.language) == ["en", "zh-Hant"])
        #expect(boat.aliases.map(\.text) == ["BoatTwo", "船", "小船"])
        #expect(boat.aliases.map(\.onlyIn) == [[], ["launch"], []])
        #expect(boat.aliases.map(\.onlyInMarks) == [nil, nil, "《》"])
        #expect(boat.aliases.map(\.place.line) == [4, 4, 4])
        #expect(boat.aliases.map(\.place.column) == [11, 27, 59])
        #expect(boat.not.map(\.value) == ["小船坞"])
        #expect(boat.maker?.value == "acme")
        #expect(boat.partOf?.value == "boat")
        #expect(boat.formerly?.id.value == "boat")
        #expect(boat.formerly?.until == "2024-07")
        #expect(boat.wikidata == "Q12")
        #expect(boat.sameAs == ["https://example.org/boat"])
        #expect(boat.extra == ["color": .string("red")])
        #expect(String(decoding: boat.body, as: UTF8.self) == "Prose about [[acme]].")
        #expect(boat.bodyLine == 13)
        let affiliation = try #require(archive.entity("lin")?.affiliations.first)
        #expect(affiliation.organization.value == "acme")
        #expect(affiliation.role == "CEO")
        #expect(affiliation.from == "2018")
    }

    @Test func `HTML in a name stays text`() {
        let archive = load(("people/x.md", "---\nname: <script>alert(1)</script>\n---\n"))
        #expect(lines(archive) == [])
        #expect(archive.entities.map(\.name) == ["<script>alert(1)</script>"])
    }

    @Test(arguments: [
        (
            "title: x",
            "content/people/x.md:1:1: error: a person needs `name` [missing-key] | write `name: …`, the heading of the page"
        ),
        (
            "name: x\naliases: 5",
            "content/people/x.md:3:10: error: `aliases` is a list, not a number [wrong-type] | write `aliases: [\"…\"]`"
        ),
        (
            "name: x\nalases: [y]",
            "content/people/x.md:3:1: warning: a person has no key `alases` [unknown-key] | did you mean `aliases`?"
        ),
        (
            "name: x\naliases: [{txt: y}]",
            "content/people/x.md:3:11: error: an alias needs `text` [missing-key] | write `{text: …, only-in: […]}`"
        ),
        (
            "name: x\naliases: [{text: y, only-in-marks: 《}]",
            """
            content/people/x.md:3:36: error: `only-in-marks` is one opening and one closing mark [bad-marks] | \
            write them together, as in `only-in-marks: 《》`
            """
        ),
        (
            "name: x\naliases: [{text: y, only-in: [z]}]",
            """
            content/people/x.md:3:18: error: no article has the slug `z` [unknown-article] | \
            the slug is the file name below content/articles/
            """
        ),
        (
            "name: x\nmaker: acne",
            "content/people/x.md:3:8: error: no entity has the id `acne` [unknown-entity] | did you mean `acme`?"
        ),
        (
            "name: x\nlabels: [a]",
            "content/people/x.md:3:9: error: `labels` is a mapping of keys, not a list [wrong-type]"
        ),
        (
            "name: x\nwikidata: Berlin",
            "content/people/x.md:3:11: warning: `Berlin` is no Wikidata item [bad-wikidata] | write the item's number, as in `Q42`"
        ),
        (
            "name: x\npart-of: x",
            "content/people/x.md:3:10: error: `part-of` goes round in a circle: `x` → `x` [part-of-cycle] | remove one of these `part-of` lines"
        ),
    ])
    func `a mistake in an entity file is told with its place`(yaml: String, line: String) {
        let archive = load(
            ("people/x.md", "---\n\(yaml)\n---\n"),
            ("organizations/acme.md", "---\nname: Acme\n---\n"))
        #expect(lines(archive).filter { !$0.contains("`txt`") } == [line])
    }

    @Test func `a circle of parts is shown from its first id and taken apart`() {
        let archive = load(
            ("products/c.md", "---\nname: C\npart-of: a\n---\n"),
            ("products/a.md", "---\nname: A\npart-of: b\n---\n"),
            ("products/b.md", "---\nname: B\npart-of: c\n---\n"),
            ("products/d.md", "---\nname: D\npart-of: c\n---\n"))
        #expect(
            lines(archive) == [
                """
                content/products/a.md:3:10: error: `part-of` goes round in a circle: `a` → `b` → `c` → `a` \
                [part-of-cycle] | remove one of these `part-of` lines
                """
            ])
        #expect(archive.entities.map { $0.partOf?.value } == [nil, nil, nil, "c"])
    }

    @Test func `one id for two entities is an error that names both`() {
        let archive = load(
            ("people/x.md", "---\nname: A\n---\n"), ("products/x.md", "---\nname: B\n---\n"))
        #expect(
            lines(archive) == [
                """
                content/products/x.md: error: two entities have the id `x` [duplicate-id] \
                (the other is content/people/x.md) | rename one of them
                """
            ])
    }

    private let claim = """
        - id: boats-2024
          title: 2024 年造了多少船
          kind: quantity
          subjects: [acme]
          metric: boats
          period: "2024"
          statements:
            - article: launch
              quote: 造了 12 艘船
              before: 去年
              speaker: acme
              mode: direct
              value: 12 艘
              basis: annual report
              rank: preferred
          status: disputed
          note: See *both*.
          relations: [{to: boats-2023, type: updates}]
          color: red
        - id: boats-2023
          title: x
          statements: [{article: launch, quote: 船}]

        """

    private func archive(claims: String) -> Archive {
        load(
            ("articles/launch.md", "Text"), ("organizations/acme.md", "---\nname: Acme\n---\n"),
            (
                "metrics.yml",
                "- {id: boats, title: {en: Boats, zh-Hans: 船}, unit: 艘}\n- {id: boats-growth, unit: percent, growth-of: boats}\n"
            ),
            ("claims/c.yml", claims))
    }

    @Test func `claims are read in full, as a list or below a key`() throws {
        let nested = "claims:\n" + claim.split(separator: "\n").map { "  \($0)\n" }.joined()
        for text in [claim, nested] {
            let archive = archive(claims: text)
            #expect(lines(archive) == [])
            #expect(archive.claims.map(\.id) == ["boats-2023", "boats-2024"])
            let claim = try #require(archive.claim("boats-2024"))
            #expect(claim.kind == .quantity)
            #expect(claim.subjects.map(\.value) == ["acme"])
            #expect(claim.metric?.value == "boats")
            #expect(claim.period?.value == "2024")
            #expect(claim.status == "disputed")
            #expect(claim.note == "See *both*.")
            #expect(claim.relations.map(\.to.value) == ["boats-2023"])
            #expect(claim.relations.map(\.kind) == [.updates])
            #expect(claim.extra == ["color": .string("red")])
            let statement = try #require(claim.statements.first)
            #expect(statement.quote.value == "造了 12 艘船")
            #expect(statement.quote.place.excerpt?.contains("quote: 造了 12 艘船") == true)
            #expect(statement.before == "去年")
            #expect(statement.after == nil)
            #expect(statement.speaker?.value == "acme")
            #expect(statement.mode == .direct)
            #expect(statement.stance == .supports)
            #expect(statement.value?.value == "12 艘")
            #expect(statement.basis == "annual report")
            #expect(statement.rank == .preferred)
            #expect(archive.claim("boats-2023")?.kind == .statement)
        }
    }

    @Test(arguments: [
        (
            "kind: quantity", "kind: quantitiy",
            """
            content/claims/c.yml:3:9: error: `quantitiy` is no kind [unknown-kind] | did you mean `quantity`? Write \
            one of `quantity`, `event`, `statement`, `forecast`, `ranking`
            """
        ),
        (
            "mode: direct", "mode: spoken",
            """
            content/claims/c.yml:12:13: error: `spoken` is no mode [unknown-mode] | write one of `direct`, \
            `indirect`, `report`, `inference`, `rumour`
            """
        ),
        (
            "value: 12 艘", "stance: denys",
            """
            content/claims/c.yml:13:15: error: `denys` is no stance [unknown-stance] | did you mean `denies`? Write \
            one of `supports`, `denies`, `mixed`
            """
        ),
        (
            "subjects: [acme]", "subjects: [acme, acm]",
            "content/claims/c.yml:4:20: error: no entity has the id `acm` [unknown-entity] | did you mean `acme`?"
        ),
        (
            "metric: boats", "metric: ships",
            "content/claims/c.yml:5:11: error: no metric has the id `ships` [unknown-metric] | add it to content/metrics.yml"
        ),
        (
            "period: \"2024\"", "period: 2024 Q4",
            """
            content/claims/c.yml:6:11: error: `2024 Q4` is no period [bad-period] | write it as "2024", "2024-Q4", \
            "2024-08", "2024-08-13" or "2024/2026"
            """
        ),
        (
            "article: launch\n", "article: lunch\n",
            "content/claims/c.yml:8:16: error: no article has the slug `lunch` [unknown-article] | did you mean `launch`?"
        ),
        (
            "quote: 造了 12 艘船\n", "quote:\n",
            "content/claims/c.yml:8:7: error: a statement needs `quote` [missing-key] | write the exact words of the article"
        ),
        (
            "speaker: acme", "speaker: acmee",
            """
            content/claims/c.yml:11:16: warning: no entity has the id `acmee` [unknown-entity] | did you mean \
            `acme`? A speaker without a page is written as a name
            """
        ),
        (
            "status: disputed", "status: dispute",
            """
            content/claims/c.yml:16:11: warning: `dispute` is no status [unknown-status] | did you mean `disputed`? \
            Write one of `single-source`, `corroborated`, `repeated`, `disputed`, `superseded`
            """
        ),
        (
            "to: boats-2023", "to: boats-2022",
            "content/claims/c.yml:18:20: error: no claim has the id `boats-2022` [unknown-claim] | did you mean `boats-2023`?"
        ),
        (
            "type: updates", "type: update",
            """
            content/claims/c.yml:18:38: error: `update` is no type [unknown-type] | did you mean `updates`? Write \
            one of `updates`, `contradicts`, `supports`, `refines`, `part-of`
            """
        ),
        (
            "basis:", "bassis:",
            "content/claims/c.yml:14:7: warning: a statement has no key `bassis` [unknown-key] | did you mean `basis`?"
        ),
        (
            "- id: boats-2023", "- id: boats-2024",
            """
            content/claims/c.yml:20:7: error: two claims have the id `boats-2024` [duplicate-id] \
            (the other is content/claims/c.yml:1) | rename one of them
            """
        ),
        (
            "statements: [{article: launch, quote: 船}]", "statements: []",
            """
            content/claims/c.yml:20:7: error: the claim `boats-2023` has no statements [claim-without-statements] | \
            write under `statements:` the `article` and the `quote` that make the claim
            """
        ),
        (
            "- id: boats-2023\n  title: x\n", "- id: boats-2023\n",
            """
            content/claims/c.yml:20:3: error: a claim needs `title` [missing-key] | \
            write `title: …`, the claim in one sentence
            """
        ),
    ])
    func `a mistake in a claim is told with its place`(right: String, wrong: String, line: String) {
        let archive = archive(claims: claim.replacing(right, with: wrong, maxReplacements: 1))
        #expect(
            lines(archive).filter { !($0.contains("`boats-2023`") && wrong == "- id: boats-2024") }
                == [line])
    }

    @Test func `broken claims do not make their relations wrong`() {
        let archive = load(
            ("articles/launch.md", "Text"), ("claims/a.yml", "- id: [\n"),
            (
                "claims/b.yml",
                "- {id: b, title: b, statements: [{article: launch, quote: q}], relations: [{to: a, type: updates}]}\n"
            ))
        #expect(archive.diagnostics.map(\.id) == ["bad-yaml"])
    }

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
                content/metrics.yml:4:3: error: a metric is a mapping of keys, not a number [wrong-type] | \
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
                content/archive.yml:9:1: warning: `archive.yml` has no key `descripton` [unknown-key] | \
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
