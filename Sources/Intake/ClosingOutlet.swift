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
        // A bracket right after a word belongs to the sentence: 汤道生（Dowson Tong）.
        if let end = before.last, !Scalars.isSpace(end),
            !LineShape(Scalars.string([end])).endsSentence,
            !"”」』》\"".unicodeScalars.contains(end)
        {
            return nil
        }
        var name = Scalars.string(inside).trimmed
        for lead in ["来源：", "來源：", "来源:", "來源:", "来自：", "出处：", "转自：", "文/", "文｜", "來源｜", "来源｜"]
        where name.hasPrefix(lead) {
            name = Substring(name.dropFirst(lead.count)).trimmed
        }
        let shape = LineShape(name)
        guard Byline.isName(name), shape.letters >= 2, !Self.isAside(name) else { return nil }
        self.name = Byline.unquoted(name)
        words = Scalars.string(scalars[open...])
        rest = Scalars.string(text.unicodeScalars.dropLast(scalars.count - open)).trimmed
    }

    /// What closing brackets hold besides publishers: ends, laughter, parts, credits.
    private static func isAside(_ name: String) -> Bool {
        wholes.contains(name) || starts.contains { name.hasPrefix($0) }
            || ends.contains { name.hasSuffix($0) }
    }

    private static let wholes: Set<String> = [
        "全文完", "完结", "未完", "大笑", "鼓掌", "掌声", "掌聲", "笑声", "笑聲", "略", "上篇", "中篇", "下篇", "之一", "之二",
        "之三", "完",
    ]

    private static let starts = [
        "未完", "待续", "待續", "图源", "圖源", "图片", "圖片", "图/", "圖/", "摄影", "攝影", "编辑", "編輯", "责编", "責編",
        "记者", "記者", "见", "見", "实习",
        "作者", "文字", "注：", "註：", "译者", "譯者", "本文", "以上",
    ]

    private static let ends = [
        "摄", "攝", "译", "譯", "注", "註", "记者", "記者", "待续", "待續", "供图", "供圖", "掌声", "掌聲",
    ]
}
