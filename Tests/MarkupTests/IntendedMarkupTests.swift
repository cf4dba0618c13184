import Testing
import Text

@testable import Markup

/// Markup that was meant, and that GFM reads otherwise.
@Suite struct IntendedMarkupTests {
    @Test(arguments: [
        ("看（https://a.example/b）。這是", "看（<https://a.example/b>）。這是"),
        ("詳見https://a.example/b。林若水說", "詳見<https://a.example/b>。林若水說"),
        ("見 www.a.example，最近", "見 [www\\.a.example](http://www.a.example)，最近"),
        ("https://a.example/渡口 與", "<https://a.example/>渡口 與"),
        (
            "https://a.example/b、https://a.example/b；",
            "<https://a.example/b>、<https://a.example/b>；"
        ),
        ("在 https://a.example/b 看", "在 <https://a.example/b> 看"),
        ("https://a.example/Köln ist", "<https://a.example/Köln> ist"),
        ("[看](https://a.example/b)，", "[看](https://a.example/b)，"),
        ("Only ASCII: https://a.example.", "Only ASCII: <https://a.example>."),
        ("https://a.example/b。**注意：**請看", "<https://a.example/b>。**注意**：請看"),
        ("`https://a.example/b。看`", "`https://a.example/b。看`"),
    ])
    func `a bare address ends before Chinese text`(markdown: String, canonical: String) {
        #expect(Self.canonical(markdown) == canonical)
    }

    @Test(arguments: [
        ("**Q：**為什麼", "**Q**：為什麼"),
        ("他說**「再等。」**船長點頭。", "他說「**再等**。」船長點頭。"),
        ("**乙（新版）**發布", "<strong>乙（新版）</strong>發布"),
        ("# **題：**目", "# **題**：目"),
        ("a ** b ** c", "a \\*\\* b \\*\\* c"),
    ])
    func `emphasis beside Chinese punctuation is read as it was meant`(
        markdown: String, canonical: String
    ) {
        #expect(Self.canonical(markdown) == canonical)
    }

    @Test(arguments: [
        ("| a | b |\n|---|---|\n| `x | y` | words |", [["a", "b"], ["x | y", "words"]]),
        ("| a | b |\n|---|---|\n| `||` | words |", [["a", "b"], ["||", "words"]]),
        ("| a `p|q` | b |\n|---|---|\n| c | d |", [["a p|q", "b"], ["c", "d"]]),
        (
            "| a | b |\n|---|---|\n| c | d | more | words |",
            [["a", "b"], ["c", "d | more | words"]]
        ),
        ("| a | b |\n|---|---|\n| c | d | | |", [["a", "b"], ["c", "d"]]),
        ("> | a | b |\n> |---|---|\n> | `x|y` | z |", [["a", "b"], ["x|y", "z"]]),
        ("| a | b |\n|---|---|\n| x \\| y | z |", [["a", "b"], ["x | y", "z"]]),
    ])
    func `no cell of a table is lost`(markdown: String, cells: [[String]]) {
        let document = MarkdownDocument(markdown)
        var rows: [[String]] = []
        for event in document.events {
            switch (event.node, event.phase) {
            case (.tableRow, .enter): rows.append([])
            case (.tableCell, .enter): rows[rows.count - 1].append("")
            case (.text, _), (.code, _):
                guard let last = rows.last?.indices.last else { continue }
                rows[rows.count - 1][last] += document.string(event.payload)
            default: break
            }
        }
        #expect(rows == cells)
    }

    @Test func `bars in code blocks are not changed`() {
        let text = "```\n| a | b |\n|---|---|\n| `x|y` | z |\n```"
        #expect(Self.canonical(text) == text)
    }

    @Test(arguments: [
        "前文https://a.example/b。林若水說，**注意：**\n完。", "| a | b |\n|---|---|\n| `x|y` | 林若水 |",
        "**Q：**為什麼\n\n林若水",
    ])
    func `places are places of the source as it was given`(markdown: String) throws {
        let document = MarkdownDocument(markdown)
        for event in document.events where event.node == .text && !event.source.isEmpty {
            let place = Int(event.source.lowerBound)..<Int(event.source.upperBound)
            let written = String(decoding: document.source[place], as: UTF8.self)
            #expect(written == document.string(event.payload), "\(markdown)")
        }
        #expect(document.source == Array(markdown.utf8))
        let text = document.events.filter { $0.node == .text && !$0.source.isEmpty }
        #expect(text.contains { document.string($0.payload).contains("林若水") })
    }

    private static func canonical(_ markdown: String) -> String {
        var text = CanonicalMarkdown.write(MarkdownDocument(markdown))
        while text.last == 0x0A { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}
