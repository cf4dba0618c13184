/// All units: the only place to change when a unit is added.
///
/// A row gives the unit's id and its words in Chinese and English; `_` stands for a space inside a
/// word. Words are matched after folding (width, case, Traditional to Simplified). `.ten(3, words)`
/// are words for 10³ of the unit, `.two(10, words)` for 2¹⁰.
enum UnitTable {
    static let rows: [Row] =
        [
            share("percent", "% ％ percent per_cent pct 巴仙", .ten(-1, "‰"), .ten(1, "成 折")),
            share(
                "percentage-point",
                "百分点 个百分点 个点 percentage_point percentage_points percentage-point percentage-points pp ppt",
                .ten(-2, "基点 个基点 bp bps basis_point basis_points")),
            share("times", "倍 times -fold fold x ×"),
            // Made by the reader from a fraction (2/3) and from an ordinal (第三).
            share("ratio", "", comparedAs: "percent", classFactor: DecimalNumber(100)),
            share("rank", ""),

            time(
                "second", .clock, 1, "秒 秒钟 second seconds sec secs",
                .ten(-3, "毫秒 millisecond milliseconds ms")),
            time("minute", .clock, 60, "分钟 minute minutes min mins"),
            time("hour", .clock, 3600, "小时 个小时 钟头 个钟头 hour hours hr hrs"),
            time("day", .clock, 86_400, "天 个工作日 工作日 day days"),
            time("week", .clock, 604_800, "周 个星期 星期 个礼拜 礼拜 week weeks"),
            Row(month, "个月 month months"),
            time("quarter", .calendar, 3, "个季度 季度 quarter quarters"),
            time("year", .calendar, 12, "年 周年 年时间 year years yr yrs"),

            measure(
                "meter", "米 meter meters metre metres",
                .ten(3, "公里 千米 km kilometer kilometers kilometre kilometres"), .ten(-2, "厘米 cm"),
                .ten(-3, "毫米 mm"), .ten(-9, "纳米 nm")),
            measure("square-meter", "平方米 平米 sqm", .ten(6, "平方公里")),
            measure("inch", "英寸 吋 inch inches"),
            measure("foot", "英尺 呎 foot feet ft ft."),
            measure("mile", "英里 mile miles"),
            measure("nautical-mile", "海里"),
            measure("hectare", "公顷 hectare hectares"),
            measure("milliampere-hour", "毫安时 毫安 mah"),
            measure(
                "gram", "克 gram grams", .ten(3, "公斤 千克 kg kilogram kilograms"),
                .ten(6, "吨 ton tons tonne tonnes")),
            measure("celsius", "℃ °c 摄氏度 degrees_celsius degree_celsius degrees_c"),
            measure("fahrenheit", "℉ °f 华氏度 degrees_fahrenheit degree_fahrenheit degrees_f"),
            // Their factors depend on the words after them (`UnitContext`).
            Row(UnitContext.kilometers, "km/h kph kmh"), Row(UnitContext.miles, "mph"),
            Row(UnitContext.pound, "lb lbs lb. lbs."), measure("ounce", "ounce ounces oz oz. 盎司"),
            measure("gallon", "gallon gallons 加仑"), measure("acre", "acre acres 英亩"),
            measure("square-foot", "square_feet square_foot sq_ft sq._ft. 平方英尺"),
            measure("square-mile", "square_mile square_miles 平方英里"),
            measure("yard", "yard yards"), measure("calorie", "calorie calories"),
            measure("liter", "升 liter liters litre litres"),
            measure(
                "watt", "瓦", .ten(3, "千瓦 kw kilowatt kilowatts"),
                .ten(6, "兆瓦 mw megawatt megawatts"),
                .ten(9, "吉瓦 gw gigawatt gigawatts")),
            measure("watt-hour", "", .ten(3, "千瓦时 kwh"), .ten(6, "兆瓦时 mwh")),
            measure("hertz", "赫兹 hz", .ten(3, "khz"), .ten(6, "mhz 兆赫"), .ten(9, "ghz")),
            measure(
                "bit-per-second", "", .ten(3, "kbps"), .ten(6, "mbps"), .ten(9, "gbps"),
                .ten(12, "tbps")),
            measure(
                "byte", "字节 byte bytes", .ten(3, "kb 千字节"), .ten(6, "mb 兆字节"), .ten(9, "gb"),
                .ten(12, "tb"), .ten(15, "pb"), .ten(18, "eb"), .two(10, "kib"), .two(20, "mib"),
                .two(30, "gib"), .two(40, "tib")),

            Row(
                yuan, "元 圆 块钱 元人民币 人民币 人民币元 rmb cny yuan renminbi 元整 圆整",
                before: "¥ ￥ 人民币 rmb cny rmb¥ cny¥"),
            money(
                "USD",
                "美元 美金 美刀 元美金 usd us$ dollar dollars us_dollar us_dollars u.s._dollars bucks",
                .ten(-2, "cent cents ¢ 美分"), before: "$ us$ usd usd$ u.s.$ 美元 美金"),
            money(
                "HKD", "港元 港币 港圆 元港币 hkd hk$ hk_dollar hk_dollars hong_kong_dollars",
                before: "hk$ hkd hkd$ 港币 港元"),
            money("EUR", "欧元 eur euro euros €", before: "€ eur 欧元"),
            money("GBP", "英镑 gbp pound pounds pounds_sterling £", before: "£ gbp 英镑"),
            money("JPY", "日元 日圆 jpy yen", before: "jpy jp¥ 日元 日币"),
            money("KRW", "韩元 韩圆 krw won", before: "₩ krw 韩元"),
            money("TWD", "新台币 台币 新台币元 元台币 元新台币 块台币 twd", before: "nt$ twd 新台币 台币"),
            money("SGD", "新加坡元 新元 sgd singapore_dollars", before: "s$ sgd 新加坡元"),
            money("AUD", "澳元 澳币 aud australian_dollars", before: "a$ au$ aud 澳元 澳币"),
            money("CAD", "加元 加币 cad canadian_dollars", before: "c$ ca$ cad 加元 加币"),
            money("MOP", "澳门元 澳门币 mop"),
            money("INR", "卢比 inr rupee rupees", before: "₹ inr rs rs."),
            money("RUB", "卢布 rub rubles roubles", before: "₽ rub"),
            money("CHF", "瑞士法郎 chf swiss_francs", before: "chf"),
            money("THB", "泰铢 thb baht"),
            money("VND", "越南盾 vnd"),

            // Counted in years, but the reader does not treat it as a time: 半岁 is not half a year.
            Row(
                QuantityUnit("岁", .count, .calendar, classFactor: DecimalNumber(12)), "岁"),
            // Which of money and counting word it is depends on what follows (`AmountReader`).
            Row(piece, ""),
        ] + countingWords

