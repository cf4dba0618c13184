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

    @Test(arguments: [
        ("去年四季度的收入", "去年四季度 (2024-Q4)"), ("今年2月上线", "今年2月 (2025-02)"), ("上半年增长", "上半年 (2025-H1)"),
        ("下半年将推出", "下半年 (2024-H2)"), ("第三季度持平", "第三季度 (2024-Q3)"), ("去年全年", "去年全年 (2024)"),
        ("前年下降", "前年 (2023)"), ("上個月發布", "上個月 (2025-04)"),
        ("last year's report", "last year (2024)"),
        ("明年第一季度", "明年第一季度 (2026-Q1)"), ("今年3月5日", "今年3月5日 (2025-03-05)"),
    ])
    func `relative words are resolved from the article's date`(_ text: String, _ shown: String) {
        let bytes = Array(text.utf8)
        let found = RelativePeriod.read(bytes, date: PartialDate(year: 2025, month: 5, day: 8))
        #expect(found.map { $0.words(in: bytes) } == [shown])
    }

    @Test func `plain words are no relative periods`() {
        let bytes = Array("2024年8月的报告写了三个季度，十月怀胎".utf8)
        #expect(RelativePeriod.read(bytes, date: PartialDate(year: 2025)).isEmpty)
    }
}
