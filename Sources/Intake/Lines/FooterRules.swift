import Text

/// What stands after an article: each rule has a name that the report prints.
enum FooterRules {
    /// The rule that a line matches, read as a line of the header or the footer; `nil` for a line
    /// of the article.
    ///
    /// The phrases are tried on short lines only: a sentence of the article that quotes one stays.
    static func rule(for line: VisibleLine, title: String?) -> String? {
        let text = line.text
        let shape = LineShape(text)
        if shape.letters == 0 { return nil }
        if EndMark.matches(text) { return "end-mark" }
        if let title,
            let own = line.links.first(where: { Letters.of($0.text) == Letters.of(title) }),
            !own.text.isEmpty, shape.letters - LineShape(own.text).letters <= 40
        {
            return "link-to-itself"
        }
        let lower = text.lowercased()
        for (rule, limit, phrases) in contained where shape.letters <= limit {
            if phrases.contains(where: { lower.contains($0) }) { return rule }
        }
        for (rule, limit, phrases) in leading where shape.letters <= limit {
            if phrases.contains(where: { lower.hasPrefix($0) }) { return rule }
        }
        if ShareWords.fill(text) { return "share-links" }
        return nil
    }

    /// The line opens a list of other articles: what follows it to the end is no part of this one.
    static func opensRelated(_ line: VisibleLine) -> Bool {
        let words = line.text.trimmed.unicodeScalars.filter {
            !"：:-—–|｜▼↓【】[]「」".unicodeScalars.contains($0)
        }
        return related.contains(Scalars.string(words).trimmed.lowercased())
    }

    /// Anywhere in the line; the second column is the longest line (in letters) that the rule
    /// looks at.
    private static let contained: [(String, Int, [String])] = [
        (
            "clipper", 60,
            [
                "cubox 查看", "cubox查看", "在 cubox", "saved from", "clipped from", "clipped with",
                "read on omnivore",
                "open in readwise", "saved to pocket", "via pocket", "from evernote", "印象笔记剪藏",
                "剪藏自", "剪藏于", "由简悦",
                "simpread", "由 obsidian web clipper", "markdownload",
            ]
        ),
        (
            "thanks-for-reading", 50,
            [
                "感谢您的耐心阅读", "感谢阅读", "感謝閱讀", "感谢您的阅读", "感谢你的阅读", "thanks for reading",
                "thank you for reading",
            ]
        ),
        (
            "follow-us", 60,
            [
                "扫码关注", "掃碼關注", "扫描二维码", "扫描下方二维码", "长按识别", "長按識別", "长按二维码", "识别二维码", "关注公众号",
                "关注我们", "关注我的公众号", "欢迎关注",
                "歡迎關注", "点击上方蓝字", "点击蓝字", "设为星标", "加个星标", "点个在看", "点击在看", "一键三连", "点赞、在看", "分享、点赞",
                "点赞收藏", "加入社群", "加入讨论群",
                "follow us on", "subscribe to our", "sign up for our newsletter",
            ]
        ),
        (
            "original-link", 60,
            [
                "点击阅读原文", "點擊閱讀原文", "点击左下角", "点击“阅读原文”", "点击「阅读原文」", "原文链接", "原文連結", "阅读原文", "閱讀原文",
                "查看原文", "原文地址",
            ]
        ),
        (
            "rights-notice", 70,
            [
                "转载请注明", "轉載請註明", "转载请联系", "轉載請聯繫", "未经授权", "未經授權", "未经许可", "未經許可", "版权归原作者",
                "版权归作者", "版权所有", "版權所有", "侵权必究",
                "侵删", "如有侵权", "不代表本站", "不代表本平台", "仅代表作者", "all rights reserved", "禁止转载", "谢绝转载",
                "欢迎转载",
            ]
        ),
        (
            "site-footer", 60,
            [
                "商务合作", "商務合作", "投稿邮箱", "寻求报道", "尋求報道", "内容合作", "广告合作", "违法和不良信息", "icp备", "icp證",
                "公网安备", "京公网",
            ]
        ),
        ("ad", 20, ["广告 ·", "点击下载app", "打开app", "下载客户端", "advertisement"]),
    ]

    /// At the beginning of the line.
    private static let leading: [(String, Int, [String])] = [
        (
            "share-links", 40,
            ["分享到", "分享至", "share this:", "share on ", "like this:", "tweet this"]
        ),
        (
            "rights-notice", 160,
            ["版权声明", "版權聲明", "免责声明", "免責聲明", "声明：", "聲明：", "©", "copyright ©", "(c) 20"]
        ),
        ("length-note", 24, ["全文约", "全文共", "本文约", "本文共", "全文"]),
        (
            "first-published", 90,
            [
                "本文首发于", "本文首發於", "文章首发于", "本文原载", "本文原載", "本文转载自", "本文轉載自", "转载自", "轉載自", "本文来自",
                "本文來自",
            ]
        ),
    ]

    private static let related: Set<String> = [
        "相关阅读", "相關閱讀", "推荐阅读", "推薦閱讀", "延伸阅读", "延伸閱讀", "往期精彩", "往期回顾", "往期推荐", "往期文章", "精彩推荐",
        "热门文章", "热门推荐", "相关文章",
        "相關文章", "更多精彩", "猜你喜欢", "你可能还喜欢", "related posts", "related articles", "related stories",
        "recommended reading", "more from this author",
        "you may also like", "read next", "最新评论", "精选留言", "全部评论", "comments", "leave a reply",
        "发表评论",
    ]
}

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

/// A line of nothing but tags: `#archives #日記`, `#日記#`.
///
/// It is no heading: that has a space after its sign.
enum Hashtags {
    static func of(_ line: String) -> [String]? {
        let words = line.trimmed.split {
            $0 == " " || $0 == "\t" || $0 == "\u{3000}" || $0 == "，" || $0 == ","
        }
        guard !words.isEmpty else { return nil }
        var tags: [String] = []
        for word in words {
            guard word.hasPrefix("#") || word.hasPrefix("＃") else { return nil }
            for part in word.split(whereSeparator: { $0 == "#" || $0 == "＃" }) {
                let shape = LineShape(String(part))
                guard shape.letters > 0, shape.letters <= 30, !shape.endsSentence else {
                    return nil
                }
                tags.append(String(part))
            }
            // `# words` and `## words` are headings, `#` alone is nothing.
            if word.allSatisfy({ $0 == "#" || $0 == "＃" }) { return nil }
        }
        return tags.isEmpty ? nil : tags
    }
}
