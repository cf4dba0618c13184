/// What a label in a byline announces: `作者：`, `来源 |`, `By`.
enum BylineLabel: Equatable {
    case author, translator, source, account, editor, address, date, originalTitle

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

    private static let marks = Set("：:|｜丨/／".unicodeScalars)

    /// Longest first.
    ///
    /// The last column: whether the words count only with a mark after them.
    private static let table: [([Unicode.Scalar], BylineLabel, Bool)] = {
        let rows: [(String, BylineLabel, Bool)] = [
            ("作者", .author, true), ("原作者", .author, true), ("原创作者", .author, true),
            ("作　者", .author, true),
            ("文", .author, true), ("撰文", .author, true), ("文字", .author, true),
            ("采写", .author, true),
            ("採寫", .author, true), ("采访", .author, true), ("記者", .author, true),
            ("记者", .author, true),
            ("执笔", .author, true), ("主笔", .author, true), ("撰稿", .author, true),
            ("本文作者", .author, true),
            ("author", .author, true), ("by", .author, false), ("written by", .author, false),
            ("翻译", .translator, true), ("翻譯", .translator, true), ("译者", .translator, true),
            ("譯者", .translator, true),
            ("编译", .translator, true), ("編譯", .translator, true),
            ("translated by", .translator, false),
            ("来源", .source, true), ("來源", .source, true), ("文章来源", .source, true),
            ("文章來源", .source, true),
            ("稿源", .source, true), ("出处", .source, true), ("出處", .source, true),
            ("媒体", .source, true),
            ("来源公众号", .account, true), ("公众号", .account, true), ("公眾號", .account, true),
            ("微信公众号", .account, true),
            ("source", .source, true), ("转自", .source, true), ("轉自", .source, true),
            ("转载自", .source, true),
            ("编辑", .editor, true), ("編輯", .editor, true), ("责编", .editor, true),
            ("責編", .editor, true),
            ("责任编辑", .editor, true), ("責任編輯", .editor, true), ("校对", .editor, true),
            ("校對", .editor, true),
            ("审校", .editor, true), ("審校", .editor, true), ("题图", .editor, true),
            ("題圖", .editor, true),
            ("封面", .editor, true), ("监制", .editor, true), ("出品", .editor, true),
            ("运营", .editor, true),
            ("排版", .editor, true), ("统筹", .editor, true), ("editor", .editor, true),
            ("edited by", .editor, false),
            ("原文链接", .address, true), ("原文連結", .address, true), ("原文地址", .address, true),
            ("原文網址", .address, true),
            ("链接", .address, true), ("连结", .address, true), ("連結", .address, true),
            ("网址", .address, true),
            ("本文链接", .address, true), ("url", .address, true), ("link", .address, true),
            ("source url", .address, true),
            ("时间", .date, true), ("時間", .date, true), ("发布时间", .date, true), ("發佈時間", .date, true),
            ("发表时间", .date, true), ("發表時間", .date, true), ("日期", .date, true),
            ("date", .date, true),
            ("发布日期", .date, true), ("published", .date, false), ("posted on", .date, false),
            ("published on", .date, false), ("原标题", .originalTitle, true),
            ("原標題", .originalTitle, true),
        ]
        return rows.map { (Array($0.0.unicodeScalars), $0.1, $0.2) }.sorted {
            $0.0.count > $1.0.count
        }
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
