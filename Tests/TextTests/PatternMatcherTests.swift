import Testing

@testable import Text

@Suite struct PatternMatcherTests {
    /// Every pattern at every place, as `start-end:pattern`, longest first.
    static func all(_ matcher: PatternMatcher, in text: [UInt8]) -> [String] {
        var found: [String] = []
        var from = 0
        while let first = matcher.firstMatch(in: text, from: from) {
            var match: PatternMatcher.Match? = first
            while let one = match {
                found.append("\(one.range.lowerBound)-\(one.range.upperBound):\(one.pattern)")
                match = matcher.shorter(one)
            }
            from =
                first.range.lowerBound + UTF8Scalars.decode(text, at: first.range.lowerBound).length
        }
        return found
    }

    static func naive(_ patterns: [[UInt8]], in text: [UInt8]) -> [String] {
        var found: [String] = []
        for start in text.indices where text[start] & 0xC0 != 0x80 {
            var seen = Set<[UInt8]>()
            for (id, pattern) in patterns.enumerated().sorted(by: {
                $0.element.count > $1.element.count
                    || ($0.element.count == $1.element.count && $0.offset < $1.offset)
            })
            where !pattern.isEmpty && text[start...].starts(with: pattern)
                && seen.insert(pattern).inserted
            {
                found.append("\(start)-\(start + pattern.count):\(id)")
            }
        }
        return found
    }

    @Test(arguments: [
        (["云", "云山", "云山路", "山"], "云山路口", ["0-9:2", "0-6:1", "0-3:0", "3-6:3"]),
        (["ab", "a", "abcd"], "abcx", ["0-2:0", "0-1:1"]),
        (["b", "b"], "abab", ["1-2:0", "3-4:0"]),
        (["", "x"], "yx", ["1-2:1"]),
        ([], "anything", []),
        (["长"], "", []),
        (["云山路口很远"], "云山路", []),
        (["😀", "😀山"], "山😀山", ["3-10:1", "3-7:0"]),
    ])
    func `every pattern is given where it begins, longest first`(
        patterns: [String], text: String, expected: [String]
    ) {
        let matcher = PatternMatcher(patterns.map { Array($0.utf8) })
        #expect(Self.all(matcher, in: Array(text.utf8)) == expected)
    }

    @Test func `a search can begin anywhere`() {
        let matcher = PatternMatcher([Array("山".utf8)])
        let text = Array("山水山".utf8)
        #expect(matcher.firstMatch(in: text, from: 3)?.range == 6..<9)
        #expect(matcher.firstMatch(in: text, from: 9) == nil)
    }

    @Test func `words are tried only where a word begins`() {
        let matcher = PatternMatcher([Array("ma".utf8), Array("山a".utf8)], wordStartsOnly: true)
        #expect(
            Self.all(matcher, in: Array("karma ma 在ma x山a".utf8)) == [
                "6-8:0", "12-14:0", "16-20:1",
            ])
    }

    @Test func `random patterns are found as a naive search finds them`() {
        var random = SeededGenerator(seed: 11)
        let letters = ["a", "b", "云", "山", "水", "é", "😀"]
        for _ in 0..<2000 {
            func word(_ longest: Int) -> [UInt8] {
                let count = Int.random(in: 0...longest, using: &random)
                return (0..<count).flatMap { _ in
                    Array((letters.randomElement(using: &random) ?? "").utf8)
                }
            }
            let patterns = (0..<Int.random(in: 0...30, using: &random)).map { _ in word(5) }
            let text = word(40)
            #expect(Self.all(PatternMatcher(patterns), in: text) == Self.naive(patterns, in: text))
        }
    }
}
