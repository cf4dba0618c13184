import Markup
import Testing

@testable import Intake

struct PlainTextTests {
    @Test(arguments: [
        ("第一段讲河边的事，讲得很长。\n第二段讲楼上的事。\n第三段没有事。", 3),
        (
            "This text was wrapped by hand so that no line\nis longer than some forty-five letters, as mails\nwere in the old days, and every paragraph is\nended by an empty line.\n\nThe second one.",
            2
        ),
        (
            "河邊的閱覽室比從前大了一倍，來的人也比從\n前多了不少。館裡的人說，河水漲起來的那一\n年，他們把所有的信都搬到了樓上，一直沒有\n搬下來，直到去年秋天才又重新整理了一遍目\n錄。",
            1
        ),
        ("Q：这里有多少信？\nA：四十箱。\nQ：谁写的？\nA：不知道。", 4),
    ])
    func `paragraphs are found in the look of the lines`(text: String, count: Int) throws {
        let article = try Reading.one(text, name: "a.txt")
        #expect(article.words.split(separator: "\n").count == count)
    }

    @Test func `lines wrapped by hand are joined as their script is written`() throws {
        let latin = PlainTextMarkdown.write(["one two", "three"])
        #expect(String(decoding: latin, as: UTF8.self) == "one two three\n")
        let lines = [
            "河邊的閱覽室比從前大了一倍，來的人也比從", "前多了不少。館裡的人說，河水漲起來的那一", "年，他們把所有的信都搬到了樓上，一直沒有",
            "搬下來，直到去年秋天才又重新整理了一遍目", "錄。",
        ]
        #expect(
            String(decoding: PlainTextMarkdown.write(lines), as: UTF8.self) == lines.joined() + "\n"
        )
    }

    @Test(arguments: [
        "# not a heading", "- not a list", "1. not a list", "> not a quote",
        "*not* emphasis, nor _this_",
        "a | b | c", "`code` and <b>tags</b> & &amp; entities", "[not](a-link) and ![no image](x)",
        "===", "---x",
        "~~not struck~~", "back\\slash", "+ plus", "***",
    ])
    func `nothing in plain text becomes Markdown by accident`(_ line: String) throws {
        let markdown = PlainTextMarkdown.write(["Before.", "", line, "", "After."])
        let text = String(decoding: MarkdownDocument(markdown).plainText().utf8, as: UTF8.self)
        #expect(text.split(separator: "\n") == ["Before.", Substring(line), "After."])
    }

    @Test func `a first short line is the title and is not repeated`() throws {
        let article = try Reading.one("河边的阅览室\n城里的档案馆搬到了河边，新的阅览室比从前大一倍。\n来的人很多。", name: "a.txt")
        #expect(article.title == "河边的阅览室")
        #expect(article.words == "城里的档案馆搬到了河边，新的阅览室比从前大一倍。\n\n来的人很多。")
        #expect(article.evidence.first == .init(field: "title", from: "first line, line 1"))
    }

    @Test func `without a title the file's name is one`() throws {
        let article = try Reading.one("城里的档案馆搬到了河边，新的阅览室比从前大一倍。", name: "notes/河边.txt")
        #expect(article.title == "河边")
        let unnamed = try Reading.one("城里的档案馆搬到了河边。", name: "-")
        #expect(unnamed.title == "城里的档案馆搬到了河边。")
    }
}
