import Archive
import Quantities
import TestSupport
import Testing
import Text

@testable import Annotation

@Suite struct VerdictTests {
    private static func quantity(_ words: String) throws -> Quantity {
        let found = Quantity.all(in: words)
        return try #require(found.first, "\(words)")
    }

    @Test(arguments: [
        ("320亿元", "320億元", Verdict.equal), ("超过5倍", "超过5倍", .equal), ("十亿元", "10个亿元", .equal),
        ("突破320亿元", "320.4亿元", .withinBound), ("不到三成", "28%", .withinBound),
        ("约3亿", "3.1亿", .withinBound), ("数十亿元", "42亿元", .withinBound), ("前三", "第二", .withinBound),
        ("500多家", "520家", .withinBound), ("近三成", "29%", .withinBound), ("3–5%", "4%", .withinBound),
        ("320亿元", "320.4亿元", .roundsTo), ("三千亿元", "3124亿元", .roundsTo), ("20%", "19.6%", .roundsTo),
        ("两年", "24个月", .roundsTo), ("1小时", "60分钟", .roundsTo),
        ("320亿元", "320.8亿元", .truncatesTo), ("55.3%", "55.39%", .truncatesTo),
        ("100亿元", "101.4亿元", .near), ("601人", "不到600人", .near),
        ("21%", "11%", .conflict), ("第三", "第四", .conflict), ("超过900家", "300家", .conflict),
        ("近三成", "5%", .conflict), ("8%", "9%", .conflict),
        ("8%", "8个百分点", .incomparable), ("2倍", "200%", .incomparable),
        ("5亿元", "5亿美元", .incomparable),
        ("30天", "1个月", .incomparable), ("10^90", "3", .incomparable),
    ])
    func `two quantities compare as the first rule that holds`(
        _ a: String, _ b: String, _ verdict: Verdict
    ) throws {
        #expect(QuantityComparison.verdict(try Self.quantity(a), try Self.quantity(b)) == verdict)
        #expect(QuantityComparison.verdict(try Self.quantity(b), try Self.quantity(a)) == verdict)
    }

    @Test func `a verdict is the same from both sides`() throws {
        var random = SeededGenerator(seed: 3)
        let quantities = try (0..<120).map { _ in try Self.random(&random) }
        for a in quantities {
            #expect(QuantityComparison.verdict(a, a) == .equal)
            for b in quantities {
                #expect(QuantityComparison.verdict(a, b) == QuantityComparison.verdict(b, a))
            }
        }
    }

    private static func random(_ random: inout SeededGenerator) throws -> Quantity {
        let number = Int.random(in: 90...110, using: &random)
        let words = ["", "约", "超过", "近", "不到", "至少"].randomElement(using: &random) ?? ""
        let tail =
            ["亿元", ".4亿元", ".76亿元", "多亿元", "%", "亿", "家"].randomElement(using: &random) ?? ""
        return try quantity("\(words)\(number)\(tail)")
    }

    // MARK: Claims

    static func claim(_ quotes: [String], unit: String? = "CNY", values: [String?] = [])
        -> ClaimComparison
    {
        var claim = Claim(id: "c", place: ClaimLedgerTests.place, title: "c", kind: .quantity)
        claim.statements = quotes.map { ClaimLedgerTests.statement("a", $0) }
        for (index, value) in values.enumerated() {
            claim.statements[index].value = value.map { Located($0, at: ClaimLedgerTests.place) }
        }
        var metric = Metric(id: "m", place: ClaimLedgerTests.place, titles: ["en": "m"])
        metric.unit = unit
        return ClaimComparison(claim, metric: metric)
    }

