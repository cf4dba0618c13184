import Archive
import Markup
import Testing
import Text

@testable import Annotation

@Suite struct QuoteFinderTests {
    /// The quoted words as they stand in the article, or what is wrong.
    static func find(
        _ markdown: String, _ quote: String, before: String? = nil, after: String? = nil
    ) -> String {
        let text = ArticleText(article: 0, markdown: Array(markdown.utf8))
        switch QuoteFinder(text).find(quote, before: before, after: after) {
        case .found(let anchor): return text.words(anchor.range)
        case .missing: return "missing"
        case .elsewhere(let places): return "elsewhere \(places.count)"
        case .several(let places): return "several \(places.count)"
        case .fewer(let count): return "only \(count)"
        }
    }

    @Test(arguments: [
        ("去年產量升到767億噸，今年更多。", "产量升到767亿吨", "產量升到767億噸"),
        ("去年**产量**升到[767亿吨](http://a.b)。", "产量升到767亿吨", "产量升到767亿吨"),
        ("去年产量\n升到 767 亿吨。", "产量升到767亿吨", "产量\n升到 767 亿吨"),
        ("It rose to\n  5.3 %.", "rose to 5.3 %", "rose to\n5.3 %"),
        ("升到７６７亿吨", "767亿吨", "７６７亿吨"),
        ("升到767亿吨", "67亿吨", "missing"),
        ("升到767亿吨", "升到767", "missing"),
        ("升到767.6亿吨", "升到767", "missing"),
        ("升到767.6亿吨", "767亿吨", "missing"),
        ("升到767.6亿吨", "6亿吨", "missing"),
        ("放出V3-0324，3月26日用上了它。", "放出V3-0324", "放出V3-0324"),
        ("放出V3-0324，3月26日用上了它。", "3月26日用上", "3月26日用上"),
        ("共1,234,567噸", "共1,234", "missing"),
        ("增长5%", "增长5", "missing"),
        ("变化为 -5%", "5%", "missing"),
        ("增长3-5%", "5%", "5%"),
        ("GPT-4 很好", "4 很好", "4 很好"),
        ("共1,234人", "234人", "missing"),
        ("上半句。\n\n下半句。", "上半句。下半句。", "missing"),
        ("上半句。下半句。", "上半句。下半句。", "上半句。下半句。"),
        ("用 `code` 写", "用 code 写", "用 code 写"),
        ("雨停了。雨停了。", "雨停了", "several 2"),
        ("空", "", "missing"),
    ])
    func `a quote matches by its words and its exact numbers`(
        markdown: String, quote: String, expected: String
    ) {
        #expect(Self.find(markdown, quote) == expected)
    }

    @Test func `words before and after choose among places`() {
        let text = "早上雨停了。晚上雨停了，風也停了。"
        #expect(Self.find(text, "雨停了", before: "晚上") == "雨停了")
        #expect(Self.find(text, "雨停了", after: "，风也停了") == "雨停了")
        #expect(Self.find(text, "雨停了", before: "上") == "several 2")
        #expect(Self.find(text, "雨停了", before: "中午") == "elsewhere 2")
        #expect(Self.find(text, "风也停了", before: "雨停了，") == "風也停了")
        #expect(Self.find("the rain stopped", "rain", before: "the", after: "stopped") == "rain")
    }

    @Test(arguments: [1, 2, 3])
    func `occurrence selects one of several places`(occurrence: Int) {
        let text = ArticleText(article: 0, markdown: Array("一甲\n一甲一甲".utf8))
        let result = QuoteFinder(text).find("甲", occurrence: occurrence)
        guard case .found(let anchor) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(anchor.range.lowerBound == [3, 10, 16][occurrence - 1])
    }

    @Test func `an occurrence beyond the last is an error`() {
        let text = ArticleText(article: 0, markdown: Array("甲乙甲".utf8))
        #expect(QuoteFinder(text).find("甲", occurrence: 3) == .fewer(2))
        var report = OrphanReport(QuoteFinder(text), file: "f", slug: "a")
        let lines = report.diagnostic(
            .fewer(2), SampleArchive.located("甲"), hasContext: true)?.rendered()
        #expect(lines?.contains("occurs only 2 times") == true)
        #expect(lines?.contains("write a number from 1 to 2 as `occurrence`") == true)
    }

    @Test func `places with the same neighbors are told apart by their number`() {
        let text = ArticleText(article: 0, markdown: Array("甲\n\n甲".utf8))
        let finder = QuoteFinder(text)
        var report = OrphanReport(finder, file: "f", slug: "a")
        let lines = report.diagnostic(
            finder.find("甲"), SampleArchive.located("甲"), hasContext: true)?.rendered()
        #expect(lines?.contains("occurrence: 1\n") == true)
        #expect(lines?.contains("occurrence: 2") == true)
    }

    @Test func `words in the title and once below it are those below it`() {
        let document = MarkdownDocument("半年報說了。").titled("半年報")
        let finder = QuoteFinder(ArticleText(article: 0, document: document))
        guard case .found(let anchor) = finder.find("半年報") else {
            Issue.record("not found")
            return
        }
        #expect(anchor.range.lowerBound == 11)
        #expect(finder.find("半年報", occurrence: 1) != finder.find("半年報"))
    }
}
