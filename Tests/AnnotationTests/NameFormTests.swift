import Archive
import Testing

@testable import Annotation

/// What names demand beyond folding: capitals, characters, plurals, addresses, neighbors, padding.
@Suite struct NameFormTests {
    private static func found(_ text: String, _ names: [Entity.Alias], _ kind: Entity.Kind)
        -> [String]
    {
        var sample = SampleArchive(text)
        sample.add("x", ["☃"], kind)
        sample.archive.entities[0].aliases = names
        return sample.found.map { String($0.prefix { $0 != "=" }) }
    }

    private static func alias(
        _ text: String, _ letters: Entity.LetterCase? = nil, script: Bool = false
    ) -> Entity.Alias {
        var alias = Entity.Alias(text: text, place: .init(file: "x"))
        alias.letterCase = letters
        alias.isScriptExact = script
        return alias
    }

    @Test(
        arguments: [
            ("Early", nil, "Early and early, EARLY.", ["Early", "EARLY"]),
            ("APPLE", nil, "Apple, APPLE, apple", ["Apple", "APPLE"]),
            ("ima", nil, "ima, IMA, Ima", ["ima", "IMA", "Ima"]),
            ("Early", .any, "early", ["early"]),
            ("Early", .exact, "Early, EARLY, early", ["Early"]),
            ("IT", nil, "It is IT, and it is.", ["IT"]),
            ("WHO", nil, "Who is WHO, who?", ["WHO"]),
            ("3M", nil, "3m of 3M", ["3M"]),
            (
                "DeepSeek", nil, "用deepseek写，deepseek 好。“deepseek”行",
                ["deepseek", "deepseek", "deepseek"]
            ),
            ("DeepSeek", nil, "用 AI deepseek 写", []),
            ("Early", nil, "He said “early”.", []),
            ("eBay", nil, "EBAY and ebay", ["EBAY", "ebay"]),
            ("iPhone", nil, "iPhones, IPHONE, the iPhone's", ["iPhones", "IPHONE", "iPhone"]),
            (
                "Boeing", nil, "Boeing's, Boeing’s, Boeings, boeings",
                ["Boeing", "Boeing", "Boeings"]
            ),
            ("F-16", nil, "F-16s and F‑16", ["F-16s", "F‑16"]),
            ("PC", nil, "PCs, PCS, pcs", ["PCs"]),
            ("Fox", nil, "Foxes", []),
            ("Cross", nil, "Crosses", ["Crosses"]),
        ] as [(String, Entity.LetterCase?, String, [String])])
    func `letters decide`(
        name: String, letters: Entity.LetterCase?, text: String, expected: [String]
    ) {
        #expect(Self.found(text, [Self.alias(name, letters)], .organization) == expected)
    }

    @Test(arguments: [
        ("余力", true, "余力说，餘力不足", ["余力"]),
        ("余力", false, "余力说，餘力不足", ["余力", "餘力"]),
        ("ライン", false, "ラインとオンラインのラインナップ、ライン。", ["ライン", "ライン"]),
        ("ライン", false, "ﾗｲﾝとｵﾝﾗｲﾝ", ["ﾗｲﾝ"]),
        ("王明", false, "王　明、王 明、记者王　明报道", ["王　明", "王 明", "王　明"]),
        ("欧阳娜", false, "欧 阳 娜、欧阳　娜", ["欧 阳 娜", "欧阳　娜"]),
        ("José", false, "Jose\u{301} and José, Jose", ["Jose\u{301}", "José"]),
        ("\u{301}\u{302}", false, "a\u{301}\u{302}", []),
        ("\u{200B}", false, "a\u{200B}b", []),
    ])
    func `characters decide`(name: String, script: Bool, text: String, expected: [String]) {
        #expect(Self.found(text, [Self.alias(name, script: script)], .person) == expected)
    }

    @Test func `white space divides names that are not short names of people`() {
        #expect(Self.found("网　易、人民网　易主", [Self.alias("网易")], .organization) == [])
        #expect(Self.found("网　易", [Self.alias("网 易")], .organization) == ["网　易"])
    }

