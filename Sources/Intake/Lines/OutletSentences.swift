/// A sentence that names who published the article first: `本文首发于…`, `Originally published in …`.
struct Attribution {
    /// The publisher's name without quotes; `nil` when the sentence names none.
    let outlet: String?
    /// The phrase and the name, for the report.
    let evidence: String

    init?(_ line: VisibleLine) {
        let text = line.text
        guard LineShape(text).letters <= 90 else { return nil }
        // `本文由 甲 原创编译，乙 荣誉推出`: the last name is the publisher's.
        if let words = Self.presented.first(where: { text.contains($0) }) {
            let name = line.links.last?.text ?? ""
            outlet = Byline.isName(name) ? name : nil
            evidence = "`\(words)`"
            return
        }
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

    private static let presented =
        WordList.footers.rules(at: "anywhere").first { $0.name == "presented-by" }?.words ?? []

    private static let leads = longestFirst(WordList.outlets["lead"])

    private static let phrases =
        longestFirst(WordList.outlets["first-published"])
        + longestFirst(WordList.outlets["republished"])
        + longestFirst(WordList.outlets["published-by"])

    private static func longestFirst(_ words: [String]) -> [[Unicode.Scalar]] {
        words.map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
    }
}

/// The publisher in brackets at the very end of an article: `…最后一句。（某某周刊）`.
struct ClosingOutlet {
    let name: String
    /// The line without the bracket.
    let rest: String
    /// The bracket as written.
    let words: String

    init?(_ line: String) {
        // A body may be one line of megabytes; only its end is looked at.
        let text = line.trimmed
        let scalars = Array(text.unicodeScalars.suffix(80))
        guard let last = scalars.last, last == ")" || last == "）" || last == "】" || last == "]"
        else { return nil }
        guard let open = scalars.lastIndex(where: { "(（【[".unicodeScalars.contains($0) }) else {
            return nil
        }
        let before = scalars[..<open]
        let inside = scalars[(open + 1)..<(scalars.count - 1)]
        // A bracket directly after a word belongs to the sentence: 汤道生（Dowson Tong）.
        if let end = before.last, !Scalars.isSpace(end),
            !LineShape(Scalars.string([end])).endsSentence,
            !"”」』》\"".unicodeScalars.contains(end)
        {
            return nil
        }
        var name = Scalars.string(inside).trimmed
        for lead in WordList.outlets["closing-lead"] where name.hasPrefix(lead) {
            name = Substring(name.dropFirst(lead.count)).trimmed
        }
        let shape = LineShape(name)
        guard Byline.isName(name), shape.letters >= 2, !Self.isAside(name) else { return nil }
        self.name = Byline.unquoted(name)
        words = Scalars.string(scalars[open...])
        rest = Scalars.string(text.unicodeScalars.dropLast(scalars.count - open)).trimmed
    }

    /// What closing brackets contain besides publishers: end marks, laughter, parts, credits.
    private static func isAside(_ name: String) -> Bool {
        wholes.contains(name) || starts.contains { name.hasPrefix($0) }
            || ends.contains { name.hasSuffix($0) }
    }

    private static let wholes = Set(WordList.outlets["aside"])
    private static let starts = WordList.outlets["aside-start"]
    private static let ends = WordList.outlets["aside-end"]
}
