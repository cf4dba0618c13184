/// A line that says the article is over: `- End -`, `（完）`, `全文完`.
enum EndMark {
    static func matches(_ text: String) -> Bool {
        let letters = String(decoding: Letters.of(text), as: UTF8.self).lowercased()
        guard marks.contains(letters) else { return false }
        // The bare word may be the last word of a poem; a mark has dashes, brackets or says it in
        // full.
        return letters == "theend" || letters.unicodeScalars.count > 1 && letters != "end"
            || LineShape(text).scalars > letters.unicodeScalars.count || text == "END"
            || text == "完"
    }

    private static let marks: Set<String> = [
        "end", "theend", "fin", "完", "全文完", "正文完", "本文完", "文章完", "已完结", "正文结束", "全文终", "终", "終",
    ]
}

/// A line of nothing but the names of places to share to.
enum ShareWords {
    static func fill(_ text: String) -> Bool {
        let words = text.lowercased().split { " \u{3000}|｜·•、/,，:：\t".contains($0) }.map(
            String.init)
        return words.count >= 2 && words.allSatisfy { names.contains($0) }
    }

    private static let names: Set<String> = [
        "微信", "微博", "新浪微博", "朋友圈", "qq", "qq空间", "qq好友", "qzone", "豆瓣", "facebook", "twitter", "x",
        "linkedin", "line",
        "email", "e-mail", "print", "pinterest", "reddit", "whatsapp", "telegram", "tumblr",
        "pocket", "share", "tweet", "like",
        "分享", "点赞", "在看", "收藏", "转发", "复制链接", "赞", "打赏", "赞赏", "举报", "海报", "评论", "copy", "link",
        "邮件", "打印", "分享到",
    ]
}
