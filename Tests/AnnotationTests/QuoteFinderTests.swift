import Archive
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
}
