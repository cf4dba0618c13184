import Archive
import Testing

@testable import Intake

struct BylineTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var line: String
        var authors: [String] = []
        var names: [String] = []
        var sources: [String] = []
        var date: String?
        var url: String?
        var testDescription: String { line }
    }

    @Test(arguments: [
        Case(
            line: "2019年03月07日 08:15:00[inkwell](https://blog.example/inkwell)阅读数：1204",
            names: ["inkwell"], date: "2019-03-07"),
        Case(
            line: "[mp.example.com](https://mp.example.com/s/x1)林小河 林小河", names: ["林小河"],
            url: "https://mp.example.com/s/x1"),
        Case(line: "作者：林小河", authors: ["林小河"]),
        Case(line: "作者 | 林小河 陈木", authors: ["林小河", "陈木"]),
        Case(line: "文／林小河、陳木", authors: ["林小河", "陳木"]),
        Case(line: "來源：河岸週刊　2020-01-05", sources: ["河岸週刊"], date: "2020-01-05"),
        Case(line: "林小河 | 2021/4/9 10:20 | 1.2万阅读 · 35 评论", names: ["林小河"], date: "2021-04-09"),
        Case(
            line: "By Ada Rivers · March 3, 2018 · 5 min read", authors: ["Ada Rivers"],
            date: "2018-03-03"),
        Case(line: "原创 河岸笔记 发布于 2022-11-30 21:09 江苏", names: ["河岸笔记", "江苏"], date: "2022-11-30"),
        Case(line: "3天前 · 阅读 88"),
    ])
    func `a byline is taken apart`(_ c: Case) throws {
        let byline = try #require(Byline(VisibleLine(c.line)))
        #expect(byline.authors == c.authors)
        #expect(byline.names == c.names)
        #expect(byline.sources == c.sources)
        #expect(byline.date?.text == c.date)
        #expect(byline.url == c.url)
    }

    @Test(arguments: [
        "2019年3月7日，档案馆第一次向所有人开放，当天来了三百多人。",
        "记者：您第一次走进那间阅览室是什么时候？",
        "By 2016, the reading room had moved twice.",
        "By the numbers",
        "Q：这里有多少封信？",
        "A dozen letters were found in 2016.",
        "来源不明的信件一共有四十封，没有人知道是谁写的。",
        "https://video.example.org/watch?v=1",
        "[Register for the event](https://example.org/register)",
    ])
    func `a line of the article is no byline`(_ line: String) {
        #expect(Byline(VisibleLine(line)) == nil)
    }

    @Test(arguments: [
        ("2016年09月22日 14:22:45", "2016-09-22"), ("2016-9-2", "2016-09-02"),
        ("2016.09.22", "2016-09-22"),
        ("2016/09/22 14:22", "2016-09-22"), ("2016年9月", "2016-09"),
        ("September 22, 2016", "2016-09-22"),
        ("22 Sept. 2016", "2016-09-22"), ("Sep 2nd, 2016", "2016-09-02"),
        ("2016-09-22T14:22:45", "2016-09-22"),
    ])
    func `dates are read as bylines write them`(text: String, date: String) {
        #expect(DateWords.only(text)?.text == date)
    }

    @Test(arguments: [
        "昨天", "3 days ago", "2016", "2016-13-01", "2016-09-223", "12016-09-22", "September",
    ])
    func `what names no day is no date`(_ text: String) {
        #expect(DateWords.only(text) == nil)
    }

    @Test(arguments: [
        ("河边的阅览室 - 河岸网 - CSDN博客", "河边的阅览室", ["河岸网", "CSDN博客"]),
        ("河边的阅览室_河岸日报", "河边的阅览室", ["河岸日报"]),
        ("The Reading Room | The Verge", "The Reading Room", ["The Verge"]),
        ("年度演讲| 2016 TGPC", "年度演讲| 2016 TGPC", []),
        ("well-known rooms - part two", "well-known rooms - part two", []),
        ("GPT-4 的一年", "GPT-4 的一年", []),
    ])
    func `names of sites come off a title and nothing else does`(
        words: String, title: String, sites: [String]
    ) {
        let parts = TitleWords(words)
        #expect(parts.title == title)
        #expect(parts.sites == sites)
    }
}
