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
