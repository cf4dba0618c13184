import TestSupport
import Testing
import Text

@Suite
struct UTF8ValidityTests {
    @Test(
        arguments: [
            ([], nil), ([0x61], nil), (Array("Aé汉字，𠮷 and more 汉字汉字汉字".utf8), nil),
            ([0xE6, 0xB1], 0), ([0x61, 0x80], 1), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0),
            ([0xE0, 0x9F, 0x80, 0xE6, 0xB1, 0x89, 0x61, 0x61], 0),
            ([0xE6, 0xB1, 0x89, 0xED, 0xA0, 0x80, 0x61, 0x61], 3),
            ([0xF0, 0x8F, 0xBF, 0xBF], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
            ([0xF5, 0x80, 0x80, 0x80], 0),
            (Array("汉字".utf8) + [0xFF], 6),
        ] as [([UInt8], Int?)])
    func `the first byte that is no part of a scalar is found`(bytes: [UInt8], offset: Int?) {
        #expect(UTF8Validity.firstInvalid(bytes) == offset)
    }

    @Test
    func `texts with wrong bytes are judged as the standard library judges them`() {
        var random = SeededGenerator(seed: 38)
        let words = Array(
            "Kite 汉字，漢字。é𠮷\u{FFFD}\u{800}\u{D7FF}\u{E000} signal 5345 ".unicodeScalars)
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0..<24, using: &random) {
                let word = Int.random(in: words.indices, using: &random)
                text.unicodeScalars.append(words[word])
            }
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 0..<3, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &random)
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            #expect(UTF8Validity.firstInvalid(bytes) == expected(bytes), "\(bytes)")
        }
    }

    private func expected(_ bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}
