import Text

/// The folded words that `PeriodReader` knows.
enum PeriodLexicon {
    typealias Shifted = (words: [[UInt8]], shift: Int)
    typealias Named = (words: [[UInt8]], text: String, month: Int)

    static let asOf = keys("截至", "截止到", "截止", "as of", "by the end of", "at the end of")
    static let months: [Shifted] = [
        (keys("上个月", "上月", "last month"), -1), (keys("本月", "这个月", "this month"), 0),
        (keys("下个月", "下月", "next month"), 1),
    ]
    static let days: [Shifted] = [
        (keys("昨天", "昨日", "yesterday"), -1), (keys("今天", "今日", "today"), 0),
        (keys("明天", "明日", "tomorrow"), 1),
    ]
    static let quarters: [Shifted] = [
        (keys("上个季度", "上一季度", "上季度", "last quarter"), -1),
        (keys("本季度", "这个季度", "this quarter"), 0),
        (keys("下个季度", "下一季度", "下季度", "next quarter"), 1),
    ]
    static let years: [Shifted] = [
        (keys("大前年"), -3), (keys("今年", "本年度", "本年"), 0), (keys("去年"), -1),
        (keys("前年"), -2), (keys("明年"), 1), (keys("后年"), 2),
    ]
    /// Count from the period in force, else from the article's date: 2024年……比上年.
    static let referredYears: [Shifted] = [
        (
            keys(
                "上一年", "上年度", "上年", "前一年", "the previous year", "the prior year", "the year before",
                "a year earlier", "a year before"), -1
        ),
        (keys("当年", "同年", "that year", "the same year"), 0),
        (keys("次年", "翌年", "下一年", "the following year", "the year after"), 1),
    ]
    /// A year ago counts from the article's date; a month is not precise enough for a day.
    static let agoYears: [Shifted] = [
        (keys("a year ago", "one year ago", "一年前"), -1), (keys("two years ago", "两年前"), -2),
        (keys("three years ago", "三年前"), -3),
    ]
    static let monthNames: [[[UInt8]]] = [
        "january jan. jan", "february feb. feb", "march mar. mar", "april apr. apr", "may",
        "june jun. jun",
        "july jul. jul", "august aug. aug", "september sept. sept sep. sep", "october oct. oct",
        "november nov. nov", "december dec. dec",
    ].map { keys($0.split(separator: " ").map(String.init)) }
    /// Words before a month's name that make it a time.
    static let beforeMonth = keys(
        "in ", "since ", "until ", "by ", "last ", "early ", "late ", "mid-", "of ", "from ", "to ",
        "this ", "through ", "for ", "during ")
    /// Times that the article's date does not settle: shown as written.
    static let open = keys(
        "last week", "this week", "next week", "上周", "本周", "下周", "上週", "本週", "下週", "recently", "近期",
        "日前", "近日", "earlier this month",
        "in recent years", "近年来", "fiscal year", "fiscal", "财年", "in recent months")
    static let latinYears: [Shifted] = [
        (keys("this year"), 0), (keys("last year"), -1), (keys("next year"), 1),
    ]
    static let latinParts: [Named] =
        [
            (keys("the first half", "first half", "h1"), "-H1", 1),
            (keys("the second half", "second half", "h2"), "-H2", 7),
        ]
        + ["first", "second", "third", "fourth"].enumerated().map {
            (
                keys("the \($1) quarter", "\($1) quarter", "\($1)-quarter", "q\($0 + 1)"),
                "-Q\($0 + 1)", $0 * 3 + 1
            )
        }
    static let halves: [Named] = [
        (keys("上半年"), "-H1", 1), (keys("下半年"), "-H2", 7),
    ]
    static let inLatin = keys("in ")
    static let ofLatin = keys(" of ")
    static let comma = keys(", ")
    static let space = keys(" ")
    static let year = keys("年度", "年")
    static let of = FoldedText.key("的")
    static let times = FoldedText.key("倍")
    static let whole = keys("全年")
    static let end = keys("年底", "年末", "底", "末")
    static let beginning = keys("年初", "初")
    static let samePeriod = keys("同期", "同季", "同月")
    static let first = keys("前", "头")
    static let ordinal = keys("第")
    static let quarter = keys("个季度", "季度", "季")
    static let plainQuarter = keys("季度")
    static let monthCount = keys("个月", "月")
    static let fiscal = keys("财年", "财政年度", "fiscal year")
    static let ordinalEnds = keys("st", "nd", "rd", "th")
    static let q = keys("q")
    static let month = keys("月份", "月")
    static let monthEnd = keys("底", "末", "初", "上旬", "中旬", "下旬")
    static let day = keys("日", "号")
    static let numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"].map(
        FoldedText.key)
    /// Words before a period that something is compared with.
    static let comparing = keys(
        "比", "较", "从", "自", "相比", "由", "than ", "from ", "since ", "to ", "over ", "versus ", "对比",
        "相对", "相对于", "相较", "较之")
    static let future = keys(
        "将", "预计", "预期", "计划", "打算", "有望", "目标", "will", "expect", "plan", "forecast"
    ).map(ByteSearch.init)

    /// Sentence ends that are not ASCII after folding.
    static let sentenceMarks = Set([scalar(FoldedText.key("。")[...])])

    /// Clause separators that are not ASCII after folding.
    static let clauseMarks = Set(["。", "、"].map { scalar(FoldedText.key($0)[...]) })

    /// By first byte: whether an ASCII word begins with it.
    static let latinStarts: [Bool] = {
        var starts = [Bool](repeating: false, count: 128)
        for word in openers where word[0] < 0x80 { starts[Int(word[0])] = true }
        for digit in 0x30...0x39 { starts[digit] = true }
        return starts
    }()

    /// First scalars of the Han words, as numbers made of their three UTF-8 bytes.
    static let hanStarts = Set(openers.filter { $0[0] >= 0xE0 }.map { scalar($0[...]) })

    private static var openers: [[UInt8]] {
        let plain = asOf + first + ordinal + q + inLatin + numbers
        let named = (halves + latinParts).flatMap(\.words) + monthNames.flatMap { $0 } + open
        return plain + named
            + [months, days, quarters, years, latinYears, referredYears, agoYears].flatMap {
                $0.flatMap(\.words)
            }
    }

    /// The first three bytes as one number.
    static func scalar(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Sorted by length, longest first, so that 截止到 is not read as 截止.
    private static func keys(_ words: String...) -> [[UInt8]] { keys(words) }

    private static func keys(_ words: [String]) -> [[UInt8]] {
        words.map { word in
            // Spaces at the edges are part of a word here, but folding removes them.
            let edge: [UInt8] = word.hasSuffix(" ") ? [0x20] : []
            let start: [UInt8] = word.hasPrefix(" ") ? [0x20] : []
            return start + FoldedText.key(word) + (word == " " ? [] : edge)
        }.sorted { $0.count > $1.count }
    }
}