    /// Each is a unit of its own.
    private static let countingWords: [Row] =
        """
        个 家 人 名 位 台 部 款 项 种 条 张 件 篇 本 套 座 辆 次 场 户 只 头 支 枚 颗 份 批 层 类 门 所 处 笔 字
        页 集 首 轮 期 股 间 双 片 杯 瓶 箱 斤 亩 站 句 遍 趟 组 幅 艘 架 匹 根 道 顿 盘 碗 票 席 单 人次 度 点 栋
        幢 尊 株 棵 粒 滴 桶 包 袋 盒 册 章节 环节 例 宗 起 届 倍速 行 列 城 环 家次 辆次 人月 大
        """
        .split { $0 == " " || $0 == "\n" }
        .map { Row(QuantityUnit(String($0), .count, .count), String($0)) }

    /// Words that begin with a unit's characters and are something else: 元宝, 三成为, 次元.
    static let notUnits = WordTable(
        """
        元宝 元化 元宇宙 元素 元旦 元件 元老 元首 元年 元月 元气 元凶 元音 年代 年级 年生 年度 年份 年夜饭 人行 人称 人工 人力
        成为 成立 成功 成长 成果 成本 成都 成交 成就 成绩 成熟 成员 成分 折叠 折返 折线 折页 折扣 折射 折中 折合 折旧 折算 折桂 折腾 折损 折戟 折纸 折磨 次元 次世代 周年庆 周期 天王 天地
        天下 天津 度假 个性 件套 部曲 部委 位一体 位数 片面 家电 家庭 户外 种族 门户 本土 本科 场景 类似 名单 名校
        名义 项目 期间 期待 期货 期权 股东 股份 股权 股票 票房 道路 层次 级别 单位 单元 单日 单月 单季 单品 单价 单个 单纯
        人民 人民币 人类 人机 人才 秒杀 秒针 点钟 点半 点整 点多 点前 点后 点起 点开 点至 点到 点左右 块链 头部 头条 台湾 支付 支持 只能 只有 只是 所有 所以 处于 处理 笔记 字节
        字母 页面 首次 首席 首批 首个 首家 轮流 轮胎 间接 双方 双向 起诉 起初 起步 行业 行为 行动 行政 列为 列入 城市 环比 环境
        环保 环节 卡车 卡片 包括 包含 包装 盒子 道琼斯 架构 根据 组织 组成 组合 组件 本书 条件 条款 张力 套路 座谈 辆车
        大学 大厦 大众 大会 大桥 大陆 大幅 大家 大道 大楼 大名 大关 大洲 大洋 大于 大约 大概 大致 大力 大小 大量 大型 大规模 大战 大师 大门 大街 大夫 大爷 大赛 大跌 大涨 大增 大哥 大姐 大佬 大人 大事 度量 度过 例如 例外 宗旨 份额 批评 批准 批量 瓶颈 顿时 站点 句话 遍布 周转
        """)