    @Test(arguments: [
        "https://facebook.com/page", "me@facebook.com", "facebook.com", "Facebook.com",
        "www.Facebook.com/x", "see http://x.example/Facebook?y=Facebook.",
    ])
    func `addresses hold no names`(text: String) {
        #expect(Self.found(text, [Self.alias("Facebook", .any)], .organization) == [])
        #expect(
            Self.found("在（\(text)）上", [Self.alias("Facebook", .any)], .organization) == [])
    }

    @Test(arguments: [
        ("Booking.com", "Booking.com said, on Booking.com.", 2),
        ("Facebook", "On Facebook.Then Facebook/Meta, @Facebook and Facebook's.", 4),
    ])
    func `names beside dots and slashes are names`(name: String, text: String, count: Int) {
        #expect(Self.found(text, [Self.alias(name)], .organization).count == count)
    }

    @Test(arguments: [
        ("Hunter Biden left.", ["?Biden"]),
        ("Joe Biden and Biden left.", ["Joe Biden", "Biden"]),
        ("Then President Biden met Mr. Biden, as Sen. Biden had.", ["Biden", "Biden", "Biden"]),
        ("Biden Smith left.", ["?Biden"]),
        ("When Biden left, it was Monday.", ["Biden"]),
        ("Yesterday Biden left; Yesterday's Biden did not.", ["Biden", "Biden"]),
        ("Critics say Biden left. Other critics: Critics Biden.", ["Biden", "Biden"]),
        ("James P. Biden and James P. Hill", ["?Biden"]),
        ("Joe R. Biden left.", ["Biden"]),
        ("NATO Biden left.", ["Biden"]),
        ("# Biden Signs Bill On Ships\n\nx", ["Biden"]),
        ("# Hunter Biden Signs Bill\n\nx", ["?Biden"]),
        ("我们见到 Hunter Biden 了", ["?Biden"]),
    ])
    func `a one-word name beside another person's name is doubtful`(
        text: String, expected: [String]
    ) {
        let names = [Self.alias("Joe Biden"), Self.alias("Biden")]
        #expect(Self.found(text, names, .person) == expected)
    }

    @Test func `the report of a doubtful neighbor has the lines to paste`() {
        var sample = SampleArchive("Hunter Biden left.")
        sample.add("biden", ["Joe Biden", "Biden"], .person)
        let report = sample.check.joined(separator: "\n")
        #expect(report.contains("`Biden` in `Hunter Biden` could mean `biden` or somebody else"))
        #expect(report.contains("reject: [{text: Biden, quote: Hunter Biden}]"))
        sample.decide(accept: [("Biden", "Hunter Biden", "biden")])
        #expect(sample.found == ["Biden=biden"])
    }

    @Test func `a not string that folds to the name is meant as it is written`() {
        var sample = SampleArchive("餘力不足。余力说好。")
        sample.add("yu", ["余力"], .person, not: ["餘力"])
        #expect(sample.found == ["余力=yu"])
        #expect(!sample.check.joined().contains("idle-not"))
        var us = SampleArchive("US and us")
        us.add("us", ["US"], not: ["us"])
        #expect(us.found == ["US=us"])
        #expect(!us.check.joined().contains("idle-not"))
    }

    @Test func `no alias with a match is reported as unused`() {
        for (alias, text) in [
            ("Zoë", "Zoe\u{308} came"), ("Müller", "Mu\u{308}ller"), ("iPhone", "two iPhones"),
            ("史蒂夫·乔布斯", "史蒂夫・乔布斯"), ("O'Neill", "O’Neill"), ("王明", "王　明"),
        ] {
            var sample = SampleArchive(text)
            sample.add("x", ["☃", alias], .person)
            #expect(!sample.check.joined().contains("unused-alias"), "\(alias)")
        }
        var sample = SampleArchive("early, 餘力")
        sample.add("x", ["☃", "Early"])
        #expect(sample.check.joined().contains("unused-alias"))
    }

    @Test(arguments: [
        ("我的行李想带就带", "李想"), ("讓人聯想起往事", "联想"), ("进了腾讯会议室", "腾讯会议"),
    ])
    func `a name that an everyday word crosses is doubtful`(text: String, name: String) {
        var sample = SampleArchive(text)
        sample.add("x", [name], .person)
        sample.add("tencent", ["腾讯"])
        #expect(sample.found.contains { $0.hasPrefix("?") }, "\(sample.found)")
    }

    @Test func `a padded name is reported as typography`() {
        var sample = SampleArchive("出席：王　明、王 明。")
        sample.add("wang", ["王明"], .person)
        #expect(sample.check.joined().contains("[padded-name]"))
        #expect(sample.check.joined().contains("and 1 more in this article"))
    }
}
