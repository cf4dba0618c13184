import Archive
import Markup
import Testing
import Text

@testable import Annotation

@Suite struct ClaimCheckTests {
    private static let place = ClaimLedgerTests.place

    private func claim(_ id: String, _ quote: String, value: String? = nil, line: Int = 4) -> Claim
    {
        var claim = Claim(
            id: id, place: .init(file: "content/claims/c.yml", line: line), title: id,
            kind: .quantity)
        claim.metric = Located("cost", at: Self.place)
        var statement = ClaimLedgerTests.statement("a", quote)
        statement.value = value.map { Located($0, at: Self.place) }
        claim.statements = [statement]
        return claim
    }

    private func check(_ claims: [Claim], metrics: [String] = ["cost"]) -> [String] {
        var sample = SampleArchive("x")
        sample.add("orchard", ["果园"])
        sample.archive.claims = claims
        sample.archive.metrics = metrics.map {
            var metric = Metric(
                id: $0, place: .init(file: "content/metrics.yml", line: 2), titles: ["en": $0])
            metric.unit = $0 == "share" ? "percent" : "CNY"
            return metric
        }
        sample.archive.buildLookup()
        let ledger = ClaimLedger(
            sample.archive, ArticleTexts(count: 0) { _ in MarkdownDocument("") })
        let claims = ClaimCheck.diagnostics(sample.archive, ledger.comparisons) { _ in "" }
        let found = ledger.diagnostics + claims
        return found.map {
            "\($0.severity.rawValue): \($0.message) [\($0.id)] \($0.notes.joined(separator: "; ")) | \($0.help ?? "")"
        }
    }

