import Testing

@testable import Text

@Suite struct HexTests {
    @Test(arguments: [
        ("a%20b", "a b"), ("%e6%B2%b3", "河"), ("%+a", "%+a"), ("%-1", "%-1"), ("% 1", "% 1"),
        ("100%", "100%"), ("%4", "%4"), ("%%41", "%A"), ("", ""), ("%zz%41", "%zzA"),
    ])
    func `only two digits are an escape`(encoded: String, expected: String) {
        let decoded = PercentEncoding.decoded(encoded.utf8)
        #expect(String(decoding: decoded, as: UTF8.self) == expected)
    }

    @Test func `every byte is read as it was written`() {
        for byte in UInt8.min...UInt8.max {
            var encoded: [UInt8] = []
            PercentEncoding.append(byte, to: &encoded)
            #expect(PercentEncoding.decoded(encoded) == [byte])
            #expect(Hex.value(of: Hex.lower(byte & 15)) == byte & 15)
        }
    }
}
