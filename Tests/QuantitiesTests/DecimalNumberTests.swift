import Quantities
import Testing

@Suite struct DecimalNumberTests {
    private func number(_ text: String) throws -> DecimalNumber {
        try #require(try DecimalNumber.parse(text.utf8))
    }

    @Test(arguments: ["0", "7", "-7", "0.1", "-3.965", "76650000000", "0.000001", "120", "-0.05"])
    func `a number is printed as plain digits`(_ text: String) throws {
        #expect(try number(text).description == text)
    }

    @Test func `sums and products are exact`() throws {
        let sum = try number("0.1") + number("0.2")
        let difference = try number("1.1") - number("1.1")
        let product = try number("212.66") * number("0.01")
        #expect(sum.description == "0.3")
        #expect(difference.isZero)
        #expect(product.description == "2.1266")
    }

    @Test func `a quotient lies between its two neighbors`() throws {
        let third = try DecimalNumber.one.quotient(DecimalNumber(3))
        #expect(third.low.description == "0.333333333333333333")
        #expect(third.high.description == "0.333333333333333334")
        let half = try DecimalNumber.one.quotient(DecimalNumber(2))
        #expect(half.low == half.high && half.low.description == "0.5")
        let below = try DecimalNumber(-1).quotient(DecimalNumber(3))
        #expect(below.low < below.high && below.high.description == "-0.333333333333333333")
    }

    @Test func `numbers are ordered by value`() throws {
        let sorted = try ["-12", "-0.5", "0", "0.049", "0.05", "0.5", "5", "12", "12.01", "1000"]
            .map(number)
        for (index, a) in sorted.enumerated() {
            for (other, b) in sorted.enumerated() { #expect((a < b) == (index < other)) }
        }
    }

    @Test func `digits are cut off and not rounded`() throws {
        #expect(try number("767.6").cut(at: 0).description == "767")
        #expect(try number("-767.6").cut(at: 0).description == "-767")
        #expect(try number("767.6").cut(at: 9).isZero)
    }

    @Test func `what leaves the range throws`() {
        #expect(throws: DecimalOverflow.self) { try DecimalNumber.powerOfTen(61) }
        #expect(throws: DecimalOverflow.self) {
            let large = try DecimalNumber.powerOfTen(60)
            _ = try large * large
        }
        #expect(throws: DecimalOverflow.self) { try DecimalNumber.one.quotient(.zero) }
        #expect(throws: DecimalOverflow.self) {
            try DecimalNumber.parse([UInt8](repeating: 0x39, count: 50))
        }
    }
}
