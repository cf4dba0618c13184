import TestSupport
import Testing

@testable import Text

@Suite struct PatternMatcherTests {
    /// Every pattern at every place, as `start-end:pattern`, longest first.
    static func all(_ patterns: [[UInt8]], in text: [UInt8]) -> [String] {
        PatternMatcher(patterns).matches(in: text).map {
            "\($0.range.lowerBound)-\($0.range.upperBound):\($0.pattern)"
        }
    }

    static func naive(_ patterns: [[UInt8]], in text: [UInt8]) -> [String] {
        var found: [String] = []
        func isWord(_ at: Int) -> Bool {
            text.indices.contains(at)
                && (text[at] < 0x80 && Character(UnicodeScalar(text[at])).isLetter
                    || 0x30...0x39 ~= text[at])
        }
        func isInWord(_ at: Int) -> Bool { isWord(at - 1) && isWord(at) }
        for start in text.indices where text[start] & 0xC0 != 0x80 && !isInWord(start) {
            var seen = Set<[UInt8]>()
            for (id, pattern) in patterns.enumerated().sorted(by: {
                $0.element.count > $1.element.count
                    || ($0.element.count == $1.element.count && $0.offset < $1.offset)
            })
            where !pattern.isEmpty && text[start...].starts(with: pattern)
                && !isInWord(start + pattern.count) && seen.insert(pattern).inserted
            {
                found.append("\(start)-\(start + pattern.count):\(id)")
            }
        }
        return found
    }

    @Test(arguments: [
        (["云", "云山", "云山路", "山"], "云山路口", ["0-9:2", "0-6:1", "0-3:0", "3-6:3"]),
        (["b", "b"], "ab b b", ["3-4:0", "5-6:0"]),
        (["", "x"], "y x", ["2-3:1"]),
        ([], "anything", []),
        (["长"], "", []),
        (["云山路口很远"], "云山路", []),
        (["😀", "😀山"], "山😀山", ["3-10:1", "3-7:0"]),
        (["é", "éa", "ｅ"], "éa é", ["0-3:1", "0-2:0", "4-6:0"]),
        ([".net", "."], "a.net .", ["1-5:0", "1-2:1", "6-7:1"]),
    ])
    func `every pattern is given where it begins, longest first`(
        patterns: [String], text: String, expected: [String]
    ) {
        #expect(Self.all(patterns.map { Array($0.utf8) }, in: Array(text.utf8)) == expected)
    }

    @Test(arguments: [
        (["ma", "山a"], "karma ma 在ma mas x山a 山ab", ["6-8:0", "12-14:0", "20-24:1"]),
        (["deep", "deep seek", "deep sea"], "deep seek deepsea", ["0-9:1", "0-4:0"]),
        // Words longer than a key of eight letters, and others that begin like them.
        (["internat", "international"], "internat internationals", ["0-8:0"]),
        (["international", "international day"], "international day", ["0-17:1", "0-13:0"]),
        (["v3", "v3.1"], "v3.1 v3.12 v3", ["0-4:1", "0-2:0", "5-7:0", "11-13:0"]),
        (["san francisco", "san fran", "san"], "san francisco", ["0-13:0", "0-3:2"]),
        (
            ["云山abcdefghij1", "云山abcdefghij"], "云山abcdefghij1 云山abcdefghij",
            [
                "0-17:0", "18-34:1",
            ]
        ),
    ])
    func `a pattern of letters and digits is a whole word`(
        patterns: [String], text: String, expected: [String]
    ) {
        #expect(Self.all(patterns.map { Array($0.utf8) }, in: Array(text.utf8)) == expected)
    }

    @Test func `a text of many places is searched to its end`() {
        let text = Array(String(repeating: "山水ab云 ", count: 1000).utf8)
        let patterns = ["水ab云", "云", "ab", "山水"].map { Array($0.utf8) }
        #expect(Self.all(patterns, in: text) == Self.naive(patterns, in: text))
    }

    @Test func `random patterns are found as a naive search finds them`() {
        var random = SeededGenerator(seed: 11)
        let letters = ["a", "b", "c1", "long", " ", ".", "云", "山", "水", "é", "😀"]
        for _ in 0..<2000 {
            func word(_ longest: Int) -> [UInt8] {
                let count = Int.random(in: 0...longest, using: &random)
                return (0..<count).flatMap { _ in
                    Array((letters.randomElement(using: &random) ?? "").utf8)
                }
            }
            let patterns = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                word(Bool.random(using: &random) ? 3 : 8)
            }
            let text = word(40)
            #expect(Self.all(patterns, in: text) == Self.naive(patterns, in: text))
        }
    }
}
