/// The publisher in brackets at the very end of an article: `…最后一句。（某某周刊）`.
struct ClosingOutlet {
    let name: String
    /// The line without the bracket.
    let rest: String
    /// The bracket as written.
    let words: String

    init?(_ line: String) {
        let scalars = Array(line.trimmed.unicodeScalars)
        guard let last = scalars.last, last == ")" || last == "）" || last == "】" || last == "]" else { return nil }
        guard let open = scalars.lastIndex(where: { "(（【[".unicodeScalars.contains($0) }) else { return nil }
        let before = scalars[..<open]
        let inside = scalars[(open + 1)..<(scalars.count - 1)]
        // A bracket right after a word belongs to the sentence: 汤道生（Dowson Tong）.
        if let end = before.last, !Scalars.isSpace(end), !LineShape(Scalars.string([end])).endsSentence,
            !"”」』》\"".unicodeScalars.contains(end)
        {
            return nil
        }
        var name = Scalars.string(inside).trimmed
        for lead in ["来源：", "來源：", "来源:", "來源:", "来自：", "出处：", "转自：", "文/", "文｜", "來源｜", "来源｜"] where name.hasPrefix(lead) {
            name = Substring(name.dropFirst(lead.count)).trimmed
        }
        let shape = LineShape(name)
        guard Byline.isName(name), shape.letters >= 2, !Self.asides.contains(where: { name.hasPrefix($0) || name.hasSuffix($0) })
        else { return nil }
        self.name = Byline.unquoted(name)
        rest = Scalars.string(before).trimmed
        words = Scalars.string(scalars[open...])
    }

    /// What closing brackets hold besides publishers.
    private static let asides = [
        "完", "笑", "未完", "待续", "待續", "图", "圖", "摄", "攝", "译", "譯", "注", "註", "编辑", "編輯", "责编", "責編", "记者", "記者", "见", "見",
        "略", "上", "下", "中", "一", "二", "三", "实习生", "作者", "文字", "掌声", "掌聲", "鼓掌",
    ]
}
