import TestSupport
import Testing
import Text

@testable import Search

/// The engine against a scan of the texts: nothing missed, nothing wrong.
@Suite struct RecallTests {
    let pages: [String: [UInt8]]
    let engine: SearchEngine

    init() throws {
        var random = SeededGenerator(seed: 11)
        var pages: [String: [UInt8]] = [:]
        var builder = SearchIndexBuilder()
        // Small enough that the index needs directories.
        builder.shardSize = 120
        for number in 0..<40 {
            let text = RandomText.page(&random)
            let path = "articles/p\(number)/"
            pages[path + "text.txt"] = text
            for range in RandomText.passages(text, &random) {
                try builder.add(
                    SearchUnit(
                        kind: .article, path: path, title: "☐", textPath: path + "text.txt",
                        text: Array(text[range]), textRange: range))
            }
        }
        self.pages = pages
        var files = Dictionary(
            uniqueKeysWithValues: try builder.finish().map { ($0.path, $0.bytes) })
        files.merge(pages) { file, _ in file }
        let site = files
        let manifest = JSONValue.parsed(site["search/manifest.json"] ?? [])
        #expect(manifest?["directories"] != nil)
        engine = try SearchEngine { site[$0] }
    }

    @Test func `random Han substrings are found in either script and nothing else is`() throws {
        var random = SeededGenerator(seed: 5)
        let folded = pages.mapValues { FoldedText($0, blocks: TextBlocks.ranges($0)).bytes }
        let texts = folded.values.sorted { $0.lexicographicallyPrecedes($1) }
        var asked = 0
        while asked < 300 {
            let runs = String(
                decoding: texts[Int.random(in: 0..<texts.count, using: &random)], as: UTF8.self
            )
            .unicodeScalars.split { ScalarClass($0.value) != .han }
            let run = Array(runs[Int.random(in: 0..<runs.count, using: &random)])
            let length = Int.random(in: 2...8, using: &random)
            guard run.count >= length else { continue }
            asked += 1
            let start = Int.random(in: 0...run.count - length, using: &random)
            let query = RandomText.string(run[start..<start + length].map(\.value))
            let expected = expected(folded) { $0.firstRange(of: Array(query.utf8)) != nil }
            let asked = Bool.random(using: &random) ? query : RandomText.traditional(query)
            #expect(try found(asked) == expected, "\(asked)")
        }
    }

    @Test func `every word and every beginning of a word is found`() throws {
        let words = pages.mapValues { text in
            Set(
                String(decoding: FoldedText(text).bytes, as: UTF8.self).unicodeScalars
                    .split { ScalarClass($0.value) != .word }
                    .map { RandomText.string($0.map(\.value)) })
        }
        let beginnings = Set(words.values.joined()).flatMap { word in
            (1...word.count).map { String(word.prefix($0)) }
        }
        for query in Set(beginnings).sorted() {
            let expected = words.filter { $0.value.contains { $0.hasPrefix(query) } }
                .map { String($0.key.dropLast("text.txt".count)) }
            #expect(try found(query) == expected.sorted(), "\(query)")
        }
    }

    @Test func `terms of several scripts and signs are found as the text has them`() throws {
        var random = SeededGenerator(seed: 9)
        let folded = pages.mapValues { FoldedText($0, blocks: TextBlocks.ranges($0)).bytes }
        for text in folded.values.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value))
            for _ in 0..<6 {
                let start = Int.random(in: 0..<scalars.count - 8, using: &random)
                let query = scalars[start..<start + Int.random(in: 2...8, using: &random)]
                guard
                    !query.contains(where: { ScalarClass($0) == .space || $0 == 0x22 || $0 == 0x2D }
                    ),
                    query.contains(where: { ScalarClass($0) != .other })
                else { continue }
                let words = RandomText.string(Array(query))
                let term = SearchQuery.Term(
                    text: Array(words.utf8), isPhrase: false, isExcluded: false)
                let expected = expected(folded) { !TermFinder.ranges(of: term, in: $0).isEmpty }
                #expect(try found(words) == expected, "\(words)")
            }
        }
    }

    private func found(_ query: String) throws -> [String] {
        try engine.search(query, limit: 0).paths.sorted()
    }

    private func expected(_ texts: [String: [UInt8]], where holds: ([UInt8]) -> Bool) -> [String] {
        texts.filter { holds($0.value) }.map { String($0.key.dropLast("text.txt".count)) }.sorted()
    }
}
