import Text

/// Words by which blocks inside an article's element are known not to be its text, as data.
enum PruningRules {
    /// The rule by which a block goes; `nil` to keep it.
    ///
    /// `linkShare`: how much of it is links.
    static func rule(for words: String, linkShare: Double) -> String? {
        let lower = words.lowercased()
        let bytes = Array(lower.utf8)
        let length = bytes.count { $0 & 0xC0 != 0x80 }
        for rule in openings where length <= rule.longest && (!rule.needsLink || linkShare > 0) {
            for start in rule.starts where bytes.starts(with: start) { return rule.name }
        }
        for rule in contents where length <= rule.longest {
            for word in rule.words where ByteSearch.contains(word, in: bytes) { return rule.name }
        }
        return bytes.count <= longestWhole ? wholes[lower.trimmingSigns] : nil
    }

    private struct Opening {
        var name: String
        /// In code points.
        var longest: Int
        var needsLink = false
        var starts: [[UInt8]]

        init(name: String, longest: Int, needsLink: Bool = false, starts: [String]) {
            self.name = name
            self.longest = longest
            self.needsLink = needsLink
            self.starts = starts.map { Array($0.utf8) }
        }
    }

    private struct Content {
        var name: String
        var longest: Int
        var words: [[UInt8]]

        init(name: String, longest: Int, words: [String]) {
            self.name = name
            self.longest = longest
            self.words = words.map { Array($0.utf8) }
        }
    }

    private static let openings: [Opening] = [
        Opening(
            name: "read-more", longest: 220, needsLink: true,
            starts: [
                "read more", "read also", "also read", "read:", "more:", "see also", "see more",
                "related:", "related story", "related stories", "related article",
                "recommended:", "watch:", "watch also", "don't miss", "don’t miss", "more on this",
                "click here", "click to", "read next", "also:", "also see", "for more",
                "related roundup", "buyer's guide",
                "leia também", "leia mais", "veja também", "saiba mais", "lea también", "baca juga",
                "lire aussi", "lesen sie auch", "mehr zum thema", "leggi anche", "читайте также",
                "смотрите также",
                "关联阅读", "相关阅读", "相关新闻", "推荐阅读", "延伸阅读", "相關閱讀", "延伸閱讀", "更多精彩", "点击进入", "点击查看",
                "关联文章",
            ]),
        Opening(
            name: "newsletter", longest: 260,
            starts: [
                "sign up for", "sign up to", "subscribe to", "subscribe now", "get the latest",
                "get our", "join our", "enter your email", "receive our", "stay up to date",
                "get daily", "want more", "click here to subscribe", "click here to get",
                "download the", "download our", "like us on", "have a tip",
            ]),
        Opening(
            name: "follow", longest: 320,
            starts: [
                "follow us", "follow me", "follow him", "follow her", "find us on",
                "connect with us", "follow @", "listen to newsbeat", "you can follow", "关注我们",
                "扫码关注", "扫描二维码", "长按识别", "长按二维码", "扫一扫", "欢迎关注", "微信扫", "点击上方", "关注公众号",
            ]),
        Opening(
            name: "advertisement", longest: 60,
            starts: [
                "advertisement", "advertising", "sponsored", "story continues below",
                "article continues below", "article continues after", "continue reading below",
                "this content is", "广告", "廣告", "реклама", "publicidade",
            ]),
        Opening(
            name: "copyright", longest: 400,
            starts: [
                "copyright ©", "copyright 20", "© 20", "©20", "(c) 20", "all rights reserved",
                "版权声明", "版權聲明", "免责声明", "特别声明", "特別聲明", "声明：", "本文版权", "转载请注明", "未经授权", "未经许可",
                "本网站所有", "notice: the content above", "版权归原作者",
            ]),
        Opening(
            name: "credit", longest: 140,
            starts: [
                "image credit", "photo credit", "photo:", "photos:", "photo by", "image:",
                "image via", "image source", "photograph:", "(photo", "credit:", "getty", "图源",
                "图片来源", "photo courtesy", "getty images", "© provided by",
            ]),
        Opening(
            name: "read-count", longest: 24,
            starts: ["阅读数", "阅读量", "阅读次数", "浏览量", "浏览次数", "点击数", "点击次数", "閱讀數", "瀏覽次數"]),
        Opening(name: "byline", longest: 40, starts: ["发布日期", "发布时间", "發佈日期", "發佈時間"]),
        Opening(
            name: "editor", longest: 60,
            starts: [
                "责任编辑", "責任編輯", "责编", "编辑：", "編輯：", "(责任编辑", "（责任编辑", "(责编", "（责编", "本文来源", "文章来源",
                "校对：", "审核：", "监制：", "值班编辑", "(编辑", "（编辑",
            ]),
        Opening(
            name: "share", longest: 60,
            starts: [
                "share this", "share on", "share:", "tweet this", "email this", "print this", "分享到",
                "分享至", "分享：", "compartilhe", "bagikan",
            ]),
        Opening(
            name: "tags", longest: 200, needsLink: true,
            starts: [
                "tags:", "tag:", "tagged", "filed under", "topics:", "categories:", "posted in",
                "标签：", "标签:", "关键词：", "關鍵詞：", "标签",
            ]),
        Opening(
            name: "contact", longest: 320, needsLink: true,
            starts: [
                "email ", "e-mail ", "contact the writer", "contact the author",
                "reach the reporter", "write to ",
            ]),
    ]

