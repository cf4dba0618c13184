/// A sentence that names who published the article first: `本文首发于…`, `Originally published in …`.
struct Attribution {
    /// The publisher's name without quotes; `nil` when the sentence names none.
    let outlet: String?
    /// The phrase and the name, for the report.
    let evidence: String

    init?(_ line: VisibleLine) {
        let text = line.text
        guard LineShape(text).letters <= 90 else { return nil }
        let scalars = Array(text.unicodeScalars)
        for phrase in Self.phrases {
            for start in scalars.indices {
                guard let end = Scalars.end(of: phrase, in: scalars, at: start) else { continue }
                let name = Self.name(scalars, from: end)
                outlet = name
                evidence = "`\(Scalars.string(scalars[start..<end]))\(name ?? "")`"
                return
            }
        }
        return nil
    }

    private static func name(_ s: [Unicode.Scalar], from start: Int) -> String? {
        var i = start
        for lead in leads {
            while i < s.count, Scalars.isSpace(s[i]) || "：:".unicodeScalars.contains(s[i]) {
                i += 1
            }
            if let end = Scalars.end(of: lead, in: s, at: i) { i = end }
        }
        while i < s.count, Scalars.isSpace(s[i]) || "：:「《“\"『【".unicodeScalars.contains(s[i]) {
            i += 1
        }
        var end = i
        while end < s.count, !stops.contains(s[end]) { end += 1 }
        let words = Byline.unquoted(Scalars.string(s[i..<end]))
        guard Byline.isName(words), LineShape(words).letters >= 2 else { return nil }
        return words
    }

    private static let stops = Set("，,。；;（(|｜-–—\u{3000}」》”\"』】：:!！、".unicodeScalars)

    private static let leads = ["微信公众号", "微信公眾號", "公众号", "公眾號", "微信", "网站", "知乎专栏"].map {
        Array($0.unicodeScalars)
    }

    private static let phrases: [[Unicode.Scalar]] = [
        "本文首发于", "本文首發於", "文章首发于", "文章首發於", "首发于", "首發於", "原文首发于", "本文原载于", "本文原載於", "原载于", "原載於",
        "原载", "本文最初发表于",
        "本文转载自", "本文轉載自", "转载自", "轉載自", "本文来自", "本文來自", "本文来源", "文章来源", "本文刊于", "本文刊於", "本文由",
    ].map { Array($0.unicodeScalars) }
}
