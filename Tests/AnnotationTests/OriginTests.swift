import Archive
import TestSupport
import Testing
import Text

@testable import Annotation

@Suite struct OriginTests {
    static let place = ClaimLedgerTests.place

    /// One statement: article, its origin, the statement's own origin, speaker, basis.
    struct Row: Sendable {
        var article: String
        var articleOrigin: String?
        var origin: String?
        var speaker: String?
        var basis: String?

        init(
            _ article: String, _ articleOrigin: String? = nil, own origin: String? = nil,
            by speaker: String? = nil, from basis: String? = nil
        ) {
            (self.article, self.articleOrigin, self.origin) = (article, articleOrigin, origin)
            (self.speaker, self.basis) = (speaker, basis)
        }
    }

    static func sample(_ rows: [Row], dates: [String: PartialDate] = [:]) -> SampleArchive {
        var slugs: [String] = []
        for row in rows where !slugs.contains(row.article) { slugs.append(row.article) }
        var sample = SampleArchive(slugs.map { ($0, "下雨了。") })
        for row in rows {
            let index = slugs.firstIndex(of: row.article) ?? 0
            sample.archive.articles[index].origin = row.articleOrigin
            sample.archive.articles[index].date = dates[row.article]
        }
        var claim = ClaimLedgerTests.claim("rain", [])
        claim.statements = rows.map { row in
            var statement = ClaimLedgerTests.statement(row.article, "下雨了")
            statement.origin = row.origin.map { Located($0, at: place) }
            statement.speaker = row.speaker.map { Located($0, at: place) }
            statement.basis = row.basis
            return statement
        }
        sample.archive.claims = [claim]
        sample.archive.buildLookup()
        return sample
    }

    static func status(_ rows: [Row]) -> ClaimStatus {
        let sample = sample(rows)
        return ClaimLedger(sample.archive, sample.texts).claims[0].status
    }

    @Test(arguments: [
        ([Row("a", "x")], ClaimStatus.singleSource),
        ([Row("a", "x"), Row("a", own: "y")], .singleSource),
        ([Row("a", "x"), Row("b", "x")], .repeated),
        ([Row("a", "电话会"), Row("b", "電話會")], .repeated),
        ([Row("a", "Earnings  Call"), Row("b", " earnings call ")], .repeated),
        ([Row("a", "x"), Row("b", "y")], .corroborated),
        ([Row("a"), Row("b")], .reported),
        ([Row("a", "x"), Row("b")], .reported),
        ([Row("a", "x"), Row("b", "x"), Row("c")], .reported),
        ([Row("a", "x"), Row("b", "y"), Row("c")], .corroborated),
        ([Row("a", ""), Row("b", " ")], .reported),
        ([Row("a", "x"), Row("b", "x", own: "y")], .corroborated),
        ([Row("a", own: "x"), Row("b", own: "X")], .repeated),
        (
            [Row("a", by: "lin", from: "2024 report"), Row("b", by: "lin", from: "2024 report")],
            .repeated
        ),
        ([Row("a", by: "lin", from: "2024 report"), Row("b", by: "lin")], .reported),
        ([Row("a", "x", by: "lin", from: "r"), Row("b", "y", by: "Lin", from: "R")], .repeated),
        (
            [Row("a", "x", by: "lin", from: "r"), Row("b", "y", by: "chen", from: "r")],
            .corroborated
        ),
        (
            [Row("a", "x", by: "lin", from: "r"), Row("b", by: "lin", from: "r"), Row("c", "y")],
            .corroborated
        ),
    ])
    func `only known and different origins corroborate`(_ rows: [Row], _ expected: ClaimStatus) {
        #expect(Self.status(rows) == expected)
        #expect(Self.status(rows.reversed()) == expected)
    }

