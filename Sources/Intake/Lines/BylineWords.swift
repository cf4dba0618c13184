/// What a label in a byline announces: `作者：`, `来源 |`, `By`.
enum BylineLabel: String {
    case author, translator, source, account, editor, address, date
    case originalTitle = "original-title"

    /// The longest label that begins at scalar `start`, and the index after it and its colon or
    /// bar.
    static func match(_ scalars: [Unicode.Scalar], at start: Int) -> (label: BylineLabel, end: Int)?
    {
        for (words, label, needsMark) in table {
            guard let after = Scalars.end(of: words, in: scalars, at: start) else { continue }
            var i = after
            while i < scalars.count, Scalars.isSpace(scalars[i]) { i += 1 }
            if i < scalars.count, Self.marks.contains(scalars[i]) {
                return (label, i + 1)
            }
            if !needsMark, i > after { return (label, i) }
        }
        return nil
    }

    /// The label that a line begins with, if a mark follows it.
    static func opening(_ line: String) -> BylineLabel? {
        let scalars = Array(line.trimmed.unicodeScalars.prefix(40))
        guard let found = match(scalars, at: 0), marks.contains(scalars[found.end - 1]) else {
            return nil
        }
        return found.label
    }

    private static let marks = Set("：:|｜丨/／".unicodeScalars)

    /// Longest first.
    ///
    /// The last column: whether the words count only with a mark after them.
    private static let table: [([Unicode.Scalar], BylineLabel, Bool)] = {
        let rows = WordList.labels.sections.flatMap { section in
            let label = BylineLabel(rawValue: section.name)
            return section.words.compactMap { words in
                label.map {
                    (Array(words.unicodeScalars), $0, section.options["mark"] == nil)
                }
            }
        }
        return rows.sorted { $0.0.count > $1.0.count }
    }()
}

/// Comparing stretches of scalars without regard to ASCII case.
enum Scalars {
    static func end(of words: [Unicode.Scalar], in text: [Unicode.Scalar], at start: Int) -> Int? {
        guard start + words.count <= text.count else { return nil }
        for k in words.indices where lower(text[start + k]) != lower(words[k]) { return nil }
        if let last = words.last, isASCIILetter(last), start + words.count < text.count,
            isASCIILetter(text[start + words.count])
        {
            return nil
        }
        if let first = words.first, isASCIILetter(first), start > 0, isASCIILetter(text[start - 1])
        {
            return nil
        }
        return start + words.count
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\u{3000}" || scalar == "\u{A0}"
    }

    static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.properties.isAlphabetic
    }

    static func string(_ part: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: part)
        return String(view)
    }

    private static func lower(_ scalar: Unicode.Scalar) -> UInt32 {
        (0x41...0x5A).contains(scalar.value) ? scalar.value + 0x20 : scalar.value
    }
}

/// Words of bylines without meaning for the article: `原创`, `发布于`, `关注`, `IP属地：北京`, `3天前`.
enum BylineFiller {
    static let separators = Set("|｜丨·•‧/／，,;；()（）[]【】〔〕→—–-_：:\t".unicodeScalars)

    static func end(_ s: [Unicode.Scalar], at start: Int) -> (end: Int, isRelativeDate: Bool)? {
        if let end = relative(s, at: start) { return (end, true) }
        for words in fillers {
            if let end = Scalars.end(of: words, in: s, at: start) { return (end, false) }
        }
        return nil
    }

    /// `3天前`, `昨天 14:22`, `2 hours ago`.
    private static func relative(_ s: [Unicode.Scalar], at start: Int) -> Int? {
        for words in days {
            guard let end = Scalars.end(of: words, in: s, at: start) else { continue }
            return end
        }
        var i = start
        while i < s.count, (0x30...0x39).contains(s[i].value) { i += 1 }
        guard i > start else { return nil }
        while i < s.count, Scalars.isSpace(s[i]) { i += 1 }
        for words in ago {
            if let end = Scalars.end(of: words, in: s, at: i) { return end }
        }
        return nil
    }

    private static func table(_ words: [String]) -> [[Unicode.Scalar]] {
        words.map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
    }

    private static let days = table(WordList.bylines["day"])
    private static let ago = table(WordList.bylines["ago"])
    private static let fillers = table(WordList.bylines["filler"])
}

/// Figures that a page shows about its readers: `阅读数：736`, `1.2万次浏览`, `12 comments`.
enum ReaderCount {
    /// The index after a figure that begins at scalar `start`.
    static func end(_ scalars: [Unicode.Scalar], at start: Int) -> Int? {
        for words in nouns {
            guard var i = Scalars.end(of: words, in: scalars, at: start) else { continue }
            while i < scalars.count, Scalars.isSpace(scalars[i]) || isMark(scalars[i]) { i += 1 }
            if let after = number(scalars, at: i) { return after }
        }
        guard var i = number(scalars, at: start) else { return nil }
        while i < scalars.count, Scalars.isSpace(scalars[i]) { i += 1 }
        for measure in measures {
            if let after = Scalars.end(of: measure, in: scalars, at: i) {
                i = after
                while i < scalars.count, Scalars.isSpace(scalars[i]) { i += 1 }
                break
            }
        }
        for words in nouns {
            if let after = Scalars.end(of: words, in: scalars, at: i) { return after }
        }
        return nil
    }

    private static func number(_ scalars: [Unicode.Scalar], at start: Int) -> Int? {
        var i = start
        while i < scalars.count,
            (0x30...0x39).contains(scalars[i].value)
                || i > start && ".,".unicodeScalars.contains(scalars[i])
        {
            i += 1
        }
        guard i > start else { return nil }
        while i < scalars.count, "万萬亿億kKmMwW+".unicodeScalars.contains(scalars[i]) { i += 1 }
        return i
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        "：:()（）".unicodeScalars.contains(scalar)
    }

    private static let measures = WordList.bylines["measure"].map { Array($0.unicodeScalars) }

    private static let nouns = WordList.bylines["figure"].map { Array($0.unicodeScalars) }
        .sorted { $0.count > $1.count }
}
