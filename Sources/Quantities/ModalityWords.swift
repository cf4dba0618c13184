/// Words that bound a number, before and after it.
enum ModalityWords {
    static let before = WordTable<Quantity.Modality>([
        (
            """
            超过 超過 突破 破 逾 超 多于 高于 大于 超出 不止 远超 已超 冲破 over more_than above exceeding exceeds exceeded exceed greater_than in_excess_of upwards_of upward_of \
            surpassing surpassed surpasses topping topped north_of well_over just_over well_above more_than_just > 站上 站稳
            """, .moreThan
        ),
        (
            """
            不到 不足 未满 不满 低于 少于 小于 未达 不及 跌破 less_than fewer_than lower_than under below well_under south_of short_of < 失守 跌穿
            """, .lessThan
        ),
        (
            """
            至少 不少于 不低于 大于等于 大于或等于 最少 起码 最低 不小于 不下 不下于 至少有 at_least no_less_than no_fewer_than not_less_than not_fewer_than a_minimum_of minimum_of at_a_minimum ≥ >= ⩾ from_as_little_as
            """, .atLeast
        ),
        (
            """
            不超过 不超 至多 最多 不多于 不高于 不大于 小于等于 小于或等于 不逾 顶多 最高 最多可达 最高可达 最高达 up_to at_most no_more_than not_more_than a_maximum_of maximum_of \
            as_many_as as_much_as as_high_as as_large_as a_cap_of capped_at ≤ <= ⩽
            """, .atMost
        ),
        (
            """
            近 将近 接近 几近 逼近 快到 直逼 nearly almost close_to approaching just_under just_shy_of shy_of just_short_of just_below near nearing a_little_under slightly_under \
            a_little_less_than slightly_less_than a_little_short_of
            """, .almost
        ),
        (
            """
            约 大约 大概 大致 约为 约莫 差不多 估计 大体 about around roughly approximately approx approx. circa ca. c. some ~ ≈ ∼ ～ an_estimated estimated estimated_at \
            more_or_less give_or_take somewhere_around in_the_region_of in_the_neighborhood_of on_the_order_of 料约 预估
            """, .about
        ),
    ])

    /// Before a place without a digit only: 上百, 过亿.
    static let beforePower = WordTable<Quantity.Modality>([
        ("上", .atLeast), ("过 已过", .moreThan), ("数以", .vague),
    ])

    /// Words in which one of these does not bound a number: 预约, 附近, 英超, 通过.
    static let others = WordTable(
        """
        预约 签约 合约 节约 纽约 条约 制约 违约 租约 履约 续约 邀约 契约 隐约 附近 最近 靠近 临近 邻近 亲近 新近 远近 英超 中超 赶超 反超 \
        通过 经过 不过 难过 打破 攻破 识破 告破 侦破 爆破 看破 读破 早上 晚上 马上 线上 网上 以上 加上 赶上 身上 版上 边上 超乎
        """)

    /// Between such a word and the number: 超过了, 至少有.
    static let links = WordTable("了 达 达到 有 为 是 到 需 需要 要 只 仅 only 的是")

    static let behind = WordTable<Quantity.Modality>([
        ("左右 上下 前后 or_so or_thereabouts give_or_take more_or_less 的样子", .about),
        (
            "以上 及以上 或以上 或更多 开外 起 起步 起跳 or_more or_above or_higher and_above and_up or_better or_greater or_over and_over and_older or_older and_counting plus",
            .atLeast
        ),
        (
            "以下 及以下 或以下 以内 之内 封顶 or_less or_fewer or_below or_lower or_under and_under and_below max tops at_most",
            .atMost
        ),
        ("有余 出头 有多 挂零 还多 都不止 不止 and_change", .moreThan),
        ("不到 不足 未到 未满", .lessThan),
    ])

    /// Words that begin like one of `behind`: 起诉, 不到位.
    static let notBehind = WordTable(
        "起诉 起来 起码 起飞 起初 起因 起源 起到 起案 起事 起火 起伏 起步价 起点 起薪 起义 起草 起航 起床 起跑 起立 不到位 不到了 不足以 不足之 plus_a plus_the 不止一 起重 起降 起租 起亚 起拍"
    )

    static let plusMinus = WordTable("± 正负 上下浮动 plus_or_minus plus/minus +/-")

    /// 千亿级: only after a place without a digit.
    static let magnitude = WordTable(
        "级 级别 等级 量级 规模 的量级 级的 数量级 的规模 之巨 计 元级 元级别 人民币量级 元人民币量级 元量级 元规模 级规模")
}