    @Test func `the status is that of a naive model, whatever the order`() {
        var random = SeededGenerator(seed: 18)
        let origins: [String?] = [nil, nil, "x", "X", "y", "z", ""]
        let people: [String?] = [nil, nil, "lin", "chen"]
        for _ in 0..<2000 {
            var ofArticle: [String: String?] = [:]
            for slug in ["a", "b", "c", "d"] {
                ofArticle[slug] = origins.randomElement(using: &random) ?? nil
            }
            let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ -> Row in
                let slug = ["a", "b", "c", "d"].randomElement(using: &random) ?? "a"
                return Row(
                    slug, ofArticle[slug] ?? nil,
                    own: Int.random(in: 0..<4, using: &random) == 0
                        ? origins.randomElement(using: &random) ?? nil : nil,
                    by: people.randomElement(using: &random) ?? nil,
                    from: people.randomElement(using: &random) ?? nil)
            }
            let expected = NaiveOrigins.status(rows)
            #expect(Self.status(rows) == expected, "\(rows)")
            #expect(Self.status(rows.shuffled(using: &random)) == expected, "\(rows)")
        }
    }

    @Test func `the status at the last date is the status`() throws {
        var random = SeededGenerator(seed: 81)
        let origins: [String?] = [nil, "x", "y"]
        for _ in 0..<300 {
            var dates: [String: PartialDate] = [:]
            for slug in ["a", "b", "c"] where Int.random(in: 0..<5, using: &random) > 0 {
                dates[slug] = PartialDate(year: Int.random(in: 2020...2023, using: &random))
            }
            let rows = ["a", "b", "c"].map {
                Row($0, origins.randomElement(using: &random) ?? nil)
            }
            var sample = Self.sample(rows, dates: dates)
            if Bool.random(using: &random) {
                sample.archive.claims[0].statements[1].stance = .denies
            }
            let claim = ClaimLedger(sample.archive, sample.texts).claims[0]
            if dates.isEmpty { continue }
            #expect(claim.history.steps.last?.status == claim.status)
        }
    }

    @Test func `the history names the statement that changed the status`() {
        let rows = [Row("a", "x"), Row("b"), Row("c", "y")]
        let dates = [
            "a": PartialDate(year: 2024, month: 3), "b": PartialDate(year: 2024, month: 5, day: 2),
            "c": PartialDate(year: 2025),
        ]
        let sample = Self.sample(rows, dates: dates)
        let steps = ClaimLedger(sample.archive, sample.texts).claims[0].history.steps
        #expect(steps.map(\.date.text) == ["2024-03", "2024-05-02", "2025"])
        #expect(steps.map(\.status) == [.singleSource, .reported, .corroborated])
        #expect(steps.map(\.statement) == [0, 1, 2])
    }

    @Test func `check lists claims that an origin would change and spellings of one origin`() {
        var sample = Self.sample([
            Row("a", "Q3 earnings call"), Row("b"), Row("c", "Q3 earning call"),
        ])
        var both = ClaimLedgerTests.claim(
            "both", ["a", "b"].map { ClaimLedgerTests.statement($0, "下雨了") })
        both.statements.append(ClaimLedgerTests.statement("b", "下雨了"))
        var none = both
        none.id = "none"
        sample.archive.articles.append(sample.archive.articles[1])
        sample.archive.articles[3].slug = "d"
        none.statements[0] = ClaimLedgerTests.statement("d", "下雨了")
        sample.archive.claims = [none, both]
        sample.archive.buildLookup()
        let ledger = ClaimLedger(sample.archive, sample.texts)
        let found = OriginCheck.diagnostics(sample.archive, ledger.claims)
        #expect(found.map(\.id) == ["unknown-origin", "similar-origins"])
        #expect(
            found[0].message
                == "2 claims are reported by several articles, but their origins are not all known")
        #expect(
            found[0].notes == [
                "content/claims/rain.yml:4: `both` needs the origin of one of `b`",
                "content/claims/rain.yml:4: `none` needs the origin of two of `d`, `b`",
            ])
        #expect(
            found[1].message
                == "the origins `Q3 earnings call` and `Q3 earning call` are nearly the same")
        sample.archive.articles[2].origin = "Q4 earnings call"
        #expect(
            OriginCheck.diagnostics(sample.archive, ledger.claims).map(\.id) == ["unknown-origin"])
    }
}

/// The status by pairwise comparison of all statements.
enum NaiveOrigins {
    static func status(_ rows: [OriginTests.Row]) -> ClaimStatus {
        func origin(_ row: OriginTests.Row) -> String? {
            for text in [row.origin, row.articleOrigin] {
                if let text, !text.isEmpty { return text.lowercased() }
            }
            return nil
        }
        func isSame(_ a: OriginTests.Row, _ b: OriginTests.Row) -> Bool {
            if let x = origin(a), x == origin(b) { return true }
            if origin(a) == nil, origin(b) == nil, a.article == b.article { return true }
            return a.speaker != nil && a.speaker == b.speaker && a.basis != nil
                && a.basis == b.basis
        }
        var groups: [[OriginTests.Row]] = []
        for row in rows {
            let near = groups.filter { group in group.contains { isSame($0, row) } }
            groups.removeAll { group in group.contains { isSame($0, row) } }
            groups.append(near.flatMap { $0 } + [row])
        }
        if Set(rows.map(\.article)).count < 2 { return .singleSource }
        let known = groups.count { group in group.contains { origin($0) != nil } }
        if known > 1 { return .corroborated }
        return groups.count == 1 ? .repeated : .reported
    }
}
