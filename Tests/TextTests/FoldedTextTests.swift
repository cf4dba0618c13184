import Testing

@testable import Text

@Suite struct FoldedTextTests {
    @Test(arguments: [
        ("馬化騰", "马化腾"),
        ("ＱＱ 音樂", "qq音乐"),
        ("AI 大 模型", "ai大 模型"),
        ("a  b\n\nc", "a b c"),
        ("中文\n換行", "中文换行"),
        ("看著 看着", "看着 看着"),
        ("\u{200B}騰\u{FEFF}訊", "腾讯"),
    ])
    func `text is folded as it is compared`(text: String, folded: String) {
        #expect(String(decoding: FoldedText(Array(text.utf8)).bytes, as: UTF8.self) == folded)
    }

    @Test(arguments: [
        ("在ＱＱ 音樂裡", "qq音乐", "ＱＱ 音樂"),
        ("a \u{A0} 騰 b", "腾", "騰"),
        ("Ａ　騰訊", "腾讯", "騰訊"),
        ("Ａ　騰訊", "a", "Ａ"),
        ("x  y", "x y", "x  y"),
    ])
    func `a folded match has its exact place in the original`(
        text: String, needle: String, original: String
    ) throws {
        let bytes = Array(text.utf8)
        let folded = FoldedText(bytes)
        let at = try #require(folded.bytes.firstRange(of: Array(needle.utf8)))
        #expect(String(decoding: bytes[folded.original(at)], as: UTF8.self) == original)
    }

    @Test func `folding twice changes nothing`() {
        for pair in Folding.pairs {
            #expect(Folding.fold(pair.target) == pair.target)
        }
    }
}
