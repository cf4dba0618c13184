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
