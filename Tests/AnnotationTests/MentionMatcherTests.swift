import Archive
import TestSupport
import Testing
import Text

@testable import Annotation

@Suite struct MentionMatcherTests {
    @Test(arguments: [
        ("華為發布新機", ["華為=huawei"]),
        ("升华为破局之道", ["?华为"]),
        ("华为云和华为", ["华为云=huawei-cloud", "华为=huawei"]),
        ("用 ima 做笔记，用ima做笔记", ["ima=ima", "ima=ima"]),
        ("imagine, I ma, max IMA.", ["IMA=ima"]),
        ("ima2 和 2ima 和 ima-2", ["ima=ima"]),
        ("QQ 音樂与QQ\u{A0}音乐", ["QQ 音樂=qq-music", "QQ\u{A0}音乐=qq-music"]),
        ("ＱＱ音樂", ["ＱＱ音樂=qq-music"]),
        ("Deep Seek 的 DeepSeek", ["Deep Seek=deepseek", "DeepSeek=deepseek"]),
        ("V3 与 V3.1、GPT-V3，V3。", ["V3=v3", "V3=v3", "V3=v3"]),
        ("**华**为很大", ["华为=huawei"]),
        ("`华为` 与代码\n\n    华为\n\n见 <b>华为</b>", ["华为=huawei"]),
        ("[华为官网](https://华为.cn/华为) ![华为](华为.png)", ["华为=huawei"]),
        ("华\n\n为", []),
        ("见 [[huawei|那家公司]] 与 [[huawei]]", ["那家公司=huawei", "huawei=huawei"]),
        ("[[nobody|华为]] 的 [[ima|华为云]]", ["华为=huawei", "华为云=ima"]),
        ("阿里云栖大会开幕", ["阿里=ali", "云栖大会=yunqi"]),
        ("阿里雲與雲棲大會", ["阿里雲=aliyun", "雲棲大會=yunqi"]),
        ("他姓Lu", ["Lu=lu"]),
        ("é Lué Luo", []),
        ("苹果很甜", []),
        ("一个苹果公司", ["苹果公司=apple"]),
        ("看《王者》", ["王者=wangzhe"]),
        ("依然是王者", []),
        ("看“王者”和《王者归来》", []),
    ])
    func `names are found where they stand for themselves`(markdown: String, expected: [String]) {
        var sample = SampleArchive(markdown)
        sample.add("huawei", ["华为"])
        sample.add("huawei-cloud", ["华为云"], .product)
        sample.add("ima", ["ima"], .product)
        sample.add("qq-music", ["QQ音乐"], .product)
        sample.add("deepseek", ["DeepSeek", "Deep Seek"], .product)
        sample.add("v3", ["V3"], .product)
        sample.add("ali", ["阿里"])
        sample.add("aliyun", ["阿里云"], .product)
        sample.add("yunqi", ["云栖大会"], .product)
        sample.add("lu", ["Lu"], .person)
        sample.add("apple", ["苹果公司"])
        sample.add("wangzhe", ["王者荣耀"], .product)
        sample.alias("王者", marks: "《》")
        #expect(sample.found == expected)
    }

    @Test(arguments: [
        ("8 个字节的字节", ["字节"], ["字节=bytes"]),
        ("一千问题，千问", [], ["千问=bytes"]),
    ])
    func `a longer string that is never meant protects what is inside`(
        markdown: String, aliases: [String], expected: [String]
    ) {
        var sample = SampleArchive(markdown)
        sample.add("bytes", ["千问"] + aliases, not: ["个字节", "一千问题"])
        #expect(sample.found == expected)
    }

    @Test func `a string that is not one entity may still be another`() {
        var sample = SampleArchive("星河湾很美，星河很远")
        sample.add("river", ["星河"], not: ["星河湾"])
        sample.add("bay", ["河湾"])
        #expect(sample.found == ["河湾=bay", "星河=river"])
    }

    @Test func `a name of two entities is left alone until something decides`() {
        var sample = SampleArchive("苹果发布新品")
        sample.add("apple", ["苹果公司", "苹果"])
        sample.add("fruit", ["苹果"], .product)
        #expect(sample.found == ["?苹果"])
        sample.archive.articles[0].about = [SampleArchive.located("fruit")]
        #expect(sample.found == ["苹果=fruit"])
        sample.decide(accept: [("苹果", nil, "apple")])
        #expect(sample.found == ["苹果=apple"])
    }

