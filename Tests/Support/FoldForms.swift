import Foundation

/// Names and texts in all the forms that folding takes for one.
public enum FoldForms {
    private static let latin = [
        "Renée", "O'Hara", "Jean-Paul", "GPT-4o", "Zoë", "Müller", "D'Arcy", "Ångström", "Sony",
        "F-16", "Łódź", "K2", "señor",
    ]
    private static let simplified = Array("云马华书东车门长风见言语说话时间问题发现国学会对来电龙鸟")
    private static let traditional = Array("雲馬華書東車門長風見言語說話時間問題發現國學會對來電龍鳥")
    private static let others = ["가온", "カード", "が", "Йод", "ガス"]
    private static let dots = ["·", "‧", "•", "・", "･", "．", "∙", "⋅", " · "]

    /// Two to four Han characters, Latin words, a transcribed name with middle dots, or others.
    public static func name(_ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: han(2...3, &random)
        case 1: han(4...6, &random)
        case 2: han(2...3, &random) + "·" + han(2...3, &random)
        case 3: pick(latin, &random) + " " + pick(latin, &random)
        case 4: pick(latin, &random)
        default: pick(others, &random) + han(2...2, &random)
        }
    }

    /// Another form of a name: composition, width, script, dots, apostrophes, hyphens, selectors,
    /// padding.
    public static func form(of name: String, _ random: inout SeededGenerator) -> String {
        var form = ""
        for character in name {
            if let index = simplified.firstIndex(of: character), Bool.random(using: &random) {
                form.append(traditional[index])
            } else {
                switch character {
                case "·": form += pick(dots, &random)
                case "'": form += pick(["'", "’", "‘", "`", "ʼ", "′", "＇", "´"], &random)
                case "-": form += pick(["-", "‐", "‑", "–", "－"], &random)
                default: form.append(character)
                }
            }
            if Int.random(in: 0..<12, using: &random) == 0, character != " " {
                form += pick(["\u{200B}", "\u{FEFF}", "\u{AD}", "\u{FE0F}"], &random)
            }
        }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: form = form.decomposedStringWithCanonicalMapping
        case 1: form = form.precomposedStringWithCanonicalMapping
        case 2 where !form.contains(where: { "–‑‐•".contains($0) }): form = widened(form)
        default: break
        }
        if name.count <= 3, name.allSatisfy({ simplified.contains($0) }) {
            form = Array(form).map(String.init).joined(
                separator: pick(["", " ", "\u{3000}", "\u{A0}", "  "], &random))
        }
        return form
    }

    /// A text of names, numbers, marks and white space by chance.
    public static func text(_ random: inout SeededGenerator) -> String {
        let pieces = [
            "1,234", "３，２１０", "12'345", "3·15", "-5", "−5", "3–5", " ", "　", "\n", "，", "。", "·",
            "•", "\u{301}", "\u{308}", "\u{FE0F}", "\u{200B}", "'", "’", "-", ".", "\u{FB03}",
            "\u{3099}",
            "x\u{302}", "9", "z", "天",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            text +=
                Bool.random(using: &random)
                ? pick(pieces, &random) : form(of: name(&random), &random)
        }
        return text
    }

    private static func han(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
        String(
            (0..<Int.random(in: count, using: &random)).map { _ in
                simplified.randomElement(using: &random) ?? "云"
            })
    }

    private static func widened(_ text: String) -> String {
        var wide = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isASCII = 0x21...0x7E ~= scalar.value && scalar != "-"
            wide.append(isASCII ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
        }
        return String(wide)
    }

    private static func pick(_ list: [String], _ random: inout SeededGenerator) -> String {
        list.randomElement(using: &random) ?? ""
    }
}