    // MARK: What the reader looks up

    /// The words after a number.
    static let words = WordTable<QuantityUnit>(
        rows.flatMap { row in row.words.map { ($0.words, row.unit.scaled(by: $0.factor)) } })

    /// The words and signs of money before a number.
    static let wordsBefore = WordTable<QuantityUnit>(
        rows.compactMap { row in row.wordsBefore.map { ($0, row.unit) } })

    static let byID = Dictionary(
        rows.map { ($0.unit.id, $0.unit) }, uniquingKeysWith: { first, _ in first })

    /// Whether a unit of more than one character begins at `index`, as in 4.8百分点 and 3千瓦.
    static func isLongWord(_ text: QuantityText, _ index: Int) -> Bool {
        guard let (_, end) = words.match(text, at: index) else { return false }
        return end - index > 1
    }

    /// A bare 元 or 块 is money of the People's Republic of China.
    static let yuan = QuantityUnit("CNY", .currency, .money("CNY"))
    static let piece = QuantityUnit("块", .count, .count)
    static let month = QuantityUnit("month", .time, .calendar)
}

extension UnitTable {
    /// A unit and its words.
    struct Row: Sendable {
        var unit: QuantityUnit
        var words: [(words: String, factor: DecimalNumber)]
        var wordsBefore: String?

        init(
            _ unit: QuantityUnit, _ words: String, _ multiples: [Multiple] = [],
            before: String? = nil
        ) {
            self.unit = unit
            self.words = [(words, .one)] + multiples.map { ($0.words, $0.factor) }
            wordsBefore = before
        }
    }

    /// Words for a multiple of a unit.
    struct Multiple: Sendable {
        var factor: DecimalNumber
        var words: String

        static func ten(_ exponent: Int, _ words: String) -> Multiple {
            Multiple(factor: DecimalNumber(unchecked: 1, exponent: exponent), words: words)
        }

        static func two(_ exponent: Int, _ words: String) -> Multiple {
            Multiple(factor: DecimalNumber(1 << exponent), words: words)
        }
    }

    private static func money(
        _ code: String, _ words: String, _ multiples: Multiple..., before: String? = nil
    ) -> Row {
        Row(QuantityUnit(code, .currency, .money(code)), words, multiples, before: before)
    }

    private static func share(
        _ id: String, _ words: String, _ multiples: Multiple..., comparedAs: String? = nil,
        classFactor: DecimalNumber = .one
    ) -> Row {
        let unit = QuantityUnit(
            id, .share, .share(comparedAs ?? id), classFactor: classFactor)
        return Row(unit, words, multiples)
    }

    private static func time(
        _ id: String, _ unitClass: UnitClass, _ factor: Int, _ words: String,
        _ multiples: Multiple...
    ) -> Row {
        let unit = QuantityUnit(id, .time, unitClass, classFactor: DecimalNumber(factor))
        return Row(unit, words, multiples)
    }

    private static func measure(_ id: String, _ words: String, _ multiples: Multiple...) -> Row {
        Row(QuantityUnit(id, .measure, .measure(id)), words, multiples)
    }
}
