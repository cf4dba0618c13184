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

/// Words of bylines that say nothing: `原创`, `发布于`, `关注`, `IP属地：北京`, `3天前`.
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

    private static let days = table([
        "刚刚", "剛剛", "昨天", "前天", "今天", "yesterday", "today", "just now",
    ])

    private static let ago = table([
        "秒前", "分钟前", "分鐘前", "小时前", "小時前", "天前", "周前", "週前", "个月前", "個月前", "年前", "minutes ago",
        "minute ago", "hours ago", "hour ago", "days ago", "day ago", "weeks ago", "week ago",
        "months ago",
    ])

    private static let fillers = table([
        "原创", "原創", "转载", "轉載", "首发", "已关注", "关注", "關注", "发布于", "發佈於", "發布於", "发表于", "發表於", "发布",
        "更新于", "更新於",
        "编辑于", "編輯於", "修改于", "最后更新", "最後更新", "听全文", "阅读原文", "专栏", "收藏", "点赞", "分享", "举报", "版权",
        "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日", "周一", "周二", "周三", "周四", "周五", "周六", "周日",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
        "wed", "thu",
        "fri", "sat", "sun", "updated", "last updated", "posted", "follow", "share", "on", "in",
        "at", "am", "pm", "min read",
        "ip属地", "ip屬地",
    ])
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

    private static let measures = ["次", "人", "条", "條", "个", "個", "min", "分钟", "分鐘"].map {
        Array($0.unicodeScalars)
    }

    private static let nouns: [[Unicode.Scalar]] = [
        "阅读数", "閱讀數", "阅读量", "閱讀量", "阅读", "閱讀", "浏览数", "浏览量", "瀏覽量", "浏览", "瀏覽", "点击量", "点击数", "点击",
        "點擊",
        "评论数", "评论", "評論", "点赞数", "点赞", "點讚", "赞", "讚", "收藏数", "收藏", "分享", "转发", "轉發", "回复", "回覆",
        "喜欢", "在看",
        "已读", "人气", "字数", "字數", "播放", "收录于合集", "views", "view", "reads", "read", "likes", "like",
        "comments", "comment",
        "shares", "replies", "retweets", "claps", "words",
    ].map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
}
