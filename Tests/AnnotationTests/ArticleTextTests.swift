import TestSupport
import Testing
import Text

@testable import Annotation

@Suite struct ArticleTextTests {
    static func text(_ markdown: String) -> ArticleText {
        ArticleText(article: 0, markdown: Array(markdown.utf8))
    }

    @Test func `sentences are those of headings, paragraphs, items and code`() {
        let text = Self.text("# 题目\n\n第一句。**第二句。**\n\n- 一项。又一项。\n\n```\nlet a. B\n```\n")
        #expect(
            text.sentences.map { text.words($0.range).filter { $0 != "\n" } }
                == ["题目", "第一句。", "第二句。", "一项。", "又一项。", "let a. B"])
        #expect(text.sentences.map(\.block) == [0, 1, 1, 2, 2, 3])
    }

    @Test func `a place belongs to the sentence that holds it or stands before`() {
        let text = Self.text("A one. B two.\n\nC three.")
        #expect(
            (0..<22).map(text.sentence) == [
                0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2,
            ])
        #expect(Self.text("").sentence(at: 0) == 0)
    }

    @Test func `names are not looked for in code`() {
        let folded = Self.text("山 `水` 石\n\n    水\n").foldedForNames()
        #expect(String(decoding: folded.bytes, as: UTF8.self) == "山\n石")
    }
}

@Suite struct WordFrequenciesTests {
    @Test(arguments: [
        ("的", true), ("我们", true), ("实验室", true), ("四面楚歌", true), ("们我", false), ("a", false),
        ("四面楚", false), ("我们的话", false), ("龠", true), ("鿿鿿", false),
    ])
    func `everyday words are known`(word: String, isKnown: Bool) {
        let scalars = word.unicodeScalars.map(\.value)
        #expect((WordFrequencies().logFrequency(scalars, 0..<scalars.count) != nil) == isKnown)
    }

    @Test func `more frequent words weigh more`() throws {
        func weight(_ word: String) -> Double? {
            let scalars = word.unicodeScalars.map(\.value)
            return WordFrequencies().logFrequency(scalars, 0..<scalars.count)
        }
        #expect(try #require(weight("我们")) > #require(weight("升华")))
        #expect(abs(WordFrequencies().logTotal - 17.9) < 0.1)
    }
}

@Suite struct ByteSearchTests {
    @Test func `a search finds what a naive one finds`() {
        var random = SeededGenerator(seed: 5)
        func word(_ longest: Int) -> [UInt8] {
            (0..<Int.random(in: 0...longest, using: &random)).map { _ in
                UInt8.random(in: 0x61...0x63, using: &random)
            }
        }
        for _ in 0..<3000 {
            let (text, needle) = (word(30), word(5))
            let from = Int.random(in: 0...text.count, using: &random)
            let naive = (from..<max(from, text.count)).first {
                !needle.isEmpty && text[$0...].starts(with: needle)
            }
            #expect(ByteSearch(needle).first(in: text, from: from, to: text.count) == naive)
        }
    }
}
