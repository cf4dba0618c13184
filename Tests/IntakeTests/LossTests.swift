import TestSupport
import Testing

@testable import Intake

struct LossTests {
    static let pieces = [
        "# 河边的阅览室", "## Second heading", "标题\n===", "城里的档案馆搬到了河边，新的阅览室比从前大一倍。", "**Q：这里有多少信？**",
        "**A：** 四十箱。",
        "- one\n- two", "1. first\n2. second", "> quoted words",
        "A line of Latin words that goes on for a while.", "作者：林小河", "#标签",
        "2019年03月07日 08:15:00 阅读数：12", "- End -", "本文首发于河岸周刊", "[a link](https://a.example/x)",
        "![alt](https://a.example/i.png)",
        "```\ncode here\n```", "<p>raw <b>html</b></p>", "| a | b |\n|---|---|\n| c | d |",
        "`inline` ~~struck~~ *em*", "[注]: 说明",
        "[^1]: 脚注", "words[^1]", "&#8211; &amp; entities", "\\# escaped", "    indented",
        "　　首行缩进的段落。", "分享到：微信 微博", "(河岸週刊)",
        "最後一句。 (河岸週刊)", "***", "---", "+++", "[[wiki|words]]", "https://a.example/bare",
        "{{< ref \"x\" >}}", "相关阅读", "* * *", "a  \nb",
        "<!-- hidden -->", "<script>x()</script>", "`", "**", "[", "](", "|", "\u{200B}零宽", "end",
    ]

    static func text(seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        return (0..<Int.random(in: 1...14, using: &random)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &random)]
                + (Bool.random(using: &random) ? "\n" : "\n\n")
        }.joined()
    }

    /// Letters of the visible words, counted.
    static func letters(_ text: String) -> [Unicode.Scalar: Int] {
        var counts: [Unicode.Scalar: Int] = [:]
        for scalar in String(decoding: Letters.of(text), as: UTF8.self).unicodeScalars {
            counts[scalar, default: 0] += 1
        }
        return counts
    }

    @Test(arguments: 0..<300)
    func `no letter of plain text is lost`(seed: Int) throws {
        let text = Self.text(seed: UInt64(seed))
        var left: [Unicode.Scalar: Int] = [:]
        let reading = Intake.read(Source(name: "-", bytes: Array(text.utf8)))
        guard !reading.diagnostics.contains(where: { $0.id == "empty-source" }) else { return }
        #expect(reading.diagnostics.filter { $0.severity == .error } == [], "\(text)")
        for article in reading.articles {
            let kept = article.source + article.dropped.map(\.words).joined(separator: " ")
            left.merge(Self.letters(kept)) { $0 + $1 }
        }
        for (scalar, count) in Self.letters(text) where scalar.value > 0x7F {
            #expect(left[scalar, default: 0] >= count, "\(scalar) of \(text)")
        }
    }

    @Test(arguments: 0..<300)
    func `no line of Markdown is lost`(seed: Int) {
        let text = Self.text(seed: UInt64(seed))
        let reading = Intake.read(Source(name: "a.md", bytes: Array(text.utf8)))
        #expect(reading.diagnostics.filter { $0.id == "kept-as-written" } == [], "\(text)")
    }

    @Test func `a line that is nowhere is found by the gate`() throws {
        var article = try Reading.one("# 阅览室\n\n第一段在这里。\n\n第二段在这里。\n")
        let lines = ["# 阅览室", "", "第一段在这里。", "", "第二段在这里。"].enumerated().map {
            NumberedLine($0 + 1, $1)
        }
        #expect(
            LossCheck(article: article, title: article.title).lost(
                lines, isMarkdown: true, definitions: []) == [])
        article.text = Array("第一段在这里。".utf8)
        article.markdown = article.text
        #expect(
            LossCheck(article: article, title: article.title).lost(
                lines, isMarkdown: true, definitions: []) == [5])
    }

    @Test func `the same source gives the same articles`() {
        for seed in 0..<50 {
            let bytes = Array(Self.text(seed: UInt64(seed)).utf8)
            let runs = (0..<2).map { _ in
                Intake.read(Source(name: "a.md", bytes: bytes)).articles.map(\.json)
            }
            #expect(runs[0] == runs[1])
        }
    }
}
