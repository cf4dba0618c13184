import Archive
import Testing
import Text

@testable import Annotation

@Suite struct MentionExplanationTests {
    /// An archive in which every rule has something to say.
    static func sample(_ markdown: String) -> SampleArchive {
        var sample = SampleArchive([("a", markdown), ("b", "无")])
        sample.add("huawei", ["华为"])
        sample.add("huawei-cloud", ["华为云"], .product)
        sample.add("ima", ["ima"], .product)
        sample.add("bytes", ["字节"], not: ["个字节"])
        sample.add("apple", ["苹果公司", "苹果"])
        sample.add("fruit", ["苹果", "红富士"], .product)
        sample.add("wei", ["魏安"], .person)
        sample.alias("Tony", onlyIn: ["b"])
        sample.add("wangzhe", ["王者荣耀"], .product)
        sample.alias("王者", marks: "《》")
        return sample
    }

    /// The explanation of the place where `words` begin in the text.
    static func lines(_ sample: SampleArchive, _ words: String) -> [String] {
        let source = sample.archive.articles[0].body
        let at = ByteSearch(Array(words.utf8)).first(in: source, from: 0, to: source.count) ?? 0
        let line = source[..<at].count { $0 == 0x0A }
        let start = source[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let explainer = MentionExplainer(sample.archive, MentionMatcher(sample.archive))
        return explainer.explanation(
            line: line + 1, column: at - start + 1, inArticle: 0
        ).lines
    }

    @Test func `a place is shown with the answer and every rule that looked at it`() {
        #expect(
            Self.lines(Self.sample("# 题\n\n他说**升華為**破局"), "華") == [
                "content/articles/a.md:3:12: `華為` is not linked: the everyday word `升華` crosses it",
                "他说**升華為**破局",
                "        ^",
                "  name: `華為` is a name of `huawei`",
                "  everyday-word: 他|说|升|華為|破|局 with the name, 他|说|升華|為|破|局 with `升華`:"
                    + " margin -3.4, doubtful below -1.0: doubtful",
            ])
    }

    @Test(arguments: [
        (
            "华为云很快", "为",
            [
                "`华为云` is a mention of `huawei-cloud`",
                "name: `华为云` is a name of `huawei-cloud`", "name: `华为` is a name of `huawei`",
                "longest: `华为` gives way to `华为云`, which is longer",
            ]
        ),
        (
            "xima", "ima",
            [
                "`ima` is not a mention", "name: `ima` is a name of `ima`",
                "boundary: `ima` is part of a longer word: there are letters before it",
            ]
        ),
        (
            "八个字节", "字节",
            [
                "`字节` is not a mention", "name: `字节` is a name of `bytes`",
                "not: `个字节` never means `bytes`",
            ]
        ),
        (
            "看 Tony", "Tony",
            [
                "`Tony` is not a mention", "name: `Tony` is a name of `wei`",
                "only-in: `Tony` means `wei` only in `b`",
            ]
        ),
        (
            "王者归来", "王者",
            [
                "`王者` is not a mention", "name: `王者` is a name of `wangzhe`",
                "only-in-marks: `王者` means `wangzhe` only between `《》`",
            ]
        ),
        (
            "苹果很甜", "苹果",
            [
                "`苹果` is not linked: it may be `apple` or `fruit`",
                "name: `苹果` is a name of `apple` and `fruit`",
                "ambiguity: `苹果` may be `apple` or `fruit`:"
                    + " no `accept`, `only-in` or `about` and no other name in the article decides",
            ]
        ),
        (
            "吃苹果，红富士", "苹果",
            [
                "`苹果` is a mention of `fruit`", "name: `苹果` is a name of `apple` and `fruit`",
                "ambiguity: `苹果` may be `apple` or `fruit`:"
                    + " the article also names `fruit` by a name of its own",
            ]
        ),
        (
            "见 [[huawei|华为云]]", "华为云",
            [
                "`华为云` is a mention of `huawei`",
                "wikilink: this is a link to `huawei`; names inside links are not looked for",
                "name: `华为云` is a name of `huawei-cloud`", "name: `华为` is a name of `huawei`",
            ]
        ),
        ("什么也没有", "也", ["nothing is linked here"]),
        ("用 `华为` 写", "华为", ["this is code, where names are not looked for"]),
        ("[山](http://华为)", "华为", ["no text is shown from this place"]),
        (
            "一\\*二&amp;华为", "为",
            ["`华为` is a mention of `huawei`", "name: `华为` is a name of `huawei`"]
        ),
    ])
    func `each rule says what it did`(markdown: String, words: String, expected: [String]) {
        let lines = Self.lines(Self.sample(markdown), words)
        let answer = lines[0].split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
        let steps = lines.filter { $0.hasPrefix("  ") && !$0.hasSuffix("^") }
            .map { String($0.dropFirst(2)) }
        #expect([answer] + steps == expected)
    }

