import Archive
import Testing
import Text

@Suite struct ClaimTests {
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
            content/claims/c.yml:3:9: error: `quantitiy` is not a valid kind [unknown-kind] | did you mean `quantity`? Write \
            one of `quantity`, `event`, `statement`, `forecast`, `ranking`
            """
        ),
        (
            "mode: direct", "mode: spoken",
            """
            content/claims/c.yml:12:13: error: `spoken` is not a valid mode [unknown-mode] | write one of `direct`, \
            `indirect`, `report`, `inference`, `rumour`
            """
        ),
        (
            "value: 12 艘", "stance: denys",
            """
            content/claims/c.yml:13:15: error: `denys` is not a valid stance [unknown-stance] | did you mean `denies`? Write \
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
            content/claims/c.yml:6:11: error: `2024 Q4` is not a valid period [bad-period] | write it as "2024", "2024-Q4", \
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
            content/claims/c.yml:16:11: warning: `dispute` is not a valid status [unknown-status] | did you mean `disputed`? \
            Write one of `single-source`, `corroborated`, `reported`, `repeated`, `disputed`, `superseded`
            """
        ),
        (
            "to: boats-2023", "to: boats-2022",
            "content/claims/c.yml:18:20: error: no claim has the id `boats-2022` [unknown-claim] | did you mean `boats-2023`?"
        ),
        (
            "type: updates", "type: update",
            """
            content/claims/c.yml:18:38: error: `update` is not a valid type [unknown-type] | did you mean `updates`? Write \
            one of `updates`, `contradicts`, `supports`, `refines`, `part-of`
            """
        ),
        (
            "basis:", "bassis:",
            "content/claims/c.yml:14:7: warning: unknown key `bassis` in a statement [unknown-key] | did you mean `basis`?"
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

    @Test func `keys without a meaning are kept and handed on`() {
        let archive = archive(
            claims:
                "- {id: a, title: a, color: red, statements: [{article: launch, quote: q, page: 12}]}"
        )
        #expect(lines(archive) == [])
        #expect(archive.claims.map(\.extra) == [["color": .string("red")]])
        #expect(archive.claims.flatMap(\.statements).map(\.extra) == [["page": .int(12)]])
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
}