    private static let contents: [Content] = [
        Content(
            name: "follow", longest: 200,
            words: [
                "follow us on", "on twitter @", "on twitter and facebook", "like us on facebook",
                "on twitter at @", "our newsletter", "our free newsletter", "newsletter here",
            ]),
        Content(
            name: "credit", longest: 120,
            words: [
                "contributed to this report", "contributed to this article",
                "contributed reporting", "getty images)", "(credit:", "/ getty", "/getty",
                "via getty",
            ]),
        Content(
            name: "subscription", longest: 160,
            words: [
                "to read the full story", "already a subscriber", "subscribers only",
                "subscribe for full access", "to continue reading",
            ]),
        Content(
            name: "cookies", longest: 700,
            words: [
                "uses cookies", "use of cookies", "such as cookies", "cookie policy",
                "our privacy policy",
            ]),
        Content(
            name: "script", longest: 160,
            words: [
                "enable javascript", "javascript is disabled", "javascript is not available",
                "your browser does not support", "请启用javascript",
            ]),
    ]

    private static let wholes: [String: String] = {
        var wholes: [String: String] = [:]
        for (rule, list) in [
            (
                "share",
                "share|tweet|pin|email|print|share this article|share this story|copy link|facebook|twitter|whatsapp|linkedin|reddit|pinterest|分享|收藏|点赞|打印|关闭|关闭窗口|大 中 小|大中小|小字号|字号|t|返回顶部|打印 关闭|打印本页】【关闭窗口|打印本页|关闭窗口"
            ),
            (
                "comments",
                "comments|comment|view comments|show comments|leave a comment|post a comment|leave a reply|no comments|0 comments|评论|发表评论|我要评论|网友评论|跟帖|跟贴"
            ),
            ("advertisement", "advert|ad|ads|loading|loading...|close|search|menu|skip"),
            (
                "read-more",
                "don't miss|don’t miss|read more|see more|view more|show more|more|continue reading|read full article|查看更多|展开全文|阅读全文|阅读原文|点击阅读"
            ),
            ("end-mark", "end|the end|全文完|本文完|完"),
            (
                "gallery",
                "view gallery|view slideshow|open gallery|image|photo|photos|video|play|play video|now playing|replay"
            ),
        ] {
            for words in list.split(separator: "|") { wholes[String(words)] = rule }
        }
        return wholes
    }()