    @Test func `a quote with several quantities of the metric's unit asks which is meant`() {
        #expect(
            check([claim("c", "营收3亿元，利润5亿元")]) == [
                "warning: the quote contains 2 quantities that could be meant [several-quantities] the first one is used: 3亿元 | add `value: 3亿元`, or the words that are meant"
            ])
        #expect(check([claim("c", "营收3亿元，利润5亿元", value: "5亿元")]).isEmpty)
        // The value before a change is not meant.
        #expect(check([claim("c", "从3亿元增至5亿元")]).isEmpty)
    }

    @Test func `a sign that contradicts its words is reported`() {
        #expect(
            check([claim("c", "花费下降-5元")]).contains(
                "warning: `下降-5元` falls and has a minus sign: it may mean either direction [contradictory-sign] it is read as a fall | look at the article again; if the article is wrong, note it as `sic`"
            ))
    }

    @Test func `a value in another unit than its metric is reported`() {
        #expect(
            check([claim("c", "花费3亿元，占5%", value: "5%")]).contains { $0.contains("[other-unit]") })
    }

    @Test func `a value that is no quantity is reported`() {
        #expect(
            check([claim("c", "花了很多", value: "很多")]) == [
                "warning: `很多` cannot be read as a quantity [unreadable-value]  | see what is read with `variorum quantities 很多`"
            ])
    }

    @Test func `a number beyond computing is reported`() {
        #expect(
            check([claim("c", "花了10^400元")]) == [
                "warning: `10^400元` is too large or has too many digits to be compared [absurd-quantity]  | compare it by hand, and explain it in the claim's `note`"
            ])
    }

    @Test func `two claims of one subject, metric and period are one`() {
        var first = claim("a", "3亿元", line: 3)
        first.subjects = [Located("orchard", at: Self.place)]
        first.period = Located("2024", at: Self.place)
        var second = first
        second.id = "b"
        second.place.line = 9
        #expect(
            check([first, second]) == [
                "warning: the claim `b` has the subject, metric and period of `a` [duplicate-claim] the other is content/claims/c.yml:3 | move its statements to the other claim, so that they are compared, or say how the claims differ in `period`"
            ])
    }

    @Test func `a speaker without a page and a metric without a claim are noted`() {
        var spoken = claim("c", "3亿元")
        spoken.statements[0].speaker = Located("园长", at: Self.place)
        #expect(
            check([spoken], metrics: ["cost", "yield"]) == [
                "note: the speaker `园长` is not an entity of this archive [unknown-speaker]  | a name is fine; a page of its own needs a file in content/people/ or content/organizations/",
                "note: no claim uses the metric `yield` [unused-metric]  | remove it, or name it as the `metric` of a claim",
            ])
        spoken.statements[0].speaker = Located("orchard", at: Self.place)
        #expect(check([spoken]).isEmpty)
    }

    @Test func `claims that update each other in a circle are reported`() {
        var first = claim("a", "3亿元", line: 3)
        var second = claim("b", "4亿元", line: 9)
        first.relations = [Claim.Relation(to: Located("b", at: Self.place), kind: .updates)]
        second.relations = [Claim.Relation(to: Located("a", at: Self.place), kind: .updates)]
        #expect(
            check([first, second]).first
                == "warning: the claim `a` updates a claim that updates it [update-circle] none of them counts as superseded | keep `updates` only in the later of the two"
        )
        #expect(check([first, second]).count == 2)
    }

    @Test func `a period is one however it is written`() {
        var first = claim("a", "3亿元", line: 3)
        first.subjects = [Located("orchard", at: Self.place)]
        first.period = Located("2024-Q1", at: Self.place)
        var second = first
        second.id = "b"
        second.place.line = 9
        second.period = Located("2024-01/2024-03", at: Self.place)
        #expect(check([first, second]).count == 1)
        second.period = Located("2024-02/2024-04", at: Self.place)
        #expect(check([first, second]).isEmpty)
    }

    @Test(arguments: [
        ("花了0元", "note: `0元` is zero [odd-quantity]"),
        ("花了-3亿元", "note: `-3亿元` is negative money [odd-quantity]"),
        (
            "占百分之两百",
            "note: `百分之两百` is more than the whole, and its metric is not a growth rate [odd-quantity]"
        ),
        ("比上年多百分之两百", ""), ("增长125%", ""), ("占99%", ""), ("花了3亿元", ""),
    ])
    func `a number that is hardly meant is noted`(_ quote: String, _ expected: String) {
        var odd = claim("c", quote)
        if quote.contains("百分") || quote.contains("%") {
            odd.metric = Located("share", at: Self.place)
        }
        let found = check([odd], metrics: ["cost", "share"]).filter {
            !$0.contains("unused-metric")
        }
        #expect(found.allSatisfy { $0.hasPrefix(expected) && !expected.isEmpty })
        #expect(found.count == (expected.isEmpty ? 0 : 1))
    }

    @Test func `a quote of another period than its claim's is reported`() {
        var other = claim("c", "2023年花了3亿元")
        other.period = Located("2024", at: Self.place)
        #expect(
            check([other]) == [
                "warning: the quote is about another period than the claim, which is for 2024 [other-period] it says 2023年 (2023) | move the statement to a claim for that period, or correct the claim's `period`"
            ])
        other.period = Located("2023-Q4", at: Self.place)
        #expect(check([other]).isEmpty)
        other.period = Located("2024", at: Self.place)
        other.statements[0].quote.value = "2023年的2倍，花了3亿元"
        #expect(check([other]).isEmpty)
    }

    @Test func `what leads into a circle or out of it is in none`() {
        func updating(_ id: String, _ others: [String]) -> Claim {
            var claim = claim(id, "3亿元")
            claim.relations = others.map {
                Claim.Relation(to: Located($0, at: Self.place), kind: .updates)
            }
            return claim
        }
        let claims = [
            updating("a", ["b"]), updating("b", ["c"]), updating("c", ["b", "d"]),
            updating("d", []),
        ]
        var ids: [String: Int] = [:]
        for (index, claim) in claims.enumerated() { ids[claim.id] = index }
        #expect(UpdateCycles.members(claims, ids) == [1, 2])
        var sample = SampleArchive("3亿元")
        sample.archive.claims = claims
        sample.archive.buildLookup()
        let ledger = ClaimLedger(sample.archive, sample.texts)
        #expect(
            ledger.claims.map(\.status) == [.singleSource, .superseded, .singleSource, .superseded])
    }
}
