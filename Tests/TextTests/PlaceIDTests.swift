import TestSupport
import Testing

@testable import Text

@Suite struct PlaceIDTests {
    private static func hash(_ text: String) -> UInt64 {
        let bytes = Array(text.utf8)
        return WordHash.of(bytes, 0..<bytes.count)
    }

    @Test(arguments: [
        ("It rains.", "it  rains"), ("“It rains.”", "It rains!"), ("It's", "It’s"),
        ("a well-known man", "a well\u{2011}known man"), ("馬化騰說：「走。」", "马化腾说：“走。”"),
        ("ＱＱ音樂", "QQ 音乐"), ("café", "cafe\u{301}"), ("Schröder", "Schroder"),
        ("葛\u{E0100}城", "葛城"), ("史蒂夫·乔布斯", "史蒂夫・乔布斯"), ("sol\u{AD}id", "solid"),
        ("一、二", "一二"), ("１２％", "12%"), ("rose −5 %", "rose -5 %"), ("3–5", "3-5"),
        ("史蒂夫⋅乔布斯", "史蒂夫‧乔布斯"),
    ])
    func `texts of the same words have one hash`(a: String, b: String) {
        #expect(Self.hash(a) == Self.hash(b))
    }

    @Test(arguments: [
        ("rose 1.5 %", "rose 15 %"), ("rose 5 %", "rose -5 %"), ("5%", "5"), ("5%", "5‰"),
        ("C++", "C"), ("C#", "C"), ("$5", "€5"), ("山水", "水山"), ("……", "!"), ("*", "**"),
        ("👍", "👎"), ("a b", "b a"), ("", "."), ("1-2", "12"), ("3:15", "315"),
    ])
    func `texts of different words have two`(a: String, b: String) {
        #expect(Self.hash(a) != Self.hash(b))
    }

    /// The search page computes the same; `Tests/Browser/search.test.mjs` has the same table.
    @Test(arguments: [
        ("It rains.", "maliyn24"), ("今天下雨。", "hsg4kizj"), ("……", "thkkvosy"), ("", "aaaairqn"),
        ("Schröder won 51.2 %.", "2wx64lbz"), ("𠀀👍 ok", "noorxyaa"),
    ])
    func `hashes never change`(text: String, expected: String) {
        #expect(PlaceID(bits: Self.hash(text)).description == expected)
    }

    @Test func `places with the same words are numbered in their order`() {
        let ids = PlaceID.numbered(["b", "a", "b", "c", "b"].map(Self.hash)).map(\.description)
        #expect(ids[2] == ids[0] + "-2")
        #expect(ids[4] == ids[0] + "-3")
        #expect(Set(ids).count == 5)
        #expect(ids.allSatisfy { $0.utf8.prefix(8).allSatisfy { $0 >= 0x32 } })
    }

    @Test func `a hundred thousand different texts have as many hashes`() {
        var random = SeededGenerator(seed: 3)
        let words = ["山", "水", "雨", "rain", "sun", "fog", "1", "2", "3.5", "7%"]
        var texts: Set<String> = []
        while texts.count < 100_000 {
            let count = Int.random(in: 6...9, using: &random)
            texts.insert(
                (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(
                    separator: " "))
        }
        // By chance 0.005 pairs of 100,000 would meet.
        #expect(Set(texts.map(Self.hash)).count == texts.count)
    }
}
