import Files
import Foundation
import Testing

@testable import Intake

struct SameArticleTests {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(
        "variorum-again-\(UUID().uuidString)"
    ).path

    func cleanUp() {
        do { try FileManager.default.removeItem(atPath: root) } catch { Issue.record(error) }
    }

    func page(_ advertisement: String, _ more: String = "") -> Source {
        Source(
            name: "page.html",
            bytes: Array(
                HTMLSample.page(
                    "https://river.example/a",
                    "<h1>\(HTMLSample.title)</h1><div class=ad>\(advertisement)</div><article>\(HTMLSample.body)\(more)</article>"
                ).utf8))
    }

    @Test func `the same page with other advertisements is the same article`() throws {
        defer { cleanUp() }
        var adder = try Adder(root: root)
        #expect(try adder.add(page("JUNK 买一送一")).added.count == 1)
        for again in [true, false] {
            if again { adder = try Adder(root: root) }
            let outcome = try adder.add(page("JUNK 全场八折 \(again)"))
            #expect(outcome.added.isEmpty)
            #expect(
                outcome.diagnostics.map(\.message) == [
                    "the article `\(HTMLSample.title)` is already in the archive as `content/articles/\(HTMLSample.title).md`"
                ])
            #expect(outcome.diagnostics.first?.severity == .warning)
        }
        #expect(try FolderEntries.regularFiles(below: root + "/content").count == 2)
    }

    @Test func `another text from the same address is added, and said`() throws {
        defer { cleanUp() }
        var adder = try Adder(root: root)
        #expect(try adder.add(page("JUNK")).added.count == 1)
        let more = (1...9).map { "<p>第\($0)次更新之后，这里又多写了一段很长的话，讲河水涨了多少，又退了多少。</p>" }.joined()
        let outcome = try adder.add(page("JUNK", more))
        #expect(outcome.added.count == 1)
        #expect(outcome.diagnostics.map(\.id) == ["same-address"])
        let other = try adder.add(Source(name: "b.md", bytes: Array("# 别的\n\n别的文字。\n".utf8)))
        #expect(other.diagnostics == [])
    }
}
