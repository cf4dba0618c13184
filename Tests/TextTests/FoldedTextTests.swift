import Foundation
import TestSupport
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
        // Composition.
        ("e\u{301}te\u{301}", "\u{E9}t\u{E9}"),
        ("\u{FF8A}\u{FF9E}か\u{3099}", "\u{30D0}\u{304C}"),
        ("\u{1100}\u{1161}\u{11A8}", "\u{AC01}"),
        ("a\u{323}\u{302}a\u{302}\u{323}", "\u{1EAD}\u{1EAD}"),
        ("\u{FB01}nance", "finance"),
        ("x\u{302}1\u{338}", "x\u{302}1\u{338}"),
        // Variation selectors and characters without width.
        ("葛\u{E0100}飾\u{FE00}", "葛饰"),
        ("Hew\u{AD}lett", "hewlett"),
        // Middle dots.
        ("史·蒂‧夫•乔・布･斯．甲∙乙⋅丙.丁", "史.蒂.夫.乔.布.斯.甲.乙.丙.丁"),
        ("史蒂夫 · 乔布斯", "史蒂夫.乔布斯"),
        ("3·15 3.15 ３．１５", "3\u{B7}15 3.15 3.15"),
        // Apostrophes and quotation marks.
        ("O'N O’N O‘N O`N OʼN O′N O＇N", "o'n o'n o'n o'n o'n o'n o'n"),
        ("“a” \"a\" „a‟ ＂a＂", "\"a\" \"a\" \"a\" \"a\""),
        // Hyphens, ranges, minus signs.
        ("GPT-4 GPT‑4 GPT‐4 GPT–4 GPT－4", "gpt-4 gpt-4 gpt-4 gpt-4 gpt-4"),
        ("3-5 3–5", "3-5 3-5"),
        ("F−16 3−5", "f−16 3−5"),
        ("-5 −5 下降–5 (-5", "−5 −5下降−5 (−5"),
        ("Coca−Cola", "coca-cola"),
        ("a—b", "a—b"),
        // Thousands separators.
        ("1,234.5 １，２３４ 1’234’567 12,34,567", "1234.5 1234 1234567 1234567"),
        ("1\u{202F}234 1\u{A0}234", "1234 1234"),
        ("2019,100 0,234 1,23 1,2345 1,234,5", "2019,100 0,234 1,23 1,2345 1,234,5"),
        ("0324，3月", "0324,3月"),
        // Padded names.
        ("王　明、张 三", "王明、张三"),
        ("记者王　明报道", "记者王明报道"),
        ("记者 王 明 报道", "记者 王明 报道"),
        ("欧阳 娜、诸葛 亮 说", "欧阳娜、诸葛 亮说"),
        ("大王 明天", "大王 明天"),
        ("김 씨", "김 씨"),
        // Compatibility forms that are one character; digits keep their form.
        ("H₂O ㊗ Ⓐ ℓ 𝐀 10⁶ ①", "h2o 祝 a l a 10⁶ ①"),
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
        ("ae\u{301}b", "\u{E9}", "e\u{301}"),
        ("e\u{301}e\u{301}", "\u{E9}\u{E9}", "e\u{301}e\u{301}"),
        ("x\u{302}y", "x", "x\u{302}"),
        ("x\u{302}y", "\u{302}", "x\u{302}"),
        ("o\u{FB03}ce", "f", "\u{FB03}"),
        ("o\u{FB03}ce", "fic", "\u{FB03}c"),
        ("在葛\u{E0100}飾\u{FE00}区", "葛饰", "葛\u{E0100}飾\u{FE00}"),
        ("在葛\u{E0100}飾\u{FE00}区", "区", "区"),
        ("共1,234.5人", "1234", "1,234"),
        ("王　 明", "王明", "王　 明"),
        ("史 · 乔", "史.", "史 ·"),
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

    @Test func `letters and their marks are composed as Foundation composes them`() {
        var random = SeededGenerator(seed: 16)
        let pool =
            Array("aeiouAEIOUnczsdkKgあかさはウハ가나\u{915}\u{9A1}".unicodeScalars)
            + Array("ộǖḝṩấǭЙіΐ한글\u{958}\u{FB2C}\u{344}".unicodeScalars)
        let marks =
            [
                0x300, 0x301, 0x302, 0x303, 0x304, 0x307, 0x308, 0x30C, 0x323, 0x327, 0x331, 0x342,
                0x345, 0x1161, 0x93C, 0x9BC, 0x338, 0x5BC,
            ].compactMap { Unicode.Scalar($0 as UInt32) } + ["\u{3099}", "\u{309A}"]
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            text.append(pool.randomElement(using: &random) ?? "a")
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                text.append(marks.randomElement(using: &random) ?? "\u{301}")
            }
            let expected = String(text).precomposedStringWithCanonicalMapping
            let composed = Composition.shared.composed(text.map(\.value))
            #expect(composed == expected.unicodeScalars.map(\.value), "\(text.map(\.value))")
        }
    }

    /// Every match of a folded part leads to the characters that fold to it, and no others.
    @Test func `offsets lead back to whole characters`() {
        var random = SeededGenerator(seed: 17)
        for _ in 0..<3000 {
            let text = FoldForms.text(&random)
            let bytes = Array(text.utf8)
            let folded = FoldedText(bytes)
            var starts = Set(folded.bytes.indices.filter { folded.bytes[$0] & 0xC0 != 0x80 })
            starts.insert(folded.bytes.count)
            let places = starts.sorted()
            for (start, end) in zip(places, places.dropFirst())
            where folded.bytes[start] != 0x20 {
                let range = folded.original(start..<end)
                #expect(!range.isEmpty)
                let words = Array(bytes[range])
                #expect(UTF8Validity.firstInvalid(words) == nil, "\(text)")
                #expect(folded.folded(range.lowerBound) <= start, "\(text)")
            }
            let whole = folded.original(0..<folded.bytes.count)
            let again = FoldedText(Array(bytes[whole])).bytes
            #expect(again == folded.bytes, "\(text)")
        }
    }

    @Test func `every form of a name folds to one`() {
        var random = SeededGenerator(seed: 18)
        for _ in 0..<1000 {
            let name = FoldForms.name(&random)
            let key = FoldedText.key(name)
            #expect(!key.isEmpty)
            for _ in 0..<8 {
                let form = FoldForms.form(of: name, &random)
                #expect(FoldedText.key(form) == key, "\(name) \(form)")
            }
        }
    }
}
