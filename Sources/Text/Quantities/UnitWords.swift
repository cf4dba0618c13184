/// The words of units, Chinese and English, behind a number.
enum UnitWords {
    /// Whether a unit begins at `index`, as 百分点 and 千瓦 do in 4.8百分点 and 3千瓦.
    static func isUnit(_ text: QuantityText, _ index: Int) -> Bool {
        guard let (_, end) = units.match(text, at: index) else { return false }
        return end - index > 1
    }

    static let units = WordTable<QuantityUnit>(
        shares + times + measures + bytes + CurrencyWords.suffixes + counts)

    private static let shares: [(String, QuantityUnit)] = [
        ("% ％ percent per_cent pct 巴仙", QuantityUnit("percent", .share)),
        ("‰", QuantityUnit("percent", .share, factor: power(-1))),
        (
            "百分点 个百分点 个点 percentage_point percentage_points percentage-point percentage-points pp ppt",
            QuantityUnit("percentage-point", .share)
        ),
        (
            "基点 个基点 bp bps basis_point basis_points",
            QuantityUnit("percentage-point", .share, factor: power(-2))
        ),
        ("成", QuantityUnit("percent", .share, factor: power(1))),
        ("折", QuantityUnit("percent", .share, factor: power(1))),
        ("倍 times -fold fold x ×", QuantityUnit("times", .share)),
    ]

    private static let times: [(String, QuantityUnit)] = [
        ("年 周年 年时间 year years yr yrs", QuantityUnit("year", .time)),
        ("个季度 季度 quarter quarters", QuantityUnit("quarter", .time)),
        ("个月 month months", QuantityUnit("month", .time)),
        ("周 个星期 星期 个礼拜 礼拜 week weeks", QuantityUnit("week", .time)),
        ("天 个工作日 工作日 day days", QuantityUnit("day", .time)),
        ("小时 个小时 钟头 个钟头 hour hours hr hrs", QuantityUnit("hour", .time)),
        ("分钟 minute minutes min mins", QuantityUnit("minute", .time)),
        ("秒 秒钟 second seconds sec secs", QuantityUnit("second", .time)),
        ("毫秒 millisecond milliseconds ms", QuantityUnit("second", .time, factor: power(-3))),
    ]

    private static let measures: [(String, QuantityUnit)] = [
        (
            "公里 千米 km kilometer kilometers kilometre kilometres",
            QuantityUnit("meter", .measure, factor: power(3))
        ),
        ("米 meter meters metre metres", QuantityUnit("meter", .measure)),
        ("厘米 cm", QuantityUnit("meter", .measure, factor: power(-2))),
        ("毫米 mm", QuantityUnit("meter", .measure, factor: power(-3))),
        ("纳米 nm", QuantityUnit("meter", .measure, factor: power(-9))),
        ("平方米 平米 sqm", QuantityUnit("square-meter", .measure)),
        ("平方公里", QuantityUnit("square-meter", .measure, factor: power(6))),
        ("英寸 吋 inch inches", QuantityUnit("inch", .measure)),
        ("英尺 呎 foot feet", QuantityUnit("foot", .measure)),
        ("英里 mile miles", QuantityUnit("mile", .measure)),
        ("海里", QuantityUnit("nautical-mile", .measure)),
        ("公顷 hectare hectares", QuantityUnit("hectare", .measure)),
        ("毫安时 毫安 mah", QuantityUnit("milliampere-hour", .measure)),
        ("公斤 千克 kg kilogram kilograms", QuantityUnit("gram", .measure, factor: power(3))),
        ("克 gram grams", QuantityUnit("gram", .measure)),
        ("吨 ton tons tonne tonnes", QuantityUnit("gram", .measure, factor: power(6))),
        ("℃ °c 摄氏度", QuantityUnit("celsius", .measure)),
        ("升 liter liters litre litres", QuantityUnit("liter", .measure)),
        ("瓦", QuantityUnit("watt", .measure)),
        ("千瓦 kw kilowatt kilowatts", QuantityUnit("watt", .measure, factor: power(3))),
        ("兆瓦 mw megawatt megawatts", QuantityUnit("watt", .measure, factor: power(6))),
        ("吉瓦 gw gigawatt gigawatts", QuantityUnit("watt", .measure, factor: power(9))),
        ("千瓦时 kwh", QuantityUnit("watt-hour", .measure, factor: power(3))),
        ("兆瓦时 mwh", QuantityUnit("watt-hour", .measure, factor: power(6))),
        ("赫兹 hz", QuantityUnit("hertz", .measure)),
        ("khz", QuantityUnit("hertz", .measure, factor: power(3))),
        ("mhz 兆赫", QuantityUnit("hertz", .measure, factor: power(6))),
        ("ghz", QuantityUnit("hertz", .measure, factor: power(9))),
        ("kbps", QuantityUnit("bit-per-second", .measure, factor: power(3))),
        ("mbps", QuantityUnit("bit-per-second", .measure, factor: power(6))),
        ("gbps", QuantityUnit("bit-per-second", .measure, factor: power(9))),
        ("tbps", QuantityUnit("bit-per-second", .measure, factor: power(12))),
    ]

