import TestSupport
import Testing
import Text

@testable import Search

@Suite struct IndexFormTests {
    @Test(arguments: [
        ("青山。綠水！白雲？", [] as [Int]),
        ("他說：“走。”她說：「好！」大家都走了……", []),
        ("第一行\n第二行。\n\n  新的一段", []),
        ("It rained. He stayed (all day.) Why? \"Because.\" 3.5 percent, e.g. rain.", []),
        ("……他走了。 “走。”", []),
        ("沒有句號", []), ("", []), ("\n\n", []),
        ("青山", [0, 3]),
    ])
    func `sentences are read back as they were written`(text: String, offsets: [Int]) {
        let bytes = Array(text.utf8)
        let blocks = TextBlocks.ranges(bytes)
        let found = blocks.flatMap { Sentences.ranges(in: bytes, block: $0) }.map(\.lowerBound)
        let starts = offsets.isEmpty ? found : offsets
        let read = SentenceTable.read(SentenceTable.write(starts, of: bytes), of: bytes)
        #expect(read == starts)
    }

    @Test func `starts anywhere are read back`() {
        var source = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            var text: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<60, using: &source) {
                let signs = ["青", "。", "a", ".", " ", "\n", "”", "…", "é"]
                text += Array(signs[Int.random(in: 0..<signs.count, using: &source)].utf8)
            }
            let sentences = text.indices.filter { text[$0] & 0xC0 != 0x80 }
                .filter { _ in Bool.random(using: &source) }
            let read = SentenceTable.read(SentenceTable.write(sentences, of: text), of: text)
            #expect(read == sentences)
        }
    }

    @Test func `the usual sentences of a text cost one digit`() {
        let text = Array("青山。綠水！白雲？\n\n他說：“走。”她說好。".utf8)
        let starts = TextBlocks.ranges(text).flatMap { Sentences.ranges(in: text, block: $0) }
        let sentences = starts.map(\.lowerBound)
        #expect(SentenceTable.write(sentences, of: text).count == 1)
    }

    @Test func `files that differ in a byte, in length or in order have other names`() {
        let text = Array("渡口檔案 0123456789 abcdef".utf8)
        var contents: [[UInt8]] = (0...text.count).map { Array(text[..<$0]) }
        contents += (0..<40).map { [UInt8](repeating: 0, count: $0 + 1) }
        for at in text.indices {
            for bit in 0..<8 {
                var other = text
                other[at] ^= 1 << bit
                contents.append(other)
            }
        }
        contents += [text + text.reversed(), text.reversed() + text]
        contents += (0..<20_000).map { Array("{\"documents\":\($0)}\n".utf8) }
        #expect(Set(contents.map(ContentHash.name)).count == contents.count)
    }

    @Test(arguments: [0, 1, 2, 3, 31, 400]) func `names of files are read back`(count: Int) {
        let names = (0..<count).map { ContentHash.name(Array("\($0)".utf8)) }
        #expect(PackedFileNames.read(PackedFileNames.write(names)) == names)
    }
}