    @Test func `the candidate that the article also names otherwise wins`() {
        var sample = SampleArchive("苹果公司在开会。苹果发布新品")
        sample.add("apple", ["苹果公司", "苹果"])
        sample.add("fruit", ["苹果", "红富士"], .product)
        #expect(sample.found == ["苹果公司=apple", "苹果=apple"])
        #expect(
            MentionMatcher(sample.archive).mentions(in: sample.texts[0]).mentions.map(\.reason)
                == [.alias, .companion])
        sample.archive.articles[0].body = Array("苹果公司和红富士和苹果".utf8)
        #expect(sample.found == ["苹果公司=apple", "红富士=fruit", "?苹果"])
    }

    @Test func `an alias may hold in some articles only`() {
        var sample = SampleArchive([("a", "Tony 来了"), ("b", "Tony 来了")])
        sample.add("wei", ["魏安"], .person)
        sample.alias("Tony", onlyIn: ["b"])
        let matcher = MentionMatcher(sample.archive)
        let found = sample.texts.map { matcher.mentions(in: $0).mentions }
        #expect(found[0].isEmpty)
        #expect(found[1].map(\.reason) == [.decision])
    }

    @Test func `an editor rejects one place or all of them`() {
        var sample = SampleArchive("字节很多。八个字节。字节跳动")
        sample.add("bytedance", ["字节跳动", "字节"])
        #expect(sample.found == ["字节=bytedance", "字节=bytedance", "字节跳动=bytedance"])
        sample.decide(reject: [("字节", "八个字节", nil)])
        #expect(sample.found == ["字节=bytedance", "字节跳动=bytedance"])
        sample.decide(reject: [("字节", nil, nil)])
        #expect(sample.found == ["字节跳动=bytedance"])
        sample.decide(reject: [("字节", nil, "someone-else")])
        #expect(sample.found == ["字节=bytedance", "字节=bytedance", "字节跳动=bytedance"])
        sample.decide(reject: [("八个字节", nil, nil)])
        #expect(sample.found == ["字节=bytedance", "字节跳动=bytedance"])
    }

    @Test func `an editor accepts words that are no name, or doubtful, or inside a longer name`() {
        var sample = SampleArchive("升华为破局。老李说：华为云。")
        sample.add("huawei", ["华为"])
        sample.add("huawei-cloud", ["华为云"], .product)
        sample.add("li", ["李大山"], .person)
        #expect(sample.found == ["华为云=huawei-cloud", "?华为"])
        sample.decide(accept: [("华为", "升华为破局", "huawei"), ("老李", nil, "li")])
        #expect(sample.found == ["华为=huawei", "老李=li", "华为云=huawei-cloud"])
        sample.decide(accept: [("华为", nil, "huawei")])
        #expect(sample.found == ["华为=huawei", "华为云=huawei-cloud"])
        sample.decide(accept: [("华为", "华为云", "huawei")])
        #expect(sample.found == ["华为=huawei", "?华为"])
    }

    @Test(arguments: [
        ("他是模范军人", "范军", true),
        ("市人民政府", "民政", true),
        ("市人民政府", "人民政府", false),
        ("联想发布电脑", "联想", false),
        ("民政部门通知", "民政", false),
        ("他买了华为手机", "华为", false),
        ("华为了生存而战", "华为", false),
    ])
    func `a name that an everyday word crosses is doubtful`(
        text: String, name: String, isDoubtful: Bool
    ) {
        var sample = SampleArchive(text)
        sample.add("x", [name])
        #expect(sample.found.first?.hasPrefix("?") == isDoubtful)
    }

    @Test func `a name that is part of another counts for it, and a circle ends`() {
        var sample = SampleArchive("")
        for (id, parent) in [
            ("v3-1", "v3"), ("v3", "model"), ("model", nil), ("a", "b"), ("b", "a"),
        ] {
            sample.add(id, [id], .product)
            if let parent {
                sample.archive.entities[sample.archive.entities.count - 1].partOf =
                    SampleArchive.located(parent)
            }
        }
        #expect(EntityFamilies(sample.archive.entities).ancestors == [[1, 2], [2], [], [4], [3]])
    }

    @Test func `mentions of random texts are ascending, never overlap and say what they name`() {
        var random = SeededGenerator(seed: 3)
        let letters = ["山", "水", "云", "a", "b", " ", "。", "**"]
        for _ in 0..<400 {
            func word(_ longest: Int) -> String {
                (0..<Int.random(in: 1...longest, using: &random))
                    .map { _ in letters.randomElement(using: &random) ?? "" }.joined()
            }
            var sample = SampleArchive(word(40))
            for id in 0..<8 { sample.add("e\(id)", [word(4)]) }
            let text = sample.texts[0]
            var end = 0
            for mention in MentionMatcher(sample.archive).mentions(in: text).mentions {
                #expect(mention.range.lowerBound >= end)
                end = mention.range.upperBound
                let names = sample.archive.entities[mention.entity].allAliases.map {
                    FoldedText.key($0.text)
                }
                #expect(names.contains(FoldedText.key(text.words(mention.range))))
            }
        }
    }
}