    /// Bytes that a block may have that is one of them, with signs around it.
    private static let longestWhole = 60

    // MARK: - Above

    /// Whether a short block above the text is a line of names and dates.
    static func isByline(_ words: String, weight: Int, authors: [String]) -> Bool {
        guard weight < 160 else { return false }
        let lower = words.lowercased()
        for start in [
            "by ", "by:", "posted by", "posted on", "posted at", "published", "updated",
            "last updated", "last modified", "written by", "author:", "date:", "first published",
            "作者", "来源", "發佈", "发布", "发表于", "时间：", "日期：", "编辑：", "por ", "publicado", "image via",
        ] where lower.hasPrefix(start) {
            return weight < 120 || authors.contains { words.contains($0) }
        }
        if lower.hasPrefix("http://") || lower.hasPrefix("https://") { return true }
        if authors.contains(where: { TitleLikeness.isSame(words, $0) }) { return true }
        // A line that is a date and little else.
        if PageMetadata.date(in: words) != nil, weight < 60 { return true }
        for month in months where lower.contains(month) {
            if weight < 60, words.contains(where: \.isNumber),
                lower.contains("20") || lower.contains("19")
            {
                return true
            }
        }
        return authors.contains { words.contains($0) } && weight < 70
    }

    private static let months = [
        "january", "february", "march", "april", "may ", "june", "july", "august", "september",
        "october", "november", "december", "jan ", "feb ", "mar ", "apr ", "jun ", "jul ", "aug ",
        "sep ", "sept ", "oct ", "nov ", "dec ", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.",
        "dec.", " de ",
    ]

    static let summaryNames: Set<ArraySlice<UInt8>> = Set(
        "subtitle subhead subheadline subheading dek deck standfirst articlesummary entrysummary articledek storydek excerpt subtitulo alternativeheadline articlesubtitle synopsis intro kicker lede zhaiyao"
            .split(separator: " ")
            .map { Array($0.utf8)[...] })

    // MARK: - Below

    /// Whether a short line opens what follows an article.
    static func opensTail(_ words: String) -> Bool {
        let lower = Array(words.lowercased().trimmingSigns.utf8)
        return tails.contains { lower.starts(with: $0) }
    }

    private static let tails: [[UInt8]] = [
        "related", "more great", "more from", "more on", "you might also", "you may also",
        "you may like", "recommended", "read more", "most popular", "most read", "trending",
        "also read", "latest news", "more stories", "further reading", "up next", "editor's picks",
        "editors' picks", "comments", "leave a comment", "leave a reply", "about the author",
        "share this", "sign up", "subscribe", "popular now", "more news", "other stories",
        "see also", "what to read next", "sponsored", "around the web", "from around the web",
        "need more",
        "você pode gostar", "leia também", "veja também", "artikel terkait", "baca juga",
        "ähnliche", "articoli correlati", "相关阅读", "相关新闻", "相关推荐", "推荐阅读", "延伸阅读", "猜你喜欢", "热门推荐",
        "热门文章", "热门新闻", "更多新闻", "相关文章", "相关链接", "精彩推荐", "网友评论", "最新评论", "为你推荐", "相關閱讀", "延伸閱讀",
        "相關文章", "相關新聞", "推薦閱讀", "上一篇", "下一篇", "关注我们", "往期回顾", "往期推荐", "往期精选",
    ].map { Array($0.utf8) }
}

extension String {
    /// Without punctuation, signs and space at both ends.
    var trimmingSigns: String {
        let scalars = Array(unicodeScalars)
        func isSign(_ scalar: Unicode.Scalar) -> Bool {
            !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        }
        guard let first = scalars.firstIndex(where: { !isSign($0) }),
            let last = scalars.lastIndex(where: { !isSign($0) })
        else { return "" }
        return Scalars.string(scalars[first...last])
    }
}