    @Test func `every statement is compared with the finest and none with its neighbor`() {
        let comparison = Self.claim(["投入320亿元", "投入突破320亿元", "投入320.8亿元", "投入322亿元"])
        #expect(comparison.finest == 2)
        #expect(
            comparison.statements.map(\.verdict) == [.truncatesTo, .withinBound, .equal, .near])
        #expect(
            comparison.statements.map(\.reason) == [
                .truncated(coarse: "320亿元", fine: "320.8亿元"),
                .bound(value: "320.8亿元", bound: "突破320亿元", isBound: false), .finest,
                .near("322亿元", "320.8亿元"),
            ])
    }

    @Test func `the metric's unit chooses among the quantities of a quote`() {
        let quote = "投入达320亿元，同比增长18%"
        #expect(Self.claim([quote]).statements[0].words == "320亿元")
        #expect(Self.claim([quote], unit: "percent").statements[0].words == "增长18%")
        #expect(Self.claim([quote]).statements[0].choices == 1)
    }

    @Test func `the value chooses and the words around it still bound it`() {
        let comparison = Self.claim(["从100亿元增至超过320亿元"], values: ["320亿元"])
        #expect(comparison.statements[0].words == "超过320亿元")
        #expect(comparison.statements[0].quantity?.modality == .moreThan)
    }

    @Test func `one statement alone has no verdict`() {
        #expect(Self.claim(["投入320亿元"]).statements[0].verdict == nil)
        #expect(Self.claim(["投入320亿元", "投入很多"]).statements.map(\.verdict) == [nil, nil])
        #expect(
            Self.claim(["投入320亿元", "投入很多"]).statements[1].reason == .noQuantity(.money("CNY")))
        #expect(
            Self.claim(["18%", "投入很多"], unit: "percent").statements[1].reason
                == .noQuantity(.percent))
        #expect(
            Self.claim(["18台", "投入很多"], unit: nil).statements[1].reason == .noQuantity(.other))
    }

    @Test func `no verdict depends on the order of the statements`() {
        var random = SeededGenerator(seed: 8)
        let quotes = [
            "320亿元", "320.8亿元", "突破320亿元", "约321亿元", "18%", "300多亿元", "三百亿元", "320.8亿元", "320.9亿元",
            "很多",
        ]
        let whole = Self.claim(quotes)
        let expected = Dictionary(
            zip(quotes, whole.statements.map(\.verdict)), uniquingKeysWith: { first, _ in first })
        for _ in 0..<200 {
            let shuffled = quotes.shuffled(using: &random)
            let comparison = Self.claim(shuffled)
            for (quote, reading) in zip(shuffled, comparison.statements) {
                #expect(reading.verdict == expected[quote])
            }
        }
    }

    @Test func `no verdict of any claim depends on the order of its statements`() throws {
        var random = SeededGenerator(seed: 21)
        let parts = [
            "320亿元", "320.8亿元", "突破320亿元", "约321亿元", "18%", "300多亿元", "很多", "10^90元", "去年310亿元",
            "截至去年底320.1亿元", "2023年300亿元", "今年330亿元", "2023年约300亿元", "近三百亿元", "8个百分点",
        ]
        for _ in 0..<150 {
            let quotes = (0..<Int.random(in: 2...6, using: &random)).compactMap { _ in
                parts.randomElement(using: &random)
            }
            let dates = quotes.map { _ in
                PartialDate(year: Int.random(in: 2024...2025, using: &random), month: 3)
            }
            let order = Array(quotes.indices).shuffled(using: &random)
            let one = Self.timed(quotes, dates)
            let other = Self.timed(order.map { quotes[$0] }, order.map { dates[$0] })
            for (place, index) in order.enumerated() {
                let (a, b) = (one.statements[index], other.statements[place])
                #expect(a.verdict == b.verdict && a.period == b.period, "\(quotes) \(order)")
            }
        }
    }

    // MARK: Time

    private static func timed(_ quotes: [String], _ dates: [PartialDate?], period: String? = nil)
        -> ClaimComparison
    {
        var claim = Claim(id: "c", place: ClaimLedgerTests.place, title: "c", kind: .quantity)
        claim.statements = quotes.enumerated().map { ClaimLedgerTests.statement("\($0)", $1) }
        claim.period = period.map { Located($0, at: ClaimLedgerTests.place) }
        var metric = Metric(id: "m", place: ClaimLedgerTests.place, titles: ["en": "m"])
        metric.unit = "CNY"
        return ClaimComparison(claim, metric: metric, date: { Int($0).flatMap { dates[$0] } })
    }

    @Test func `what is of another time is an update and no conflict`() {
        let dates = [2024, 2024, 2025, 2025].map { PartialDate(year: $0, month: 3) }
        let quotes = ["截至去年底300.0亿元", "去年底约300亿元", "投入400亿元", "截至2023年底200亿元"]
        let comparison = Self.timed(quotes, dates)
        #expect(comparison.conflicts == [3])
        #expect(
            comparison.statements.map(\.period) == ["2023-12", "2023-12", "2025-03", "2023-12"])
        #expect(comparison.finest == 2)
        #expect(comparison.statements[2].verdict == .update)
        #expect(
            comparison.statements.map(\.reason) == [
                .earliest(.init(words: "300.0亿元", period: "2023-12")),
                .bound(value: "300.0亿元", bound: "约300亿元", isBound: false),
                .later(
                    .init(words: "400亿元", period: "2025-03"),
                    earlier: .init(words: "300.0亿元", period: "2023-12")),
                .conflict("200亿元", "300.0亿元"),
            ])
    }

    @Test func `a claim of one period has no updates in it`() {
        let dates = [PartialDate(year: 2024), PartialDate(year: 2025)]
        let comparison = Self.timed(["去年300亿元", "去年400亿元"], dates, period: "2023")
        #expect(comparison.conflicts.count == 1)
        #expect(comparison.statements.allSatisfy { $0.period == nil })
        #expect(Self.timed(["投入300亿元", "投入400亿元"], dates).conflicts.count == 1)
    }

    // MARK: Growth

    private func archive(earlier: String? = nil, note: String? = nil) -> SampleArchive {
        let first = "投入380亿元，同比增长90%"
        let second = "投入380.4亿元，增幅达80.1%"
        var sample = SampleArchive([
            ("a", first + "。"), ("b", second + "。"), ("c", (earlier ?? "无") + "。"),
        ])
        var spending = Metric(
            id: "spending", place: .init(file: "content/metrics.yml", line: 1), titles: ["en": "s"])
        spending.unit = "CNY"
        var growth = Metric(
            id: "growth", place: .init(file: "content/metrics.yml", line: 2), titles: ["en": "g"])
        growth.unit = "percent"
        growth.growthOf = Located("spending", at: ClaimLedgerTests.place)
        sample.archive.metrics = [spending, growth]
        func claim(_ id: String, _ metric: String, _ period: String, _ statements: [Statement])
            -> Claim
        {
            var claim = Claim(id: id, place: ClaimLedgerTests.place, title: id, kind: .quantity)
            claim.metric = Located(metric, at: ClaimLedgerTests.place)
            claim.period = Located(period, at: ClaimLedgerTests.place)
            claim.statements = statements
            claim.note = note
            return claim
        }
        let pair = [
            ClaimLedgerTests.statement("a", first), ClaimLedgerTests.statement("b", second),
        ]
        sample.archive.claims = [
            claim("s", "spending", "2024", pair), claim("g", "growth", "2024", pair),
        ]
        if let earlier {
            sample.archive.claims.append(
                claim("e", "spending", "2023", [ClaimLedgerTests.statement("c", earlier)]))
        }
        sample.archive.buildLookup()
        return sample
    }

    @Test func `values and growth rates that imply different bases conflict`() {
        let sample = archive(earlier: "投入211.2亿元")
        let ledger = ClaimLedger(sample.archive, sample.texts)
        #expect(
            ledger.comparisons[1].impliedBases.map { "\($0.value.words) \($0.growth?.words ?? "")" }
                == ["380亿元 增长90%", "380.4亿元 增幅达80.1%", "211.2亿元 "])
        #expect(ledger.comparisons[1].impliedBases[2].low == DecimalNumber(21_115_000_000))
        #expect(ledger.comparisons[1].impliedBases[2].high == DecimalNumber(21_125_000_000))
        #expect(ledger.comparisons[0].impliedBases == ledger.comparisons[1].impliedBases)
        #expect(ledger.comparisons[0].impliedBases[0].isConflict)
        #expect(ledger.claims[1].status == .disputed)
        #expect(ledger.claims[1].reasons.contains(.values(conflicting: [0])))
        #expect(ledger.claims[0].reasons.contains(.impliedBases))
        #expect(ledger.verdict(of: 0, in: 1) == .conflict)
    }

    @Test func `a conflict without a note is reported with its arithmetic`() {
        let sample = archive()
        let ledger = ClaimLedger(sample.archive, sample.texts)
        let found = ClaimCheck.diagnostics(sample.archive, ledger.comparisons) {
            $0.growth.map { ImpliedBase.factor($0.quantity, words: $0.words) } ?? ""
        }
        #expect(found.map(\.id) == ["conflict-without-note", "conflict-without-note"])
        #expect(
            found.first?.rendered() == """
                content/claims/rain.yml:4:14: warning: the values of the claim `g` conflict [conflict-without-note]
                      quote: x
                             ^
                  note: a: 增长90% conflicts with 增幅达80.1%
                  note: the period before: (1 + 90%)
                  note: the period before: (1 + 80.1%)
                  help: explain the conflict in its `note`, or give the wrong statement `rank: deprecated`
                """)
        for (words, factor) in [
            ("-7%", "(1 − 7%)"), ("下降7%", "(1 − 7%)"), ("a 7% decline", "(1 − 7%)"),
            ("增长7.5%", "(1 + 7.5%)"), ("约7%", "(1 + 约7%)"),
        ] {
            let rate = Quantity.all(in: words)
            #expect(rate.map { ImpliedBase.factor($0, words: words) } == [factor])
        }
        let noted = archive(note: "两家口径不同")
        #expect(
            ClaimCheck.diagnostics(
                noted.archive, ClaimLedger(noted.archive, noted.texts).comparisons
            ) { _ in "" }
            .isEmpty)
    }
}
