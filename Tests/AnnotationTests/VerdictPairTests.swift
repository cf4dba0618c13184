import Quantities
import Testing

@testable import Annotation

/// Pairs of expressions as news writes them, with the verdict of a careful reader.
@Suite struct VerdictPairTests {
    @Test(arguments: pairs)
    func `a pair compares as a careful reader has it`(_ pair: [String]) throws {
        let a = try #require(Self.value(pair[0]))
        let b = try #require(Self.value(pair[1]))
        #expect(QuantityComparison.verdict(a, b).rawValue == pair[2], "\(pair)")
        #expect(QuantityComparison.verdict(b, a).rawValue == pair[2], "\(pair)")
    }

    /// The value of a quote: the first that is not the value before a change.
    private static func value(_ words: String) -> Quantity? {
        Quantity.all(in: words).first { !$0.isEarlier }
    }

    @Test func `a verdict does not depend on the sign`() {
        let values = [
            "5%", "5.4%", "约5%", "超过5%", "不到5%", "近5%", "至少5%", "3%", "3–5%", "三成", "近三成", "5.38%",
            "4%",
        ]
        for a in values {
            for b in values {
                func signed(_ words: String, _ sign: String) -> Quantity? {
                    Quantity.all(in: sign + words).first
                }
                guard let up = signed(a, "增长"), let other = signed(b, "增长"),
                    let down = signed(a, "下降"), let otherDown = signed(b, "下降")
                else {
                    Issue.record("\(a) \(b)")
                    continue
                }
                #expect(
                    QuantityComparison.verdict(up, other)
                        == QuantityComparison.verdict(down, otherDown), "\(a) \(b)")
                #expect(QuantityComparison.verdict(up, otherDown) == .conflict, "\(a) \(b)")
            }
        }
    }

    static let pairs = rows(
        """
        同比增长5%|同比下降5%|conflict
        同比增长5%|增长5.2%|rounds-to
        收入增长约8%|收入增长8.3%|within-bound
        净利润3.2亿元|净亏损3.2亿元|conflict
        亏损3亿元|净亏损3.04亿元|rounds-to
        亏损扩大至3亿元|亏损3亿元|equal
        亏损收窄至2亿元|盈利2亿元|conflict
        负增长3%|下降3%|equal
        下降超过10%|下降12%|within-bound
        下降超过10%|下降8%|conflict
        下降不到10%|下降8%|within-bound
        增长不到5%|下降3%|conflict
        跌幅约2%|下跌2.1%|within-bound
        从5亿元增至6亿元|5亿元|conflict
        从5亿元增至6亿元|6.04亿元|rounds-to
        增长了两倍|增长到两倍|conflict
        增长了两倍|增长到原来的三倍|equal
        增长两倍|增长到三倍|equal
        增长两倍|增长到两倍|equal
        增长一倍|翻番|rounds-to
        12,000名员工|12,460名员工|rounds-to
        12,000名员工|13,800名员工|conflict
        3000名员工|3000个岗位|incomparable
        30家门店|30台|incomparable
        5%|5个百分点|incomparable
        5个百分点|5倍|incomparable
        100亿元|100亿美元|incomparable
        767亿元|767.6亿元|truncates-to
        767.4亿元|767亿元|rounds-to
        近三成|28%|within-bound
        近三成|35%|conflict
        八折|80%|rounds-to
        约1.4亿|1.39亿|within-bound
        几十人|45人|within-bound
        几十人的小团队|30人|within-bound
        前三|第二|within-bound
        第三|第四|conflict
        第3-5名|第四名|within-bound
        至少100台|98台|conflict
        至少100台|150台|within-bound
        2.5亿用户|2.48亿名用户|rounds-to
        rose 5 percent|fell 5 percent|conflict
        a 5% decline|fell 5%|equal
        a loss of $3 million|a profit of $3 million|conflict
        a loss of $3 million|lost $3.2 million|rounds-to
        rose from $5 billion to $6 billion|$5.4 billion|conflict
        rose from $5 billion to $6 billion|$6.2 billion|rounds-to
        $6 billion, up from $5 billion|$6 billion|equal
        half a billion dollars|$1.2 billion|conflict
        half a billion dollars|$512 million|rounds-to
        one and a half million people|1.5 million people|equal
        12,000 employees|4,000 jobs|incomparable
        12,000 employees|12,460 workers|rounds-to
        12,000 people|12,000 employees|equal
        300 jets|300 people|incomparable
        48 cranes|四十八台|equal
        160 lawmakers|160 lawyers|incomparable
        $1 billion|£1 billion|incomparable
        $1 billion|$1.04 billion|rounds-to
        as many as 1,500 people|1,200 people|within-bound
        as many as 1,500 people|1,700 people|conflict
        an estimated 1.5 million|1.48 million|within-bound
        nearly $449,000|$445,000|within-bound
        just short of $449,000|$460,000|conflict
        nearly doubled|1.9 times|within-bound
        more than doubled|2.3 times|within-bound
        more than doubled|1.8 times|conflict
        50-60 people|55 people|within-bound
        50-60 people|75 people|conflict
        eight out of ten|80 percent|rounds-to
        1 in 4 users|25%|rounds-to
        a third of voters|33 percent|rounds-to
        two-thirds of voters|50 percent|conflict
        97 km/h|60 mph|rounds-to
        97 km/h|97 km|incomparable
        at least 20 dead|22 dead|within-bound
        ranked third|No. 2|conflict
        third-largest|ranked third|equal
        $99.99|$99.99|equal
        99 cents|$0.99|equal
        more than 300 stores|312 stores|within-bound
        243 pounds|£243|incomparable
        fewer than 50 cases|60 cases|conflict
        down 20 points|up 20 points|conflict
        3.5 million barrels|3.5 million users|incomparable
        """)

    private static func rows(_ table: String) -> [[String]] {
        table.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
    }
}