    @Test func `an editor's decisions are named`() {
        var sample = Self.sample("字节很多。老李升华为人。苹果很甜。")
        sample.decide(
            accept: [("老李", nil, "wei"), ("华为", "升华为人", "huawei"), ("苹果", nil, "fruit")],
            reject: [("字节", nil, nil)])
        #expect(
            Self.lines(sample, "字节").suffix(2) == [
                "  name: `字节` is a name of `bytes`",
                "  reject: an editor rejected `字节` here as `bytes`",
            ])
        #expect(Self.lines(sample, "老李").last == "  accept: an editor accepted `老李` as `wei`")
        #expect(
            Self.lines(sample, "华").dropFirst(3) == [
                "  accept: an editor accepted `华为` here as `huawei`",
                "  name: `华为` is a name of `huawei`",
            ])
        #expect(
            Self.lines(sample, "苹果").last
                == "  ambiguity: `苹果` may be `apple` or `fruit`: `accept` or `only-in` says `fruit`"
        )
    }

    @Test func `an article's subject decides and says so`() {
        var sample = Self.sample("苹果很甜")
        sample.archive.articles[0].about = [SampleArchive.located("fruit")]
        #expect(
            Self.lines(sample, "苹果").last
                == "  ambiguity: `苹果` may be `apple` or `fruit`: the article is about `fruit`")
    }

    @Test(arguments: [
        (1, 1, "content/articles/a.md", "the front matter is not part of the text"),
        (9, 1, "content/articles/a.md", "the file has only 5 lines"),
        (5, 8, "content/articles/a.md", "this line has only 6 bytes"),
        (
            5, 1, "content/articles/a.txt",
            "this file is converted when it is read; bring it in with `variorum add`"
        ),
    ])
    func `a place without text says why`(line: Int, column: Int, file: String, answer: String) {
        var sample = Self.sample("华为")
        sample.archive.articles[0].bodyLine = 5
        sample.archive.articles[0].file = file
        let explainer = MentionExplainer(sample.archive, MentionMatcher(sample.archive))
        let explanation = explainer.explanation(line: line, column: column, inArticle: 0)
        #expect(explanation.outcome == .noText)
        #expect(explanation.answer == answer)
    }

    @Test func `programs get one JSON object`() {
        let sample = Self.sample("华为")
        let explainer = MentionExplainer(sample.archive, MentionMatcher(sample.archive))
        #expect(
            explainer.explanation(line: 1, column: 1, inArticle: 0).jsonLine
                == #"{"file":"content/articles/a.md","line":1,"column":1,"outcome":"mention","#
                + #""answer":"`华为` is a mention of `huawei`","#
                + #""steps":[{"rule":"name","words":"`华为` is a name of `huawei`"}]}"#)
    }

    @Test(arguments: [
        ("content/a.md:14:7", "content/a.md 14 7"), ("./a:b.md:1:2", "a:b.md 1 2"),
        ("a.md:14", nil), ("a.md", nil), ("a.md:0:1", nil), ("a.md:1:x", nil), ("a.md:1:-2", nil),
        (":1:2", nil), ("", nil), ("a.md:99999999999999999999:1", nil),
    ])
    func `a place is a file, a line and a column`(words: String, expected: String?) {
        #expect(TextPlace(words).map { "\($0.file) \($0.line) \($0.column)" } == expected)
    }
}
