import TestSupport
import Text

/// Texts of several scripts by chance, with few enough characters that they meet again and again.
enum RandomText {
    static let simplified = Array("云马华书东车门长风见言语说话时间问题发现国学会对来电龙鸟鱼".unicodeScalars.map(\.value))
    static let traditional = Array("雲馬華書東車門長風見言語說話時間問題發現國學會對來電龍鳥魚".unicodeScalars.map(\.value))
    static let words = [
        "GPT", "ai", "QQ", "Paper", "pap", "x", "iPhone15", "14.14", "3.5", "767", "é", "Über",
        "v2.0.1",
    ]
    static let signs = [
        "，", "。", " ", "、", "-", "（", "\n", "\n\n", ".", "％", "\u{3000}", "\u{200B}",
    ]

    static func page(_ random: inout SeededGenerator) -> [UInt8] {
        var text = ""
        for _ in 0..<Int.random(in: 40...160, using: &random) {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<6:
                let script = Bool.random(using: &random) ? simplified : traditional
                text += string(
                    (0..<Int.random(in: 1...9, using: &random)).map { _ in pick(script, &random) })
            case 6..<8: text += pick(words, &random)
            default: text += pick(signs, &random)
            }
        }
        return Array(("始" + text + "终止于此，再见了").utf8)
    }

    /// Ranges that follow one another and cover the text, cut anywhere between characters.
    static func passages(_ text: [UInt8], _ random: inout SeededGenerator) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        while start < text.count {
            var end = min(text.count, start + Int.random(in: 60...400, using: &random))
            while end < text.count, isInside(text, end) { end += 1 }
            ranges.append(start..<end)
            start = end
        }
        return ranges
    }

    static func traditional(_ text: String) -> String {
        string(
            text.unicodeScalars.map { scalar in
                simplified.firstIndex(of: scalar.value).map { traditional[$0] } ?? scalar.value
            })
    }

    static func string(_ scalars: [UInt32]) -> String {
        var bytes: [UInt8] = []
        for scalar in scalars { UTF8Scalars.append(scalar, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Inside a character, or between a letter and what may belong to its word: passages end at
    /// Han text or signs.
    private static func isInside(_ text: [UInt8], _ end: Int) -> Bool {
        guard text[end] & 0xC0 != 0x80 else { return true }
        guard let before = UTF8Scalars.decode(text, before: end)?.scalar else { return false }
        return ScalarClass(before) != .han
            || ScalarClass(UTF8Scalars.decode(text, at: end).scalar) != .han
    }

    private static func pick<Element>(_ from: [Element], _ random: inout SeededGenerator) -> Element
    {
        from[Int.random(in: 0..<from.count, using: &random)]
    }
}
