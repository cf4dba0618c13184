import Archive
import TestSupport
import Testing
import Text

@testable import Annotation

@Suite struct NaiveMentionsTests {
    /// Han characters that make no everyday word with one another.
    static let han = ["骉", "驫", "淼", "囍", "马", "馬"]

    /// They, letters and digits of both widths, every kind of white space, marks, characters
    /// without width, pictures that join, scripts from right to left.
    static let letters =
        han + [
            "a", "A", "b", "Ｂ", "é", "e\u{301}", "ж", "1", "２", ".", ",", "-", " ", " ", "\u{A0}",
            "\u{3000}", "\n", "\n\n", "\u{200B}", "\u{FEFF}", "，", "《", "》", "😀", "👩", "👩\u{200D}👧",
            "👍", "\u{1F3FD}", "\u{200D}", "ש", "ب", "\u{200F}", "·", "•", "'", "’", "\u{2010}", "−",
            "\u{FE0F}", "\u{301}",
        ]

    @Test func `the letters make no everyday word`() {
        let frequencies = WordFrequencies()
        let scalars = Set(Self.han.flatMap { $0.unicodeScalars.map { Folding.fold($0.value) } })
        var words = scalars.map { [$0] }
        for length in 2...WordFrequencies.longestWord {
            words = words.flatMap { word in scalars.map { word + [$0] } }
            #expect(words.allSatisfy { frequencies.logFrequency($0, 0..<length) == nil })
        }
    }

    @Test func `mentions of 10,000 random texts are those of a naive search`() {
        var random = SeededGenerator(seed: 2024)
        func word(_ lengths: ClosedRange<Int>, _ parts: [String] = Self.letters) -> String {
            (0..<Int.random(in: lengths, using: &random))
                .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
        }
        var mentions = 0
        var undecided = 0
        for _ in 0..<500 {
            let names = (0..<Int.random(in: 1...8, using: &random)).map { _ in word(1...3) }
            let copies = Self.letters.count / names.count
            let parts = Self.letters + Array(repeating: names, count: copies).flatMap { $0 }
            var sample = SampleArchive((0..<20).map { ("a\($0)", word(0...12, parts)) })
            for id in 0..<Int.random(in: 1...5, using: &random) {
                let aliases = (0...Int.random(in: 0...2, using: &random)).map { _ in
                    word(1...2, names)
                }
                let isProtected = Bool.random(using: &random)
                sample.add(
                    "e\(id)", aliases, Bool.random(using: &random) ? .person : .product,
                    not: isProtected ? [word(0...1) + aliases[0] + word(0...1)] : [])
            }
            let matcher = MentionMatcher(sample.archive)
            let naive = NaiveMentions(sample.archive)
            for text in sample.texts {
                let found = matcher.mentions(in: text)
                mentions += found.mentions.count
                undecided += found.undecided.count
                #expect(
                    Self.spans(found) == naive.found(in: text),
                    "\(Self.case(text, sample.archive))")
            }
        }
        #expect(mentions > 5_000)
        #expect(undecided > 500)
    }

    private static func spans(_ found: ArticleMentions) -> [String] {
        let decided = found.mentions.map { ($0.range, "=\($0.entity)") }
        let open = found.undecided.map {
            ($0.range, "?" + $0.entities.map(String.init).joined(separator: ","))
        }
        return (decided + open).sorted { $0.0.lowerBound < $1.0.lowerBound }.map { "\($0)\($1)" }
    }

    private static func `case`(_ text: ArticleText, _ archive: Archive) -> String {
        let words = text.words(0..<text.plain.utf8.count).debugDescription
        let names = archive.entities.map { entity in
            (entity.allAliases.map(\.text) + entity.not.map { "not " + $0.value })
                .map(\.debugDescription).joined(separator: " ")
        }
        return "\(words) with \(names.joined(separator: "; "))"
    }
}
