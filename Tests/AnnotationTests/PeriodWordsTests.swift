import Archive
import Testing

@testable import Annotation

@Suite struct PeriodWordsTests {
    private static let spring = PartialDate(year: 2025, month: 5, day: 8)

    private func read(_ text: String, _ date: PartialDate? = Self.spring) -> [PeriodWords] {
        PeriodWords.read(Array(text.utf8), date: date)
    }

    @Test(arguments: [
        ("去年四季度的收入", "去年四季度 (2024-Q4)"), ("今年2月上线", "今年2月 (2025-02)"), ("上半年增长", "上半年 (2025-H1)"),
        ("第三季度持平", "第三季度 (2024-Q3)"), ("去年全年", "去年全年 (2024)"), ("前年下降", "前年 (2023)"),
        ("大前年下降", "大前年 (2022)"), ("上個月發布", "上個月 (2025-04)"), ("明年第一季度", "明年第一季度 (2026-Q1)"),
        ("今年3月5日", "今年3月5日 (2025-03-05)"), ("6月月活三千", "6月 (2024-06)"),
        ("3月5日上市", "3月5日 (2025-03-05)"),
        ("第四季度尤其多，后来将会更多", "第四季度 (2024-Q4)"), ("電話會說第四季度多了", "第四季度 (2024-Q4)"),
        ("下半年将推出", "下半年 (2025-H2)"), ("預計12月開業", "12月 (2025-12)"), ("上季度少了", "上季度 (2025-Q1)"),
        ("本季度多了", "本季度 (2025-Q2)"), ("昨日開業", "昨日 (2025-05-07)"), ("去年底关门", "去年底 (2024-12)"),
        ("今年前三个季度", "今年前三个季度 (2025-Q1/2025-Q3)"), ("前2个月", "前2个月 (2025-01/2025-02)"),
        ("截至去年底", "截至去年底 (2024-12-31)"), ("今年Q1的花费", "今年Q1 (2025-Q1)"),
        ("last year's report", "last year (2024)"),
        ("Sales rose last quarter.", "last quarter (2025-Q1)"),
        ("in the fourth quarter of last year", "the fourth quarter of last year (2024-Q4)"),
        ("the second half was poor", "the second half (2024-H2)"),
        ("as of last month, 300", "as of last month (2025-04-30)"),
        ("on Oct. 21 it rained", "Oct. 21 (2024-10-21)"),
        ("since March 3rd", "March 3rd (2025-03-03)"),
        ("in October it rained", "October (2024-10)"),
        ("third-quarter sales", "third-quarter (2024-Q3)"),
        ("less than a year ago", "a year ago (2024)"), ("一年前上线", "一年前 (2024)"),
        ("上年的收入", "上年 (2024)"), ("a year earlier", "a year earlier (2024)"),
    ])
    func `relative words are resolved from the article's date`(_ text: String, _ shown: String) {
        let found = read(text)
        #expect(found.map { $0.words(in: Array(text.utf8)) } == [shown])
        #expect(found.allSatisfy { $0.isRelative })
        #expect(read(text, nil).isEmpty)
    }

    @Test(arguments: [
        ("2024年第四季度", "2024-Q4"), ("2024年8月的报告", "2024-08"), ("2024年8月13日", "2024-08-13"),
        ("截至2024年6月的用户", "2024-06-30"), ("2024Q3净利", "2024-Q3"), ("2023年度报告", "2023"),
        ("2024年前三季度", "2024-Q1/2024-Q3"), ("2024年底", "2024-12"), ("2024上半年没有年字", ""),
        ("in Q4 2024", "2024-Q4"), ("in 2024 it rained", "2024"),
        ("the first half of 2023", "2023-H1"), ("Nov. 8, 2018", "2018-11-08"),
        ("on 21 October 2018", "2018-10-21"), ("by October 2018", "2018-10"),
        ("Sept 2020", "2020-09"),
    ])
    func `a period with its year needs no date`(_ text: String, _ period: String) {
        let found = read(text, nil)
        #expect(found.map(\.period) == (period.isEmpty ? [] : [period]))
        #expect(found.allSatisfy { !$0.isRelative })
    }

    @Test(arguments: [
        "写了三个季度，十月怀胎", "2000多人", "前三名", "四季如春", "35天里更新30次", "去年同期", "part one", "aq3", "2024",
        "第三方", "11.5月", "the halfway house",
    ])
    func `plain words are no periods`(_ text: String) {
        #expect(read(text).isEmpty)
    }

    @Test(arguments: [
        ("2024年资本开支767亿元，比上年多221%", ["2024", "2023"]),
        ("2022年卖出3万辆，次年卖出5万辆", ["2022", "2023"]),
        ("2021年第三季度亏损，上年第三季度盈利", ["2021-Q3", "2020-Q3"]),
        ("2021年亏损。上年的情况更好", ["2021", "2024"]),
        ("In 2019 sales fell, after growth in the previous year", ["2019", "2018"]),
        ("In 2019 sales fell. Profit was lower a year earlier", ["2019", "2024"]),
        ("In 2019 sales fell from last year", ["2019", "2024"]),
    ])
    func `a relative word counts from the period in force, then from the date`(
        _ text: String, _ periods: [String]
    ) {
        #expect(read(text).map(\.period) == periods)
    }

    @Test(arguments: [
        ("Sales rose last week", "last week"), ("fiscal 2018 was good", "fiscal 2018"),
        ("2024财年收入", "2024财年"), ("上周发布", "上周"),
    ])
    func `what the date does not settle is left as written`(_ text: String, _ words: String) {
        let bytes = Array(text.utf8)
        let found = PeriodWords.all(bytes, date: Self.spring)
        #expect(found.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [words])
        #expect(found.allSatisfy { $0.isOpen && $0.period.isEmpty })
        #expect(read(text).isEmpty)
    }

    @Test(arguments: ["the march of 300", "300 may come", "dec", "octopus 12"])
    func `a month's name needs a day, a year or a word of time`(_ text: String) {
        #expect(read(text).isEmpty)
    }

    @Test func `a period that something is compared with is not what the words are about`() {
        #expect(read("比去年多20%").map(\.isBase) == [true])
        #expect(read("2023年的1.92倍").map(\.isBase) == [true])
        #expect(read("more than last year").map(\.isBase) == [true])
        #expect(read("去年的收入").map(\.isBase) == [false])
        #expect(PeriodWords.only(Array("今年比去年多20%".utf8), date: Self.spring) == "2025")
        #expect(PeriodWords.only(Array("去年3亿，今年5亿".utf8), date: Self.spring) == nil)
    }

    @Test func `a date without a month leaves open what takes one`() {
        let year = PartialDate(year: 2025)
        #expect(read("上个月", year).isEmpty)
        #expect(read("3月", year).isEmpty)
        #expect(read("昨天", PartialDate(year: 2025, month: 3)).isEmpty)
        #expect(read("去年", year).map(\.period) == ["2024"])
    }

    @Test func `days count through months and leap years`() {
        #expect(
            read("昨日", PartialDate(year: 2024, month: 3, day: 1)).map(\.period) == ["2024-02-29"])
        #expect(
            read("明天", PartialDate(year: 2024, month: 12, day: 31)).map(\.period) == ["2025-01-01"])
        #expect(PeriodSpan("2024-02")?.lastDay == "2024-02-29")
        #expect(PeriodSpan("2023/2024")?.lastDay == "2024-12-31")
    }
}