    private static let bytes: [(String, QuantityUnit)] = [
        ("字节 byte bytes", QuantityUnit("byte", .measure)),
        ("kb 千字节", QuantityUnit("byte", .measure, factor: power(3))),
        ("mb 兆字节", QuantityUnit("byte", .measure, factor: power(6))),
        ("gb", QuantityUnit("byte", .measure, factor: power(9))),
        ("tb", QuantityUnit("byte", .measure, factor: power(12))),
        ("pb", QuantityUnit("byte", .measure, factor: power(15))),
        ("eb", QuantityUnit("byte", .measure, factor: power(18))),
        ("kib", QuantityUnit("byte", .measure, factor: DecimalNumber(1 << 10))),
        ("mib", QuantityUnit("byte", .measure, factor: DecimalNumber(1 << 20))),
        ("gib", QuantityUnit("byte", .measure, factor: DecimalNumber(1 << 30))),
        ("tib", QuantityUnit("byte", .measure, factor: DecimalNumber(1 << 40))),
    ]

    /// Each is its own unit.
    private static let counts: [(String, QuantityUnit)] =
        """
        个 家 人 名 位 台 部 款 项 种 条 张 件 篇 本 套 座 辆 次 场 户 只 头 支 枚 颗 份 批 层 类 门 所 处 笔 字
        页 集 首 轮 期 股 间 双 片 杯 瓶 箱 斤 亩 站 句 遍 趟 组 幅 艘 架 匹 根 道 顿 盘 碗 票 席 单 岁 人次 度 点 栋
        幢 尊 株 棵 粒 滴 桶 包 袋 盒 册 章节 环节 例 宗 起 届 倍速 行 列 城 环 家次 辆次 人月 大
        """
        .split { $0 == " " || $0 == "\n" }.map { (String($0), QuantityUnit(String($0), .count)) }

    private static func power(_ exponent: Int) -> DecimalNumber {
        var power = DecimalNumber.one
        do { power = try DecimalNumber.powerOfTen(exponent) } catch { power = .one }
        return power
    }

    /// What may follow a unit's letters so that they are another word: 元宝, 三成为, 次元.
    static let others = WordTable(
        """
        元宝 元化 元宇宙 元素 元旦 元件 元老 元首 元年 元月 元气 元凶 元音 年代 年级 年生 年度 年份 年夜饭 人行 人称 人工 人力
        成为 成立 成功 成长 成果 成本 成都 成交 成就 成绩 成熟 成员 成分 折叠 折返 折线 次元 次世代 周年庆 周期 天王 天地
        天下 天津 度假 个性 件套 部曲 部委 位一体 位数 片面 家电 家庭 户外 种族 门户 本土 本科 场景 类似 名单 名校
        名义 项目 期间 期待 期货 期权 股东 股份 股权 股票 票房 道路 层次 级别 单位 单元 单日 单月 单季 单品 单价 单个 单纯
        人民 人民币 人类 人机 人才 秒杀 秒针 点钟 点半 点整 点多 点前 点后 点起 点开 点至 点到 点左右 块链 头部 头条 台湾 支付 支持 只能 只有 只是 所有 所以 处于 处理 笔记 字节
        字母 页面 首次 首席 首批 首个 首家 轮流 轮胎 间接 双方 双向 起诉 起初 起步 行业 行为 行动 行政 列为 列入 城市 环比 环境
        环保 环节 卡车 卡片 包括 包含 包装 盒子 道琼斯 架构 根据 组织 组成 组合 组件 本书 条件 条款 张力 套路 座谈 辆车
        大学 大厦 大众 大会 大桥 大陆 大幅 大家 大道 大楼 大名 大关 大洲 大洋 大于 大约 大概 大致 大力 大小 大量 大型 大规模 大战 大师 大门 大街 大夫 大爷 大赛 大跌 大涨 大增 大哥 大姐 大佬 大人 大事 度量 度过 例如 例外 宗旨 份额 批评 批准 批量 瓶颈 顿时 站点 句话 遍布 周转
        """)
}
