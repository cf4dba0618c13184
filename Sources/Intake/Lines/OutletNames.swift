/// Names of publishers and platforms as titles and bylines write them.
enum SiteName {
    /// A short name that ends as names of media do (…网, …日报, …博客) or that everyone knows.
    static func matches(_ name: String) -> Bool {
        let shape = LineShape(name)
        guard shape.letters >= 2, shape.letters <= 16, !shape.endsSentence else { return false }
        let lower = name.lowercased()
        if isPlatform(name) || known.contains(lower) { return true }
        if shape.han >= 2, shape.letters >= 3, suffixes.contains(where: { lower.hasSuffix($0) }) {
            return true
        }
        return lower.hasSuffix(".com") || lower.hasSuffix(".cn") || lower.hasSuffix(".net")
            || lower.hasSuffix(".org")
    }

    /// A place where anybody publishes: the outlet is somebody else, if one is named.
    static func isPlatform(_ name: String) -> Bool {
        platforms.contains { name.lowercased() == $0 || name.lowercased().hasPrefix($0 + " ") }
    }

    private static let suffixes = [
        "网", "網", "博客", "部落格", "新闻", "新聞", "日报", "日報", "早报", "早報", "晚报", "晚報", "时报", "時報", "周报",
        "週報",
        "商报", "商報", "邮报", "郵報", "周刊", "週刊", "月刊", "杂志", "雜誌", "社区", "社區", "论坛", "論壇", "频道", "頻道",
        "专栏",
        "專欄", "头条", "頭條", "财经", "財經", "科技", "在线", "在線", "传媒", "傳媒", "通讯社", "通訊社", "电视台", "電視台",
        "广播",
        "廣播", "出版社", "媒体", "媒體", "公园", "公園", "观察", "觀察", "weekly", "daily", "news", "times", "post",
        "magazine",
    ]

    private static let known: Set<String> = [
        "36氪", "虎嗅", "钛媒体", "澎湃", "界面", "晚点", "晚点latepost", "量子位", "机器之心", "新智元", "极客公园", "爱范儿",
        "少数派", "品玩",
        "the verge", "techcrunch", "wired", "ars technica", "reuters", "bbc", "bbc news", "cnn",
        "the new york times",
        "the guardian", "the atlantic", "bloomberg", "engadget", "mit technology review", "infoq",
        "端傳媒", "數位時代", "iThome",
        "ithome", "it之家", "腾讯网", "新浪", "搜狐", "网易", "凤凰", "人民网", "新华社", "中新社", "央视", "wikipedia",
    ]

    private static let platforms: Set<String> = [
        "csdn", "csdn博客", "csdn blog", "知乎", "知乎专栏", "简书", "博客园", "掘金", "稀土掘金", "微信公众平台", "微信公众号",
        "今日头条", "百家号", "搜狐号", "网易号",
        "企鹅号", "大鱼号", "豆瓣", "微博", "雪球", "medium", "substack", "哔哩哔哩", "bilibili", "哔哩哔哩专栏",
        "腾讯云开发者社区", "阿里云开发者社区",
        "segmentfault", "segmentfault 思否", "开源中国", "51cto博客", "新浪博客", "dev community", "youtube",
        "linkedin", "facebook", "twitter", "x",
    ]
}

/// A title apart from the names of sites that browsers and clippers put after it.
struct TitleWords {
    let title: String
    /// From left to right.
    let sites: [String]

    /// Takes names of sites off the end while something that can be a title remains:
    /// `What it says - The Paper - A Blog` → `What it says`.
    init(_ words: String) {
        var rest = words.trimmed
        var taken: [String] = []
        while taken.count < 3, let (head, tail) = Self.split(rest),
            SiteName.matches(tail), LineShape(head).letters >= 4
        {
            taken.insert(tail, at: 0)
            rest = head
        }
        title = rest
        sites = taken
    }

    /// At the last separator; one without spaces around it only counts between other letters than
    /// Latin.
    private static func split(_ words: String) -> (head: String, tail: String)? {
        let scalars = Array(words.unicodeScalars)
        guard let i = scalars.lastIndex(where: { "-–—|｜_丨".unicodeScalars.contains($0) }), i > 0,
            i + 1 < scalars.count
        else { return nil }
        let spaced = scalars[i - 1] == " " || scalars[i + 1] == " "
        if !spaced, scalars[i - 1].isASCII,
            scalars[i - 1].properties.isAlphabetic || scalars[i + 1].isASCII
        {
            return nil
        }
        func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: part)
            return String(text).trimmed
        }
        var head = string(scalars[..<i])
        while head.hasSuffix("-") || head.hasSuffix("—") || head.hasSuffix("_") {
            head = String(head.dropLast()).trimmed
        }
        return (head, string(scalars[(i + 1)...]))
    }
}

/// Picks the publisher among everything that points to one.
enum OutletChoice {
    /// The surest kind of clue decides, the earliest within it; a platform only when nothing else
    /// is known.
    static func best(_ clues: [ArticleDraft.OutletClue]) -> ArticleDraft.OutletClue? {
        clues.enumerated().min { a, b in
            (rank(a.element), a.offset) < (rank(b.element), b.offset)
        }?.element
    }

    private static func rank(_ clue: ArticleDraft.OutletClue) -> Int {
        SiteName.isPlatform(clue.name) && clue.kind != .frontMatter
            ? ArticleDraft.OutletClue.Kind.platform.rawValue : clue.kind.rawValue
    }
}
