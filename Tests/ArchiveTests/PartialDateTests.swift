import Archive
import Testing

@Suite struct PartialDateTests {
    @Test(arguments: [
        ("2025", "2025"), ("2025-04", "2025-04"), ("2025-04-08", "2025-04-08"),
        ("2025-4-8", "2025-04-08"),
        ("2025/4/8", "2025-04-08"), ("2025.04.08", "2025-04-08"), ("20250408", "2025-04-08"),
        ("2025年4月8日", "2025-04-08"), ("2025年4月", "2025-04"), ("2025年", "2025"),
        ("2025-04-08T09:30:00+08:00", "2025-04-08T09:30:00+08:00"),
        ("2025-04-08T09:30:00.250Z", "2025-04-08T09:30:00.250Z"),
        ("2025-04-08 10:00:00", "2025-04-08T10:00:00"), ("2025-04-08 10:00", "2025-04-08T10:00:00"),
        ("2012-05-16 16:15:33 -0400", "2012-05-16T16:15:33-04:00"), (" 2025-04-08 ", "2025-04-08"),
        ("2024-02-29", "2024-02-29"),
    ])
    func `is read as people and programs write it`(written: String, text: String) {
        #expect(PartialDate(written)?.text == text)
    }

    @Test(arguments: [
        "", "yesterday", "2025-13", "2025-02-30", "2023-02-29", "2025-04-08x",
        "2025-04-08T25:00:00", "25-04-08",
        "2025-", "2025-04/08", "0000", "2025-04-08 10:00:00 CET",
    ])
    func `is refused when it is no day of the calendar`(written: String) {
        #expect(PartialDate(written) == nil)
    }

    @Test func `a coarser date comes before the finer ones it holds`() {
        let dates = ["2025-04-08T10:00:00", "2026", "2025", "2025-04-08", "2025-04"].compactMap {
            PartialDate($0)
        }
        #expect(
            dates.sorted().map(\.text) == [
                "2025", "2025-04", "2025-04-08", "2025-04-08T10:00:00", "2026",
            ])
    }
}
