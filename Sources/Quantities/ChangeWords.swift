/// Words that give a quantity a direction, before and after it.
enum ChangeWords {
    /// What a word before a quantity does.
    enum Role: Sendable, Equatable {
        case change(Quantity.Direction)
        /// 亏损: makes money and shares negative, also across a change (亏损扩大至3亿).
        case loss
        /// 到: the number is a result, so that the verb before it gives it no direction.
        case level
        /// May stand between a word of change and the number.
        case link
        /// 、, 和: the number has the direction of the one before.
        case joint
    }

    static let before = WordTable<Role>([
        (
            """
            增长 增加 增幅 增速 增长率 增 上升 上涨 上浮 上调 上扬 涨 涨幅 升 升幅 升值 提高 提升 攀升 飙升 激增 暴涨 大涨 猛增 劲增 猛涨 \
            扩大 扩张 回升 反弹 多 多出 高 高出 增收 增持 贵 加快 走高 收高 \
            up rose rises rise risen rising grew grow grows growing grown growth increase increased increases increasing gain gained gains gaining \
            jump jumped jumps surge surged surges soar soared soars climb climbed climbs climbing advance advanced higher rally rallied \
            boost boosted improve improved expand expanded raise raised raises swell swelled spike spiked edged_up
            """, .change(.up)
        ),
        (
            """
            下降 下跌 下滑 下挫 下调 下浮 下行 下探 降低 降 降幅 跌 跌幅 减 减少 减幅 减收 减持 减低 减缓 缩减 缩小 缩水 缩短 收窄 收缩 萎缩 回落 \
            暴跌 大跌 重挫 骤降 骤减 锐减 大减 放缓 滑落 滑坡 衰退 贬值 负增长 削减 压缩 走低 收低 少 低 倒退 跌去 下滑了 \
            down fell fall falls fallen falling decline declined declines declining decrease decreased decreases decreasing drop dropped drops dropping \
            slid slide slides slip slipped slips plunge plunged plunges tumble tumbled tumbles shrank shrink shrinks shrunk contract contracted contracts \
            sank sink sinks dip dipped dips slump slumped slumps lower narrowed slowed plummeted plummet cut reduce reduced reduces reduction \
            slashed slash slashes trimmed shed sheds ease eased weakened retreated crashed edged_down
            """, .change(.down)
        ),
        (
            """
            亏损 净亏损 亏损额 净亏 亏 巨亏 亏掉 赤字 逆差 净亏损额 亏空 净流出 \
            loss losses net_loss net_losses lost loses losing deficit deficits shortfall
            """, .loss
        ),
        ("到 至 升至 降至 达至 to 从 由 自 from", .level),
        (
            """
            了 约 达 达到 高达 为 是 有 仅 仅为 幅度 幅度为 的幅度 大约 近 超 超过 逾 将近 接近 不到 不足 至少 最多 均 各 均为 合计 共 同比 环比 分别 分别为 \
            去年 上年 同期 的 也 已 又 还 再 进一步 总计 负的 \
            by of was were is are at about nearly almost roughly around some more_than over than less_than as_much_as as_many_as an a another \
            totaled totalled totaling totalling narrowly modestly sharply slightly only just further widened hit reached just_over just_under
            """, .link
        ),
        ("、 和 及 与 以及 and ,", .joint),
    ])

    /// Words in which one of these is not about change: 毫升, 至少.
    static let others = WordTable(
        """
        新增 裁减 至少 最少 不少 多少 很少 极少 最高 最低 不高 不低 偏低 偏高 许多 众多 很多 最多 大多 更多 不多 诸多 差不多 多高 楼高 身高 海拔高 加增 毫升 公升 立升 空降 投降 加减 升降 涨跌 涨跌幅 增减 升跌 起跌 跌停 涨停 止跌 抗跌 领涨 直到 得到 看到 达到 收到 感到 遇到 找到 想到 提到 受到 至今 \
        甚至 乃至 以至 直至 导致 所以至 up_to day_to_day close_to due_to
        """)

    /// Latin words that take their object before the number: cut emissions by 30%.
    static let acrossObject = WordTable<Quantity.Direction>([
        (
            """
            cut cuts cutting reduce reduced reduces reducing lower lowered lowers lowering slash slashed slashing trim trimmed trimming \
            decrease decreased shrink shrank drop dropped fell fall fallen declined decline declines down plunged slid reduction decreases decreasing drops slipped \
            降低 减少 下降 缩短 压缩 削减 缩减 下调
            """, .down
        ),
        (
            """
            raise raised raises raising increase increased increases increasing boost boosted boosting grow grew grown growing rise rose risen expand expanded up improve improved \
            jump jumped surge surged climb climbed gain gained 提高 提升 增加 上调 扩大
            """, .up
        ),
    ])

    /// Verbs whose object is what is counted: `cut 300 jobs` is not −300.
    static let ofObjects = WordTable(
        """
        cut reduce reduced reduces reducing slashed slash slashes trimmed shed sheds lost lose loses losing raise raised raises boost boosted 减持 增持 削减 缩减 压缩 drop dropped dropping \
        spiked swell
        """)

    /// After a quantity and an optional 的 or hyphen.
    static let after = WordTable<Quantity.Direction>([
        (
            """
            降幅 跌幅 减幅 下降 下跌 下滑 降低 负增长 亏损 净亏损 回落 降低幅度 \
            decline declines decrease decreases drop drops fall reduction reductions slump plunge dip slide loss losses lower less fewer cut cuts \
            contraction slowdown shortfall deficit downturn
            """, .down
        ),
        (
            """
            增幅 涨幅 升幅 增长 上涨 上升 增速 增长率 提升 提高 \
            increase increases rise growth gain gains jump surge higher more hike boost uptick spike
            """, .up
        ),
        ("down", .down), ("up", .up),
    ])

    /// Words that begin like one of `after` and are something else.
    static let notAfter = WordTable(
        "down_payment down_payments down_the up_to up_the up_for fall_season fall_of less_than more_than loss_leader 增长点 增长来自 增长源于 增长由 增长是 下降来自 下降源于 下降由 下降是"
    )

    /// Between the quantity and a word after it: the 5% year-on-year decline.
    static let qualifiers = WordTable(
        """
        的 同比 环比 年 year-on-year year-over-year yoy y/y annual annualized quarterly monthly yearly weekly daily quarter-on-quarter sequential overall \
        net operating percentage-point pre-tax pretax
        """)
}
