import Archive
import Testing
import Text

@testable import Annotation

@Suite struct ClaimCourseTests {
    private static let place = ClaimLedgerTests.place

    private static func measured(_ id: String, _ period: String, _ subjects: [String]) -> Claim {
        var claim = Claim(id: id, place: place, title: id, kind: .quantity)
        claim.metric = Located("rain", at: place)
        claim.period = Located(period, at: place)
        claim.subjects = subjects.map { Located($0, at: place) }
        return claim
    }

    @Test func `claims of one measure stand in the order of their periods`() {
        let claims = [
            Self.measured("a", "2024-Q4", ["x", "y"]), Self.measured("b", "2023", ["y", "x"]),
            Self.measured("c", "2024", ["x", "y"]), Self.measured("d", "2025", ["x", "y"]),
            Self.measured("e", "2025", ["x"]), Self.measured("f", "2025-Q1", ["x", "y"]),
        ]
        let series = MeasureSeries(claims)
        #expect(series.claims(with: 0) == [1, 0, 2, 5, 3])
        #expect(series.claims(with: 4) == [4])
        #expect(series.later(than: 1) == [2, 3])
        #expect(series.later(than: 0) == [5])
        #expect(series.later(than: 3).isEmpty)
    }

    @Test func `who has changed is told from who disagrees`() throws {
        var sample = SampleArchive([("old", "雨会停。"), ("new", "雨不会停。"), ("other", "雨会停。")])
        sample.archive.articles[0].date = PartialDate(year: 2024, month: 5)
        sample.archive.articles[1].date = PartialDate(year: 2025, month: 3)
        sample.archive.articles[2].outlet = "harbour"
        var claim = Claim(id: "rain", place: Self.place, title: "rain", kind: .statement)
        var (first, second, third) = (
            ClaimLedgerTests.statement("old", "雨会停"),
            ClaimLedgerTests.statement("new", "雨不会停", stance: .denies),
            ClaimLedgerTests.statement("other", "雨会停")
        )
        first.speaker = Located("lin", at: Self.place)
        second.speaker = Located("lin", at: Self.place)
        claim.statements = [second, third, first]
        sample.archive.buildLookup()
        let course = try #require(StanceCourse(claim, sample.archive))
        #expect(
            course.holders == [
                .init(name: .speaker("lin"), statements: [2, 0], isChanged: true),
                .init(name: .outlet("harbour"), statements: [1], isChanged: false),
            ])
        #expect(course.holders(of: .denies, in: claim).map(\.name) == [.speaker("lin")])
        third.stance = .denies
        claim.statements = [second, third]
        #expect(StanceCourse(claim, sample.archive) == nil)
        first.rank = .deprecated
        claim.statements = [second, first]
        #expect(StanceCourse(claim, sample.archive) == nil)
    }

    @Test func `a quote over two paragraphs is told as such`() {
        var sample = SampleArchive("早上下了雨。\n\n中午雨停了。\n")
        sample.archive.claims = [
            ClaimLedgerTests.claim("rain", [ClaimLedgerTests.statement("a", "下了雨。中午雨停了")])
        ]
        #expect(
            ClaimLedger(sample.archive, sample.texts).diagnostics.map { $0.rendered() } == [
                """
                content/claims/rain.yml:4:14: error: this quote runs over several paragraphs of article `a` [orphan-quote]
                      quote: x
                             ^
                  note: the first paragraph ends with: 下了雨。
                  help: quote words of one paragraph; give the others a statement of their own
                """
            ])
    }

    @Test func `values in another unit corroborate nothing`() {
        var sample = SampleArchive([("a", "收入3亿元。"), ("b", "收入占8%。")])
        var claim = Claim(id: "c", place: Self.place, title: "c", kind: .quantity)
        claim.statements = [
            ClaimLedgerTests.statement("a", "收入3亿元"), ClaimLedgerTests.statement("b", "收入占8%"),
        ]
        sample.archive.claims = [claim]
        sample.archive.buildLookup()
        #expect(ClaimLedger(sample.archive, sample.texts).claims[0].status == .singleSource)
    }
}
