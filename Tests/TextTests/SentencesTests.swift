import TestSupport
import Testing

@testable import Text

@Suite struct SentencesTests {
    /// Sentences of a text, with `|` between them.
    static func divide(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return Sentences.ranges(in: bytes, block: 0..<bytes.count)
            .map { String(decoding: bytes[$0], as: UTF8.self) }
            .joined(separator: "|")
    }

    @Test(arguments: [
        ("", ""),
        (" \n\u{3000}", ""),
        ("今天下雨。明天放晴。", "今天下雨。|明天放晴。"),
        ("今天下雨", "今天下雨"),
        ("真的吗？真的！走吧。", "真的吗？|真的！|走吧。"),
        ("真的吗？！走吧。", "真的吗？！|走吧。"),
        ("先看山；再看水。", "先看山；再看水。"),
        ("先看山，再看水。  然後回家。", "先看山，再看水。|然後回家。"),
        ("他說：「走吧。」於是我們走了。", "他說：「走吧。」|於是我們走了。"),
        ("他说：“走吧。”于是我们走了。", "他说：“走吧。”|于是我们走了。"),
        ("（见附录。）下一节", "（见附录。）|下一节"),
        ("他问“为什么？”，没人答。", "他问“为什么？”，没人答。"),
        ("“谁？”、“哪里？”都是问题。", "“谁？”、“哪里？”|都是问题。"),
        ("我想……算了。", "我想……|算了。"),
        ("……他走了。", "……他走了。"),
        ("他走了。……", "他走了。……"),
        ("等等...然后呢", "等等...|然后呢"),
        ("好。。。继续", "好。。。|继续"),
        ("“好……”他说。", "“好……”|他说。"),
        ("看《你好！旧时光》哭了。真的。", "看《你好！旧时光》哭了。|真的。"),
        ("《未完。一直没有合上的书名号", "《未完。|一直没有合上的书名号"),
        ("增长3.5%。明年再看。", "增长3.5%。|明年再看。"),
        ("V3.1版发布。好用。", "V3.1版发布。|好用。"),
        ("半角句号.也算.完", "半角句号.|也算.|完"),
        ("1.先看题2.再答题", "1.先看题2.再答题"),
        ("1. 先看题。2. 再答题。", "1. 先看题。|2. 再答题。"),
        ("好吗?好!走", "好吗?|好!|走"),
        ("用 Yahoo! 搜索", "用 Yahoo!|搜索"),
        ("见 https://a.cn/x?y=1.5!然后走。再见。", "见 https://a.cn/x?y=1.5!|然后走。|再见。"),
        ("見 https://a.cn/x.html。然後走。", "見 https://a.cn/x.html。|然後走。"),
        ("Q：怎么做？A：慢慢做。", "Q：怎么做？|A：慢慢做。"),
        ("谢谢大家 Q：怎么做 A：慢慢做", "谢谢大家|Q：怎么做|A：慢慢做"),
        ("谢谢大家\nＱ：怎么做\nＡ：慢慢做", "谢谢大家|Ｑ：怎么做|Ａ：慢慢做"),
        ("谢谢 问：怎么做 答：慢慢做", "谢谢|问：怎么做|答：慢慢做"),
        ("謝謝 問：怎麼做 答：慢慢做", "謝謝|問：怎麼做|答：慢慢做"),
        ("方案A：便宜。方案 A：也便宜。", "方案A：便宜。|方案 A：也便宜。"),
        ("记者问：怎么做？他笑了。", "记者问：怎么做？|他笑了。"),
        ("小Q：你好。", "小Q：你好。"),
        ("雨🌧️停了！🎉走吧。", "雨🌧️停了！|🎉走吧。"),
        ("它叫“元年”。”多了一个引号。", "它叫“元年”。”|多了一个引号。"),
        ("价格是 5 元。10 元太贵。", "价格是 5 元。|10 元太贵。"),
        ("It rains. We stay.", "It rains.|We stay."),
        ("It rains.We stay.", "It rains.We stay."),
        ("Does it? Yes! Go.", "Does it?|Yes!|Go."),
        ("Mr. Li met Dr. Wu. They left.", "Mr. Li met Dr. Wu.|They left."),
        ("The U.S. President spoke. He left.", "The U.S. President spoke.|He left."),
        ("She moved to the U.S. They stayed.", "She moved to the U.S.|They stayed."),
        ("Fruit, e.g. Apples, i.e. Food. Eat.", "Fruit, e.g. Apples, i.e. Food.|Eat."),
        (
            "Acme Inc. Reported gains. Acme Inc. The end.",
            "Acme Inc. Reported gains.|Acme Inc.|The end."
        ),
        ("See No. 5 and vol. 12 etc. Then go.", "See No. 5 and vol. 12 etc.|Then go."),
        ("Is it so? No. That is wrong.", "Is it so?|No.|That is wrong."),
        ("J. K. Rowling wrote. I read.", "J. K. Rowling wrote.|I read."),
        (
            "It took 3.5 hours in 2024. The rest was easy.",
            "It took 3.5 hours in 2024.|The rest was easy."
        ),
        ("1. First thing. 2. Second thing.", "1. First thing.|2. Second thing."),
        ("iv. Fourth thing. Done.", "iv. Fourth thing.|Done."),
        ("He said \"Go.\" Then he left.", "He said \"Go.\"|Then he left."),
        ("He said. \"Go.\" Then he left.", "He said.|\"Go.\"|Then he left."),
        ("(It rained.) We stayed.", "(It rained.)|We stayed."),
        ("“Why?” she asked. Nobody knew.", "“Why?” she asked.|Nobody knew."),
        ("Well... maybe. Wait... No.", "Well... maybe.|Wait...|No."),
        ("Well… maybe. Wait… No.", "Well… maybe.|Wait…|No."),
        ("Yahoo! is old. Visit www.a.com. Or not.", "Yahoo! is old.|Visit www.a.com.|Or not."),
        ("Write to me@a.com. Thanks.", "Write to me@a.com.|Thanks."),
        ("模型叫 GPT. 它很大。", "模型叫 GPT.|它很大。"),
        ("First line\nsame sentence. Next.", "First line\nsame sentence.|Next."),
        ("Sales rose 5%. Élan followed.", "Sales rose 5%.|Élan followed."),
        ("at 5 p.m. on Monday. Done.", "at 5 p.m. on Monday.|Done."),
    ])
    func `a text is divided where a reader would`(text: String, expected: String) {
        #expect(Self.divide(text) == expected)
    }

