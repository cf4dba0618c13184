import Quantities
import TestSupport
import Testing

@Suite struct QuantitiesTests {
    private func row(_ text: String) -> [[String]] {
        let bytes = Array(text.utf8)
        return Quantity.all(in: text).map { quantity in
            [
                text, String(decoding: bytes[quantity.range], as: UTF8.self),
                quantity.low?.description ?? "", quantity.high?.description ?? "",
                quantity.unit ?? "", quantity.modality.rawValue,
            ]
        }
    }

    @Test(arguments: QuantityCases.quantities)
    func `words are read as an interval with its unit and modality`(_ expected: [String]) {
        #expect(row(expected[0]) == [expected])
    }

    @Test(arguments: QuantityCases.none)
    func `what only looks like a quantity is none`(_ text: String) {
        #expect(row(text).isEmpty)
    }

    @Test func `there are more than three hundred cases`() {
        #expect(QuantityCases.quantities.count + QuantityCases.none.count > 300)
    }

    @Test func `every quantity of a sentence is found in its place`() {
        let text = "2023年新增30家门店，投入约1.2亿元，同比增长18.5%，占比近三成，排名第二。"
        #expect(
            row(text).map { $0[1...].joined(separator: "|") } == [
                "30家|29.5|30.5|家|exact",
                "约1.2亿元|115000000|125000000|CNY|about",
                "增长18.5%|18.45|18.55|percent|exact",
                "近三成||30|percent|almost",
                "排名第二|2|2|rank|exact",
            ])
    }

    @Test(arguments: [
        "10^400", "1" + String(repeating: "0", count: 400),
        String(repeating: "9", count: 5000) + "亿元",
        "一" + String(repeating: "亿", count: 40) + "元",
        "0." + String(repeating: "0", count: 90) + "1%",
    ])
    func `a number beyond exact arithmetic is out of range`(_ text: String) {
        let found = Quantity.all(in: text)
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.isOutOfRange && $0.low == nil && $0.high == nil })
    }

    @Test func `a line for every quantity says where it stands in code points`() {
        #expect(
            QuantityLines.lines(of: "共𠮷祥\"约3%") == [
                """
                {"text":"共𠮷祥\\"约3%","words":"约3%","span":[4,7],"low":2.5,"high":3.5,\
                "unit":"percent","modality":"about"}
                """
            ])
        #expect(
            QuantityLines.lines(of: "不到10^90") == [
                """
                {"text":"不到10^90","words":"不到10^90","span":[0,7],"low":null,"high":null,\
                "unit":null,"modality":"less-than","problem":"out-of-range"}
                """
            ])
    }

    @Test func `a printed number is read back inside of its interval`() throws {
        var random = SeededGenerator(seed: 4)
        let units = [
            ("", ""), ("元", "CNY"), ("%", "percent"), ("亿元", "CNY"), ("倍", "times"), ("家", "家"),
        ]
        for _ in 0..<3000 {
            let digits = Int.random(in: 0...9_999_999, using: &random)
            let places = Int.random(in: 0...3, using: &random)
            let unit = units.randomElement(using: &random) ?? ("", "")
            let number = try DecimalNumber(mantissa: Int128(digits), exponent: -places)
            // Bare years and days are no quantities.
            if unit.0.isEmpty { continue }
            let words = number.description + unit.0
            let value = unit.0 == "亿元" ? try number * DecimalNumber(100_000_000) : number
            let found = Quantity.all(in: "增至" + words)
            #expect(found.count == 1, "\(words)")
            let quantity = try #require(found.first)
            #expect(quantity.unit == unit.1)
            #expect(try #require(quantity.low) <= value && value <= (try #require(quantity.high)))
            #expect(quantity.face == value)
        }
    }

    @Test func `a number in characters is the number in digits`() {
        for number in 2...9999 {
            let han = HanPrinter.words(number)
            let found = Quantity.all(in: han + "米")
            #expect(found.count == 1 && found.first?.face == DecimalNumber(number), "\(han)")
        }
    }

    @Test func `no bytes make it fail`() {
        var random = SeededGenerator(seed: 11)
        let parts = [
            "3", "亿", "万", "千", "十", "%", "个", "多", "几", "数", "半", "第", "前", "近", "约", "超过", "-",
            "–", "至", ".",
            ",", "元", "分之", "成", "折", "$", "k", "B", " ", "年", "月", "点", "零", "两", "million", "a",
            "to", "以上", "级",
            "+", "^", "/", ":", "上", "数以", "计",
        ]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                parts.randomElement(using: &random) ?? ""
            }.joined()
            var end = 0
            for quantity in Quantity.all(in: text) {
                #expect(quantity.range.lowerBound >= end && !quantity.range.isEmpty)
                if let low = quantity.low, let high = quantity.high {
                    #expect(low <= high, "\(text)")
                }
                end = quantity.range.upperBound
            }
            #expect(end <= text.utf8.count)
        }
    }
}

/// Numbers below 10,000 as Chinese writes them.
enum HanPrinter {
    private static let digits = Array("零一二三四五六七八九").map(String.init)

    static func words(_ number: Int) -> String {
        var out = ""
        var isGap = false
        for (power, place) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / power % 10
            if digit == 0 {
                isGap = !out.isEmpty
            } else {
                if isGap { out += "零" }
                isGap = false
                out += digits[digit] + place
            }
        }
        return out
    }
}
