import Archive
import Testing
import Text

@testable import Annotation

@Suite struct PeriodSpanTests {
    @Test(arguments: [
        ("2024", "2024", PeriodSpan.Relation.same), ("2024-Q1", "2024-01/2024-03", .same),
        ("2024-H2", "2024-Q3/2024-Q4", .same), ("2024-02", "2024-02-01/2024-02-29", .same),
        ("2024-08", "2024-Q3", .within), ("2024", "2024-08-13", .contains),
        ("2023", "2024", .before),
        ("2025-01-01", "2024", .after), ("2024/2026", "2025/2027", .overlaps),
    ])
    func `two periods lie to one another`(_ a: String, _ b: String, _ relation: PeriodSpan.Relation)
        throws
    {
        let one = try #require(PeriodSpan(a))
        let other = try #require(PeriodSpan(b))
        #expect(one.relation(to: other) == relation)
    }

    @Test(arguments: ["2024-13", "2023-02-29", "2026/2024", "", "2024-Q5", "last year"])
    func `what is no period is none`(_ text: String) {
        #expect(PeriodSpan(text) == nil)
    }

    @Test func `the year before keeps its form`() {
        #expect(PeriodSpan("2024-Q4")?.yearBefore == "2023-Q4")
        #expect(PeriodSpan("2024-02-29")?.yearBefore == nil)
    }
}
