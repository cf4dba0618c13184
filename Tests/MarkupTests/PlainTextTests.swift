import Testing

@testable import Markup

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("", ""),
        ("一段。\n\n二段。", "一段。\n\n二段。\n"),
        ("一行\n二行  \n三行", "一行\n二行\n三行\n"),
        ("# 題\n\n文", "題\n\n文\n"),
        ("- 甲\n- 乙\n  - 丙\n\n後", "甲\n\n乙\n\n丙\n\n後\n"),
        ("- 甲\n\n- 乙", "甲\n\n乙\n"),
        ("|甲|乙|\n|-|-|\n|丙| |\n\n後", "甲\t乙\n\n丙\t\n\n後\n"),
        ("看[這裡](https://a.example \"t\")和<https://b.example>", "看這裡和https://b.example\n"),
        ("圖![描述](a.png)後\n\n![只有圖](b.png)\n\n尾", "圖後\n\n尾\n"),
        ("甲<b title=\"x\">乙</b><!-- 註 -->丙", "甲乙丙\n"),
        ("甲<br>乙", "甲\n乙\n"),
        ("<div>原樣</div>\n\n後", "後\n"),
        ("甲<script>let a</script>乙", "甲乙\n"),
        ("甲<script>乙", "甲乙\n"),
        ("用`a*b`，\n\n    code\n    more\n\n後", "用a*b，\n\ncode\nmore\n\n後\n"),
        ("甲[^1]乙。\n\n[^1]: 註\n\n丙", "甲乙。\n\n丙\n\n註\n"),
        ("[[tencent]]與[[hunyuan|混元]]，`[[x]]`", "tencent與混元，[[x]]\n"),
        ("*甲***乙**~~丙~~&amp;\\*", "甲乙丙&*\n"),
        ("> 甲\n\n乙", "甲\n\n乙\n"),
        ("甲\u{0}乙", "甲\u{FFFD}乙\n"),
        ("---\n\n甲", "甲\n"),
    ])
    func `the words of a document are laid out as a reader sees them`(
        markdown: String, text: String
    ) {
        let plain = MarkdownDocument(markdown).plainText()
        #expect(String(decoding: plain.utf8, as: UTF8.self) == text)
    }

    @Test func `blocks, links and code know their places`() {
        let plain = MarkdownDocument("# 題\n\n甲[乙](c)`丁`\n\n[[x|戊]]\n\n|己|\n|-|\n\n```\n庚\n```\n")
            .plainText()
        func words(_ range: Range<Int>) -> String {
            String(decoding: plain.utf8[range], as: UTF8.self)
        }
        #expect(
            plain.blocks.map(\.kind) == [
                .heading(level: 1), .paragraph, .paragraph, .tableCell, .code,
            ])
        #expect(plain.blocks.map { words($0.range) } == ["題", "甲乙丁", "戊", "己", "庚"])
        #expect(plain.blocks.map(\.source) == [0, 7, 25, 37, 47])
        #expect(plain.links.map(\.target) == ["c", "x"])
        #expect(plain.links.map { words($0.range) } == ["乙", "戊"])
        #expect(plain.links.map(\.isWikilink) == [false, true])
        #expect(plain.code.map(words) == ["丁"])
    }

    @Test func `bytes that are no UTF-8 become replacement characters`() {
        let plain = MarkdownDocument([0x61, 0xFF, 0x62]).plainText()
        #expect(String(decoding: plain.utf8, as: UTF8.self) == "a\u{FFFD}b\n")
    }

    @Test(arguments: MarkdownSamples.all + MarkdownSamples.nasty)
    func `blocks cover all words in order and do not overlap`(markdown: String) {
        let plain = MarkdownDocument(markdown).plainText()
        var end = 0
        for block in plain.blocks {
            #expect(block.range.lowerBound >= end && !block.range.isEmpty)
            #expect(
                plain.utf8[end..<block.range.lowerBound].allSatisfy { $0 == 0x0A || $0 == 0x09 })
            end = block.range.upperBound
        }
        #expect(plain.utf8[end...].allSatisfy { $0 == 0x0A || $0 == 0x09 })
    }
}

@Suite struct NamingTests {
    @Test(arguments: [
        ("見[[lin]]。", "見林。\n"),
        ("見[[lin|他]]與[[lin#part]]。", "見他與林。\n"),
        ("見[[nobody]]，`[[lin]]`。", "見nobody，[[lin]]。\n"),
    ])
    func `a wikilink without words is shown by the name of its target`(
        markdown: String, text: String
    ) {
        let document = MarkdownDocument(markdown).naming { $0 == "lin" ? "林" : nil }
        #expect(String(decoding: document.plainText().utf8, as: UTF8.self) == text)
        #expect(CanonicalMarkdown.roundTrips(document))
    }
}