    @Test func `one paragraph of thousands of characters becomes sentences`() {
        let text = String(repeating: "山里的早晨很安静，只有几声鸟叫从雾里传出来。", count: 200)
        let bytes = Array(text.utf8)
        let ranges = Sentences.ranges(in: bytes, block: 0..<bytes.count)
        #expect(ranges.count == 200)
        #expect(ranges.allSatisfy { $0.count == bytes.count / 200 })
    }

    @Test func `only the block is divided`() {
        let bytes = Array("一。二。三。".utf8)
        #expect(Sentences.ranges(in: bytes, block: 6..<12) == [6..<12])
    }

    @Test func `every byte that is no white space is in exactly one sentence`() {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            "山", "水", "A", "q", "5", "。", "！", "？", "…", ".", "!", "?", " ", "\n", "\u{3000}", "“",
            "”", "（",
            "）", "《", "》", "Q：", "A：", "，", "\"", "https://a.b", "\u{200B}", "😀", "Mr.", "é",
        ]
        for _ in 0..<3000 {
            let count = Int.random(in: 0...24, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let bytes = Array(text.utf8)
            let ranges = Sentences.ranges(in: bytes, block: 0..<bytes.count)
            var owners = [Int](repeating: 0, count: bytes.count)
            for range in ranges { for at in range { owners[at] += 1 } }
            var at = 0
            while at < bytes.count {
                let (scalar, length) = UTF8Scalars.decode(bytes, at: at)
                let isSpace = ScalarClass(scalar) == .space
                #expect(
                    isSpace ? owners[at] <= 1 : owners[at] == 1, "\(text.debugDescription) at \(at)"
                )
                at += length
            }
            for range in ranges {
                let (first, _) = UTF8Scalars.decode(bytes, at: range.lowerBound)
                #expect(ScalarClass(first) != .space)
            }
        }
    }
}
