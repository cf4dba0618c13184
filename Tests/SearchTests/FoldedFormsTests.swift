import Foundation
import TestSupport
import Testing
import Text

@testable import Search

/// Names, queries and texts in many forms, and what they fold to: both clients must agree.
@Suite struct FoldedFormsTests {
    private static let file = SearchFixture.folder.appending(path: "folded-forms.json")

    @Test func `the browser's tests read the forms that are folded now`() throws {
        var random = SeededGenerator(seed: 2026)
        var rows: [(text: String, folded: [UInt8], starts: [Int])] = []
        for _ in 0..<1000 {
            let name = FoldForms.name(&random)
            rows.append(Self.row(FoldForms.form(of: name, &random)))
        }
        for _ in 0..<1000 { rows.append(Self.row(FoldForms.text(&random))) }
        var written = Array("{\"fold\":".utf8)
        JSONText.append(utf8: FoldTableExcerpt.write { _ in true }, to: &written)
        written += Array(",\n\"forms\":[".utf8)
        for (index, row) in rows.enumerated() {
            written += Array((index > 0 ? ",\n[" : "\n[").utf8)
            JSONText.append(row.text, to: &written)
            written.append(UInt8(ascii: ","))
            JSONText.append(utf8: row.folded, to: &written)
            written += Array(",\(row.starts)]".utf8.filter { $0 != 0x20 })
        }
        written += Array("\n]}\n".utf8)
        let recorded = FileManager.default.contents(atPath: Self.file.path()) ?? Data()
        if Array(recorded) != written, ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(written).write(to: Self.file)
        }
        let isRecorded = Array(recorded) == written
        #expect(isRecorded, "run this test with RECORD=1 and look at the difference")
    }

    /// A text, its folded form, and for every folded scalar the first and last scalar of the text
    /// that it came from.
    private static func row(_ text: String) -> (text: String, folded: [UInt8], starts: [Int]) {
        let bytes = Array(text.utf8)
        let folded = FoldedText(bytes, blocks: TextBlocks.ranges(bytes))
        func scalars(_ end: Int) -> Int { bytes[..<end].count { $0 & 0xC0 != 0x80 } }
        var starts: [Int] = []
        var at = 0
        while at < folded.bytes.count {
            let length = UTF8Scalars.decode(folded.bytes, at: at).length
            // White space has no place of its own.
            if folded.bytes[at] > 0x20 {
                let range = folded.original(at..<at + length)
                starts += [scalars(range.lowerBound), scalars(range.upperBound)]
            }
            at += length
        }
        return (text, folded.bytes, starts)
    }

    @Test func `every form of a query finds the same passages`() throws {
        var random = SeededGenerator(seed: 2027)
        let names = (0..<1000).map { _ in FoldForms.name(&random) }
        var texts: [String: [UInt8]] = [:]
        var builder = SearchIndexBuilder(labels: [:])
        for number in 0..<200 {
            let held = (0..<5).map { names[number * 5 + $0] }
            let text = held.map { "有，" + FoldForms.form(of: $0, &random) + "。" }.joined()
            let path = "articles/a\(number)/text.txt"
            texts[path] = Array(text.utf8)
            try builder.add(
                SearchUnit(
                    kind: .article, path: "articles/a\(number)/", title: "x", textPath: path,
                    text: Array(text.utf8), textRange: 0..<text.utf8.count))
        }
        let files = Dictionary(
            uniqueKeysWithValues: try builder.finish().map { ($0.path, $0.bytes) })
        let site = texts
        let engine = try SearchEngine { files[$0] ?? site[$0] }
        for (number, name) in names.enumerated() {
            let form = FoldForms.form(of: name, &random)
            let answers = try [name, form].map { try engine.search("\"\($0)\"") }
            #expect(answers[0].paths.contains("articles/a\(number / 5)/"), "\(name)")
            #expect(answers[0].paths == answers[1].paths, "\(name) \(form)")
            #expect(answers[0].results.map(\.passages) == answers[1].results.map(\.passages))
        }
    }
}
