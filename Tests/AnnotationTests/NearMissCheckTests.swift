import Archive
import Testing
import Text

@testable import Annotation

@Suite struct NearMissCheckTests {
    static func check(_ sample: SampleArchive) -> [String] {
        let matcher = MentionMatcher(sample.archive)
        let texts = sample.texts
        return NearMissCheck(sample.archive, matcher)
            .diagnostics(texts, texts.map { matcher.mentions(in: $0) }).map { $0.rendered() }
    }

    @Test func `another region's word for a name is told with the line to add`() {
        var sample = SampleArchive([
            ("a", "# 題\n\n打開視訊號看看，視訊號很熱。"), ("b", "视讯号上线"), ("c", "视频号上线"),
        ])
        sample.add("channels", ["视频号"], .product)
        #expect(
            Self.check(sample) == [
                """
                content/articles/a.md:3:7: warning: `視訊號` is another region's word for `视频号`, a name of `channels`, and is not linked (3 times in 2 articles) [near-miss]
                打開視訊號看看，視訊號很熱。
                    ^
                  note: in `content/articles/a.md`: 打開[視訊號]看看，視訊號很熱。
                  note: in `content/articles/b.md`: [视讯号]上线
                  help: add to `content/products/channels.md`:
                        aliases: [視訊號]
                """
            ])
        sample.archive.entities[0].aliases = [
            .init(text: "Channels", place: .init(file: "content/products/channels.md"))
        ]
        #expect(
            Self.check(sample)[0].hasSuffix(
                "write in `content/products/channels.md`:\n        aliases: [Channels, 視訊號]"))
    }

    @Test(arguments: [
        ("山水软件", "山水軟體", true), ("山水软件", "山水软件", false), ("山水网络", "山水網路", true),
        ("山水信息", "山水資訊", true), ("山水信息", "山水訊息", true), ("小山程序", "小山程式", true),
        ("山水服务器", "山水伺服器", true), ("紐西蘭", "新西兰", true), ("硅谷山", "矽谷山", true),
        ("山云", "山雲端", false), ("山水云端", "山水雲", true), ("山水云", "山水雲端", false),
        ("祖克柏", "扎克伯格", true), ("山水", "山水軟體", false),
    ])
    func `one word of a name is replaced, in both directions`(
        name: String, text: String, isNearMiss: Bool
    ) {
        var sample = SampleArchive("在\(text)。")
        sample.add("x", [name])
        #expect(!Self.check(sample).isEmpty == isNearMiss)
    }

    @Test func `words that are a name, inside one, never meant or rejected are no near miss`() {
        var sample = SampleArchive("視訊號很熱。")
        sample.add("channels", ["视频号"], .product)
        #expect(Self.check(sample).count == 1)
        var other = sample
        other.add("club", ["視訊號俱乐部", "视讯号"])
        #expect(Self.check(other).isEmpty)
        other = sample
        other.archive.entities[0].not = [SampleArchive.located("视讯号")]
        #expect(Self.check(other).isEmpty)
        sample.decide(reject: [("視訊號", nil, nil)])
        #expect(Self.check(sample).isEmpty)
    }
}
