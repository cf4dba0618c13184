import Quantities
import TestSupport
import Testing
import Text

@testable import Site

@Suite struct NumberWordsTests {
    @Test(arguments: [
        (("76655000000", "76765000000"), "766.5亿–767.7亿", "76.65 billion–76.77 billion"),
        (("76755000000", "76765000000"), "767.5亿–767.7亿", "76.75 billion–76.77 billion"),
        (("2.5", "3.5"), "2.5–3.5", "2.5–3.5"), (("-7.5", "-6.5"), "-7.5–-6.5", "-7.5–-6.5"),
        (("12345", "12345"), "1.234万–1.235万", "12.34 thousand–12.35 thousand"),
        (("0", "0"), "0", "0"),
    ])
    func `an interval is rounded outward to four digits`(
        _ bounds: (String, String), _ chinese: String, _ english: String
    ) throws {
        let low = try #require(try DecimalNumber.parse(bounds.0.utf8))
        let high = try #require(try DecimalNumber.parse(bounds.1.utf8))
        #expect(Words.chinese.interval(low, high) == chinese)
        #expect(Words.english.interval(low, high) == english)
    }

    @Test(arguments: [
        ("76765000000", "767.7亿", "76.77 billion"), ("76764000000", "767.6亿", "76.76 billion"),
        ("12345", "1.235万", "12.35 thousand"), ("-212.655", "-212.7", "-212.7"), ("0", "0", "0"),
        ("99999999", "1亿", "100 million"), ("0.000123456", "0.0001235", "0.0001235"),
    ])
    func `one number is one number, rounded to the nearest`(
        _ number: String, _ chinese: String, _ english: String
    ) throws {
        let value = try #require(try DecimalNumber.parse(number.utf8))
        #expect(Words.chinese.number(value) == chinese)
        #expect(Words.english.number(value) == english)
    }

    @Test func `the ends of an axis are told apart`() throws {
        let (low, high) = (DecimalNumber(36_577_500_000), DecimalNumber(36_578_500_000))
        #expect(Words.chinese.ends(low, high) == ("365.78亿", "365.79亿"))
        #expect(Words.english.ends(.one, DecimalNumber(2)) == ("1", "2"))
    }

    @Test func `what the site prints is read back as an interval that holds it`() throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            let mantissa = Int128(Int.random(in: 1...9_999_999, using: &random))
            let low = try DecimalNumber(
                mantissa: mantissa, exponent: Int.random(in: -3...8, using: &random))
            let high = try low + DecimalNumber(Int.random(in: 0...999, using: &random))
            for strings in [Words.chinese, Words.traditional, Words.english] {
                let words = strings.interval(low, high)
                let found = Quantity.all(in: "约" + words + "元")
                #expect(found.count == 1, "\(words)")
                let quantity = try #require(found.first)
                #expect(try #require(quantity.low) <= low, "\(words)")
                #expect(try #require(quantity.high) >= high, "\(words)")
            }
        }
    }
}
