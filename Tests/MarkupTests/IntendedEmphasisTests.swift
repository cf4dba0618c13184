import TestSupport
import Testing

@testable import Markup

@Suite struct IntendedEmphasisTests {
    @Test(arguments: [
        // Marks at the edge move out.
        ("**Q：**為什麼", "**Q**：為什麼"),
        ("**A:**因為", "**A**:因為"),
        ("**注意！**請看", "**注意**！請看"),
        ("前文**重點。**後文", "前文**重點**。後文"),
        ("**「引」**的", "「**引**」的"),
        ("他說**「引」**的", "他說「**引**」的"),
        ("**《書名》，**出版", "《**書名**》，出版"),
        ("** 過**去", " **過**去"),
        ("走**過 **去", "走**過** 去"),
        ("**一、**二**三、**四", "**一**、二**三**、四"),
        ("**甲：**乙**丙**", "**甲**：乙**丙**"),
        ("- **項目：**內容", "- **項目**：內容"),
        ("# **題：**目", "# **題**：目"),
        ("> **甲：**乙\n> **丙：**丁", "> **甲**：乙\n> **丙**：丁"),
        ("| **甲：**乙 |\n|---|", "| **甲**：乙 |\n|---|"),
        ("*斜體。*後", "*斜體*。後"),
        ("***都要。***後", "***都要***。後"),
        ("**看[這裡](a)。**後", "**看[這裡](a)**。後"),
        // Tags where moving would tear something apart.
        ("**他說「好」**的", "<strong>他說「好」</strong>的"),
        ("**增長100%**的", "<strong>增長100%</strong>的"),
        ("用**`code`**的", "用<strong>`code`</strong>的"),
        // What stands stays.
        ("**粗體**文字", "**粗體**文字"),
        ("**Q**：為什麼", "**Q**：為什麼"),
        ("**句子。** 下一句", "**句子。** 下一句"),
        ("長 ** 寬 ** 高", "長 ** 寬 ** 高"),
        ("3 * 4 = 12，5 * 6 = 30", "3 * 4 = 12，5 * 6 = 30"),
        ("甲公司*、乙公司*均為商標", "甲公司*、乙公司*均為商標"),
        ("價格*（不含稅）", "價格*（不含稅）"),
        ("`**Q：**為什麼`", "`**Q：**為什麼`"),
        ("    **Q：**為什麼", "    **Q：**為什麼"),
        ("\\*\\*Q：\\*\\*為什麼", "\\*\\*Q：\\*\\*為什麼"),
        ("見**註 **重點**內容", "見**註 **重點**內容"),
        ("f(**args) and **kwargs", "f(**args) and **kwargs"),
        ("**未完：的一句", "**未完：的一句"),
        ("* 項目**一", "* 項目**一"),
        ("[**甲：**乙](a)", "[**甲**：乙](a)"),
        ("https://a.example/**甲：**乙", "https://a.example/**甲：**乙"),
        ("", ""),
    ])
    func `emphasis that was meant is written so that it is read`(markdown: String, repaired: String)
    {
        let result = IntendedEmphasis.repair(Array(markdown.utf8))
        #expect(String(decoding: result.markdown, as: UTF8.self) == repaired)
        #expect((result.repairs > 0) == (markdown != repaired))
    }

    @Test(arguments: ["**Q：**為什麼", "**「引」**的", "** 過**去", "他說**「引」**的", "***都要。***後", "**他說「好」**的"])
    func `what is repaired has no asterisk among its words`(markdown: String) {
        let result = IntendedEmphasis.repair(Array(markdown.utf8))
        #expect(!MarkdownDocument(result.markdown).plainText().utf8.contains(UInt8(ascii: "*")))
        #expect(IntendedEmphasis.repair(result.markdown).repairs == 0)
    }

    @Test(arguments: [
        "****甲**乙**丙****", "*****甲**乙***丙**", "***甲**乙**丙***", "**甲****乙***丙*****",
    ])
    func `runs of many stars are read without a crash, and keep their words`(markdown: String) {
        let repaired = MarkdownDocument(IntendedEmphasis.repair(Array(markdown.utf8)).markdown)
        let words = String(decoding: repaired.plainText().utf8, as: UTF8.self)
        #expect(words.filter { $0 != "*" && $0 != "\n" } == markdown.filter { $0 != "*" })
    }

    @Test(arguments: 0..<20)
    func `no words are changed, whatever stands between the asterisks`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "*", "**", "**", "***", "字", "Q", "：", "「", "」", "。", " ", "\n", "1", "`", "[a](b)",
            "\\", "%", "\n\n",
        ]
        for _ in 0..<100 {
            var text = ""
            for _ in 0..<Int.random(in: 2...16, using: &random) {
                text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }
            let result = IntendedEmphasis.repair(Array(text.utf8))
            func words(_ markdown: [UInt8]) -> [UInt8] {
                MarkdownDocument(markdown).plainText().utf8.filter {
                    $0 > 0x20 && $0 != UInt8(ascii: "*")
                }
            }
            #expect(words(result.markdown) == words(Array(text.utf8)), "\(text.debugDescription)")
        }
    }
}
